package studio.crossbar.specification;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import studio.crossbar.device.Device;
import studio.crossbar.device.StuckRates;
import studio.crossbar.simulation.ChipTimes;
import studio.crossbar.simulation.Corner;
import studio.crossbar.simulation.tile.WireResistance;

/**
 * A corner as it is typed, each value with its unit or without.
 *
 * @param name for people, and to choose it by
 * @param time age, such as "10y"; blank for new chips
 * @param celsius temperature; blank for room temperature
 * @param noiseScale factor of all standard deviations; blank for 1
 * @param stuckOn share of cells stuck at the highest conductance, in per cent; blank with the other for the device's own
 * @param stuckOff the same at the lowest
 * @param wordlineOhm resistance of a segment; blank with the other for the project's wires
 * @param bitlineOhm the same of a bit line
 */
public record CornerText(
        String name,
        String time,
        String celsius,
        String noiseScale,
        String stuckOn,
        String stuckOff,
        String wordlineOhm,
        String bitlineOhm) {

    /** As much as a corner's values need; exponents are for files. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d{1,12}([.]\\d{0,12})?|[.]\\d{1,12})");

    /** The texts of a corner. */
    public static CornerText of(Corner corner) {
        StuckRates stuck = corner.stuck();
        WireResistance wires = corner.wires();
        return new CornerText(
                corner.name(),
                ChipTimes.text(corner.seconds()),
                plain(corner.celsius()) + " °C",
                plain(corner.noiseScale()),
                stuck == null ? "" : percent(stuck.onRate()),
                stuck == null ? "" : percent(stuck.offRate()),
                wires == null ? "" : plain(wires.wordlineOhm()) + " Ω",
                wires == null ? "" : plain(wires.bitlineOhm()) + " Ω");
    }

    /**
     * The corner that they mean.
     *
     * @throws IllegalArgumentException naming the value and what is understood
     */
    public Corner corner() {
        String called = name.strip();
        return new Corner(
                called,
                time.isBlank() ? 0 : ChipTimes.parse(time.replace(" ", "")),
                number("temperature", celsius, Device.ROOM_CELSIUS, "°c", "25 °C"),
                number("noise", noiseScale, 1, "×", "1.5"),
                stuck(called),
                wires());
    }

    private @Nullable StuckRates stuck(String called) {
        return stuckOn.isBlank() && stuckOff.isBlank()
                ? null
                : new StuckRates(share("stuck on", stuckOn), share("stuck off", stuckOff), "corner " + called);
    }

    private @Nullable WireResistance wires() {
        return wordlineOhm.isBlank() && bitlineOhm.isBlank()
                ? null
                : new WireResistance(
                        number("word line", wordlineOhm, 0, "ω", "1 Ω"), number("bit line", bitlineOhm, 0, "ω", "1 Ω"));
    }

    private static double share(String what, String text) {
        return BigDecimal.valueOf(number(what, text, 0, "%", "0.1 %"))
                .movePointLeft(2)
                .doubleValue();
    }

    private static double number(String what, String text, double otherwise, String unit, String example) {
        String given = text.strip().toLowerCase(Locale.ROOT);
        if (given.isEmpty()) {
            return otherwise;
        }
        String digits = given.endsWith(unit)
                ? given.substring(0, given.length() - unit.length()).strip()
                : given;
        if (!NUMBER.matcher(digits).matches()) {
            throw new IllegalArgumentException(
                    what + ": “" + text.strip() + "” is not understood; type for example " + example);
        }
        return Double.parseDouble(digits);
    }

    private static String percent(double share) {
        return plain(BigDecimal.valueOf(share).movePointRight(2).doubleValue()) + " %";
    }

    private static String plain(double value) {
        return value == 0 ? "0" : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
