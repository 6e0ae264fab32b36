package studio.crossbar.search.front;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Pareto dominance of points all of whose coordinates are minimised. */
public final class Dominance {

    private Dominance() {}

    /** Whether {@code a} is nowhere greater than {@code b} and somewhere less. */
    public static boolean dominates(double[] a, double[] b) {
        boolean less = false;
        for (int d = 0; d < a.length; d++) {
            if (a[d] > b[d]) {
                return false;
            }
            less |= a[d] < b[d];
        }
        return less;
    }

    /**
     * Front of each point: 0 if no other dominates it, 1 if only points of front 0 do, and so on. Efficient non-dominated
     * sorting with binary search (Zhang et al., IEEE Trans. Evol. Comput. 19, 201, 2015): in lexicographic order a point is
     * only dominated by earlier ones.
     *
     * @param points {@code [n][objectives]}
     */
    public static int[] ranks(double[][] points) {
        int[] ranks = new int[points.length];
        List<List<double[]>> fronts = new ArrayList<>();
        for (int index : lexicographic(points)) {
            double[] point = points[index];
            int low = 0;
            int high = fronts.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (isDominated(point, fronts.get(middle))) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            if (low == fronts.size()) {
                fronts.add(new ArrayList<>());
            }
            fronts.get(low).add(point);
            ranks[index] = low;
        }
        return ranks;
    }

    /** Indices of the points that no other dominates, in lexicographic order of the points. */
    public static List<Integer> front(double[][] points) {
        List<double[]> front = new ArrayList<>();
        List<Integer> indices = new ArrayList<>();
        for (int index : lexicographic(points)) {
            if (!isDominated(points[index], front)) {
                front.add(points[index]);
                indices.add(index);
            }
        }
        return indices;
    }

    private static int[] lexicographic(double[][] points) {
        Integer[] order = new Integer[points.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(
                order,
                Comparator.<Integer, double[]>comparing(i -> points[i], Arrays::compare)
                        .thenComparing(Comparator.naturalOrder()));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }

    /** The latest points are the nearest in the first objective, and the likeliest to dominate. */
    private static boolean isDominated(double[] point, List<double[]> front) {
        for (int i = front.size() - 1; i >= 0; i--) {
            if (dominates(front.get(i), point)) {
                return true;
            }
        }
        return false;
    }
}
