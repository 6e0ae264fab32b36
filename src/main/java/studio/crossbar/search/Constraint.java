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
}
