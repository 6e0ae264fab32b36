package studio.crossbar.device;

import java.util.Locale;

/** Refusals that name field, range and value. */
final class Check {

    private Check() {}

    static void range(String field, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(
                    field + ": " + number(value) + " is outside " + number(low) + " … " + number(high));
        }
    }

    static void range(String field, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(field + ": " + value + " is outside " + low + " … " + high);
        }
    }

    static void text(String field, String value, String remedy) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(field + ": is blank; " + remedy);
        }
    }

    /** A source: figures that nobody can look up are refused. */
    static void source(String field, String value) {
        text(field, value, "name the publication, figure or assumption that the values are from");
    }

    /** Seven digits are more than any device is known to. */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.7g", value)
                        .replaceFirst("(\\.\\d*?)0+(e|$)", "$1$2")
                        .replaceFirst("\\.(e|$)", "$1");
    }
}
