package studio.crossbar.ui.tiles;

import java.util.ArrayList;
import java.util.List;
import studio.crossbar.report.Drawing;
import studio.crossbar.report.DrawingFile;
import studio.crossbar.ui.common.Colours;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/**
 * What is seen of a floor plan, with its legend below, as a drawing for a file. Everything is known beforehand, so it can be
 * made on any thread.
 *
 * @param plan of all tiles that are shown
 * @param view which part of it is seen
 * @param width of what is seen, pixels
 * @param height likewise
 * @param figures of the cells
 * @param colours of the cells
 * @param note about the quantity, may be empty
 */
record FloorDrawing(
        FloorPlan plan,
        Viewport view,
        int width,
        int height,
        CellFigures figures,
        HeatColours colours,
        Theme theme,
        String note) {

    private static final int LEGEND_HEIGHT = 58;
    private static final int BAR_WIDTH = 240;
    private static final int BAR_HEIGHT = 12;
    private static final double MARGIN = 14;
    private static final double TEXT_SIZE = 12;
    private static final double TICK_SIZE = 11;

    Drawing make() {
        List<Drawing.Mark> marks = new ArrayList<>();
        marks.add(cells());
        for (FloorLabels.Label label : FloorLabels.of(plan, view, figures, colours, 1)) {
            boolean seen = label.x() < width && label.y() > 0 && label.y() - label.size() < height;
            if (seen) {
                int ink = label.ground() == 0 ? theme.text().getRGB() : Colours.darkInk(label.ground()) ? 0 : 0xFFFFFF;
                marks.add(new Drawing.Text(
                        label.text(),
                        label.x(),
                        label.y(),
                        label.size(),
                        ink,
                        label.middle() ? Drawing.Anchor.MIDDLE : Drawing.Anchor.START));
            }
        }
        legend(marks);
        String name = figures.mapped().trained().design().name();
        return new Drawing(
                Texts.format("tiles.export.heading", name, colours.quantity().legend()),
                width,
                height + LEGEND_HEIGHT,
                theme.background().getRGB(),
                marks);
    }

    private Drawing.Pixels cells() {
        int wide = DrawingFile.SCALE * width;
        int high = DrawingFile.SCALE * height;
        int[] pixels = new int[wide * high];
        Quantity quantity = colours.quantity();
        new FloorRaster(wide, high, pixels)
                .paint(
                        plan,
                        view.enlarged(DrawingFile.SCALE),
                        placed -> quantity.of(figures, placed.index()),
                        colours,
                        theme);
        return new Drawing.Pixels(0, 0, width, height, wide, high, pixels);
    }

    private void legend(List<Drawing.Mark> marks) {
        int text = theme.text().getRGB();
        int muted = theme.muted().getRGB();
        double top = height + 22.0;
        marks.add(new Drawing.Text(
                colours.quantity().legend(), MARGIN, height + 16.0, TEXT_SIZE, text, Drawing.Anchor.START));
        int[] bar = new int[BAR_WIDTH];
        for (int i = 0; i < BAR_WIDTH; i++) {
            double share = (double) i / (BAR_WIDTH - 1);
            bar[i] = colours.argb(colours.lowest() + share * (colours.largest() - colours.lowest()));
        }
        marks.add(new Drawing.Pixels(MARGIN, top, BAR_WIDTH, BAR_HEIGHT, BAR_WIDTH, 1, bar));
        double below = top + BAR_HEIGHT + 13;
        tick(marks, colours.lowest(), MARGIN, below, Drawing.Anchor.START, muted);
        tick(
                marks,
                (colours.lowest() + colours.largest()) / 2,
                MARGIN + BAR_WIDTH / 2.0,
                below,
                Drawing.Anchor.MIDDLE,
                muted);
        tick(marks, colours.largest(), MARGIN + BAR_WIDTH, below, Drawing.Anchor.END, muted);
        if (!note.isEmpty()) {
            marks.add(
                    new Drawing.Text(note, MARGIN + BAR_WIDTH + 24, top + 10, TEXT_SIZE, muted, Drawing.Anchor.START));
        }
    }

    private void tick(List<Drawing.Mark> marks, double value, double x, double y, Drawing.Anchor anchor, int colour) {
        marks.add(new Drawing.Text(colours.quantity().tick(figures, value), x, y, TICK_SIZE, colour, anchor));
    }
}
