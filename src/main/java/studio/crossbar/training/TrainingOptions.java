package studio.crossbar.training;

import org.jspecify.annotations.Nullable;

/**
 * What a training is given beside design and data.
 *
 * @param threads that it may use, the caller's included, 1 … 1024; results do not depend on them
 * @param parent network whose learned values it starts from where shapes and signs agree, see {@link Inheritance}; null to
 *     start from random ones
 */
public record TrainingOptions(int threads, @Nullable TrainedNetwork parent) {

    private static final int MOST_THREADS = 1024;

    public TrainingOptions {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new IllegalArgumentException("threads: " + threads + " is outside 1 … " + MOST_THREADS);
        }
    }

    /** One thread a processor, random values. */
    public static TrainingOptions standard() {
        return new TrainingOptions(Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()), null);
    }
}
