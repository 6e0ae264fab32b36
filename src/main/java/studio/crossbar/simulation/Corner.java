package studio.crossbar.simulation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.device.Device;
import studio.crossbar.device.StuckRates;

/**
 * A named set of conditions.
 *
 * @param name for people
 * @param seconds age of the chips
 * @param celsius temperature at which they age
 * @param noiseScale what all standard deviations are multiplied by, 0 … 10
 * @param stuckRate share of stuck cells, half of them on and half off; negative leaves the device's own
 */
public record Corner(String name, double seconds, double celsius, double noiseScale, double stuckRate) {

    private static final double DAY = 86_400;

    /** Corners to begin with; all for devices at room temperature. */
    public static final List<Corner> STANDARD = List.of(
            new Corner("nominal", 0, Device.ROOM_CELSIUS, 1, -1),
            new Corner("aged one day", DAY, Device.ROOM_CELSIUS, 1, -1),
            new Corner("aged ten years", 10 * 365.25 * DAY, Device.ROOM_CELSIUS, 1, -1),
            new Corner("noise × 1.5", 0, Device.ROOM_CELSIUS, 1.5, -1),
            new Corner("0.1 % stuck", 0, Device.ROOM_CELSIUS, 1, 0.001),
            new Corner("noise × 1.5, 0.1 % stuck", 0, Device.ROOM_CELSIUS, 1.5, 0.001));

    public Corner {
        if (name.isBlank()) {
            throw new IllegalArgumentException("corner: its name is blank");
        }
        ChipTimes.require(seconds);
        if (!Double.isFinite(celsius)) {
            throw new IllegalArgumentException("corner \"" + name + "\": " + celsius + " is no temperature");
        }
        if (!(noiseScale >= 0 && noiseScale <= 10)) {
            throw new IllegalArgumentException(
                    "corner \"" + name + "\": noise scale " + noiseScale + " is outside 0 … 10");
        }
        if (!(stuckRate <= 1)) {
            throw new IllegalArgumentException(
                    "corner \"" + name + "\": stuck rate " + stuckRate + " is outside 0 … 1");
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
        if (device == null && stuckRate > 0) {
            throw new IllegalArgumentException(
                    "corner \"" + name + "\": stuck cells need a device; name one, such as rram-generic");
        }
        ChipOptions result = options.withCelsius(celsius).withNoiseScale(options.noiseScale() * noiseScale);
        if (device == null) {
            return result;
        }
        device.requireSeconds(device.equivalentSeconds(seconds, celsius));
        if (stuckRate < 0) {
            return result;
        }
        StuckRates stuck = new StuckRates(stuckRate / 2, stuckRate / 2, "corner " + name);
        return result.withDevice(
                NoiseScale.with(device, device.programming(), device.drift(), device.readNoise(), stuck));
    }
}
