package studio.crossbar.training;

import java.util.List;
import java.util.function.BooleanSupplier;
import studio.crossbar.data.Dataset;
import studio.crossbar.tensor.NoiseUse;
import studio.crossbar.tensor.Quantizer;

/** Runs test windows through the crossbars of a chip whose weights are given. */
public final class AnalogInference implements AutoCloseable {

    private static final int BATCH = 256;

    private final TrainedNetwork trained;
    private final Model model;
    private final BatchRunner runner;
    private final Windows windows;

    /** @param raw windows as read, not standardised */
    public AnalogInference(TrainedNetwork trained, Dataset raw) {
        this(trained, raw, Runtime.getRuntime().availableProcessors());
    }

    /**
     * @param raw windows as read, not standardised
     * @param threads that may be used, the caller's included, at least 1
     */
    public AnalogInference(TrainedNetwork trained, Dataset raw, int threads) {
        Compatibility.check(trained.design(), raw);
        this.trained = trained;
        model = Model.of(trained);
        runner = new BatchRunner(model, trained.design().hardware().inputs(), BATCH, new Workers(threads));
        windows = Windows.of(trained.design().companding().apply(raw), trained.standardisation());
    }

    /**
     * Sets the weights that the cells of one layer hold.
     *
     * @param weights {@code [rows × outputs]} in the order of the layer's row plan, in units of the weight range
     */
    public void program(int layer, float[] weights) {
        program(layer, new float[][] {weights});
    }

    /**
     * Sets what the cells of one layer hold, slice by slice.
     *
     * @param slices {@code [slices][rows × outputs]}, least significant first, each in the order of the layer's row plan
     *     and in units of the weight range, as if it were the whole weight
     * @throws IllegalArgumentException if the layer's weights have another number of slices
     */
    public void program(int layer, float[][] slices) {
        CrossbarState state = model.layers.get(layer);
        if (slices.length != state.slices.count()) {
            throw new IllegalArgumentException("slices: " + slices.length + " of layer " + (layer + 1)
                    + ", whose weights have " + state.slices.count());
        }
        state.cells.program(slices);
    }

    /**
     * Lets {@code analog} compute the sums of one layer, in place of its programmed weights and ADCs.
     *
     * @throws IndexOutOfBoundsException if there is no such layer
     */
    public void simulate(int layer, AnalogLayer analog) {
        model.layers.get(layer).analog = analog;
    }

    /** DACs of a layer. */
    public Quantizer dac(int layer) {
        CrossbarState state = model.layers.get(layer);
        state.prepare();
        return state.dac();
    }

    /**
     * ADCs of an output of a row block of a layer, full scale in units of activation times weight; codes have the encoding's
     * sign.
     */
    public Quantizer adc(int layer, int block, int output) {
        CrossbarState state = model.layers.get(layer);
        state.prepare();
        List<CrossbarState.AdcColumns> columns = state.adcColumns(block);
        int c = 0;
        while (output >= columns.get(c).firstOutput() + columns.get(c).outputs()) {
            c++;
        }
        return state.adc(block, c);
    }

    /** Number of windows. */
    public int windows() {
        return windows.size();
    }

    /**
     * Scores {@code [windows, classes]}; arguments as for {@link #accuracy}.
     *
     * @throws java.util.concurrent.CancellationException if {@code cancelled} says so
     */
    public float[] scores(long seed, long chip, BooleanSupplier cancelled) {
        return runner.inferAll(windows, stage(seed, chip), cancelled);
    }

    /**
     * Share of windows classified rightly.
     *
     * @param seed of the read noise
     * @param chip number of the chip, so that each has read noise of its own
     * @param cancelled asked after each batch
     * @throws java.util.concurrent.CancellationException if it says so
     */
    public double accuracy(long seed, long chip, BooleanSupplier cancelled) {
        return runner.accuracy(windows, stage(seed, chip), cancelled);
    }

    /**
     * Which classes the windows are taken for; {@link Confusion#accuracy} of it is {@link #accuracy}.
     *
     * @throws java.util.concurrent.CancellationException if {@code cancelled} says so
     */
    public Confusion confusion(long seed, long chip, BooleanSupplier cancelled) {
        return runner.confusion(windows, stage(seed, chip), cancelled);
    }

    private Stage stage(long seed, long chip) {
        return new Stage(
                true, false, trained.design().hardware().noise(), NoiseUse.CHIP, seed, chip << Stage.BATCH_BITS);
    }

    @Override
    public void close() {
        runner.close();
    }
}
