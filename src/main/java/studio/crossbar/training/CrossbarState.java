package studio.crossbar.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.hardware.Converters;
import studio.crossbar.hardware.Encoding;
import studio.crossbar.hardware.RowPlan;
import studio.crossbar.hardware.Slices;
import studio.crossbar.tensor.Quantizer;

/** What all shards of a batch share of one layer with weights: parameters, converters, and the cells. */
final class CrossbarState {

    /** Weights of a part. */
    private static final int PART = 1 << 14;

    final int index;
    final Geometry geometry;
    final int outputs;
    /** Digits of a weight. */
    final Slices slices;
    /** Latent weights {@code [rows × outputs]} in the order of the row plan. */
    final Parameter weights;

    final Parameter dacRange;
    final Parameter weightRange;
    final Parameter adcRange;
    final DigitalState digital;
    private final int dacSteps;
    private final int dacLow;
    private final int cycleBits;
    private final int cycles;
    /** Columns of each row block that have ADCs of the same codes, on the full scale 1. */
    private final List<List<AdcColumns>> converters;
    /** The ADCs at the full scale of this step, {@code [block][columns]}. */
    private final Quantizer[][] adcs;

    private Quantizer dac;
    /** Offsets of the kernel's taps, for depthwise convolutions. */
    final int[] taps;
    /** What computes the sums of analog runs; null for the programmed weights and this layer's ADCs. */
    volatile @Nullable AnalogLayer analog;
    /** Devices that hold the weights. */
    final CellArray cells;

    /** Neighbouring outputs of a row block whose ADCs have the same codes. */
    record AdcColumns(int firstOutput, int outputs, Quantizer codes) {}

    /** Full scales; under uniform scaling every layer holds the same three parameters. */
    record RangeParameters(Parameter dac, Parameter weight, Parameter adc) {

        static RangeParameters create() {
            return new RangeParameters(
                    new Parameter(Parameter.Kind.RANGE, 1),
                    new Parameter(Parameter.Kind.RANGE, 1),
                    new Parameter(Parameter.Kind.RANGE, 1));
        }
    }

    CrossbarState(
            int index,
            Geometry geometry,
            int outputs,
            int levels,
            Converters converters,
            boolean signedInput,
            RangeParameters ranges,
            DigitalState digital) {
        this.index = index;
        this.geometry = geometry;
        this.outputs = outputs;
        this.slices = new Slices(levels, geometry.rows.slices());
        this.digital = digital;
        weights = new Parameter(Parameter.Kind.WEIGHT, geometry.rows.rows() * outputs);
        dacRange = ranges.dac();
        weightRange = ranges.weight();
        adcRange = ranges.adc();
        dacSteps = signedInput ? (1 << (converters.dacBits() - 1)) - 1 : (1 << converters.dacBits()) - 1;
        dacLow = signedInput ? -dacSteps : 0;
        cycleBits = converters.inputCycleBits();
        cycles = converters.inputCycles(signedInput);
        dac = new Quantizer(1f, dacSteps, dacLow, dacSteps);
        this.converters = converters(geometry, converters.adcBits(), signedInput);
        adcs = this.converters.stream()
                .map(columns -> new Quantizer[columns.size()])
                .toArray(Quantizer[][]::new);
        taps = geometry.taps(0);
        cells = new CellArray(index, geometry.rows, outputs, slices, weights, weightRange);
    }

    /** Unsigned ADCs where neither the inputs nor the weights of a column have two signs. */
    private static List<List<AdcColumns>> converters(Geometry geometry, int bits, boolean signedInput) {
        List<List<AdcColumns>> result = new ArrayList<>();
        for (RowPlan.Block block : geometry.rows.blocks()) {
            List<AdcColumns> columns = new ArrayList<>();
            for (RowPlan.TileColumns tile : block.tiles()) {
                Quantizer codes = codes(tile.encoding(), bits, signedInput);
                AdcColumns last = columns.isEmpty() ? null : columns.getLast();
                if (last != null && last.codes().equals(codes)) {
                    columns.set(
                            columns.size() - 1,
                            new AdcColumns(last.firstOutput(), last.outputs() + tile.outputs(), codes));
                } else {
                    columns.add(new AdcColumns(tile.firstOutput(), tile.outputs(), codes));
                }
            }
            result.add(List.copyOf(columns));
        }
        return List.copyOf(result);
    }

    private static Quantizer codes(Encoding encoding, int bits, boolean signedInput) {
        boolean unsigned = encoding.unipolar() && !signedInput;
        int steps = unsigned ? (1 << bits) - 1 : (1 << (bits - 1)) - 1;
        return new Quantizer(
                1f,
                steps,
                unsigned ? steps * encoding.lowestLevel(2) : -steps,
                unsigned ? steps * encoding.highestLevel(2) : steps);
    }

    /** Takes up the ranges as they are now; before the lanes start. */
    void prepare() {
        dac = new Quantizer(dacRange.value[0], dacSteps, dacLow, dacSteps);
        for (int b = 0; b < adcs.length; b++) {
            for (int c = 0; c < adcs[b].length; c++) {
                Quantizer codes = converters.get(b).get(c).codes();
                adcs[b][c] = new Quantizer(adcRange.value[0], codes.steps(), codes.low(), codes.high());
            }
        }
    }

    /** Columns of a row block that are converted alike. */
    List<AdcColumns> adcColumns(int block) {
        return converters.get(block);
    }

    /** ADCs of some columns of a row block. */
    Quantizer adc(int block, int columns) {
        return adcs[block][columns];
    }

    /** Cycles in which the row drivers apply an input. */
    int cycles() {
        return cycles;
    }

    /** Input bits of a cycle. */
    int cycleBits() {
        return cycleBits;
    }

    /**
     * Share by which a conversion counts in a row block's sum: significance of the input's digit times that of the
     * weight's.
     */
    float share(int cycle, int slice) {
        double significance =
                cycles == 1 ? 1 : (double) (1L << (cycle * cycleBits)) * ((1 << cycleBits) - 1) / dacSteps;
        return (float) (significance * slices.share(slice));
    }

    Ranges ranges() {
        return new Ranges(dacRange.value[0], weightRange.value[0], adcRange.value[0]);
    }

    /** Parts in which weights are programmed and updated, each by one thread. */
    int parts() {
        return Math.ceilDiv(geometry.rows.rows(), rowsPerPart());
    }

    /** Index of the first weight of a part; of all weights, past the last part. */
    int firstWeight(int part) {
        return Math.min(geometry.rows.rows(), part * rowsPerPart()) * outputs;
    }

    private int rowsPerPart() {
        return Math.max(1, PART / outputs);
    }

    /** Writes one part of this step's weights into the devices. */
    void program(Stage stage, int part) {
        int firstRow = part * rowsPerPart();
        cells.program(stage, firstRow, Math.min(geometry.rows.rows(), firstRow + rowsPerPart()));
    }

    /** Row drivers. */
    Quantizer dac() {
        return dac;
    }

    /** Adds the weights' part of the range gradient, from the summed weight gradient (LSQ). */
    void weightRangeGradient() {
        double sum = 0;
        for (RowPlan.Region region : geometry.rows.regions()) {
            WeightLevels levels = cells.levels(region);
            int rowsAtOnce = region.contiguous(outputs) ? region.rows() : 1;
            for (int row = 0; row < region.rows(); row += rowsAtOnce) {
                int from = (region.firstRow() + row) * outputs + region.firstOutput();
                sum += levels.rangeGradient(weights.value, from, rowsAtOnce * region.outputs(), weights.gradient);
            }
        }
        weightRange.gradient[0] += (float) sum;
    }

    /** Keeps latent weights of a part where a gradient can still move the device: inside the encoding's range. */
    void clampWeights(boolean toRange, boolean toSign, int part) {
        float bound = toRange ? weightRange.value[0] : Float.MAX_VALUE;
        float[] values = weights.value;
        int firstRow = firstWeight(part) / outputs;
        int lastRow = firstWeight(part + 1) / outputs;
        for (RowPlan.Region region : geometry.rows.regions()) {
            float low = toSign ? region.encoding().lowestLevel(2) * bound : -bound;
            float high = toSign ? region.encoding().highestLevel(2) * bound : bound;
            int end = Math.min(lastRow, region.firstRow() + region.rows());
            for (int row = Math.max(firstRow, region.firstRow()); row < end; row++) {
                int from = row * outputs + region.firstOutput();
                for (int i = from; i < from + region.outputs(); i++) {
                    values[i] = Math.min(Math.max(values[i], low), high);
                }
            }
        }
    }

    TrainedLayer result() {
        return new TrainedLayer(
                index,
                geometry.rows,
                outputs,
                Arrays.copyOf(weights.value, weights.value.length),
                digital.multipliers().clone(),
                digital.biases().clone(),
                ranges());
    }
}
