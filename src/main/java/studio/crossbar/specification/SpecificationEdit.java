package studio.crossbar.specification;

import java.util.Arrays;
import java.util.Locale;

/** One field of {@link Specifications}, changed by what was typed. */
public final class SpecificationEdit {

    private SpecificationEdit() {}

    /**
     * Changes a field.
     *
     * @param field a metric, goodChip, device or chips, in whatever case
     * @param text new value with or without its unit; blank removes it, or for chips takes the standard number
     * @throws IllegalArgumentException saying what is expected
     */
    public static Specifications apply(Specifications specifications, String field, String text) {
        boolean blank = text.isBlank();
        CornerPlan plan = specifications.plan();
        return switch (field.toLowerCase(Locale.ROOT)) {
            case "goodchip" -> specifications.withGoodChip(blank ? null : Metric.ACCURACY.parse(text));
            case "device" -> specifications.withPlan(plan.withDevice(blank ? null : text.strip()));
            case "chips" -> specifications.withPlan(plan.withChips(blank ? CornerPlan.STANDARD.chips() : chips(text)));
            default -> {
                Metric metric = metric(field);
                yield specifications.withLimit(metric, blank ? null : metric.parse(text));
            }
        };
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
                .orElseThrow(() -> new IllegalArgumentException("there is no \"" + name
                        + "\"; choose of accuracy, yield, area, energy, latency, goodChip, device and chips"));
    }
}
