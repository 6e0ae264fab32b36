package studio.crossbar.ui.tiles;

import java.util.ArrayList;
import java.util.List;
import studio.crossbar.ui.common.Texts;

/** What is written on and above the tiles of a floor plan that are seen. */
final class FloorLabels {

    private static final double CAPTION_SIZE = 13;
    private static final double VALUE_SIZE = 12;

    /** Pixels that a value such as "100 %" takes. */
    private static final double VALUE_WIDTH = 36;

    private static final double VALUE_HEIGHT = 16;

    private FloorLabels() {}

    /**
     * A text in pixels.
     *
     * @param x its left end, or its middle
     * @param y its baseline
     * @param middle whether {@code x} is its middle
     * @param ground ARGB of what it is written on; 0 for the background
     */
    record Label(String text, double x, double y, double size, boolean middle, int ground) {}

    /**
     * Layer names, and for a quantity that is one value a tile its values where they have room.
     *
     * @param scale of the text, 1 for the usual size
     */
    static List<Label> of(FloorPlan plan, Viewport view, CellFigures figures, HeatColours colours, double scale) {
        List<Label> labels = new ArrayList<>();
        for (FloorPlan.Caption caption : plan.captions()) {
            labels.add(new Label(
                    caption.text(),
                    view.pixelX(caption.x()),
                    view.pixelY(caption.y()),
                    CAPTION_SIZE * scale,
                    false,
                    0));
        }
        double width = plan.tile().columns() * view.scale();
        double height = plan.tile().rows() * view.scale();
        double room = Math.min(width / VALUE_WIDTH, height / VALUE_HEIGHT) / scale;
        if (colours.quantity() == Quantity.UTILISATION && room >= 1) {
            for (FloorPlan.Placed placed : plan.tiles()) {
                double percent = 100 * figures.utilisation(placed.index());
                labels.add(new Label(
                        Texts.format("tiles.plan.percent", percent),
                        view.pixelX(placed.x()) + width / 2,
                        view.pixelY(placed.y()) + height / 2 + VALUE_SIZE * scale / 3,
                        VALUE_SIZE * scale,
                        true,
                        colours.argb(percent)));
            }
        }
        return labels;
    }
}
