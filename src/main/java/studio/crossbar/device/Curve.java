package studio.crossbar.device;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A fitted dependence on conductance: {@code scale · f(g / reference)} with {@code f} in pieces. Its value is what the fit
 * says, of either sign, as the shift of a mean may be; only the limits of the {@link Piece}s bound it. Where it stands for a
 * standard deviation, {@link #deviation} takes a negative value for 0.
 *
 * @param referenceMicroSiemens conductance at which {@code u = 1}: the fit's own unit or largest conductance, above 0
 * @param scale unit of the result, such as µS, in which the fit counts; above 0
 * @param pieces in ascending order, the first from 0; none: 0 everywhere
 */
public record Curve(double referenceMicroSiemens, double scale, List<Piece> pieces) {

    /** Zero at every conductance. */
    public static final Curve ZERO = new Curve(1, 1, List.of());

    public Curve {
        pieces = List.copyOf(pieces);
        Check.range("referenceMicroSiemens", referenceMicroSiemens, 1e-6, 1e6);
        Check.range("scale", scale, 1e-12, 1e12);
        for (int i = 0; i < pieces.size(); i++) {
            double from = pieces.get(i).from();
            if (i == 0 ? from != 0 : from <= pieces.get(i - 1).from()) {
                throw new IllegalArgumentException("pieces: piece " + (i + 1) + " begins at " + from
                        + (i == 0 ? "; the first begins at 0" : ", not above the one before it"));
            }
        }
    }

    /** The same value at every conductance. */
    public static Curve constant(double value) {
        return value == 0 ? ZERO : new Curve(1, 1, List.of(Piece.of(Piece.Form.POLYNOMIAL, value)));
    }

    public boolean isZero() {
        return pieces.isEmpty();
    }

    /** Value of the fit at {@code microSiemens}, which may be negative. */
    public double at(double microSiemens) {
        return function().applyAsDouble(microSiemens);
    }

    /**
     * The curve over µS as a standard deviation: a polynomial that was fitted to deviations may dip below 0 near the ends of
     * its range, where the measured ones are nearly 0, and is then taken for 0.
     */
    DoubleUnaryOperator deviation() {
        DoubleUnaryOperator fitted = function();
        return g -> Math.max(0, fitted.applyAsDouble(g));
    }

    /** The curve over µS, for many evaluations. */
    DoubleUnaryOperator function() {
        double perReference = 1 / referenceMicroSiemens;
        if (pieces.isEmpty()) {
            return _ -> 0;
        }
        if (pieces.size() == 1) {
            DoubleUnaryOperator only = pieces.getFirst().function();
            return g -> scale * only.applyAsDouble(g * perReference);
        }
        double[] from = pieces.stream().mapToDouble(Piece::from).toArray();
        DoubleUnaryOperator[] functions = pieces.stream().map(Piece::function).toArray(DoubleUnaryOperator[]::new);
        return g -> {
            double u = g * perReference;
            int piece = functions.length - 1;
            while (u < from[piece] && piece > 0) {
                piece--;
            }
            return scale * functions[piece].applyAsDouble(u);
        };
    }
}
