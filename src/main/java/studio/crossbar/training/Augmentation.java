package studio.crossbar.training;

import studio.crossbar.design.Recipe;
import studio.crossbar.tensor.CounterNoise;

/**
 * Random changes of a training sample that leave its class. Images: {@link ImageAugmentation}. Signals: a gain and an offset a signal, white noise, a circular
 * shift in time, and a turn of all triaxial sensors as if the device were worn differently.
 *
 * @param strength 0 (none) … 1, see {@link Recipe#augmentation}
 * @param flip whether images are mirrored at random
 * @param rotationDegrees standard deviation of the angle of the turn
 */
record Augmentation(float strength, boolean flip, float rotationDegrees) {

    static final Augmentation NONE = new Augmentation(0, false, 0);

    /** Largest shift of a crop at strength 1, in pixels. */
    private static final int CROP = 4;

    /** Standard deviation of the gain of each signal at strength 1. */
    private static final float GAIN = 0.1f;
    /** Standard deviation of the offset of each signal at strength 1, in standard deviations of the signal. */
    private static final float OFFSET = 0.1f;
    /** Standard deviation of white noise at strength 1. */
    private static final float JITTER = 0.05f;
    /** Largest circular shift in time at strength 1, over the length. */
    private static final float SHIFT = 0.25f;
    /** Normal deviates that a turn takes: an axis and an angle. */
    private static final int TURN_DRAWS = 4;

    /**
     * Room that one thread works in.
     *
     * @param draws normal deviates of one use of a window
     * @param matrix of a turn, 3 × 3
     */
    @SuppressWarnings("ArrayRecordComponent") // Buffers; nothing compares them.
    record Scratch(float[] draws, double[] matrix) {

        /** For windows of {@code values} values in {@code channels} channels. */
        static Scratch of(int channels, int values) {
            return new Scratch(new float[Math.max(TURN_DRAWS, 2 * channels + 1 + values)], new double[9]);
        }
    }

    static Augmentation of(Recipe recipe) {
        return new Augmentation((float) recipe.augmentation(), recipe.flip(), (float) recipe.rotationDegrees());
    }

    /** Whether anything is changed at all. */
    boolean active() {
        return strength > 0 || flip || rotationDegrees > 0;
    }

    /**
     * Writes a changed copy of window {@code index}; allocates nothing for signals.
     *
     * @param into receives {@code [length, channels]}
     * @param noise randomness of this use of the window; not read where nothing is changed
     * @param scratch of the caller's thread
     */
    void apply(Windows windows, int index, float[] into, CounterNoise noise, Scratch scratch) {
        if (windows.images()) {
            new ImageAugmentation(
                            windows.height(), windows.width(), windows.channels(), Math.round(CROP * strength), flip)
                    .apply(
                            windows.values(),
                            index * into.length,
                            windows.standardisation().mean(),
                            windows.standardisation().deviation(),
                            into,
                            0,
                            noise,
                            0);
            return;
        }
        if (strength > 0) {
            distort(windows, index * into.length, into, noise, scratch.draws());
        } else {
            windows.copy(index, into);
        }
        if (rotationDegrees > 0) {
            turn(windows, into, noise, scratch);
        }
    }

    private void distort(Windows windows, int from, float[] into, CounterNoise noise, float[] draws) {
        int channels = windows.channels();
        int length = windows.length();
        noise.gaussian(TURN_DRAWS, draws, 0, 2 * channels + 1 + into.length);
        int shift =
                Math.floorMod((int) (Math.clamp(draws[2 * channels], -2, 2) / 2 * SHIFT * strength * length), length);
        for (int t = 0; t < length; t++) {
            int source = from + (t + shift) % length * channels;
            for (int c = 0; c < channels; c++) {
                float gain = 1 + GAIN * strength * draws[c];
                float offset = OFFSET * strength * draws[channels + c];
                float jitter = JITTER * strength * draws[2 * channels + 1 + t * channels + c];
                into[t * channels + c] = gain * windows.values()[source + c] + offset + jitter;
            }
        }
    }

    /** Turns the signals in their physical units, all sensors alike. */
    private void turn(Windows windows, float[] into, CounterNoise noise, Scratch scratch) {
        float[] draws = scratch.draws();
        double[] matrix = scratch.matrix();
        noise.gaussian(0, draws, 0, TURN_DRAWS);
        rotation(draws[0], draws[1], draws[2], Math.toRadians(rotationDegrees) * draws[3], matrix);
        float[] mean = windows.standardisation().mean();
        float[] deviation = windows.standardisation().deviation();
        for (int i = 0; i < windows.triads().size(); i++) {
            int first = windows.triads().get(i);
            for (int at = first; at < into.length; at += windows.channels()) {
                double x = into[at] * deviation[first] + mean[first];
                double y = into[at + 1] * deviation[first + 1] + mean[first + 1];
                double z = into[at + 2] * deviation[first + 2] + mean[first + 2];
                for (int axis = 0; axis < 3; axis++) {
                    double turned = matrix[3 * axis] * x + matrix[3 * axis + 1] * y + matrix[3 * axis + 2] * z;
                    into[at + axis] = (float) ((turned - mean[first + axis]) / deviation[first + axis]);
                }
            }
        }
    }

    /** Writes the rotation by {@code angle} about the axis (x, y, z), row by row: Rodrigues' formula. */
    static void rotation(double x, double y, double z, double angle, double[] into) {
        double norm = Math.max(Math.sqrt(x * x + y * y + z * z), 1e-12);
        double a = x / norm;
        double b = y / norm;
        double c = z / norm;
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double rest = 1 - cos;
        into[0] = cos + a * a * rest;
        into[1] = a * b * rest - c * sin;
        into[2] = a * c * rest + b * sin;
        into[3] = a * b * rest + c * sin;
        into[4] = cos + b * b * rest;
        into[5] = b * c * rest - a * sin;
        into[6] = a * c * rest - b * sin;
        into[7] = b * c * rest + a * sin;
        into[8] = cos + c * c * rest;
    }
}
