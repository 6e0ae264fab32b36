package studio.crossbar.simulation;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ages of chips as people write them. */
public final class ChipTimes {

    /** A century: longer than any product, and than any device model can be believed. */
    public static final double MOST_SECONDS = 100 * 365.25 * 86_400;

    private static final Map<String, Double> UNITS =
            Map.of("s", 1.0, "min", 60.0, "h", 3600.0, "d", 86_400.0, "w", 604_800.0, "y", 365.25 * 86_400);
    private static final Pattern TIME = Pattern.compile("([0-9.]+(?:e[+-]?[0-9]+)?)(s|min|h|d|w|y)?");

    private ChipTimes() {}

    /**
     * Seconds of a text such as "1s", "30min", "1h", "1d", "2w", "10y" or "0"; a year has 365.25 days.
     *
     * @throws IllegalArgumentException if it is none, or beyond a century
     */
    public static double parse(String text) {
        Matcher matcher = TIME.matcher(text.strip().toLowerCase(Locale.ROOT));
        double seconds = Double.NaN;
        if (matcher.matches()) {
            try {
                String unit = matcher.group(2);
                seconds = Double.parseDouble(matcher.group(1)) * UNITS.getOrDefault(unit == null ? "s" : unit, 1.0);
            } catch (NumberFormatException _) {
                // Not a number, as two points: refused below.
            }
        }
        if (Double.isNaN(seconds)) {
            throw new IllegalArgumentException(
                    "time: \"" + text + "\" is no age; write a number and s, min, h, d, w or y, such as 1h or 10y");
        }
        return require(seconds);
    }

    /**
     * Refuses ages that no chip has.
     *
     * @throws IllegalArgumentException naming the limit
     */
    public static double require(double seconds) {
        if (!(seconds >= 0 && seconds <= MOST_SECONDS)) {
            throw new IllegalArgumentException(
                    "time: " + seconds + " s is outside 0 … 100 years (" + MOST_SECONDS + " s)");
        }
        return seconds;
    }

    /** A text such as "1 h" for an age; the largest unit of which it is a whole number, else seconds. */
    public static String text(double seconds) {
        for (String unit : new String[] {"y", "d", "h", "min"}) {
            double number = seconds / UNITS.getOrDefault(unit, 1.0);
            if (number >= 1 && Math.abs(number - Math.rint(number)) < 1e-9 * number) {
                return (long) Math.rint(number) + " " + unit;
            }
        }
        return seconds == Math.rint(seconds) ? (long) seconds + " s" : seconds + " s";
    }
}
