package studio.crossbar.training;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.network.Layer;

/** A layer with weights in one lane: DACs, analog sums, ADCs, digital multiplier, bias and clip. */
final class CrossbarPass extends Pass {

    /** Sums formed at a time, so that they are still near when they are converted. */
    private static final int TILE = 6144;

    private final CrossbarState state;
    private final Geometry geometry;
    private final Staging staging;
    private final Pass before;
    private final boolean first;
    final DigitalPass digital;
    final float[] weightGradient;
    /** Whether {@link #weightGradient} is of the step before, to be cleared when it is first added to. */
    private boolean stale = true;
    /** Gradients of A and Y. */
    double dacRangeGradient;

    double adcRangeGradient;

    private final SimulatedLayer simulation;
    private final Conversions conversions;
    private final Runs runs;
    private final float[] sums;
    private final float[] sumGradient;
    /** Analog sums of some windows {@code [windows × outputs]}. */
    private final float[] analog;

    private final GatheredGradients gathered;
    /** Where each run's begin in {@link #analog} and {@link #gathered}. */
    private final int[] packedStarts;

    private final BlockProducts products;
    /** Tiles, for a layer that fits them; made when they are first needed. */
    private @Nullable WinogradPass winograd;

    private final boolean tiles;

    private final int runsAtOnce;
    private final int blocks;
    private final int slices;
    private final int cycles;
    /**
     * Whether a pass does all runs of one band of rows before the next. Whichever is larger, weights or sums, is gone
     * through once in a pass and need not stay in the second-level cache.
     */
    private final boolean bandsOutside;

    /**
     * @param first whether nothing before it learns
     * @param clip layer that follows and is done on the way, or null
     */
    CrossbarPass(CrossbarState state, Pass before, int samples, boolean first, Layer.@Nullable Clip clip) {
        super(state.geometry.output, samples);
        this.state = state;
        this.geometry = state.geometry;
        this.before = before;
        this.first = first;
        runs = geometry.runs;
        staging = new Staging(geometry);
        simulation = new SimulatedLayer(geometry);
        digital = new DigitalPass(state.digital, geometry.output.length(), clip);
        weightGradient = new float[state.weights.value.length];
        int results = samples * geometry.output.length() * state.outputs;
        sums = new float[results];
        sumGradient = new float[results];
        conversions = new Conversions(state, results);
        blocks = geometry.rows.blocks().size();
        slices = state.slices.count();
        cycles = state.cycles();
        bandsOutside = weightGradient.length > results;
        int longest = runs.length(samples);
        runsAtOnce = Math.max(1, TILE / (longest * state.outputs));
        products = new BlockProducts(state, staging, samples);
        tiles = WinogradProducts.fit(geometry);
        int packed = longest * state.outputs;
        packedStarts = new int[runs.count(samples)];
        Arrays.setAll(packedStarts, r -> r % runsAtOnce * packed);
        gathered = new GatheredGradients(runs, conversions, state.outputs, packedStarts, runsAtOnce * packed);
        // Several runs at once lie as in packedStarts, whole; of a single one only the windows of a tile are formed.
        analog = new float[runsAtOnce > 1 ? runsAtOnce * packed : tileRows(longest) * state.outputs];
    }

    private int tileRows(int run) {
        return Math.min(run, Math.max(16, TILE / state.outputs));
    }

    @Override
    void forward(Run run) {
        AnalogLayer simulator = state.analog;
        boolean simulated = run.stage.analog() && simulator != null;
        if (cycles == 1 || !run.stage.analog() || simulated) {
            staging.load(before.output, run.samples, run.stage.analog() ? state.dac() : null);
        }
        if (run.stage.analog() && simulator != null) {
            simulation.convert(simulator, run, state.index, staging.values, sums);
        } else if (run.stage.analog()) {
            convert(run);
        } else if (tiles) {
            winograd().forward(run, sums, output);
            return;
        } else {
            plain(run);
        }
        if (!partByPart() || simulated || !digital.rowByRow(run.stage)) {
            digital.forward(run, sums, output);
        }
    }

    /** Whether a part's sums are finished, and then lie together, before the next part's are begun. */
    private boolean partByPart() {
        return !bandsOutside && runs.together();
    }

    /** Ends a part whose sums are finished, while they are near. */
    private void finish(Run run, int from, int to) {
        if (partByPart() && digital.rowByRow(run.stage)) {
            int length = runs.length(run.samples);
            digital.forward(from * length, to * length, sums, output);
        }
    }

    private void plain(Run run) {
        int length = runs.length(run.samples);
        int parts = parts(run);
        int bands = geometry.bands.size();
        for (int i = 0; i < parts * bands; i++) {
            int b = band(i, parts, bands);
            int from = from(i, parts, bands);
            products.sums(
                    geometry.bands.get(b),
                    from,
                    to(from, run),
                    0,
                    length,
                    state.cells.programmed,
                    sums,
                    0,
                    products.resultStarts,
                    runs.resultStep(),
                    b > 0);
            if (b == bands - 1) {
                finish(run, from, to(from, run));
            }
        }
    }

    /** How many parts of {@link #runsAtOnce} runs there are; a pass does all of them with all bands. */
    private int parts(Run run) {
        return Math.ceilDiv(runs.count(run.samples), runsAtOnce);
    }

    /** Band of the {@code i}-th of a pass's {@code parts · bands} steps. */
    private int band(int i, int parts, int bands) {
        return bandsOutside ? i / parts : i % bands;
    }

    /** First run of a pass's {@code i}-th step. */
    private int from(int i, int parts, int bands) {
        return (bandsOutside ? i % parts : i / bands) * runsAtOnce;
    }

    /** End of the runs that are done with {@code from}. */
    private int to(int from, Run run) {
        return Math.min(from + runsAtOnce, runs.count(run.samples));
    }

    private void convert(Run run) {
        for (int cycle = 0; cycle < cycles; cycle++) {
            if (cycles > 1) {
                staging.loadDigit(before.output, run.samples, state.dac(), state.cycleBits(), cycle);
            }
            convert(run, cycle);
        }
        if (cycles > 1 && run.stage.training()) {
            // The backward pass sees the inputs whole.
            staging.load(before.output, run.samples, state.dac());
        }
    }

    private void convert(Run run, int cycle) {
        int length = runs.length(run.samples);
        int tileRows = tileRows(length);
        int parts = parts(run);
        conversions.begin(run, cycle);
        for (int i = 0; i < parts * blocks; i++) {
            int b = band(i, parts, blocks);
            int from = from(i, parts, blocks);
            for (int row = 0; row < length; row += tileRows) {
                for (int slice = 0; slice < slices; slice++) {
                    convert(run, cycle, b, slice, from, to(from, run), row, Math.min(tileRows, length - row));
                }
            }
            if (b == blocks - 1 && cycle == cycles - 1) {
                finish(run, from, to(from, run));
            }
        }
    }

    private void convert(Run run, int cycle, int b, int slice, int from, int to, int row, int rows) {
        // The first unit's analog sums can be formed in place; later ones must keep what is there.
        boolean inPlace = runs.together() && conversions.first(cycle, b, slice);
        float[] formed = inPlace ? sums : analog;
        int[] starts = inPlace ? products.resultStarts : packedStarts;
        int first = row * runs.resultStep();
        int formedFirst = inPlace ? first : 0;
        products.sums(
                geometry.blocks.get(b),
                from,
                to,
                row,
                rows,
                state.cells.slice(slice),
                formed,
                formedFirst,
                starts,
                state.outputs,
                false);
        for (int r = from; r < to; r++) {
            conversions.convert(
                    run,
                    cycle,
                    b,
                    slice,
                    rows,
                    formed,
                    formedFirst + starts[r],
                    sums,
                    first + products.resultStarts[r],
                    runs.resultStep());
        }
    }

    /** What the ADCs did since {@link #clear}. */
    Conversions conversions() {
        return conversions;
    }

    /** What the DACs were given in the last run. */
    float[] inputs() {
        return before.output;
    }

    /**
     * Shows the analog sums of one row block in the last run, before any ADC, of all cycles of the inputs and slices of the
     * weights.
     */
    void readBlockSums(int block, int samples, SumReader reader) {
        int length = runs.length(samples);
        float[] result = new float[runs.count(samples) * length * state.outputs];
        for (int cycle = 0; cycle < cycles; cycle++) {
            if (cycles > 1) {
                staging.loadDigit(before.output, samples, state.dac(), state.cycleBits(), cycle);
            }
            for (int slice = 0; slice < slices; slice++) {
                products.sums(
                        geometry.blocks.get(block),
                        0,
                        runs.count(samples),
                        0,
                        length,
                        state.cells.slice(slice),
                        result,
                        0,
                        products.resultStarts,
                        runs.resultStep(),
                        false);
                reader.take(result, result.length);
            }
        }
    }

    /** Adds what the row drivers applied in the last run, which was analog. */
    void addActivity(int samples, ActivitySum sum) {
        for (int cycle = 0; cycle < cycles; cycle++) {
            if (cycles > 1) {
                staging.loadDigit(before.output, samples, state.dac(), state.cycleBits(), cycle);
            }
            sum.add(
                    simulation.show(staging.values, samples),
                    blocks,
                    state.dac().fullScale());
        }
    }

    @Override
    void backward(Run run) {
        boolean analog = run.stage.analog();
        boolean inputGradient = !first || analog;
        digital.beginBackward(run, sums, output, outputGradient);
        if (byTiles(run)) {
            if (stale) {
                Arrays.fill(weightGradient, 0f);
            }
            adcRangeGradient += winograd()
                    .backward(
                            run,
                            analog ? conversions : null,
                            sums,
                            output,
                            outputGradient,
                            sumGradient,
                            weightGradient,
                            inputGradient);
        } else {
            backwardByBands(run, inputGradient);
        }
        stale = false;
        digital.endBackward();
        if (inputGradient) {
            dacRangeGradient +=
                    staging.unload(before.output, before.outputGradient, run.samples, analog ? state.dac() : null);
        }
    }

    /** Whether the gradients of the last run go by tiles: in float, or where its ADCs clipped little. */
    boolean byTiles(Run run) {
        return tiles && (!run.stage.analog() || conversions.seldomClipped(run.samples * geometry.output.length()));
    }

    private WinogradPass winograd() {
        WinogradPass made = winograd;
        if (made == null) {
            made = new WinogradPass(state, staging, digital);
            winograd = made;
        }
        return made;
    }

    /** Row block by row block, or in float band by band. */
    private void backwardByBands(Run run, boolean inputGradient) {
        boolean analog = run.stage.analog();
        float[] residual = analog ? conversions.residual : null;
        if (inputGradient) {
            staging.clearGradient(run.samples);
        }
        int length = runs.length(run.samples);
        if (!partByPart()) {
            int rows = run.samples * geometry.output.length();
            adcRangeGradient += digital.backward(0, rows, sums, output, outputGradient, sumGradient, residual);
        }
        int parts = parts(run);
        // In float nothing is clipped, so the rows of several blocks can be done together.
        List<Geometry.Band> bands = analog ? geometry.blocks : geometry.bands;
        for (int i = 0; i < parts * bands.size(); i++) {
            int b = band(i, parts, bands.size());
            int from = from(i, parts, bands.size());
            int to = to(from, run);
            if (b == 0 && partByPart()) {
                adcRangeGradient += digital.backward(
                        from * length, to * length, sums, output, outputGradient, sumGradient, residual);
            }
            if (from == 0 && stale) {
                int firstWeight = bands.get(b).firstRow() * state.outputs;
                Arrays.fill(
                        weightGradient, firstWeight, firstWeight + bands.get(b).rows() * state.outputs, 0f);
            }
            float[] gradient = sumGradient;
            int[] starts = products.resultStarts;
            if (analog && conversions.clipped(b)) {
                gradient = gathered.unclipped(b, sumGradient, from, to, length);
                starts = packedStarts;
            } else if (!runs.together()) {
                gradient = gathered.together(sumGradient, from, to, length);
                starts = packedStarts;
            }
            products.gradients(bands.get(b), from, to, length, gradient, starts, weightGradient, inputGradient);
        }
    }

    /** Forgets the gradients of the step before. */
    void clear() {
        stale = true;
        digital.clear();
        dacRangeGradient = 0;
        adcRangeGradient = 0;
        conversions.clear();
    }
}
