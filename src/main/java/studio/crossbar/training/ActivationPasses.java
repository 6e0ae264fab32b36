package studio.crossbar.training;

import studio.crossbar.network.Shape;

/** Layers without weights. */
final class ActivationPasses {

    private ActivationPasses() {}

    /** {@code max(x, 0)}. */
    static final class Relu extends Pass {

        private final Pass before;

        Relu(Pass before, int samples) {
            super(before.shape, samples);
            this.before = before;
        }

        @Override
        void forward(int samples, Stage stage) {
            float[] x = before.output;
            for (int i = 0; i < samples * shape.size(); i++) {
                output[i] = Math.max(x[i], 0f);
            }
        }

        @Override
        void backward(int samples, Stage stage) {
            float[] x = before.output;
            float[] dx = before.outputGradient;
            for (int i = 0; i < samples * shape.size(); i++) {
                dx[i] = x[i] > 0 ? outputGradient[i] : 0f;
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
        void forward(int samples, Stage stage) {
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
        void backward(int samples, Stage stage) {
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

    /** Mean of each channel over time. */
    static final class MeanOverTime extends Pass {

        private final Pass before;

        MeanOverTime(Pass before, Shape shape, int samples) {
            super(shape, samples);
            this.before = before;
        }

        @Override
        void forward(int samples, Stage stage) {
            int channels = shape.channels();
            int length = before.shape.length();
            float share = 1f / length;
            for (int s = 0; s < samples; s++) {
                int to = s * channels;
                for (int c = 0; c < channels; c++) {
                    output[to + c] = 0;
                }
                for (int t = 0; t < length; t++) {
                    int from = (s * length + t) * channels;
                    for (int c = 0; c < channels; c++) {
                        output[to + c] += before.output[from + c];
                    }
                }
                for (int c = 0; c < channels; c++) {
                    output[to + c] *= share;
                }
            }
        }

        @Override
        void backward(int samples, Stage stage) {
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
}
