package studio.crossbar.cost;

/**
 * One constant of a technology file.
 *
 * @param value in {@code unit}
 * @param unit ASCII symbol, such as {@code um2} or {@code pJ}
 * @param nodeNanometres process node that the value holds for, nm; 0 for a constant that belongs to no node
 * @param source publication or listing, and how the figure was scaled from it
 */
public record Quantity(double value, String unit, double nodeNanometres, String source) {

    public Quantity {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value: " + value + " is not finite");
        }
        if (!(nodeNanometres >= 0 && nodeNanometres <= 1000)) {
            throw new IllegalArgumentException("nodeNanometres: " + nodeNanometres + " is outside 0 … 1000");
        }
        if (source.isBlank()) {
            throw new IllegalArgumentException("source: is blank; say where the value comes from");
        }
    }

    /**
     * Refuses another unit or a value out of range.
     *
     * @param field name for the message
     */
    void check(String field, String expectedUnit, double low, double high) {
        if (!unit.equals(expectedUnit)) {
            throw new IllegalArgumentException(
                    field + ".unit: \"" + unit + "\" where \"" + expectedUnit + "\" is expected");
        }
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(
                    field + ".value: " + value + " is outside " + low + " … " + high + " " + expectedUnit);
        }
    }

    /** The same for a whole number. */
    void checkWhole(String field, String expectedUnit, int low, int high) {
        check(field, expectedUnit, low, high);
        if (value != Math.rint(value)) {
            throw new IllegalArgumentException(field + ".value: " + value + " is not a whole number");
        }
    }

    /** Value of a constant that {@link #checkWhole} accepted. */
    int whole() {
        return (int) Math.rint(value);
    }
}
