package studio.crossbar.training;

import studio.crossbar.hardware.InputCoding;
import studio.crossbar.tensor.CounterNoise;

/** Copies windows into a network's input: augmented where wanted, split where the DACs are unsigned. */
final class InputStage {

    /** Standard deviation of the gain of each signal at strength 1. */
    private static final float GAIN = 0.1f;
    /** Standard deviation of the offset of each signal at strength 1, in standard deviations of the signal. */
    private static final float OFFSET = 0.1f;
    /** Standard deviation of white noise at strength 1. */
    private static final float JITTER = 0.05f;
    /** Largest circular shift in time at strength 1, over the length. */
    private static final float SHIFT = 0.25f;

    private final Windows windows;
    private final InputCoding coding;
    private final float strength;
    private final float[] window;

    InputStage(Windows windows, InputCoding coding, double augmentation) {
        this.windows = windows;
        this.coding = coding;
        this.strength = (float) augmentation;
        window = new float[windows.channels() * windows.length()];
    }

    /**
     * Writes window {@code index} as sample {@code sample} of {@code input}.
     *
     * @param noise randomness of this use of the window; not read without augmentation
     */
    void load(int index, float[] input, int sample, CounterNoise noise) {
        int size = window.length;
        System.arraycopy(windows.signals(), index * size, window, 0, size);
        if (strength > 0) {
            augment(index * size, noise);
        }
        int at = sample * size * coding.channelsPerSignal();
        if (coding == InputCoding.SIGNED) {
            System.arraycopy(window, 0, input, at, size);
            return;
        }
        int channels = windows.channels();
        for (int t = 0; t < windows.length(); t++) {
            int to = at + 2 * t * channels;
            for (int c = 0; c < channels; c++) {
                float x = window[t * channels + c];
                input[to + c] = Math.max(x, 0f);
                input[to + channels + c] = Math.max(-x, 0f);
            }
        }
    }

    private void augment(int from, CounterNoise noise) {
        int channels = windows.channels();
        int length = windows.length();
        float[] draws = new float[2 * channels + 1 + window.length];
        noise.gaussian(0, draws, 0, draws.length);
        int shift =
                Math.floorMod((int) (Math.clamp(draws[2 * channels], -2, 2) / 2 * SHIFT * strength * length), length);
        for (int t = 0; t < length; t++) {
            int source = from + (t + shift) % length * channels;
            for (int c = 0; c < channels; c++) {
                float gain = 1 + GAIN * strength * draws[c];
                float offset = OFFSET * strength * draws[channels + c];
                float jitter = JITTER * strength * draws[2 * channels + 1 + t * channels + c];
                window[t * channels + c] = gain * windows.signals()[source + c] + offset + jitter;
            }
        }
    }
}
