package studio.crossbar.device;

import studio.crossbar.tensor.CounterNoise;

/**
 * Where an array's deviates lie in its stream: what a deviate is for, the programming cycle, the attempt within it and
 * the device, each in bits of its own, so that none is used twice and all can be drawn in any order.
 */
final class Positions {

    /** Programming cycles of one array. */
    static final int MOST_CYCLES = 1 << 16;

    /** Attempts of one programming cycle. */
    static final int MOST_ATTEMPTS = 1 << 8;

    private static final int DEVICE_BITS = 31;
    private static final int ATTEMPT_BITS = 8;
    private static final int CYCLE_BITS = 16;

    /** What a deviate decides. */
    enum Part {
        STUCK,
        DEVICE,
        CYCLE,
        DRIFT
    }

    private Positions() {}

    private static long first(Part part, int cycle, int attempt) {
        return (((long) part.ordinal() << CYCLE_BITS | cycle) << ATTEMPT_BITS | attempt) << DEVICE_BITS;
    }

    static float[] gaussian(CounterNoise noise, Part part, int cycle, int attempt, int devices) {
        float[] deviates = new float[devices];
        noise.gaussian(first(part, cycle, attempt), deviates, 0, devices);
        return deviates;
    }

    static float[] uniform(CounterNoise noise, Part part, int devices) {
        float[] fractions = new float[devices];
        noise.uniform(first(part, 0, 0), fractions, 0, devices);
        return fractions;
    }
}
