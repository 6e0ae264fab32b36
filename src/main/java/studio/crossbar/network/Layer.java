package studio.crossbar.network;

import java.util.List;

/** One step of a network. Layers with weights run on crossbars, the others in digital logic. */
public sealed interface Layer {

    /**
     * Shape that comes out for {@code input}.
     *
     * @throws IllegalArgumentException if the layer cannot take the input
     */
    Shape output(Shape input);

    /** Whether what comes out is never negative; by default what goes in decides. */
    default boolean unsignedOutput(boolean unsignedInput) {
        return unsignedInput;
    }

    /** A layer whose weights are a matrix of {@link #rows} crossbar rows and {@link #outputs} columns. */
    sealed interface Weighted extends Layer {

        /** Crossbar rows K: inputs of one analog sum. */
        default int rows(Shape input) {
            return Math.multiplyExact(window(input).kernel().area(), input.channels() / groups());
        }

        /** Columns N before the encoding. */
        int outputs();

        /** Parts of the channels, each of which feeds its own part of the outputs. */
        default int groups() {
            return 1;
        }

        /** Which inputs one vector on the rows is gathered from. */
        Window window(Shape input);

        @Override
        default Shape output(Shape input) {
            requireGroups(input.channels(), outputs(), groups());
            return window(input).output(outputs(), input);
        }

        @Override
        default boolean unsignedOutput(boolean unsignedInput) {
            return false;
        }
    }

    /**
     * Convolution over time; a window is one vector on the rows, ordered tap by tap with channels fastest.
     *
     * @param outputs output channels
     * @param kernel taps
     * @param stride samples between windows
     * @param padding zeros before and after the signal
     * @param dilation samples between taps
     * @param groups parts of the channels; as many as input channels for a depthwise convolution
     */
    record Conv1d(int outputs, int kernel, int stride, int padding, int dilation, int groups) implements Weighted {

        public Conv1d {
            requirePositive("outputs", outputs);
            requirePositive("groups", groups);
            window(kernel, stride, padding, dilation);
        }

        /** Without dilation or groups. */
        public Conv1d(int outputs, int kernel, int stride, int padding) {
            this(outputs, kernel, stride, padding, 1, 1);
        }

        @Override
        public Window window(Shape input) {
            if (input.height() != 1) {
                throw new IllegalArgumentException("conv1d takes signals; use conv2d for images");
            }
            return window(kernel, stride, padding, dilation);
        }

        private static Window window(int kernel, int stride, int padding, int dilation) {
            return new Window(
                    new Extent(1, kernel), new Extent(1, stride), new Extent(0, padding), new Extent(1, dilation));
        }
    }

    /**
     * Convolution over images; a window is one vector on the rows, ordered tap by tap (row by row) with channels fastest.
     *
     * @param outputs output channels
     * @param kernel taps
     * @param stride positions between windows
     * @param padding zeros around the image
     * @param dilation positions between taps
     * @param groups parts of the channels; as many as input channels for a depthwise convolution
     */
    record Conv2d(int outputs, Extent kernel, Extent stride, Extent padding, Extent dilation, int groups)
            implements Weighted {

        public Conv2d {
            requirePositive("outputs", outputs);
            requirePositive("groups", groups);
            new Window(kernel, stride, padding, dilation);
        }

        /** A square kernel whose padding keeps the size, divided by {@code stride}. */
        public static Conv2d same(int outputs, int kernel, int stride) {
            return new Conv2d(
                    outputs, Extent.square(kernel), Extent.square(stride), Extent.square(kernel / 2), Extent.ONE, 1);
        }

        /** The same with one group a channel. */
        public static Conv2d depthwise(int channels, int kernel, int stride) {
            return new Conv2d(
                    channels,
                    Extent.square(kernel),
                    Extent.square(stride),
                    Extent.square(kernel / 2),
                    Extent.ONE,
                    channels);
        }

        @Override
        public Window window(Shape input) {
            return new Window(kernel, stride, padding, dilation);
        }
    }

    /**
     * Full connection of all inputs, position by position with channels fastest.
     *
     * @param outputs output neurons
     */
    record Dense(int outputs) implements Weighted {

        public Dense {
            requirePositive("outputs", outputs);
        }

        @Override
        public Window window(Shape input) {
            return Window.whole(input);
        }
    }

    /** A layer that makes one value of a window of each channel. */
    sealed interface Pool extends Layer {

        Extent kernel();

        Extent stride();

        @Override
        default Shape output(Shape input) {
            return new Window(kernel(), stride(), Extent.ZERO, Extent.ONE).output(input.channels(), input);
        }
    }

    /**
     * Greatest value of each window.
     *
     * @param kernel size of a window
     * @param stride positions between windows
     */
    record MaxPool(Extent kernel, Extent stride) implements Pool {

        public MaxPool {
            kernel.atLeast("kernel", 1);
            stride.atLeast("stride", 1);
        }
    }

    /**
     * Mean of each window.
     *
     * @param kernel size of a window
     * @param stride positions between windows
     */
    record AveragePool(Extent kernel, Extent stride) implements Pool {

        public AveragePool {
            kernel.atLeast("kernel", 1);
            stride.atLeast("stride", 1);
        }
    }

    /** Mean of each channel over all positions: over time, or the global average of an image. */
    record MeanOverTime() implements Layer {

        @Override
        public Shape output(Shape input) {
            return new Shape(input.channels(), 1);
        }
    }

    /** A function of each value, {@code min(max(x, low), high)}. */
    sealed interface Clip extends Layer {

        /** Lowest result, or −∞. */
        float low();

        /** Highest result, or ∞. */
        float high();

        @Override
        default Shape output(Shape input) {
            return input;
        }

        @Override
        default boolean unsignedOutput(boolean unsignedInput) {
            return unsignedInput || low() >= 0;
        }
    }

    /** {@code max(x, 0)}. */
    record Relu() implements Clip {

        @Override
        public float low() {
            return 0;
        }

        @Override
        public float high() {
            return Float.POSITIVE_INFINITY;
        }
    }

    /**
     * {@code min(max(x, 0), limit)}.
     *
     * @param limit above 0
     */
    record ReluN(double limit) implements Clip {

        public ReluN {
            if (!(limit > 0 && limit <= 1e6)) {
                throw new IllegalArgumentException("limit: " + limit + " is not above 0 and at most 1000000");
            }
        }

        @Override
        public float low() {
            return 0;
        }

        @Override
        public float high() {
            return (float) limit;
        }
    }

    /** {@code min(max(x, −1), 1)}. */
    record HardTanh() implements Clip {

        @Override
        public float low() {
            return -1;
        }

        @Override
        public float high() {
            return 1;
        }
    }

    /** Concatenated rectifier {@code [max(x, 0), max(−x, 0)]} (Shang et al., ICML 2016): twice the channels. */
    record ConcatRelu() implements Layer {

        @Override
        public Shape output(Shape input) {
            return new Shape(Math.multiplyExact(2, input.channels()), input.height(), input.width());
        }

        @Override
        public boolean unsignedOutput(boolean unsignedInput) {
            return true;
        }
    }

    /** All values as one vector, position by position with channels fastest. */
    record Flatten() implements Layer {

        @Override
        public Shape output(Shape input) {
            return new Shape(input.size(), 1);
        }
    }

    /**
     * Zeroes values at random in training and scales the others up (Srivastava et al., JMLR 2014); nothing in inference.
     *
     * @param rate probability of a zero, 0 … 0.95
     */
    record Dropout(double rate) implements Layer {

        public Dropout {
            if (!(rate >= 0 && rate <= 0.95)) {
                throw new IllegalArgumentException("rate: " + rate + " is outside 0 … 0.95");
            }
        }

        @Override
        public Shape output(Shape input) {
            return input;
        }
    }

    /**
     * Sum of two branches that start from the same input (He et al., CVPR 2016).
     *
     * @param body layers of one branch, at least one
     * @param shortcut layers of the other; empty passes the input on
     */
    record Residual(List<Layer> body, List<Layer> shortcut) implements Layer {

        public Residual {
            body = List.copyOf(body);
            shortcut = List.copyOf(shortcut);
            if (body.isEmpty()) {
                throw new IllegalArgumentException("body: has no layers");
            }
        }

        @Override
        public Shape output(Shape input) {
            Shape main = Network.output(body, input, "body ");
            Shape other = Network.output(shortcut, input, "shortcut ");
            if (!main.equals(other)) {
                throw new IllegalArgumentException(
                        "the body gives " + main + " and the shortcut " + other + ", which cannot be added");
            }
            return main;
        }

        /** Whether both branches have layers with weights, so that the body's result waits for the shortcut's. */
        public boolean branchesHaveWeights() {
            return Network.has(body, Weighted.class) && Network.has(shortcut, Weighted.class);
        }

        @Override
        public boolean unsignedOutput(boolean unsignedInput) {
            return Network.unsignedOutput(body, unsignedInput) && Network.unsignedOutput(shortcut, unsignedInput);
        }
    }

    private static void requirePositive(String field, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(field + ": " + value + " is below 1");
        }
    }

    private static void requireGroups(int channels, int outputs, int groups) {
        if (channels % groups != 0 || outputs % groups != 0) {
            throw new IllegalArgumentException("groups: " + groups + " divide not both " + channels
                    + " input channels and " + outputs + " outputs");
        }
    }
}
