package studio.crossbar.training;

import org.jspecify.annotations.Nullable;
import studio.crossbar.hardware.Encoding;
import studio.crossbar.hardware.RowPlan;
import studio.crossbar.hardware.Slices;
import studio.crossbar.tensor.CounterNoise;
import studio.crossbar.tensor.NoiseUse;

/** The cells of one layer: programs its weights into levels and has them miss, by Gaussian noise or a {@link DeviceLaw}. */
final class CellArray {

    private static final int SQUARE = 16;

    /** Where in the stream of programming noise the choice of stuck cells begins; deviates end far before. */
    private static final long STUCK_POSITIONS = 1L << 40;

    private final int index;
    private final RowPlan rows;
    private final int outputs;
    private final Slices slices;
    private final Parameter weights;
    private final Parameter weightRange;
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
    /** Fractions that choose stuck correction cells; empty where none can be. */
    private float[] stuckCorrections = {};
    /** Share of the law's misses that is applied. */
    private float strength = 1;
    /** Mixes the signs of float weights while a search tries them; null for weights as they are. */
    @Nullable
    PolarityMixture mixture;

    /** Steps of a weight while its levels are ramped, otherwise 0. */
    private int rampSteps;

    /**
     * @param index of the layer
     * @param weights latent, {@code [rows × outputs]} in the order of the row plan
     */
    CellArray(int index, RowPlan rows, int outputs, Slices slices, Parameter weights, Parameter weightRange) {
        this.index = index;
        this.rows = rows;
        this.outputs = outputs;
        this.slices = slices;
        this.weights = weights;
        this.weightRange = weightRange;
        programmed = new float[weights.value.length];
        transposed = new float[weights.value.length];
        sliced = slices.count() == 1 ? null : new SlicedWeights(slices, weights.value.length);
        boolean corrected =
                rows.regions().stream().anyMatch(region -> region.encoding().correctionColumns() > 0);
        tilesAcross = rows.blocks().stream()
                .mapToInt(block -> block.tiles().size())
                .max()
                .orElseThrow();
        corrections = new float[corrected ? rows.rows() * tilesAcross : 0];
    }

    /** What the cells of one slice hold this step, {@code [rows × outputs]}, in units of the weight range. */
    float[] slice(int slice) {
        return sliced == null ? programmed : sliced.cells[slice];
    }

    /** Has the cells follow {@code law} from now on, in place of Gaussian noise. */
    void follow(DeviceLaw value) {
        law = value;
        draws = new float[programmed.length];
        stuckCorrections = new float[value.sticks() ? corrections.length : 0];
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

    /** Writes the rows {@code firstRow … lastRow − 1} of this step's weights into the devices. */
    void program(Stage stage, int firstRow, int lastRow) {
        int from = firstRow * outputs;
        int count = (lastRow - firstRow) * outputs;
        if (stage.analog()) {
            float sigma = law == null ? (float) stage.noise().programmingSigma() : 0;
            if (sigma > 0) {
                drawNoise(stage, from, count);
            }
            for (RowPlan.Region region : rows.regions()) {
                program(region, firstRow, lastRow, sigma);
            }
            if (law != null) {
                disturb(law, stage, firstRow, lastRow);
            }
            if (corrections.length > 0 && (sigma > 0 || law != null)) {
                correct(stage, firstRow, lastRow, sigma);
            }
        } else if (mixture != null) {
            mixture.mix(stage.training(), weights.value, firstRow, lastRow, programmed);
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
            noise.gaussian((long) slice * programmed.length + from, slice(slice), from, count);
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
            float[] held = slice(slice);
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
        for (RowPlan.Region region : rows.regions()) {
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
        if (stuckCorrections.length > 0) {
            noise.uniform(STUCK_POSITIONS + first, stuckCorrections, from, count);
        }
        float gain = Encoding.OFFSET.noiseGain() * weightRange.value[0];
        for (RowPlan.Block block : rows.blocks()) {
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
                                        stuckCorrections.length == 0 ? 1 : stuckCorrections[cell]);
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
        int count = rows.rows();
        for (int k0 = firstRow; k0 < lastRow; k0 += SQUARE) {
            int k1 = Math.min(lastRow, k0 + SQUARE);
            for (int n0 = 0; n0 < outputs; n0 += SQUARE) {
                int n1 = Math.min(outputs, n0 + SQUARE);
                for (int n = n0; n < n1; n++) {
                    for (int k = k0; k < k1; k++) {
                        transposed[n * count + k] = programmed[k * outputs + n];
                    }
                }
            }
        }
    }

    /** Levels of a region's weights at this step. */
    WeightLevels levels(RowPlan.Region region) {
        return new WeightLevels(region.encoding(), weightRange.value[0], rampSteps > 0 ? rampSteps : slices.steps());
    }
}
