package studio.crossbar.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.hardware.Converters;
import studio.crossbar.hardware.Encoding;
import studio.crossbar.hardware.RowPlan;
import studio.crossbar.hardware.Slices;
import studio.crossbar.tensor.CounterNoise;
import studio.crossbar.tensor.NoiseUse;
import studio.crossbar.tensor.Quantizer;

/** What all shards of a batch share of one layer with weights: parameters, and the weights as programmed this step. */
final class CrossbarState {

    /** Weights of a part. */
    private static final int PART = 1 << 14;

    private static final int SQUARE = 16;

    /** Where in the stream of programming noise the choice of stuck cells begins; deviates end far before. */
    private static final long STUCK_POSITIONS = 1L << 40;

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
    /** Weights as this step's devices hold them {@code [rows × outputs]}. */
    final float[] programmed;
    /** The same {@code [outputs × rows]}. */
    final float[] transposed;
    /** What the slices hold; null where a weight has one. */
    private final @Nullable SlicedWeights sliced;
    /** Noise of the correction cells {@code [rows × tiles of a row block]}; empty where no tile has any. */
    private final float[] corrections;

    private final int tilesAcross;
    /** What the cells do to the weights, in place of Gaussian noise; null for that. */
    private @Nullable DeviceLaw law;
    /** Deviates, and then fractions, that {@link #law} uses up; empty without one. */
    private float[] draws = {};
    /** Share of the law's misses that is applied. */
    private float strength = 1;
    /** Steps of a weight while its levels are ramped, otherwise 0. */
    private int rampSteps;

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
        programmed = new float[weights.value.length];
        transposed = new float[weights.value.length];
        sliced = slices.count() == 1 ? null : new SlicedWeights(slices, weights.value.length);
        boolean corrected = geometry.rows.regions().stream()
                .anyMatch(region -> region.encoding().correctionColumns() > 0);
        tilesAcross = geometry.rows.blocks().stream()
                .mapToInt(block -> block.tiles().size())
                .max()
                .orElseThrow();
        corrections = new float[corrected ? geometry.rows.rows() * tilesAcross : 0];
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

    /** What the cells of one slice hold this step, {@code [rows × outputs]}, in units of the weight range. */
    float[] cells(int slice) {
        return sliced == null ? programmed : sliced.cells[slice];
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

    /** Has the cells follow {@code law} from now on, in place of Gaussian noise. */
    void follow(DeviceLaw value) {
        law = value;
        draws = new float[programmed.length];
    }

    /**
     * Eases the start of fine-tuning.
     *
     * @param share of the law's misses that is applied, 0 … 1
     * @param levels of a cell for the time being, more than it has; 0 for its own. Sliced weights keep theirs
     */
    void ramp(double share, int levels) {
        strength = (float) share;
        rampSteps = sliced == null && levels > slices.cellLevels() ? levels - 1 : 0;
    }

    /** Writes one part of this step's weights into the devices. */
    void program(Stage stage, int part) {
        int firstRow = part * rowsPerPart();
        int lastRow = Math.min(geometry.rows.rows(), firstRow + rowsPerPart());
        int from = firstRow * outputs;
        int count = (lastRow - firstRow) * outputs;
        if (stage.analog()) {
            float sigma = law == null ? (float) stage.noise().programmingSigma() : 0;
            if (sigma > 0) {
                drawNoise(stage, from, count);
            }
            for (RowPlan.Region region : geometry.rows.regions()) {
                program(region, firstRow, lastRow, sigma);
            }
            if (law != null) {
                disturb(law, stage, firstRow, lastRow);
            }
            if (corrections.length > 0 && (sigma > 0 || law != null)) {
                correct(stage, firstRow, lastRow, sigma);
            }
        } else {
            System.arraycopy(weights.value, from, programmed, from, count);
        }
        if (stage.training()) {
            transpose(firstRow, lastRow);
        }
    }

    /** Puts deviates where {@link #program(RowPlan.Region, int, int, float)} uses them up. */
    private void drawNoise(Stage stage, int from, int count) {
        CounterNoise noise = stage.use().noise(stage.seed(), NoiseUse.Part.PROGRAMMING, index, stage.step());
        for (int slice = 0; slice < slices.count(); slice++) {
            noise.gaussian((long) slice * programmed.length + from, cells(slice), from, count);
        }
    }

    /** Programs the rows {@code firstRow … lastRow − 1} of a region. */
    private void program(RowPlan.Region region, int firstRow, int lastRow, float sigma) {
        WeightLevels levels = levels(region);
        int begin = Math.max(firstRow, region.firstRow());
        int end = Math.min(lastRow, region.firstRow() + region.rows());
        boolean whole = region.contiguous(outputs);
        int rowsAtOnce = whole ? end - begin : 1;
        for (int row = begin; row < end; row += rowsAtOnce) {
            int from = row * outputs + region.firstOutput();
            int count = rowsAtOnce * region.outputs();
            if (sliced == null) {
                levels.program(weights.value, from, count, sigma, sigma > 0 ? programmed : null, programmed);
            } else {
                levels.program(weights.value, from, count, 0, null, programmed);
                sliced.divide(region.encoding(), levels.range(), levels.deviation(sigma), from, count, programmed);
            }
        }
    }

    /** Has the cells of the rows {@code firstRow … lastRow − 1} miss as the law says. */
    private void disturb(DeviceLaw device, Stage stage, int firstRow, int lastRow) {
        CounterNoise noise = stage.use().noise(stage.seed(), NoiseUse.Part.PROGRAMMING, index, stage.step());
        int from = firstRow * outputs;
        int count = (lastRow - firstRow) * outputs;
        float range = weightRange.value[0];
        for (int slice = 0; slice < slices.count(); slice++) {
            float[] held = cells(slice);
            long first = (long) slice * programmed.length + from;
            noise.gaussian(first, draws, from, count);
            forEachRun(
                    firstRow,
                    lastRow,
                    (encoding, at, length) -> device.apply(encoding, range, strength, held, draws, at, length));
            if (device.sticks()) {
                noise.uniform(STUCK_POSITIONS + first, draws, from, count);
                forEachRun(
                        firstRow,
                        lastRow,
                        (encoding, at, length) -> device.stick(encoding, range, held, draws, at, length));
            }
        }
        if (sliced != null) {
            sliced.sum(from, count, programmed);
        }
    }

    /** Does something with a run of weights of one encoding. */
    private interface RunAction {
        void accept(Encoding encoding, int from, int count);
    }

    private void forEachRun(int firstRow, int lastRow, RunAction action) {
        for (RowPlan.Region region : geometry.rows.regions()) {
            int end = Math.min(lastRow, region.firstRow() + region.rows());
            for (int row = Math.max(firstRow, region.firstRow()); row < end; row++) {
                action.accept(region.encoding(), row * outputs + region.firstOutput(), region.outputs());
            }
        }
    }

    /** Takes the miss of each correction cell from all weights of its row and tile. */
    private void correct(Stage stage, int firstRow, int lastRow, float sigma) {
        CounterNoise noise = stage.use().noise(stage.seed(), NoiseUse.Part.PROGRAMMING, index, stage.step());
        int from = firstRow * tilesAcross;
        int count = (lastRow - firstRow) * tilesAcross;
        long first = (long) slices.count() * programmed.length + from;
        noise.gaussian(first, corrections, from, count);
        float[] fractions = {};
        if (law != null && law.sticks()) {
            fractions = new float[count];
            noise.uniform(STUCK_POSITIONS + first, fractions, 0, count);
        }
        float gain = Encoding.OFFSET.noiseGain() * weightRange.value[0];
        for (RowPlan.Block block : geometry.rows.blocks()) {
            int end = Math.min(lastRow, block.firstRow() + block.rows());
            for (int row = Math.max(firstRow, block.firstRow()); row < end; row++) {
                for (int t = 0; t < block.tiles().size(); t++) {
                    RowPlan.TileColumns tile = block.tiles().get(t);
                    if (tile.encoding().correctionColumns() > 0) {
                        int cell = row * tilesAcross + t;
                        float miss = law == null
                                ? sigma * corrections[cell]
                                : law.correction(
                                        strength,
                                        corrections[cell],
                                        fractions.length == 0 ? 1 : fractions[cell - from]);
                        add(-gain * miss, row * outputs + tile.firstOutput(), tile.outputs());
                    }
                }
            }
        }
    }

    private void add(float value, int from, int count) {
        for (int i = from; i < from + count; i++) {
            programmed[i] += value;
        }
        if (sliced != null) {
            sliced.add(value, from, count);
        }
    }

    /** Takes what the cells of a programmed chip hold, {@code [slices][rows × outputs]}, as it is. */
    void program(float[][] chip) {
        if (sliced == null) {
            System.arraycopy(chip[0], 0, programmed, 0, programmed.length);
        } else {
            sliced.take(chip, programmed);
        }
    }

    /** In squares, so that lines of the cache are used whole. */
    private void transpose(int firstRow, int lastRow) {
        int rows = geometry.rows.rows();
        for (int k0 = firstRow; k0 < lastRow; k0 += SQUARE) {
            int k1 = Math.min(lastRow, k0 + SQUARE);
            for (int n0 = 0; n0 < outputs; n0 += SQUARE) {
                int n1 = Math.min(outputs, n0 + SQUARE);
                for (int n = n0; n < n1; n++) {
                    for (int k = k0; k < k1; k++) {
                        transposed[n * rows + k] = programmed[k * outputs + n];
                    }
                }
            }
        }
    }

    private WeightLevels levels(RowPlan.Region region) {
        return new WeightLevels(region.encoding(), weightRange.value[0], rampSteps > 0 ? rampSteps : slices.steps());
    }

    /** Row drivers. */
    Quantizer dac() {
        return dac;
    }

    /** Adds the weights' part of the range gradient, from the summed weight gradient (LSQ). */
    void weightRangeGradient() {
        double sum = 0;
        for (RowPlan.Region region : geometry.rows.regions()) {
            WeightLevels levels = levels(region);
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
