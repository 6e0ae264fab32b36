package studio.crossbar.network;

/**
 * How a layer's weights move over its input: the positions that one vector on the crossbar's rows is gathered from.
 *
 * @param kernel taps
 * @param stride positions between windows
 * @param padding zeros around the input, on each side
 * @param dilation positions between taps
 */
public record Window(Extent kernel, Extent stride, Extent padding, Extent dilation) {

    public Window {
        kernel.atLeast("kernel", 1);
        stride.atLeast("stride", 1);
        padding.atLeast("padding", 0);
        dilation.atLeast("dilation", 1);
        if (padding.height() > reach(kernel.height(), dilation.height()) - 1
                || padding.width() > reach(kernel.width(), dilation.width()) - 1) {
            boolean signal = kernel.height() == 1 && padding.height() == 0 && dilation.height() == 1;
            throw new IllegalArgumentException(
                    signal
                            ? "padding: " + padding.width() + " reaches past the kernel, " + kernel.width()
                                    + " with dilation " + dilation.width()
                            : "padding: " + padding + " reaches past the kernel, " + kernel + " with dilation "
                                    + dilation);
        }
    }

    /** One window over the whole of {@code input}. */
    static Window whole(Shape input) {
        Extent all = new Extent(input.height(), input.width());
        return new Window(all, all, Extent.ZERO, Extent.ONE);
    }

    /** Positions from the first to past the last tap. */
    private static int reach(int kernel, int dilation) {
        return Math.addExact(Math.multiplyExact(kernel - 1, dilation), 1);
    }

    /** Shape of {@code outputs} channels over {@code input}. */
    Shape output(int outputs, Shape input) {
        return new Shape(
                outputs,
                windows(
                        "height",
                        input.height(),
                        kernel.height(),
                        stride.height(),
                        padding.height(),
                        dilation.height()),
                windows("width", input.width(), kernel.width(), stride.width(), padding.width(), dilation.width()));
    }

    private static int windows(String side, int size, int kernel, int stride, int padding, int dilation) {
        int room = size + 2 * padding - reach(kernel, dilation);
        if (room < 0) {
            throw new IllegalArgumentException("kernel: " + kernel + " taps"
                    + (dilation > 1 ? " with dilation " + dilation : "") + " do not fit a " + side + " of " + size
                    + " padded by " + padding);
        }
        return room / stride + 1;
    }
}
