package studio.crossbar.ui.common;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a number is typed and shown. A parameter holds it in one fixed scale; the field shows {@link #symbol}.
 *
 * @param symbol shown after the number, may be empty
 * @param base unit without SI prefix, such as "S" for "µS"; empty where prefixes make no sense
 * @param heldPerShown held value of one shown unit: 0.01 for a fraction shown in percent, else 1
 */
public record Unit(String symbol, String base, double heldPerShown) {

    public static final Unit NONE = new Unit("", "", 1);
    public static final Unit PERCENT = new Unit("%", "", 0.01);
    public static final Unit MICROSIEMENS = new Unit("µS", "S", 1);

    private static final Pattern NUMBER =
            Pattern.compile("\\s*([+-]?(?:\\d+(?:[.]\\d*)?|[.]\\d+)(?:[eE][+-]?\\d+)?)\\s*((?![,.\\d]).*?)\\s*");

    private static final Map<String, Double> PREFIXES =
            Map.of("", 1.0, "p", 1e-12, "n", 1e-9, "µ", 1e-6, "m", 1e-3, "k", 1e3, "M", 1e6, "G", 1e9);

    /** A unit that is a noun, such as "bits". */
    public static Unit of(String noun) {
        return new Unit(noun, "", 1);
    }

    /**
     * Value that {@code text} means, in the held scale: for µS, "25", "25 uS" and "2.5e-5 S" are all 25.
     *
     * @throws IllegalArgumentException if it is no number or carries another unit; the message says what is expected
     */
    public double parse(String text) {
        Matcher matcher = NUMBER.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(Texts.format("common.parameter.notNumber", text.strip(), example()));
        }
        double number = Double.parseDouble(matcher.group(1));
        String unit = matcher.group(2).replace('μ', 'µ').replaceFirst("^u(?=.)", "µ");
        if (unit.isEmpty() || unit.equals(symbol)) {
            return number * heldPerShown;
        }
        if (!base.isEmpty() && unit.endsWith(base)) {
            Double given = PREFIXES.get(unit.substring(0, unit.length() - base.length()));
            Double shown = PREFIXES.get(symbol.substring(0, symbol.length() - base.length()));
            if (given != null && shown != null) {
                return number * given / shown * heldPerShown;
            }
        }
        throw new IllegalArgumentException(Texts.format("common.parameter.otherUnit", matcher.group(2), example()));
    }

    /** {@code held} as a number without its unit, with at most {@code decimals} decimals. */
    public String number(double held, int decimals) {
        String text = String.format(Locale.ROOT, "%." + decimals + "f", held / heldPerShown);
        return decimals == 0 ? text : text.replaceFirst("0+$", "").replaceFirst("[.]$", "");
    }

    /** {@code held} with its unit. */
    public String format(double held, int decimals) {
        return symbol.isEmpty() ? number(held, decimals) : number(held, decimals) + " " + symbol;
    }

    private String example() {
        return symbol.isEmpty() ? "4" : "4 " + symbol;
    }
}
