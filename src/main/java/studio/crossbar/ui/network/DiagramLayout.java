package studio.crossbar.ui.network;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.network.Layer;
import studio.crossbar.network.LayerPath;
import studio.crossbar.network.LayerText;
import studio.crossbar.network.NetworkDraft;

/**
 * Where a network's layers are drawn: one below the other, the shortcut of a residual beside its body, and the box of the
 * residual itself, which is its sum, below both.
 *
 * @param boxes from the input down, a body before its shortcut, both before their sum
 * @param edges along the signals
 * @param width of everything
 * @param height of everything
 */
record DiagramLayout(List<Box> boxes, List<Edge> edges, double width, double height) {

    static final double BOX_WIDTH = 240;
    /** Height of a box with a second line, which tells the settings. */
    static final double TALL = 42;

    static final double LOW = 26;

    private static final double GAP = 18;
    private static final double MARGIN = 12;
    private static final double ASIDE = 24;
    /** Half the width of an arrow. */
    private static final double ARROW = 4;

    /**
     * A layer's box, by its upper left corner.
     *
     * @param path of the layer; null for the input
     */
    record Box(@Nullable LayerPath path, double x, double y, double height) {}

    /** A line from a box to the next, corner by corner; its end has an arrow. */
    record Edge(List<Point> points) {

        Edge {
            points = List.copyOf(points);
        }

        /** Corners of the arrow, its tip first. */
        List<Point> arrow() {
            Point end = points.getLast();
            Point from = points.get(points.size() - 2);
            double dx = Math.signum(end.x() - from.x());
            double dy = Math.signum(end.y() - from.y());
            return List.of(
                    end,
                    new Point(end.x() - ARROW * (1.6 * dx + dy), end.y() - ARROW * (1.6 * dy + dx)),
                    new Point(end.x() - ARROW * (1.6 * dx - dy), end.y() - ARROW * (1.6 * dy - dx)));
        }
    }

    /** A corner. */
    record Point(double x, double y) {}

    DiagramLayout {
        boxes = List.copyOf(boxes);
        edges = List.copyOf(edges);
    }

    static DiagramLayout of(NetworkDraft draft) {
        Drawing drawing = new Drawing();
        drawing.boxes.add(new Box(null, MARGIN, MARGIN, TALL));
        double centre = MARGIN + BOX_WIDTH / 2;
        List<Point> end = drawing.chain(
                null,
                LayerPath.Branch.MAIN,
                draft.layers(),
                MARGIN,
                MARGIN + TALL,
                List.of(new Point(centre, MARGIN + TALL)));
        return new DiagramLayout(
                drawing.boxes,
                drawing.edges,
                width(draft.layers()) + 2 * MARGIN,
                end.getLast().y() + MARGIN);
    }

    private static double width(List<Layer> layers) {
        double widest = BOX_WIDTH;
        for (Layer layer : layers) {
            if (layer instanceof Layer.Residual(List<Layer> body, List<Layer> shortcut)) {
                widest = Math.max(widest, width(body) + ASIDE + (shortcut.isEmpty() ? 0 : width(shortcut)));
            }
        }
        return widest;
    }

    private static double height(Layer layer) {
        return LayerText.settings(layer).isEmpty() ? LOW : TALL;
    }

    private static final class Drawing {

        private final List<Box> boxes = new ArrayList<>();
        private final List<Edge> edges = new ArrayList<>();

        /**
         * Draws a chain.
         *
         * @param above lower edge of what is above it
         * @param lead line that enters, without its end
         * @return line that leaves, without its end
         */
        List<Point> chain(
                @Nullable LayerPath residual,
                LayerPath.Branch branch,
                List<Layer> layers,
                double left,
                double above,
                List<Point> lead) {
            List<Point> line = lead;
            double bottom = above;
            for (int i = 0; i < layers.size(); i++) {
                LayerPath path = new LayerPath(residual, branch, i);
                Layer layer = layers.get(i);
                line = layer instanceof Layer.Residual around
                        ? residual(path, around, left, bottom, line)
                        : box(path, height(layer), left, bottom + GAP, line);
                bottom = line.getLast().y();
            }
            return line;
        }

        private List<Point> box(LayerPath path, double height, double left, double top, List<Point> lead) {
            double centre = left + BOX_WIDTH / 2;
            boxes.add(new Box(path, left, top, height));
            edge(lead, new Point(centre, top));
            return List.of(new Point(centre, top + height));
        }

        private void edge(List<Point> lead, Point... end) {
            List<Point> points = new ArrayList<>(lead);
            points.addAll(List.of(end));
            edges.add(new Edge(points));
        }

        private List<Point> residual(
                LayerPath path, Layer.Residual around, double left, double above, List<Point> lead) {
            Point from = lead.getLast();
            double fork = above + GAP / 2;
            List<Point> body = chain(path, LayerPath.Branch.BODY, around.body(), left, above, lead);
            double right = left + width(around.body());
            double bottom = body.getLast().y();
            List<Point> aside;
            if (around.shortcut().isEmpty()) {
                double x = right + ASIDE / 2;
                aside = List.of(from, new Point(from.x(), fork), new Point(x, fork));
            } else {
                double shortcut = right + ASIDE;
                double centre = shortcut + BOX_WIDTH / 2;
                aside = chain(
                        path,
                        LayerPath.Branch.SHORTCUT,
                        around.shortcut(),
                        shortcut,
                        above,
                        List.of(from, new Point(from.x(), fork), new Point(centre, fork)));
                bottom = Math.max(bottom, aside.getLast().y());
            }
            double top = bottom + GAP;
            List<Point> out = box(path, TALL, left, top, body);
            double middle = top + TALL / 2;
            edge(aside, new Point(aside.getLast().x(), middle), new Point(left + BOX_WIDTH, middle));
            return out;
        }
    }
}
