package studio.crossbar.hardware;

/** Refusals that name field, range and value. */
final class Check {

    private Check() {}

    static void range(String field, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(field + ": " + value + " is outside " + low + " … " + high);
        }
    }

    static void range(String field, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(field + ": " + value + " is outside " + low + " … " + high);
        }
    }
}
