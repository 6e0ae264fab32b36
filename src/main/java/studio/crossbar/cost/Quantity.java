package studio.crossbar.cost;

import java.util.Locale;

/**
 * One constant of a technology file.
 *
 * @param value in {@code unit}, within {@code low … high}
 * @param unit ASCII symbol, such as {@code um2} or {@code pJ}
 * @param low smallest value that published designs give reason for
 * @param high largest such value
 * @param nodeNanometres process node that the value holds for, nm; 0 for a constant that belongs to no node. Circuits are
 *     scaled from it; of the device it only says where the value was published
 * @param source publication or listing, and how the figure was derived from it
 */
public record Quantity(double value, String unit, double low, double high, double nodeNanometres, String source) {

    public Quantity {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value: " + value + " is not finite; give a number within low … high");
        }
        if (unit.isBlank()) {
            throw new IllegalArgumentException("unit: is blank; say what the value is measured in");
        }
        if (!(low <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException("low: " + low + " … " + high + " (high) is no range");
        }
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException("value: " + value + " is outside its valid range " + low + " … " + high
                    + " " + unit + "; correct it, or widen low and high and name the source");
        }
        if (!(nodeNanometres >= 0 && nodeNanometres <= 1000)) {
            throw new IllegalArgumentException("nodeNanometres: " + nodeNanometres + " is outside 0 … 1000");
        }
        if (source.isBlank()) {
            throw new IllegalArgumentException("source: is blank; say where the value comes from");
        }
    }

    /**
     * Refuses another unit, or a range that reaches beyond what is possible.
     *
     * @param field name for the message
     */
    void check(String field, String expectedUnit, double least, double most) {
        if (!unit.equals(expectedUnit)) {
            throw new IllegalArgumentException(
                    field + ".unit: \"" + unit + "\" where \"" + expectedUnit + "\" is expected");
        }
        checkWithin(field + ".value", value, least, most);
        checkWithin(field + ".low", low, least, most);
        checkWithin(field + ".high", high, least, most);
    }

    private void checkWithin(String field, double number, double least, double most) {
        if (!(number >= least && number <= most)) {
            throw new IllegalArgumentException(field + ": " + number + " is outside " + least + " … " + most + " "
                    + unit + "; correct the number or its unit");
        }
    }

    /** The same for a whole number. */
    void checkWhole(String field, String expectedUnit, int least, int most) {
        check(field, expectedUnit, least, most);
        if (value != Math.rint(value)) {
            throw new IllegalArgumentException(field + ".value: " + value + " is not a whole number");
        }
    }

    /** Value of a constant that {@link #checkWhole} accepted. */
    int whole() {
        return (int) Math.rint(value);
    }

    /**
     * The constant at another node, if it belongs to one; its source then says so.
     *
     * @param node feature size, nm
     * @param law how constants of this kind scale
     */
    Quantity scaledTo(double node, NodeScaling law) {
        if (nodeNanometres == 0 || nodeNanometres == node) {
            return this;
        }
        double factor = law.factor(nodeNanometres, node);
        return new Quantity(
                value * factor,
                unit,
                low * factor,
                high * factor,
                node,
                source
                        + String.format(
                                Locale.ROOT,
                                " [scaled from %s nm to %s nm, × %.3g, %s]",
                                number(nodeNanometres),
                                number(node),
                                factor,
                                law.source()));
    }

    /** Without a needless fraction. */
    static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
