package studio.crossbar.network;

/** One step of a network. Layers with weights run on crossbars, the others in digital logic. */
public sealed interface Layer {

    /**
     * Shape that comes out for {@code input}.
     *
     * @throws IllegalArgumentException if the layer cannot take the input
     */
    Shape output(Shape input);

    /** A layer whose weights are a matrix of {@link #rows} crossbar rows and {@link #outputs} columns. */
    sealed interface Weighted extends Layer {

        /** Crossbar rows K: inputs of one analog sum. */
        int rows(Shape input);

        /** Columns N before the encoding. */
        int outputs();
    }

    /**
     * Convolution over time; a window is one vector on the rows, ordered tap by tap with channels fastest.
     *
     * @param outputs output channels
     * @param kernel taps
     * @param stride samples between windows
     * @param padding zeros before and after the signal
     */
    record Conv1d(int outputs, int kernel, int stride, int padding) implements Weighted {

        public Conv1d {
            requirePositive("outputs", outputs);
            requirePositive("kernel", kernel);
            requirePositive("stride", stride);
            if (padding < 0 || padding >= kernel) {
                throw new IllegalArgumentException("padding: " + padding + " is outside 0 … " + (kernel - 1));
            }
        }

        @Override
        public Shape output(Shape input) {
            int room = input.length() + 2 * padding - kernel;
            if (room < 0) {
                throw new IllegalArgumentException("kernel: " + kernel + " taps do not fit a signal of "
                        + input.length() + " samples padded by " + padding);
            }
            return new Shape(outputs, room / stride + 1);
        }

        @Override
        public int rows(Shape input) {
            return Math.multiplyExact(kernel, input.channels());
        }
    }

    /**
     * Full connection of all inputs, channels fastest.
     *
     * @param outputs output neurons
     */
    record Dense(int outputs) implements Weighted {

        public Dense {
            requirePositive("outputs", outputs);
        }

        @Override
        public Shape output(Shape input) {
            return new Shape(outputs, 1);
        }

        @Override
        public int rows(Shape input) {
            return input.size();
        }
    }

    /** Mean of each channel over time. */
    record MeanOverTime() implements Layer {

        @Override
        public Shape output(Shape input) {
            return new Shape(input.channels(), 1);
        }
    }

    /** {@code max(x, 0)}. */
    record Relu() implements Layer {

        @Override
        public Shape output(Shape input) {
            return input;
        }
    }

    /** Concatenated rectifier {@code [max(x, 0), max(−x, 0)]} (Shang et al., ICML 2016): twice the channels. */
    record ConcatRelu() implements Layer {

        @Override
        public Shape output(Shape input) {
            return new Shape(Math.multiplyExact(2, input.channels()), input.length());
        }
    }

    private static void requirePositive(String field, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(field + ": " + value + " is below 1");
        }
    }
}
