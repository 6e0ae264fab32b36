package studio.crossbar.training;

import java.util.ArrayList;
import java.util.List;

/**
 * Which classes a classifier takes for which.
 *
 * @param draws how often every window was classified: once by a float network, once by each programmed chip; at least 1
 * @param counts {@code [classes × classes]}, a row a true class, a column a class that was chosen, summed over the draws
 */
public record Confusion(int draws, List<Integer> counts) {

    public Confusion {
        counts = List.copyOf(counts);
        if (draws < 1) {
            throw new IllegalArgumentException("draws: " + draws + " is not at least 1");
        }
        int classes = (int) Math.round(Math.sqrt(counts.size()));
        if (counts.isEmpty() || classes * classes != counts.size()) {
            throw new IllegalArgumentException(
                    "counts: " + counts.size() + " entries are not as many rows as columns of at least one class");
        }
        for (int row = 0; row < classes; row++) {
            long total = 0;
            for (int count : counts.subList(row * classes, (row + 1) * classes)) {
                if (count < 0) {
                    throw new IllegalArgumentException("counts: " + count + " is negative");
                }
                total += count;
            }
            if (total % draws != 0) {
                throw new IllegalArgumentException("counts: " + total + " windows of class " + row
                        + " are not the same number in each of " + draws + " draws");
            }
        }
    }

    /**
     * Counts one classification.
     *
     * @param labels true class of each window, from 0
     * @param chosen class that each was taken for, from 0
     * @param classes number of classes, at least 1
     * @throws IllegalArgumentException if the lengths differ or a class is none
     */
    public static Confusion count(int[] labels, int[] chosen, int classes) {
        if (labels.length != chosen.length) {
            throw new IllegalArgumentException(
                    "chosen: " + chosen.length + " entries for " + labels.length + " labels");
        }
        Integer[] counts = new Integer[classes * classes];
        java.util.Arrays.fill(counts, 0);
        for (int i = 0; i < labels.length; i++) {
            requireClass("labels", labels[i], classes);
            requireClass("chosen", chosen[i], classes);
            counts[labels[i] * classes + chosen[i]]++;
        }
        return new Confusion(1, List.of(counts));
    }

    private static void requireClass(String name, int value, int classes) {
        if (value < 0 || value >= classes) {
            throw new IllegalArgumentException(name + ": " + value + " is outside 0 … " + (classes - 1));
        }
    }

    /**
     * Both together, as if all draws had been counted here.
     *
     * @throws IllegalArgumentException if {@code other} has another number of classes
     */
    public Confusion plus(Confusion other) {
        if (other.counts.size() != counts.size()) {
            throw new IllegalArgumentException("counts: " + other.classes() + " classes beside " + classes());
        }
        List<Integer> sum = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            sum.add(Math.addExact(counts.get(i), other.counts.get(i)));
        }
        return new Confusion(draws + other.draws, sum);
    }

    /** Number of classes. */
    public int classes() {
        return (int) Math.round(Math.sqrt(counts.size()));
    }

    /** Windows of class {@code row} that were taken for {@code column}, mean over the draws. */
    public double mean(int row, int column) {
        return (double) counts.get(row * classes() + column) / draws;
    }

    /** Windows of class {@code row}. */
    public int windows(int row) {
        return (int) (sumOfRow(row) / draws);
    }

    /** Share of the windows of class {@code row} that were taken for {@code column}, 0 … 1; NaN if there are none. */
    public double share(int row, int column) {
        return (double) counts.get(row * classes() + column) / sumOfRow(row);
    }

    /** Share of the windows of a class that were recognised; NaN if there are none. */
    public double recall(int row) {
        return share(row, row);
    }

    /** Share of the windows taken for a class that are of it; NaN if none was taken for it. */
    public double precision(int column) {
        long taken = 0;
        for (int row = 0; row < classes(); row++) {
            taken += counts.get(row * classes() + column);
        }
        return (double) counts.get(column * classes() + column) / taken;
    }

    /** Share of all windows that were classified rightly, mean over the draws; NaN if there are none. */
    public double accuracy() {
        long right = 0;
        long all = 0;
        for (int row = 0; row < classes(); row++) {
            right += counts.get(row * classes() + row);
            all += sumOfRow(row);
        }
        return (double) right / all;
    }

    private long sumOfRow(int row) {
        long sum = 0;
        for (int count : counts.subList(row * classes(), (row + 1) * classes())) {
            sum += count;
        }
        return sum;
    }
}
