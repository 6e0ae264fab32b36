package studio.crossbar.training;

import studio.crossbar.hardware.InputCoding;
import studio.crossbar.tensor.CounterNoise;

/** Copies windows into a network's input: augmented where wanted, split where the DACs are unsigned. */
final class InputStage {

    private final Windows windows;
    private final InputCoding coding;
    private final Augmentation augmentation;
    private final float[] window;

    InputStage(Windows windows, InputCoding coding, Augmentation augmentation) {
        this.windows = windows;
        this.coding = coding;
        this.augmentation = augmentation;
        window = new float[windows.channels() * windows.length()];
    }

    /**
     * Writes window {@code index} as sample {@code sample} of {@code input}.
     *
     * @param noise randomness of this use of the window; not read without augmentation
     */
    void load(int index, float[] input, int sample, CounterNoise noise) {
        int size = window.length;
        augmentation.apply(windows, index, window, noise);
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
}
