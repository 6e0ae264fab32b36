package studio.crossbar.search.front;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Exact volume that points dominate, up to a reference (Zitzler and Thiele, PPSN 1998), by slicing the last objective
 * (While et al., IEEE Trans. Evol. Comput. 10, 29, 2006) down to a staircase in two: n log n in two and three objectives,
 * n² log n in four.
 */
public final class Hypervolume {

    private Hypervolume() {}

    /**
     * The volume.
     *
     * @param points {@code [n][objectives]}, minimised; what lies beyond the reference counts nothing
     * @param reference {@code [objectives]}, 1 … 4 of them
     */
    public static double of(double[][] points, double[] reference) {
        if (reference.length < 1 || reference.length > 4) {
            throw new IllegalArgumentException(
                    "objectives: " + reference.length + " is outside 1 … 4; choose fewer objectives");
        }
        double[][] inside = Arrays.stream(points)
                .filter(point -> isInside(point, reference))
                .toArray(double[][]::new);
        return volume(inside, reference);
    }

    /** What {@code point} adds to the volume of {@code front}. */
    public static double improvement(double[] point, double[][] front, double[] reference) {
        if (!isInside(point, reference)) {
            return 0;
        }
        double box = 1;
        for (int d = 0; d < reference.length; d++) {
            box *= reference[d] - point[d];
        }
        double[][] limited = new double[front.length][];
        for (int i = 0; i < front.length; i++) {
            limited[i] = new double[reference.length];
            for (int d = 0; d < reference.length; d++) {
                limited[i][d] = Math.max(front[i][d], point[d]);
            }
        }
        return Math.max(0, box - of(limited, reference));
    }

    private static boolean isInside(double[] point, double[] reference) {
        for (int d = 0; d < reference.length; d++) {
            if (!(point[d] < reference[d])) {
                return false;
            }
        }
        return true;
    }

    private static double volume(double[][] points, double[] reference) {
        if (points.length == 0) {
            return 0;
        }
        int dimensions = reference.length;
        if (dimensions == 1) {
            return reference[0]
                    - Arrays.stream(points).mapToDouble(p -> p[0]).min().orElse(reference[0]);
        }
        double[][] sorted = points.clone();
        Arrays.sort(sorted, Comparator.comparingDouble(point -> point[dimensions - 1]));
        return dimensions <= 3 ? staircase(sorted, reference) : slices(sorted, reference);
    }

    /** Two or three objectives: the area of a staircase, integrated over the third. */
    private static double staircase(double[][] sorted, double[] reference) {
        int last = reference.length - 1;
        if (last == 1) {
            double area = 0;
            double best = reference[0];
            for (double[] point : sorted) {
                if (point[0] < best) {
                    area += (best - point[0]) * (reference[1] - point[1]);
                    best = point[0];
                }
            }
            return area;
        }
        Staircase stairs = new Staircase(reference[0], reference[1]);
        double volume = 0;
        for (int i = 0; i < sorted.length; i++) {
            stairs.add(sorted[i][0], sorted[i][1]);
            double next = i + 1 < sorted.length ? sorted[i + 1][2] : reference[2];
            volume += stairs.area * (next - sorted[i][2]);
        }
        return volume;
    }

    private static double slices(double[][] sorted, double[] reference) {
        int last = reference.length - 1;
        double[] lower = Arrays.copyOf(reference, last);
        List<double[]> front = new ArrayList<>();
        double volume = 0;
        double area = 0;
        for (int i = 0; i < sorted.length; i++) {
            double[] projected = Arrays.copyOf(sorted[i], last);
            if (front.stream().noneMatch(other -> covers(other, projected))) {
                front.removeIf(other -> covers(projected, other));
                front.add(projected);
                area = volume(front.toArray(double[][]::new), lower);
            }
            double next = i + 1 < sorted.length ? sorted[i + 1][last] : reference[last];
            volume += area * (next - sorted[i][last]);
        }
        return volume;
    }

    private static boolean covers(double[] a, double[] b) {
        for (int d = 0; d < a.length; d++) {
            if (a[d] > b[d]) {
                return false;
            }
        }
        return true;
    }

    /** Non-dominated points of two objectives and the area that they dominate. */
    private static final class Staircase {

        /** Second coordinate by the first; falls as that rises. */
        private final TreeMap<Double, Double> steps = new TreeMap<>();

        private final double right;
        private final double top;
        private double area;

        Staircase(double right, double top) {
            this.right = right;
            this.top = top;
        }

        void add(double x, double y) {
            Map.Entry<Double, Double> left = steps.floorEntry(x);
            double height = left == null ? top : left.getValue();
            if (height <= y) {
                return;
            }
            // The new step covers the strip between its y and what was there, as far to the right as it is lower.
            double from = x;
            Map.Entry<Double, Double> next = steps.ceilingEntry(x);
            while (next != null && next.getValue() >= y) {
                area += (next.getKey() - from) * (height - y);
                from = next.getKey();
                height = next.getValue();
                steps.remove(next.getKey());
                next = steps.higherEntry(from);
            }
            area += ((next == null ? right : next.getKey()) - from) * (height - y);
            steps.put(x, y);
        }
    }
}
