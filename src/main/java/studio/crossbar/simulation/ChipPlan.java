package studio.crossbar.simulation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.device.Curve;
import studio.crossbar.device.Device;
import studio.crossbar.device.Programming;
import studio.crossbar.device.StuckRates;
import studio.crossbar.device.WriteVerify;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.mapping.Tile;
import studio.crossbar.simulation.tile.RowDrive;
import studio.crossbar.tensor.Quantizer;
import studio.crossbar.training.AnalogInference;

/** A mapped network and the options of its chips: everything that does not differ from chip to chip. */
final class ChipPlan {

    private final MappedNetwork mapped;
    private final ChipOptions options;
    private final List<TilePlan> tiles = new ArrayList<>();
    private final List<RowDrive> drives = new ArrayList<>();
    private final @Nullable Device device;

    /**
     * @param converters tells the trained converters of each layer
     * @throws IllegalArgumentException if the device has no such levels
     */
    ChipPlan(MappedNetwork mapped, ChipOptions options, AnalogInference converters) {
        this.mapped = mapped;
        this.options = options;
        device = options.device() == null ? null : restricted(options.device(), options);
        options.requireRoomForBaselines(mapped.trained().design(), mapped.plan());
        for (Tile tile : mapped.tiles()) {
            int layer = tile.slot().layer();
            tiles.add(TilePlan.of(
                    tile,
                    options,
                    mapped.trained().layers().get(layer).ranges().weight(),
                    converters.adc(layer, tile.slot().block(), tile.slot().firstOutput()),
                    converters.dac(layer).low() == 0));
        }
        int cycleBits = mapped.trained().design().hardware().converters().inputCycleBits();
        for (int layer = 0; layer < layers(); layer++) {
            Quantizer dac = converters.dac(layer);
            int bits = Integer.bitCount(dac.steps());
            drives.add(RowDrive.serial(dac.fullScale(), bits, Math.min(bits, cycleBits)));
        }
    }

    /** The device without the sources that are not simulated. */
    private static Device restricted(Device device, ChipOptions options) {
        Programming programming = new Programming(
                Curve.ZERO, Curve.ZERO, WriteVerify.NONE, device.programming().source());
        StuckRates stuck = device.stuck();
        if (!options.sources().contains(NoiseSource.STUCK)) {
            stuck = new StuckRates(0, 0, stuck.source());
        }
        Device scaled = NoiseScale.scaled(device, options.noiseScale());
        if (options.sources().contains(NoiseSource.PROGRAMMING)) {
            programming = scaled.programming();
        }
        return NoiseScale.with(scaled, programming, scaled.drift(), scaled.readNoise(), stuck);
    }

    MappedNetwork mapped() {
        return mapped;
    }

    ChipOptions options() {
        return options;
    }

    List<TilePlan> tiles() {
        return tiles;
    }

    /** What cells are programmed as; null for the design's own. */
    @Nullable
    Device device() {
        return device;
    }

    /** Standard deviation of a weight over the weight full scale, as the design states it. */
    double programmingSigma() {
        return options.noiseScale()
                * mapped.trained().design().hardware().noise().programmingSigma();
    }

    /** Standard deviation of a conversion over the ADC's full scale, as the design states it. */
    double columnSigma() {
        return options.noiseScale()
                * mapped.trained().design().hardware().noise().readSigma();
    }

    boolean simulates(NoiseSource source) {
        return options.sources().contains(source);
    }

    /** Whether a tile has the noise sources. */
    boolean inScope(int tile) {
        return options.scope().contains(tile, tiles.get(tile).slot());
    }

    int layers() {
        return mapped.plan().layers().size();
    }

    int outputs(int layer) {
        return mapped.plan().layers().get(layer).spec().outputs();
    }

    RowDrive drive(int layer) {
        return drives.get(layer);
    }
}
