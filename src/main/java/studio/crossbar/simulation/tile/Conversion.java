package studio.crossbar.simulation.tile;

import java.util.List;

/**
 * One analog-to-digital conversion an output: bit lines whose currents are added or subtracted before the ADC, and what
 * the code is worth.
 *
 * @param digit what the code counts digitally: the place value of a slice, negative where codes are subtracted; not 0
 * @param terms bit lines, at least one
 * @param baselineMicroSiemens conductance a row that is subtracted before the ADC, by a reference of cells held at it; at
 *     least 0 µS
 */
public record Conversion(double digit, List<Term> terms, double baselineMicroSiemens) {

    /**
     * The bit line of output {@code o} is {@code firstColumn + o · columnStep}.
     *
     * @param factor sign and weight of its current; not 0
     * @param firstColumn bit line of output 0
     * @param columnStep bit lines from output to output; 0 if all share one
     */
    public record Term(double factor, int firstColumn, int columnStep) {

        public Term {
            requireFactor("factor", factor);
            if (firstColumn < 0 || columnStep < 0) {
                throw new IllegalArgumentException(
                        "term: bit line " + firstColumn + " with step " + columnStep + " is below 0");
            }
        }

        /** The bit line of one slice, if slices of an output are neighbours and shared bit lines stay single and last. */
        Term ofSlice(int slice, int slices) {
            return columnStep == 0
                    ? new Term(factor, firstColumn * slices, 0)
                    : new Term(factor, slice * columnStep + firstColumn, columnStep * slices);
        }

        int column(int output) {
            return firstColumn + output * columnStep;
        }
    }

    public Conversion {
        requireFactor("digit", digit);
        terms = List.copyOf(terms);
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("terms: needs at least one bit line");
        }
        if (!(baselineMicroSiemens >= 0 && baselineMicroSiemens <= TileConductance.MAX_MICRO_SIEMENS)) {
            throw new IllegalArgumentException("baselineMicroSiemens: " + baselineMicroSiemens + " is outside 0 … "
                    + TileConductance.MAX_MICRO_SIEMENS);
        }
    }

    private static void requireFactor(String name, double value) {
        if (!Double.isFinite(value) || value == 0) {
            throw new IllegalArgumentException(name + ": " + value + " is not a finite number other than 0");
        }
    }

    /** Whether all outputs share one conversion, as that of a correction column. */
    boolean shared() {
        return terms.stream().allMatch(term -> term.columnStep() == 0);
    }
}
