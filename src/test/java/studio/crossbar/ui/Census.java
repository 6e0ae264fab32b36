package studio.crossbar.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * What a window holds at a time.
 *
 * @param seconds since the run's start
 * @param heapKibibytes in use after collections
 * @param nodes of all windows' scenes
 * @param listeners of the session's, the training's and the jobs' values
 * @param threads of the process
 * @param kept closed projects that the collector could not take
 */
record Census(double seconds, long heapKibibytes, long nodes, long listeners, long threads, long kept) {

    /**
     * How much may be more at the end of a run's second half than at its start.
     *
     * @param heapKibibytes for caches that are still filled
     */
    record Bounds(long heapKibibytes, long nodes, long listeners, long threads, long kept) {}

    /** What grew by more than {@code bounds} over the second half of {@code run}, in words; empty if nothing did. */
    static List<String> grown(List<Census> run, Bounds bounds) {
        List<Census> half = run.subList(run.size() / 2, run.size());
        List<String> grown = new ArrayList<>();
        check(grown, half, "heap, KiB", Census::heapKibibytes, bounds.heapKibibytes());
        check(grown, half, "nodes", Census::nodes, bounds.nodes());
        check(grown, half, "listeners", Census::listeners, bounds.listeners());
        check(grown, half, "threads", Census::threads, bounds.threads());
        check(grown, half, "closed projects kept", Census::kept, bounds.kept());
        return grown;
    }

    /** The least of two neighbours is compared: what is being dropped at the moment counts not. */
    private static void check(
            List<String> grown, List<Census> half, String name, ToLongFunction<Census> figure, long bound) {
        int last = half.size() - 1;
        int step = half.size() > 3 ? 1 : 0;
        long from = Math.min(figure.applyAsLong(half.getFirst()), figure.applyAsLong(half.get(step)));
        long to = Math.min(figure.applyAsLong(half.get(last)), figure.applyAsLong(half.get(last - step)));
        if (to - from > bound) {
            grown.add(String.format(Locale.ROOT, "%s: from %,d to %,d, more than %,d", name, from, to, bound));
        }
    }

    /** One line a census. */
    static String table(List<Census> run) {
        StringBuilder text =
                new StringBuilder(" seconds   heap, KiB   nodes  listeners  threads  closed projects kept\n");
        run.forEach(one -> text.append(one.line()).append('\n'));
        return text.toString();
    }

    String line() {
        return String.format(
                Locale.ROOT, "%8.0f %,11d %,7d %10d %8d %21d", seconds, heapKibibytes, nodes, listeners, threads, kept);
    }
}
