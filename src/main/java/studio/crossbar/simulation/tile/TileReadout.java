package studio.crossbar.simulation.tile;

import java.util.ArrayList;
import java.util.List;

/**
 * How a tile's bit lines become outputs: {@code output = Σ_conversions digit · ADC(Σ_terms ± current)}. Signs, slices and
 * correction columns of all encodings are of this form.
 *
 * @param outputs at least 1
 * @param conversions at least one; the first is not shared by the outputs
 */
public record TileReadout(int outputs, List<Conversion> conversions) {

    /** Where currents of opposite sign are subtracted. */
    public enum Subtraction {
        /** Before the ADC: one signed conversion. */
        ANALOG,
        /** After the ADC: a conversion each, codes subtracted. */
        DIGITAL
    }

    public TileReadout {
        conversions = List.copyOf(conversions);
        if (outputs < 1) {
            throw new IllegalArgumentException("outputs: " + outputs + " is below 1");
        }
        if (conversions.isEmpty() || conversions.getFirst().shared()) {
            throw new IllegalArgumentException("conversions: the first must give each output a bit line of its own");
        }
    }

    /** Pairs of neighbours: G+ at {@code 2·output}, G− at {@code 2·output + 1}. */
    public static TileReadout differential(int outputs, Subtraction subtraction) {
        Conversion.Term plus = new Conversion.Term(1, 0, 2);
        Conversion.Term minus = new Conversion.Term(-1, 1, 2);
        return new TileReadout(
                outputs,
                subtraction == Subtraction.ANALOG
                        ? List.of(new Conversion(1, List.of(plus, minus), 0))
                        : List.of(
                                new Conversion(1, List.of(plus), 0),
                                new Conversion(-1, List.of(new Conversion.Term(1, 1, 2)), 0)));
    }

    /**
     * One bit line an output, all of one sign, which is taken digitally.
     *
     * @param sign +1 or −1
     * @param baselineMicroSiemens of a cell that stands for weight 0
     */
    public static TileReadout unipolar(int outputs, int sign, double baselineMicroSiemens) {
        return new TileReadout(
                outputs, List.of(new Conversion(sign, List.of(new Conversion.Term(1, 0, 1)), baselineMicroSiemens)));
    }

    /**
     * One bit line an output and, after the last, a correction column whose cells stand for weight 0.
     *
     * @param factor how often the correction column's current is subtracted
     */
    public static TileReadout offset(int outputs, double factor, Subtraction subtraction) {
        Conversion.Term value = new Conversion.Term(1, 0, 1);
        return new TileReadout(
                outputs,
                subtraction == Subtraction.ANALOG
                        ? List.of(new Conversion(1, List.of(value, new Conversion.Term(-factor, outputs, 0)), 0))
                        : List.of(
                                new Conversion(1, List.of(value), 0),
                                new Conversion(-factor, List.of(new Conversion.Term(1, outputs, 0)), 0)));
    }

    /**
     * The same with each weight in {@code slices} digits, least significant first. The bit lines of an output's slices are
     * neighbours: what was column {@code c} of output {@code o} with {@code n} columns an output is now, for slice
     * {@code s}, column {@code (o · slices + s) · n + c}; columns that outputs share stay single and last.
     *
     * @param base place value of the next slice over this one's, above 1
     * @param slices at least 1
     */
    public TileReadout sliced(double base, int slices) {
        if (!(base > 1) || slices < 1) {
            throw new IllegalArgumentException("slices: " + slices + " of base " + base
                    + "; they need at least one slice" + " and a base above 1");
        }
        List<Conversion> all = new ArrayList<>();
        double digit = 1;
        for (int slice = 0; slice < slices; slice++) {
            for (Conversion conversion : conversions) {
                List<Conversion.Term> terms = new ArrayList<>();
                for (Conversion.Term term : conversion.terms()) {
                    int step = term.columnStep();
                    terms.add(
                            step == 0
                                    ? new Conversion.Term(term.factor(), term.firstColumn() * slices, 0)
                                    : new Conversion.Term(
                                            term.factor(), slice * step + term.firstColumn(), step * slices));
                }
                all.add(new Conversion(conversion.digit() * digit, terms, conversion.baselineMicroSiemens()));
            }
            digit *= base;
        }
        return new TileReadout(outputs, all);
    }

    /** Bit lines that are read. */
    public int columns() {
        return 1
                + conversions.stream()
                        .flatMap(conversion -> conversion.terms().stream())
                        .mapToInt(term -> term.column(outputs - 1))
                        .max()
                        .orElseThrow();
    }
}
