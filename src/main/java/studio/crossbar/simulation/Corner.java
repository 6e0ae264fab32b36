package studio.crossbar.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.device.Device;
import studio.crossbar.device.StuckRates;
import studio.crossbar.simulation.tile.WireResistance;

/**
 * A named set of conditions.
 *
 * @param name for people, and to choose it by
 * @param seconds age of the chips
 * @param celsius temperature at which they age
 * @param noiseScale what all standard deviations are multiplied by, 0 … 10
 * @param stuck shares of stuck cells; null for the device's own
 * @param wires resistance of the wires; null for that of the options
 */
public record Corner(
        String name,
        double seconds,
        double celsius,
        double noiseScale,
        @Nullable StuckRates stuck,
        @Nullable WireResistance wires) {

    private static final double DAY = 86_400;

    private static final StuckRates FEW_STUCK = new StuckRates(0.0005, 0.0005, "a corner, not a measurement");

    /** Corners to begin with; all for devices at room temperature. */
    public static final List<Corner> STANDARD = List.of(
            new Corner("nominal", 0, Device.ROOM_CELSIUS, 1, null, null),
            new Corner("aged one day", DAY, Device.ROOM_CELSIUS, 1, null, null),
            new Corner("aged ten years", 10 * 365.25 * DAY, Device.ROOM_CELSIUS, 1, null, null),
            new Corner("noise × 1.5", 0, Device.ROOM_CELSIUS, 1.5, null, null),
            new Corner("0.1 % stuck", 0, Device.ROOM_CELSIUS, 1, FEW_STUCK, null),
            new Corner("noise × 1.5, 0.1 % stuck", 0, Device.ROOM_CELSIUS, 1.5, FEW_STUCK, null));

    /** Military range of integrated circuits, with room to either side. */
    private static final double LEAST_CELSIUS = -100;

    private static final double MOST_CELSIUS = 300;

    public Corner {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name: is blank");
        }
        ChipTimes.require(seconds);
        requireCelsius("celsius", celsius);
        if (!(noiseScale >= 0 && noiseScale <= 10)) {
            throw new IllegalArgumentException("noiseScale: " + noiseScale + " is outside 0 … 10");
        }
    }

    /**
     * Refuses what no chip is at.
     *
     * @param what names the temperature
     * @throws IllegalArgumentException naming it and the range
     */
    public static void requireCelsius(String what, double celsius) {
        if (!(celsius >= LEAST_CELSIUS && celsius <= MOST_CELSIUS)) {
            throw new IllegalArgumentException(what + ": " + celsius + " is outside " + LEAST_CELSIUS + " … "
                    + MOST_CELSIUS + " °C, where chips work");
        }
    }

    /**
     * {@code options} under these conditions.
     *
     * @throws IllegalArgumentException if the device cannot be there: an age or a temperature beyond its model, or stuck
     *     cells without a device
     */
    public ChipOptions of(ChipOptions options) {
        @Nullable Device device = options.device();
        ChipOptions result = options.withCelsius(celsius)
                .withNoiseScale(options.noiseScale() * noiseScale)
                .withWires(wires == null ? options.wires() : wires);
        if (device == null) {
            if (celsius != Device.ROOM_CELSIUS) {
                throw new IllegalArgumentException(
                        "celsius: " + celsius + " °C acts on devices alone; name one, such as rram-generic");
            }
            if (stuck != null && stuck.onRate() + stuck.offRate() > 0) {
                throw new IllegalArgumentException("stuck cells need a device; name one, such as rram-generic");
            }
            return result;
        }
        device.requireSeconds(device.equivalentSeconds(seconds, celsius));
        return stuck == null
                ? result
                : result.withDevice(
                        NoiseScale.with(device, device.programming(), device.drift(), device.readNoise(), stuck));
    }
}
