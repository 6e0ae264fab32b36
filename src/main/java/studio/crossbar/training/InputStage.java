package studio.crossbar.training;

import studio.crossbar.hardware.InputCoding;
import studio.crossbar.network.Shape;
import studio.crossbar.tensor.NoiseUse;

/** Copies samples into a lane's input: augmented where wanted, split where the DACs are unsigned. */
final class InputStage {

    private final InputCoding coding;
    private final int channels;
    private final int length;
    private final float[] window;
    private final Augmentation.Scratch scratch;

    /** @param shape of the network's input */
    InputStage(InputCoding coding, Shape shape) {
        this.coding = coding;
        channels = shape.channels() / coding.channelsPerSignal();
        length = shape.length();
        window = new float[channels * length];
        scratch = Augmentation.Scratch.of(channels, window.length);
    }

    /**
     * Writes window {@code index} as sample {@code sample} of {@code input}.
     *
     * @param seed of the augmentation
     * @param place counts the uses of windows, so that each has randomness of its own
     */
    void load(Windows windows, int index, Augmentation augmentation, long seed, int place, float[] input, int sample) {
        int size = window.length;
        int at = sample * size * coding.channelsPerSignal();
        if (augmentation.active()) {
            augmentation.apply(
                    windows, index, window, NoiseUse.AUGMENTATION.noise(seed, NoiseUse.Part.VALUES, 0, place), scratch);
        } else {
            windows.copy(index, window);
        }
        if (coding == InputCoding.SIGNED) {
            System.arraycopy(window, 0, input, at, size);
            return;
        }
        for (int t = 0; t < length; t++) {
            int to = at + 2 * t * channels;
            int source = t * channels;
            for (int c = 0; c < channels; c++) {
                float x = window[source + c];
                input[to + c] = Math.max(x, 0f);
                input[to + channels + c] = Math.max(-x, 0f);
            }
        }
    }
}
