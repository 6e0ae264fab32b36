package studio.crossbar.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import studio.crossbar.device.Device;
import studio.crossbar.device.ProgrammedDevices;
import studio.crossbar.mapping.TileSlot;
import studio.crossbar.simulation.tile.CrossbarArray;
import studio.crossbar.simulation.tile.PlacedTile;
import studio.crossbar.simulation.tile.RangeRecorder;
import studio.crossbar.simulation.tile.TileConductance;
import studio.crossbar.simulation.tile.WireResistance;
import studio.crossbar.tensor.CounterNoise;
import studio.crossbar.tensor.NoiseUse;
import studio.crossbar.tensor.Quantizer;
import studio.crossbar.training.AnalogInference;

/** One chip: its cells are programmed once and read at any time. */
final class Chip {

    private static final int TILE_BITS = 20;

    private final ChipPlan plan;
    private final BooleanSupplier cancelled;
    /** What programming left of each tile; null for cells that hit their targets. */
    private final List<@Nullable ProgrammedDevices> devices = new ArrayList<>();
    /** Noise that the design states a weight, each tile's. */
    private final List<List<float[]>> errors = new ArrayList<>();

    private final Quantizer[] adcs;
    /** Sums of weight magnitudes of each tile right after programming; 0 until asked for. */
    private final double[] magnitudes;

    private Chip(ChipPlan plan, BooleanSupplier cancelled) {
        this.plan = plan;
        this.cancelled = cancelled;
        adcs = plan.tiles().stream().map(TilePlan::adc).toArray(Quantizer[]::new);
        magnitudes = new double[adcs.length];
    }

    /**
     * Programs chip {@code number}; the same number and seed give the same cells under any options that draw them.
     *
     * @param cancelled asked now and when the chip is read
     */
    static Chip program(ChipPlan plan, long seed, int number, BooleanSupplier cancelled) {
        Chip chip = new Chip(plan, cancelled);
        Device device = plan.device();
        List<TilePlan> tiles = plan.tiles();
        if (device != null) {
            ProgrammedDevices[] programmed = new ProgrammedDevices[tiles.size()];
            IntStream.range(0, programmed.length)
                    .parallel()
                    .filter(plan::inScope)
                    .forEach(t -> programmed[t] = device.program(tiles.get(t).targets(), stream(seed, number, t)));
            chip.devices.addAll(Arrays.asList(programmed));
            tiles.forEach(_ -> chip.errors.add(List.of()));
            return chip;
        }
        boolean noisy = plan.programmingSigma() > 0 && plan.simulates(NoiseSource.PROGRAMMING);
        for (int t = 0; t < tiles.size(); t++) {
            chip.devices.add(null);
            chip.errors.add(noisy && plan.inScope(t) ? DesignNoise.errors(plan, t, seed, number) : List.of());
        }
        return chip;
    }

    private static CounterNoise stream(long seed, int number, int tile) {
        return NoiseUse.CHIP.noise(seed, NoiseUse.Part.PROGRAMMING, 0, (long) number << TILE_BITS | tile);
    }

    /**
     * Ranges each tile's ADCs by its sums right after programming, in a run that converts nothing, so that no layer's sums
     * are those of inputs that were clipped before.
     *
     * @param calibration runs calibration windows
     */
    void calibrate(AnalogInference calibration, long seed) {
        List<RangeRecorder> recorders = new ArrayList<>();
        List<List<PlacedTile>> layers = placed(0, 0);
        for (int layer = 0; layer < plan.layers(); layer++) {
            List<PlacedTile> tiles =
                    layers.get(layer).stream().map(tile -> tile.withAdc(null)).toList();
            RangeRecorder recorder = RangeRecorder.of(plan.outputs(layer), tiles, plan.drive(layer));
            recorders.add(recorder);
            calibration.simulate(layer, recorder);
        }
        calibration.scores(seed, 0, cancelled);
        int tile = 0;
        for (RangeRecorder recorder : recorders) {
            for (float fullScale : recorder.fullScales(plan.options().rangeShare(), Float.MIN_NORMAL)) {
                Quantizer trained = adcs[tile];
                adcs[tile++] = new Quantizer(fullScale, trained.steps(), trained.low(), trained.high());
            }
        }
    }

    /**
     * The layers as they compute at an age.
     *
     * @param seconds since programming, at the temperature of the options
     * @throws IllegalArgumentException if the device says nothing about that age
     */
    List<CrossbarArray> at(double seconds) {
        Device device = plan.device();
        double age = device == null
                ? 0
                : device.equivalentSeconds(seconds, plan.options().celsius());
        List<List<PlacedTile>> layers = placed(plan.simulates(NoiseSource.DRIFT) ? age : 0, age);
        return IntStream.range(0, plan.layers())
                .parallel()
                .mapToObj(layer -> CrossbarArray.of(plan.outputs(layer), layers.get(layer), plan.drive(layer)))
                .toList();
    }

    private List<List<PlacedTile>> placed(double driftSeconds, double readSeconds) {
        PlacedTile[] all = new PlacedTile[plan.tiles().size()];
        IntStream.range(0, all.length).parallel().forEach(t -> all[t] = placed(t, driftSeconds, readSeconds));
        List<List<PlacedTile>> layers = new ArrayList<>();
        for (int layer = 0; layer < plan.layers(); layer++) {
            layers.add(new ArrayList<>());
        }
        for (int t = 0; t < all.length; t++) {
            layers.get(plan.tiles().get(t).slot().layer()).add(all[t]);
        }
        return layers;
    }

    private PlacedTile placed(int tile, double driftSeconds, double readSeconds) {
        PlacedTile now = read(tile, driftSeconds, readSeconds);
        if (!plan.options().driftCompensation() || driftSeconds == 0 || devices.get(tile) == null) {
            return now;
        }
        if (magnitudes[tile] == 0) {
            magnitudes[tile] = read(tile, 0, 0).magnitude();
        }
        double left = now.magnitude();
        return left > 0 && magnitudes[tile] > 0 ? now.withGain(magnitudes[tile] / left) : now;
    }

    private PlacedTile read(int tile, double driftSeconds, double readSeconds) {
        TilePlan place = plan.tiles().get(tile);
        TileSlot slot = place.slot();
        TileConductance cells = cells(tile, driftSeconds, readSeconds);
        WireResistance wires = plan.options().wires();
        if (wires != null && plan.simulates(NoiseSource.IR_DROP) && plan.inScope(tile)) {
            cells = wires.effective(cells, cancelled);
        }
        boolean columnNoise = plan.simulates(NoiseSource.READ_NOISE) && plan.inScope(tile);
        return new PlacedTile(
                slot.block(),
                slot.firstRow(),
                slot.firstOutput(),
                cells,
                place.readout(),
                place.weightPerMicroSiemens(),
                1,
                adcs[tile],
                plan.simulates(NoiseSource.ADC),
                columnNoise ? plan.columnSigma() : 0,
                errors.get(tile));
    }

    private TileConductance cells(int tile, double driftSeconds, double readSeconds) {
        TilePlan place = plan.tiles().get(tile);
        ProgrammedDevices programmed = devices.get(tile);
        int rows = place.slot().rows();
        if (programmed == null) {
            return TileConductance.noiseless(
                    rows, place.columns(), place.withReference(place.targets(), place.zeroMicroSiemens()));
        }
        float[] conductances = new float[programmed.size()];
        programmed.conductances(driftSeconds, conductances);
        float[] variances = new float[plan.simulates(NoiseSource.READ_NOISE) ? conductances.length : 0];
        if (variances.length > 0) {
            programmed.readVariances(readSeconds, conductances, variances);
        }
        return new TileConductance(
                rows,
                place.columns(),
                place.withReference(conductances, place.zeroMicroSiemens()),
                place.withReference(variances, 0));
    }
}
