package studio.crossbar.training;

/**
 * One-cycle learning rate (Smith and Topin, 2018): a cosine rise over the first tenth, a cosine fall to nearly 0.
 *
 * @param peak largest rate
 * @param steps batches of the phase
 */
record Schedule(double peak, long steps) {

    private static final double RISE = 0.1;
    private static final double START = 0.1;
    private static final double END = 1e-3;

    /** Rate at {@code step}, from 0. */
    double rate(long step) {
        double progress = steps <= 1 ? 1 : (double) step / (steps - 1);
        return progress < RISE
                ? between(peak * START, peak, progress / RISE)
                : between(peak, peak * END, (progress - RISE) / (1 - RISE));
    }

    private static double between(double from, double to, double share) {
        return from + (to - from) * (1 - Math.cos(Math.PI * share)) / 2;
    }
}
