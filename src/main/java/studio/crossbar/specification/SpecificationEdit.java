package studio.crossbar.specification;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One field of {@link Specifications}, changed by what was typed. */
public final class SpecificationEdit {

    private static final Pattern PERCENT = Pattern.compile("(\\d+(?:[.]\\d+)?|[.]\\d+)\\s*(?:%|pp|points?)?");

    private SpecificationEdit() {}

    /**
     * Changes a field.
     *
     * @param field a metric, goodChip, costTolerance, accuracyTolerance, device or chips, in whatever case
     * @param text new value with or without its unit; blank removes it, or takes the standard of tolerances and chips
     * @throws IllegalArgumentException saying what is expected
     */
    public static Specifications apply(Specifications specifications, String field, String text) {
        boolean blank = text.isBlank();
        CornerPlan plan = specifications.plan();
        return switch (field.toLowerCase(Locale.ROOT)) {
            case "goodchip" -> specifications.withGoodChip(blank ? null : Metric.ACCURACY.parse(text));
            case "costtolerance" ->
                specifications.withTolerance(new Tolerance(
                        blank ? Tolerance.STANDARD.relative() : percent(text),
                        specifications.tolerance().points()));
            case "accuracytolerance" ->
                specifications.withTolerance(new Tolerance(
                        specifications.tolerance().relative(), blank ? Tolerance.STANDARD.points() : percent(text)));
            case "device" -> specifications.withPlan(plan.withDevice(blank ? null : text.strip()));
            case "chips" -> specifications.withPlan(plan.withChips(blank ? CornerPlan.STANDARD.chips() : chips(text)));
            default -> {
                Metric metric = metric(field);
                yield specifications.withLimit(metric, blank ? null : metric.parse(text));
            }
        };
    }

    /** A share of a number of per cent, or of percentage points, with its unit or without. */
    private static double percent(String text) {
        Matcher matcher = PERCENT.matcher(text.strip());
        double share = matcher.matches()
                ? new BigDecimal(matcher.group(1)).movePointLeft(2).doubleValue()
                : Double.NaN;
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "“" + text.strip() + "” is no tolerance; type 0 … 100, for example 5 % or 1 pp");
        }
        return share;
    }

    private static int chips(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "“" + text.strip() + "” is no number of chips; give 1 … " + CornerPlan.MOST_CHIPS, e);
        }
    }

    private static Metric metric(String name) {
        return Arrays.stream(Metric.values())
                .filter(metric -> metric.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "there is no \"" + name
                                        + "\"; choose of accuracy, yield, area, energy, latency, goodChip, costTolerance, accuracyTolerance, device and chips"));
    }
}
