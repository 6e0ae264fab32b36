package studio.crossbar.device;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Part of a {@link Curve}: an elementary function of {@code u}, kept within {@code lowest … highest}.
 *
 * @param from least {@code u} it holds for, at least 0
 * @param form which function
 * @param coefficients as {@code form} says
 * @param lowest values below become this one; may be −∞
 * @param highest values above become this one; may be ∞
 */
public record Piece(double from, Form form, List<Double> coefficients, double lowest, double highest) {

    private static final int MOST_COEFFICIENTS = 16;

    /** Functions that published fits use. */
    public enum Form {
        /** {@code Σ c_i u^i}. */
        POLYNOMIAL(1, MOST_COEFFICIENTS),
        /** {@code c_0 + c_1 ln u}. */
        LOGARITHM(2, 2),
        /** {@code c_0 u^c_1}. */
        POWER(2, 2),
        /** {@code c_0 (1 − exp(−u / c_1))}. */
        SATURATION(2, 2);

        private final int fewest;
        private final int most;

        Form(int fewest, int most) {
            this.fewest = fewest;
            this.most = most;
        }
    }

    public Piece {
        coefficients = List.copyOf(coefficients);
        Check.range("from", from, 0, 1e9);
        Check.range("coefficients", coefficients.size(), form.fewest, form.most);
        for (double coefficient : coefficients) {
            Check.range("coefficients", coefficient, -1e12, 1e12);
        }
        if (form == Form.SATURATION && coefficients.get(1) <= 0) {
            throw new IllegalArgumentException(
                    "coefficients: " + coefficients.get(1) + " is not above 0, as a constant of saturation must be");
        }
        if (!(lowest <= highest)) {
            throw new IllegalArgumentException("lowest: " + lowest + " is not below highest, " + highest);
        }
    }

    /** A piece from 0 without limits. */
    public static Piece of(Form form, Double... coefficients) {
        return new Piece(0, form, List.of(coefficients), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    DoubleUnaryOperator function() {
        double[] c = coefficients.stream().mapToDouble(Double::doubleValue).toArray();
        DoubleUnaryOperator free = switch (form) {
            case POLYNOMIAL -> u -> horner(c, u);
            case LOGARITHM -> u -> c[0] + c[1] * Math.log(u);
            case POWER -> u -> c[0] * Math.pow(u, c[1]);
            case SATURATION -> u -> c[0] * -Math.expm1(-u / c[1]);
        };
        return u -> Math.clamp(free.applyAsDouble(u), lowest, highest);
    }

    private static double horner(double[] c, double u) {
        double sum = c[c.length - 1];
        for (int i = c.length - 2; i >= 0; i--) {
            sum = sum * u + c[i];
        }
        return sum;
    }
}
