package studio.crossbar.cost;

import studio.crossbar.hardware.Converters;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.training.Activity;

/**
 * How the inputs of a network reach its rows.
 *
 * @param inputBits bits of an input code
 * @param driverBits bits that the row drivers apply at a time
 */
record Drive(int inputBits, int driverBits) {

    static Drive of(Hardware hardware) {
        Converters converters = hardware.converters();
        return new Drive(converters.dacBits(), converters.driverBits());
    }

    /**
     * Expectation before training. Inputs are spread evenly from 0 to a limit or, above a mean square of ⅓, which no limit
     * within full scale gives, from a limit to full scale: {@code m = h² / 3} over {@code 0 … h} and
     * {@code m = (1 + l + l²) / 3} over {@code l … 1}. Applied at once, they are rounded to the nearest of {@code 2ᵇ} codes;
     * where bits are applied a few at a time, each digit of these codes is a drive of its own, relative to the highest digit.
     *
     * @param meanSquareInput m, 0 … 1
     * @param signed whether one of the bits is a sign, which is no drive of its own
     */
    Activity expected(double meanSquareInput, boolean signed) {
        boolean limited = meanSquareInput <= 1.0 / 3;
        double low = limited ? 0 : (Math.sqrt(12 * meanSquareInput - 3) - 1) / 2;
        double high = limited ? Math.sqrt(3 * meanSquareInput) : 1;
        int bits = Math.max(1, signed ? inputBits - 1 : inputBits);
        return bits <= driverBits ? rounded(bits, low, high) : digits(bits, low, high);
    }

    /**
     * Mean and mean square of inputs rounded to {@code n = 2ᵇ − 1} steps. Over the full scale the outermost codes take half a
     * step each and the mean square is {@code (2n² + 1) / (6n²) = ⅓ + step² / 6}: ½ for a bit, which is on half of the
     * time, ⅓ for many.
     */
    private static Activity rounded(int bits, double low, double high) {
        double steps = Math.scalb(1.0, bits) - 1;
        double from = low * steps;
        double to = high * steps;
        double width = to - from;
        if (width < 1e-6) {
            double only = Math.floor(to + 0.5) / steps;
            return new Activity(only, only * only);
        }
        double mean = (sumOfRounded(to) - sumOfRounded(from)) / width / steps;
        double square = (sumOfRoundedSquares(to) - sumOfRoundedSquares(from)) / width / (steps * steps);
        return new Activity(Math.min(1, mean), Math.min(1, square));
    }

    /** Integral of the nearest whole number from 0 to {@code end}. */
    private static double sumOfRounded(double end) {
        double last = Math.floor(end + 0.5);
        return last * (last - 1) / 2 + last * (end - last + 0.5);
    }

    /** The same of its square. */
    private static double sumOfRoundedSquares(double end) {
        double last = Math.floor(end + 0.5);
        return (last - 1) * last * (2 * last - 1) / 6 + last * last * (end - last + 0.5);
    }

    /** Mean and mean square of the digits of evenly spread codes of {@code bits} bits; at least one code. */
    private Activity digits(int bits, double low, double high) {
        double codes = Math.scalb(1.0, bits);
        double from = Math.min(low * codes, codes - 1);
        double to = Math.max(high * codes, 1);
        double base = Math.scalb(1.0, driverBits);
        int cycles = Math.ceilDiv(bits, driverBits);
        double mean = 0;
        double square = 0;
        double place = 1;
        for (int cycle = 0; cycle < cycles; cycle++) {
            mean += sum(to, place, base) - sum(from, place, base);
            square += sumOfSquares(to, place, base) - sumOfSquares(from, place, base);
            place *= base;
        }
        double drives = (to - from) * cycles;
        return new Activity(
                Math.min(1, mean / drives / (base - 1)), Math.min(1, square / drives / ((base - 1) * (base - 1))));
    }

    /**
     * Sum of the digits of one place over the codes below {@code end}, of which the last counts by its share. Digits run
     * through {@code 0 … base − 1}, each for {@code place} codes, again and again.
     */
    private static double sum(double end, double place, double base) {
        double rounds = Math.floor(end / (place * base));
        double rest = end - rounds * place * base;
        double digit = Math.floor(rest / place);
        return place * (rounds * base * (base - 1) + digit * (digit - 1)) / 2 + digit * (rest - digit * place);
    }

    /** The same of their squares. */
    private static double sumOfSquares(double end, double place, double base) {
        double rounds = Math.floor(end / (place * base));
        double rest = end - rounds * place * base;
        double digit = Math.floor(rest / place);
        double squares = rounds * (base - 1) * base * (2 * base - 1) + (digit - 1) * digit * (2 * digit - 1);
        return place * squares / 6 + digit * digit * (rest - digit * place);
    }
}
