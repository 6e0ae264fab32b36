package studio.crossbar.training;

import studio.crossbar.design.LearningSchedule;

/**
 * Learning rate of a phase.
 *
 * @param shape how it moves
 * @param peak largest rate
 * @param steps batches of the phase
 */
record Schedule(LearningSchedule shape, double peak, long steps) {

    private static final double RISE = 0.1;
    private static final double START = 0.1;
    private static final double END = 1e-3;

    /** Rate at {@code step}, from 0. */
    double rate(long step) {
        double progress = steps <= 1 ? 1 : (double) step / (steps - 1);
        double rise = shape == LearningSchedule.ONE_CYCLE ? RISE : 0;
        return progress < rise
                ? between(peak * START, peak, progress / rise)
                : between(peak, peak * END, (progress - rise) / (1 - rise));
    }

    private static double between(double from, double to, double share) {
        return from + (to - from) * (1 - Math.cos(Math.PI * share)) / 2;
    }
}
