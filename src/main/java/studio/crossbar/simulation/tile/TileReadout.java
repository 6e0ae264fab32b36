package studio.crossbar.simulation.tile;

import java.util.ArrayList;
import java.util.List;
import studio.crossbar.hardware.Subtraction;

/**
 * How a tile's bit lines become outputs: {@code output = Σ_conversions digit · ADC(Σ_terms ± current)}. Signs, slices and
 * correction columns of all encodings are of this form.
 *
 * @param outputs at least 1
 * @param conversions at least one; the first is not shared by the outputs
 */
public record TileReadout(int outputs, List<Conversion> conversions) {

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
     * The same with each weight in several digits, least significant first. The bit lines of an output's slices are
     * neighbours: what was column {@code c} of output {@code o} with {@code n} columns an output is now, for slice
     * {@code s}, column {@code (o · slices + s) · n + c}; columns that outputs share stay single and last.
     *
     * @param digits what a slice's code counts, one a slice
     */
    public TileReadout sliced(List<Double> digits) {
        if (digits.isEmpty()) {
            throw new IllegalArgumentException("digits: none; a weight has at least one slice");
        }
        List<Conversion> all = new ArrayList<>();
        for (int slice = 0; slice < digits.size(); slice++) {
            for (Conversion conversion : conversions) {
                List<Conversion.Term> terms = new ArrayList<>();
                for (Conversion.Term term : conversion.terms()) {
                    terms.add(term.ofSlice(slice, digits.size()));
                }
                all.add(new Conversion(
                        conversion.digit() * digits.get(slice), terms, conversion.baselineMicroSiemens()));
            }
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
