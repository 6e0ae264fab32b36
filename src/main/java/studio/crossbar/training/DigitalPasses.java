package studio.crossbar.training;

import java.util.Arrays;
import studio.crossbar.network.Extent;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Shape;
import studio.crossbar.tensor.ConcatReluKernel;
import studio.crossbar.tensor.NoiseUse;
import studio.crossbar.tensor.PoolKernel;

/** Layers without weights. */
final class DigitalPasses {

    private DigitalPasses() {}

    /** {@code min(max(x, low), high)}, where no crossbar layer before it does it on the way. */
    static final class Clip extends Pass {

        private final Pass before;
        private final float low;
        private final float high;

        Clip(Pass before, Layer.Clip layer, int samples) {
            super(before.shape, samples);
            this.before = before;
            low = layer.low();
            high = layer.high();
        }

        @Override
        void forward(Run run) {
            int samples = run.samples;
            float[] x = before.output;
            for (int i = 0; i < samples * shape.size(); i++) {
                output[i] = Math.min(Math.max(x[i], low), high);
            }
        }

        @Override
        void backward(Run run) {
            int samples = run.samples;
            float[] x = before.output;
            float[] dx = before.outputGradient;
            for (int i = 0; i < samples * shape.size(); i++) {
                dx[i] = x[i] > low && x[i] < high ? outputGradient[i] : 0f;
            }
        }
    }

    /** {@code [max(x, 0), max(−x, 0)]} along the channels. */
    static final class ConcatRelu extends Pass {

        private final Pass before;

        ConcatRelu(Pass before, Shape shape, int samples) {
            super(shape, samples);
            this.before = before;
        }

        @Override
        void forward(Run run) {
            ConcatReluKernel.forward(run.samples * shape.length(), before.shape.channels(), before.output, output);
        }

        @Override
        void backward(Run run) {
            ConcatReluKernel.backward(
                    run.samples * shape.length(),
                    before.shape.channels(),
                    before.output,
                    outputGradient,
                    before.outputGradient);
        }
    }

    /** Mean of each channel over all positions. */
    static final class MeanOverTime extends Pass {

        private final Pass before;

        MeanOverTime(Pass before, Shape shape, int samples) {
            super(shape, samples);
            this.before = before;
        }

        @Override
        void forward(Run run) {
            int samples = run.samples;
            int channels = shape.channels();
            int length = before.shape.length();
            float share = 1f / length;
            for (int s = 0; s < samples; s++) {
                int to = s * channels;
                Arrays.fill(output, to, to + channels, 0f);
                for (int t = 0; t < length; t++) {
                    add(before.output, (s * length + t) * channels, output, to, channels);
                }
                for (int c = 0; c < channels; c++) {
                    output[to + c] *= share;
                }
            }
        }

        @Override
        void backward(Run run) {
            int samples = run.samples;
            int channels = shape.channels();
            int length = before.shape.length();
            float share = 1f / length;
            for (int s = 0; s < samples; s++) {
                for (int t = 0; t < length; t++) {
                    int to = (s * length + t) * channels;
                    for (int c = 0; c < channels; c++) {
                        before.outputGradient[to + c] = outputGradient[s * channels + c] * share;
                    }
                }
            }
        }
    }

    /** Greatest value or mean of windows. */
    static final class Pool extends Pass {

        private final Pass before;
        private final Extent stride;
        private final boolean greatest;
        /** Whether each input is in one window. */
        private final boolean covers;
        /** Offsets of a window's taps from its first. */
        private final int[] taps;

        Pool(Pass before, Layer.Pool layer, Shape shape, int samples) {
            super(shape, samples);
            this.before = before;
            stride = layer.stride();
            greatest = layer instanceof Layer.MaxPool;
            covers = stride.equals(layer.kernel())
                    && shape.width() * stride.width() == before.shape.width()
                    && shape.height() * stride.height() == before.shape.height();
            taps = new int[layer.kernel().area()];
            for (int t = 0; t < taps.length; t++) {
                int y = t / layer.kernel().width();
                int x = t % layer.kernel().width();
                taps[t] = (y * before.shape.width() + x) * shape.channels();
            }
        }

        @Override
        void forward(Run run) {
            int channels = shape.channels();
            for (int window = 0; window < run.samples * shape.length(); window++) {
                if (greatest) {
                    PoolKernel.max(channels, before.output, first(window), taps, output, window * channels);
                } else {
                    PoolKernel.mean(channels, before.output, first(window), taps, output, window * channels);
                }
            }
        }

        @Override
        void backward(Run run) {
            int channels = shape.channels();
            float[] dx = before.outputGradient;
            boolean add = !greatest || !covers;
            if (add) {
                Arrays.fill(dx, 0, run.samples * before.shape.size(), 0f);
            }
            for (int window = 0; window < run.samples * shape.length(); window++) {
                int at = window * channels;
                if (greatest) {
                    PoolKernel.maxBackward(
                            channels, before.output, first(window), taps, output, outputGradient, at, dx, add);
                } else {
                    PoolKernel.meanBackward(channels, first(window), taps, outputGradient, at, dx);
                }
            }
        }

        /** Index of the first channel of a window's first tap. */
        private int first(int window) {
            int sample = window / shape.length();
            int p = window % shape.length();
            int y = p / shape.width() * stride.height();
            int x = p % shape.width() * stride.width();
            return ((sample * before.shape.height() + y) * before.shape.width() + x) * shape.channels();
        }
    }

    /** Another view of the same values. */
    static final class Flatten extends Pass {

        private final Pass before;

        Flatten(Pass before, Shape shape, int samples) {
            super(shape, before.output, samples);
            this.before = before;
        }

        @Override
        void forward(Run run) {}

        @Override
        void backward(Run run) {
            int samples = run.samples;
            System.arraycopy(outputGradient, 0, before.outputGradient, 0, samples * shape.size());
        }
    }

    /** Random zeros in training. */
    static final class Dropout extends Pass {

        private final Pass before;
        private final float rate;
        private final int number;
        private final float[] fractions;

        /** @param number of the layer among the dropouts */
        Dropout(Pass before, Layer.Dropout layer, int samples, int number) {
            super(before.shape, samples);
            this.before = before;
            this.number = number;
            rate = (float) layer.rate();
            fractions = new float[output.length];
        }

        @Override
        void forward(Run run) {
            int samples = run.samples;
            int count = samples * shape.size();
            if (!run.stage.training() || rate == 0) {
                System.arraycopy(before.output, 0, output, 0, count);
                return;
            }
            run.stage.noise(NoiseUse.Part.VALUES, number, run.shard).uniform(0, fractions, 0, count);
            float scale = 1 / (1 - rate);
            for (int i = 0; i < count; i++) {
                output[i] = fractions[i] < rate ? 0f : before.output[i] * scale;
            }
        }

        @Override
        void backward(Run run) {
            int samples = run.samples;
            float scale = run.stage.training() && rate > 0 ? 1 / (1 - rate) : 1f;
            boolean random = scale != 1f;
            for (int i = 0; i < samples * shape.size(); i++) {
                before.outputGradient[i] = random && fractions[i] < rate ? 0f : outputGradient[i] * scale;
            }
        }
    }

    /** One of two readers of the same values. */
    static final class Branch extends Pass {

        Branch(Pass from, int samples) {
            super(from.shape, from.output, samples);
        }

        @Override
        void forward(Run run) {}

        @Override
        void backward(Run run) {}
    }

    /** Where a residual's branches start: their gradients meet. */
    static final class Fork extends Pass {

        private final Pass before;
        final Branch body;
        final Branch shortcut;

        Fork(Pass before, int samples) {
            super(before.shape, before.output, 0);
            this.before = before;
            body = new Branch(before, samples);
            shortcut = new Branch(before, samples);
        }

        @Override
        void forward(Run run) {}

        @Override
        void backward(Run run) {
            int samples = run.samples;
            for (int i = 0; i < samples * shape.size(); i++) {
                before.outputGradient[i] = body.outputGradient[i] + shortcut.outputGradient[i];
            }
        }
    }

    /** Where they end. */
    static final class Add extends Pass {

        private final Pass body;
        private final Pass shortcut;

        Add(Pass body, Pass shortcut, int samples) {
            super(body.shape, samples);
            this.body = body;
            this.shortcut = shortcut;
        }

        @Override
        void forward(Run run) {
            int samples = run.samples;
            for (int i = 0; i < samples * shape.size(); i++) {
                output[i] = body.output[i] + shortcut.output[i];
            }
        }

        @Override
        void backward(Run run) {
            int samples = run.samples;
            System.arraycopy(outputGradient, 0, body.outputGradient, 0, samples * shape.size());
            System.arraycopy(outputGradient, 0, shortcut.outputGradient, 0, samples * shape.size());
        }
    }

    private static void add(float[] from, int at, float[] into, int to, int count) {
        for (int c = 0; c < count; c++) {
            into[to + c] += from[at + c];
        }
    }
}
