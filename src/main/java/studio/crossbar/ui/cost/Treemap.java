package studio.crossbar.ui.cost;

import java.util.ArrayList;
import java.util.List;

/**
 * Divides a rectangle into parts whose areas are in proportion to given values and whose shapes are as near to squares as can
 * be had (Bruls, Huizing and van Wijk, "Squarified treemaps", VisSym 2000). Takes time in proportion to the square of the
 * number of values at most.
 */
final class Treemap {

    private Treemap() {}

    /** A rectangle; y grows downwards. */
    record Box(double x, double y, double width, double height) {

        double area() {
            return width * height;
        }

        boolean holds(double px, double py) {
            return px >= x && px < x + width && py >= y && py < y + height;
        }

        /** What is left inside a border, and below a heading; never negative. */
        Box inset(double border, double heading) {
            return new Box(
                    x + border, y + heading, Math.max(0, width - 2 * border), Math.max(0, height - heading - border));
        }
    }

    /**
     * Divides {@code whole}.
     *
     * @param values above 0, falling
     * @return one box a value, in their order
     */
    static List<Box> divide(Box whole, List<Double> values) {
        double sum = values.stream().mapToDouble(Double::doubleValue).sum();
        List<Box> boxes = new ArrayList<>();
        double scale = sum == 0 ? 0 : whole.area() / sum;
        Box rest = whole;
        int from = 0;
        while (from < values.size()) {
            double side = Math.min(rest.width(), rest.height());
            int to = from + 1;
            double strip = values.get(from) * scale;
            while (to < values.size()) {
                double next = strip + values.get(to) * scale;
                if (worst(values, from, to + 1, scale, next, side) > worst(values, from, to, scale, strip, side)) {
                    break;
                }
                strip = next;
                to++;
            }
            rest = place(values, from, to, scale, strip, rest, boxes);
            from = to;
        }
        return boxes;
    }

    /** Largest ratio of the sides in a strip of the values {@code from … to − 1} along {@code side}. */
    private static double worst(List<Double> values, int from, int to, double scale, double strip, double side) {
        double largest = values.get(from) * scale;
        double smallest = values.get(to - 1) * scale;
        double square = side * side;
        return Math.max(square * largest / (strip * strip), strip * strip / (square * smallest));
    }

    /** Lays a strip along the shorter side of {@code rest} and returns what is left. */
    private static Box place(
            List<Double> values, int from, int to, double scale, double strip, Box rest, List<Box> boxes) {
        boolean upright = rest.width() >= rest.height();
        double side = upright ? rest.height() : rest.width();
        double thickness = side == 0 ? 0 : strip / side;
        double at = 0;
        for (int i = from; i < to; i++) {
            double length = thickness == 0 ? 0 : values.get(i) * scale / thickness;
            boxes.add(
                    upright
                            ? new Box(rest.x(), rest.y() + at, thickness, length)
                            : new Box(rest.x() + at, rest.y(), length, thickness));
            at += length;
        }
        return upright
                ? new Box(rest.x() + thickness, rest.y(), Math.max(0, rest.width() - thickness), rest.height())
                : new Box(rest.x(), rest.y() + thickness, rest.width(), Math.max(0, rest.height() - thickness));
    }
}
