package studio.crossbar.bench;

import java.util.Locale;

/** Times a call by repetition. */
final class Bench {

    private static final int RUNS = 30;

    private Bench() {}

    /**
     * Seconds a call takes: the best of {@value #RUNS} runs of about 5 ms, the first ones being the warm-up.
     *
     * @param estimate seconds a call is expected to take
     */
    static double seconds(double estimate, Runnable call) {
        long calls = Math.max(1, (long) (5e-3 / estimate));
        double best = Double.POSITIVE_INFINITY;
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            for (long i = 0; i < calls; i++) {
                call.run();
            }
            best = Math.min(best, (System.nanoTime() - start) * 1e-9 / calls);
        }
        return best;
    }

    static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
