package studio.crossbar.specification;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A figure that can have a target. Values are held in the metric's own unit, accuracy and yield as shares, 0 … 1. */
public enum Metric {
    /** Mean over chips of the share of test samples that are classified rightly. */
    ACCURACY("Accuracy", Sense.AT_LEAST, "%", Map.of("%", 0.01)),
    /** Share of chips that are good: {@link Specifications#goodChipAccuracy}. */
    YIELD("Yield", Sense.AT_LEAST, "%", Map.of("%", 0.01)),
    /** Of all components. */
    AREA(
            "Area",
            Sense.AT_MOST,
            "mm²",
            Map.of("mm²", 1.0, "mm2", 1.0, "µm²", 1e-6, "µm2", 1e-6, "cm²", 100.0, "cm2", 100.0)),
    /** Of one inference. */
    ENERGY("Energy", Sense.AT_MOST, "nJ", Map.of("pJ", 1e-3, "nJ", 1.0, "µJ", 1e3, "mJ", 1e6, "J", 1e9)),
    /** Of one inference, from its first input to its result. */
    LATENCY("Latency", Sense.AT_MOST, "µs", Map.of("ns", 1e-3, "µs", 1.0, "ms", 1e3, "s", 1e6));

    /** More than any chip; keeps hostile files from overflowing. */
    private static final double MOST = 1e15;

    private static final MathContext SHOWN = new MathContext(4, RoundingMode.HALF_UP);
    private static final MathContext EXACT = new MathContext(9, RoundingMode.HALF_UP);

    private static final Pattern NUMBER =
            Pattern.compile("([+-]?(?:\\d+(?:[.]\\d*)?|[.]\\d+)(?:[eE][+-]?\\d+)?)\\s*(.*)");

    private final String label;
    private final Sense sense;
    private final String unit;
    private final Map<String, Double> units;

    Metric(String label, Sense sense, String unit, Map<String, Double> units) {
        this.label = label;
        this.sense = sense;
        this.unit = unit;
        this.units = units;
    }

    public String label() {
        return label;
    }

    /** Side on which all of its targets lie. */
    public Sense sense() {
        return sense;
    }

    /** Unit in which it is shown: that of held values, or % for shares. */
    public String unit() {
        return unit;
    }

    /** Whether it is a share of test samples or of chips, which depends on the corner; costs are those of the design. */
    public boolean ofChips() {
        return this == ACCURACY || this == YIELD;
    }

    /**
     * Refuses a limit that no target has.
     *
     * @param what names it
     * @throws IllegalArgumentException naming it and the range
     */
    void require(String what, double limit) {
        if (ofChips() && !(limit >= 0 && limit <= 1)) {
            throw new IllegalArgumentException(what + ": " + limit + " is outside 0 … 1; give a share, such as 0.92");
        }
        if (!ofChips() && !(limit > 0 && limit <= MOST)) {
            throw new IllegalArgumentException(what + ": " + limit + " " + unit + " is no "
                    + name().toLowerCase(java.util.Locale.ROOT) + "; give a positive number");
        }
    }

    /**
     * Value that a text means: "2.5 mm²", "800 pJ", "93 %"; without a unit the metric's own, and for shares a number up to
     * 1 is a share and a larger one a percentage. "u" stands for "µ".
     *
     * @throws IllegalArgumentException saying what is expected if it is none
     */
    public double parse(String text) {
        Matcher matcher = NUMBER.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("“" + text.strip() + "” is not a number; " + example());
        }
        double number = Double.parseDouble(matcher.group(1));
        String given = matcher.group(2).replace('μ', 'µ').replaceFirst("^u(?=.)", "µ");
        Double factor = given.isEmpty() ? Double.valueOf(ofChips() && number > 1 ? 0.01 : 1) : unitOf(given);
        if (factor == null) {
            throw new IllegalArgumentException("“" + matcher.group(2) + "” is no unit of "
                    + label.toLowerCase(java.util.Locale.ROOT) + "; " + example());
        }
        double value = rounded(number * factor);
        if (ofChips() && !(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(label + " of “" + text.strip() + "” is outside 0 … 100 %");
        }
        if (!ofChips() && !(value > 0 && value <= MOST)) {
            throw new IllegalArgumentException(label + " of “" + text.strip() + "” is not positive; " + example());
        }
        return value;
    }

    private @Nullable Double unitOf(String given) {
        return units.get(given);
    }

    /** Takes back what multiplying by a power of ten adds: 93 % is 0.93. */
    private static double rounded(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value)
                        .round(new MathContext(15, RoundingMode.HALF_UP))
                        .doubleValue()
                : value;
    }

    private String example() {
        return "type for example "
                + switch (this) {
                    case ACCURACY, YIELD -> "93 % or 0.93";
                    case AREA -> "2.5 mm² or 900000 µm²";
                    case ENERGY -> "800 nJ or 0.8 µJ";
                    case LATENCY -> "25 µs or 0.1 ms";
                };
    }

    /** A measured value with its unit, to four digits; shares to two decimals of a percent. */
    public String text(double value) {
        return ofChips()
                ? plain(new BigDecimal(100 * value).setScale(2, RoundingMode.HALF_UP)) + " %"
                : plain(new BigDecimal(value).round(SHOWN)) + " " + unit;
    }

    /** A limit with its unit, as it was given. */
    public String limitText(double limit) {
        return plain(new BigDecimal(ofChips() ? 100 * limit : limit).round(EXACT)) + " " + unit;
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
