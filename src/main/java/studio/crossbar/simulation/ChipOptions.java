package studio.crossbar.simulation;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.crossbar.design.Design;
import studio.crossbar.device.Device;
import studio.crossbar.device.Drift;
import studio.crossbar.hardware.Encoding;
import studio.crossbar.hardware.Noise;
import studio.crossbar.hardware.Subtraction;
import studio.crossbar.mapping.MappingPlan;
import studio.crossbar.simulation.tile.WireResistance;

/**
 * What chips are made of and how they are read.
 *
 * @param device cells; null for cells as the design describes them, with its Gaussian noise and no ageing
 * @param celsius temperature at which the chips age
 * @param wires resistance of the wires; null for none
 * @param subtraction where the currents of pairs are subtracted
 * @param driftCompensation whether each tile's results are scaled by what a calibration read of it has lost since
 *     programming: each word line in turn, magnitudes of all outputs summed (as aihwkit's global drift compensation)
 * @param rangeShare share of a tile's sums that its ADCs must not clip, measured on calibration windows; 0 keeps the
 *     ranges that training found, otherwise 0.5 … 1
 * @param sources what is simulated
 * @param scope tiles with these sources; the others are ideal but for their converters
 * @param noiseScale what all standard deviations are multiplied by, 0 … 10
 */
public record ChipOptions(
        @Nullable Device device,
        double celsius,
        @Nullable WireResistance wires,
        Subtraction subtraction,
        boolean driftCompensation,
        double rangeShare,
        Set<NoiseSource> sources,
        TileScope scope,
        double noiseScale) {

    /** Chips of the design's own cells. */
    public static final ChipOptions DESIGN = new ChipOptions(
            null,
            Device.ROOM_CELSIUS,
            null,
            Subtraction.STANDARD,
            false,
            0,
            EnumSet.allOf(NoiseSource.class),
            TileScope.ALL,
            1);

    public ChipOptions {
        sources = sources.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(sources));
        if (!(noiseScale >= 0 && noiseScale <= 10)) {
            throw new IllegalArgumentException("noiseScale: " + noiseScale + " is outside 0 … 10");
        }
        if (!Double.isFinite(celsius)) {
            throw new IllegalArgumentException("celsius: " + celsius + " is not a temperature");
        }
        if (rangeShare != 0 && !(rangeShare >= 0.5 && rangeShare <= 1)) {
            throw new IllegalArgumentException(
                    "rangeShare: " + rangeShare + " is outside 0.5 … 1; 0 keeps the trained ranges");
        }
    }

    public ChipOptions withDevice(@Nullable Device value) {
        return new ChipOptions(
                value, celsius, wires, subtraction, driftCompensation, rangeShare, sources, scope, noiseScale);
    }

    public ChipOptions withCelsius(double value) {
        return new ChipOptions(
                device, value, wires, subtraction, driftCompensation, rangeShare, sources, scope, noiseScale);
    }

    public ChipOptions withWires(@Nullable WireResistance value) {
        return new ChipOptions(
                device, celsius, value, subtraction, driftCompensation, rangeShare, sources, scope, noiseScale);
    }

    public ChipOptions withSubtraction(Subtraction value) {
        return new ChipOptions(
                device, celsius, wires, value, driftCompensation, rangeShare, sources, scope, noiseScale);
    }

    public ChipOptions withDriftCompensation(boolean value) {
        return new ChipOptions(device, celsius, wires, subtraction, value, rangeShare, sources, scope, noiseScale);
    }

    public ChipOptions withRangeShare(double value) {
        return new ChipOptions(
                device, celsius, wires, subtraction, driftCompensation, value, sources, scope, noiseScale);
    }

    public ChipOptions withSources(Set<NoiseSource> value) {
        return new ChipOptions(
                device, celsius, wires, subtraction, driftCompensation, rangeShare, value, scope, noiseScale);
    }

    public ChipOptions withScope(TileScope value) {
        return new ChipOptions(
                device, celsius, wires, subtraction, driftCompensation, rangeShare, sources, value, noiseScale);
    }

    public ChipOptions withNoiseScale(double value) {
        return new ChipOptions(
                device, celsius, wires, subtraction, driftCompensation, rangeShare, sources, scope, value);
    }

    /**
     * Refuses to convert the columns of pairs apart where each carries the current of its cells' lowest conductance, G_min ·
     * Σx, for which the trained ranges, those of the difference, have no room.
     *
     * @param plan of the design
     * @throws IllegalArgumentException naming G_min and remedies
     */
    public void requireRoomForBaselines(Design design, MappingPlan plan) {
        double lowest = device == null ? design.hardware().cell().gMinMicroSiemens() : device.gMinMicroSiemens();
        boolean apart = subtraction == Subtraction.DIGITAL
                && sources.contains(NoiseSource.ADC)
                && rangeShare == 0
                && plan.tiles().stream().anyMatch(tile -> tile.encoding() == Encoding.DIFFERENTIAL);
        if (apart && lowest > 0) {
            throw new IllegalArgumentException("subtraction: DIGITAL converts each column of a pair with the current of"
                    + " G_min, " + lowest + " µS, in every cell, for which the trained ranges have no room; measure"
                    + " ranges (rangeShare 0.5 … 1), or take cells with a G_min of 0");
        }
    }

    /**
     * Of the sources chosen, those that change anything.
     *
     * @param seconds age of the chips
     * @param design the design's own noise
     */
    public Set<NoiseSource> active(double seconds, Noise design) {
        Set<NoiseSource> active = EnumSet.noneOf(NoiseSource.class);
        for (NoiseSource source : sources) {
            if (acts(source, seconds, design)) {
                active.add(source);
            }
        }
        return active;
    }

    private boolean acts(NoiseSource source, double seconds, Noise design) {
        Device cells = device;
        return switch (source) {
            case PROGRAMMING ->
                cells == null
                        ? design.programmingSigma() > 0
                        : !cells.programming().cycleToCycle().isZero()
                                || !cells.programming().deviceToDevice().isZero();
            case STUCK ->
                cells != null && cells.stuck().onRate() + cells.stuck().offRate() > 0;
            case DRIFT -> cells != null && seconds > 0 && !(cells.drift() instanceof Drift.None);
            case IR_DROP -> wires != null;
            case READ_NOISE ->
                design.readSigma() > 0
                        || (cells != null && !cells.readNoise().sigma().isZero());
            case ADC -> true;
        };
    }
}
