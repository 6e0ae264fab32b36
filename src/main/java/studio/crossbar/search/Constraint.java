package studio.crossbar.search;

/**
 * What a design may cost at most; checked before any training.
 *
 * @param metric one that is {@linkplain Metric#computed computed}
 * @param limit greatest value allowed, above 0, in the metric's unit
 */
public record Constraint(Metric metric, double limit) {

    public Constraint {
        if (!metric.computed()) {
            throw new IllegalArgumentException("metric: " + metric.label()
                    + " is only known after training; limit a cost, or look at the front for it");
        }
        if (!(limit > 0 && limit < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("limit: " + limit + " is not above 0 and finite");
        }
    }

    /**
     * The constraint of a limit as people write it, with the metric's unit or without.
     *
     * @throws IllegalArgumentException if it is no number of that unit, or none that is allowed
     */
    public static Constraint parse(Metric metric, String text) {
        String number = text.strip();
        if (number.endsWith(metric.unit())) {
            number = number.substring(0, number.length() - metric.unit().length())
                    .strip();
        }
        double limit;
        try {
            limit = Double.parseDouble(number);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "limit: \"" + text.strip() + "\" is no number of " + metric.unit() + "; type for example 0.2", e);
        }
        return new Constraint(metric, limit);
    }
}
