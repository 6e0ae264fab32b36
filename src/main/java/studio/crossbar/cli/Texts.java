package studio.crossbar.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers for people. */
final class Texts {

    private Texts() {}

    /** A share as "94.21 %". */
    static String percent(double share) {
        return decimals(100 * share, 2) + " %";
    }

    static String decimals(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    /** A whole number with all of its digits; another one, such as a mean, with four. */
    static String count(double value) {
        return value == Math.rint(value) ? new BigDecimal(value).toPlainString() : significant(value);
    }

    /** Four significant digits without an exponent. */
    static String significant(double value) {
        return new BigDecimal(value).round(new MathContext(4)).toPlainString();
    }
}
