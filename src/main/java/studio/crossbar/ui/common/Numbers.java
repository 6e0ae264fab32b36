package studio.crossbar.ui.common;

import java.util.Locale;

/** Numbers as they are shown. */
public final class Numbers {

    private Numbers() {}

    /** {@code 0.9312} as "93.1 %". */
    public static String percent(double share) {
        return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** Three significant digits without an exponent where that is readable, such as "0.0123", "12.3", "1,230". */
    public static String significant(double value) {
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        if (size >= 1000) {
            return size < 1e9 ? String.format(Locale.ROOT, "%,.0f", value) : String.format(Locale.ROOT, "%.2e", value);
        }
        if (size < 1e-4) {
            return String.format(Locale.ROOT, "%.2e", value);
        }
        int decimals = Math.max(0, 2 - (int) Math.floor(Math.log10(size)));
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** Grouped whole number. */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
