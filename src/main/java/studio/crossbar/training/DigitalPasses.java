package studio.crossbar.training;

import java.util.Arrays;
import studio.crossbar.network.Extent;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Shape;
import studio.crossbar.tensor.NoiseUse;

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
            int samples = run.samples;
            int channels = before.shape.channels();
            float[] x = before.output;
            for (int row = 0; row < samples * shape.length(); row++) {
                int from = row * channels;
                int to = 2 * from;
                for (int c = 0; c < channels; c++) {
                    output[to + c] = Math.max(x[from + c], 0f);
                }
                for (int c = 0; c < channels; c++) {
                    output[to + channels + c] = Math.max(-x[from + c], 0f);
                }
            }
        }

        @Override
        void backward(Run run) {
            int samples = run.samples;
            int channels = before.shape.channels();
            float[] x = before.output;
            float[] dx = before.outputGradient;
            for (int row = 0; row < samples * shape.length(); row++) {
                int from = row * channels;
                int to = 2 * from;
                for (int c = 0; c < channels; c++) {
                    dx[from + c] = x[from + c] > 0 ? outputGradient[to + c] : -outputGradient[to + channels + c];
                }
            }
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
        private final Extent kernel;
        private final Extent stride;
        private final boolean greatest;
        private final float[] count;

        Pool(Pass before, Layer.Pool layer, Shape shape, int samples) {
            super(shape, samples);
            this.before = before;
            kernel = layer.kernel();
            stride = layer.stride();
            greatest = layer instanceof Layer.MaxPool;
            count = new float[shape.channels()];
        }

        @Override
        void forward(Run run) {
            int samples = run.samples;
            int channels = shape.channels();
            float share = 1f / kernel.area();
            for (int s = 0; s < samples; s++) {
                for (int p = 0; p < shape.length(); p++) {
                    int to = (s * shape.length() + p) * channels;
                    System.arraycopy(before.output, tap(s, p, 0), output, to, channels);
                    for (int t = 1; t < kernel.area(); t++) {
                        if (greatest) {
                            raise(before.output, tap(s, p, t), output, to, channels);
                        } else {
                            add(before.output, tap(s, p, t), output, to, channels);
                        }
                    }
                    if (!greatest) {
                        for (int c = 0; c < channels; c++) {
                            output[to + c] *= share;
                        }
                    }
                }
            }
        }

        /** A maximum's gradient goes to each tap that reaches it; ties, which quantised values have, share it. */
        @Override
        void backward(Run run) {
            int samples = run.samples;
            int channels = shape.channels();
            Arrays.fill(before.outputGradient, 0, samples * before.shape.size(), 0f);
            for (int s = 0; s < samples; s++) {
                for (int p = 0; p < shape.length(); p++) {
                    int from = (s * shape.length() + p) * channels;
                    if (greatest) {
                        spreadToGreatest(s, p, from, channels);
                    } else {
                        spread(s, p, from, channels);
                    }
                }
            }
        }

        private void spread(int s, int p, int from, int channels) {
            float share = 1f / kernel.area();
            for (int t = 0; t < kernel.area(); t++) {
                int to = tap(s, p, t);
                for (int c = 0; c < channels; c++) {
                    before.outputGradient[to + c] += outputGradient[from + c] * share;
                }
            }
        }

        private void spreadToGreatest(int s, int p, int from, int channels) {
            Arrays.fill(count, 0f);
            for (int t = 0; t < kernel.area(); t++) {
                int at = tap(s, p, t);
                for (int c = 0; c < channels; c++) {
                    count[c] += before.output[at + c] == output[from + c] ? 1f : 0f;
                }
            }
            for (int c = 0; c < channels; c++) {
                count[c] = outputGradient[from + c] / Math.max(1f, count[c]);
            }
            for (int t = 0; t < kernel.area(); t++) {
                int at = tap(s, p, t);
                for (int c = 0; c < channels; c++) {
                    before.outputGradient[at + c] += before.output[at + c] == output[from + c] ? count[c] : 0f;
                }
            }
        }

        /** Index of the first channel of a tap of window {@code p}. */
        private int tap(int sample, int p, int t) {
            int y = p / shape.width() * stride.height() + t / kernel.width();
            int x = p % shape.width() * stride.width() + t % kernel.width();
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
            run.stage
                    .noise(NoiseUse.Part.VALUES, number, run.shard)
                    .uniform(0, fractions, 0, count);
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

    private static void raise(float[] from, int at, float[] into, int to, int count) {
        for (int c = 0; c < count; c++) {
            into[to + c] = Math.max(into[to + c], from[at + c]);
        }
    }
}
