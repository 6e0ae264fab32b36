package studio.crossbar.simulation;

/** Quantiles of Student's distribution. */
public final class StudentT {

    private static final int MOST_TERMS = 500;
    private static final double TINY = 1e-300;

    private StudentT() {}

    /**
     * The value that |t| does not exceed with probability {@code confidence}.
     *
     * @param confidence above 0 and below 1
     * @param freedom degrees of freedom, at least 1
     */
    public static double twoSided(double confidence, int freedom) {
        double low = 0;
        double high = 1;
        while (within(high, freedom) < confidence) {
            high *= 2;
        }
        for (int i = 0; i < 100; i++) {
            double middle = (low + high) / 2;
            if (within(middle, freedom) < confidence) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** P(|T| ≤ t) = 1 − I_x(ν/2, 1/2) with x = ν / (ν + t²); Abramowitz and Stegun 26.7.1 and 26.5.27. */
    static double within(double t, int freedom) {
        double x = freedom / (freedom + t * t);
        return 1 - incompleteBeta(x, freedom / 2.0, 0.5);
    }

    /** Regularised incomplete beta function, Abramowitz and Stegun 26.5.8, where its fraction converges fast. */
    private static double incompleteBeta(double x, double a, double b) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        double front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
        return x < (a + 1) / (a + b + 2) ? front * fraction(x, a, b) / a : 1 - front * fraction(1 - x, b, a) / b;
    }

    /** The continued fraction, evaluated from the front (Lentz, Applied Optics 15, 668, 1976). */
    private static double fraction(double x, double a, double b) {
        double c = 1;
        double d = 1 / nonZero(1 - (a + b) * x / (a + 1));
        double value = d;
        for (int m = 1; m <= MOST_TERMS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / nonZero(1 + even * d);
            c = nonZero(1 + even / c);
            value *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / nonZero(1 + odd * d);
            c = nonZero(1 + odd / c);
            value *= d * c;
            if (Math.abs(d * c - 1) < 1e-15) {
                break;
            }
        }
        return value;
    }

    private static double nonZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    /** ln Γ of a multiple of 1/2, at least 1/2. */
    private static double logGamma(double x) {
        double value = x % 1 == 0 ? 0 : Math.log(Math.PI) / 2;
        for (double factor = x % 1 == 0 ? 1 : 0.5; factor < x; factor++) {
            value += Math.log(factor);
        }
        return value;
    }
}
