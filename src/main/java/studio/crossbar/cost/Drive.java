package studio.crossbar.cost;

import studio.crossbar.hardware.Converters;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.training.Activity;

/**
 * How the inputs of a network reach its rows.
 *
 * @param inputBits bits of an input code
 * @param driverBits bits that the row drivers apply at a time
 * @param cycles reads, and so conversions a column, that an unsigned input vector takes
 */
record Drive(int inputBits, int driverBits, int cycles) {

    static Drive of(Hardware hardware) {
        Converters converters = hardware.converters();
        return new Drive(converters.dacBits(), converters.driverBits(), converters.inputCycles(false));
    }

    /**
     * Expectation before training: inputs spread evenly from 0 up to a limit that gives them {@code meanSquareInput}. Bits
     * that are applied a few at a time are then spread evenly as well: {@code d} of them take {@code 2^d} equally likely
     * values, of mean ½ and mean square {@code (2·2^d − 1) / (6 (2^d − 1))}.
     */
    Activity expected(double meanSquareInput) {
        double spread = 3 * meanSquareInput;
        double mean = Math.min(1, Math.sqrt(spread) / 2);
        if (cycles == 1) {
            return new Activity(mean, meanSquareInput);
        }
        double values = Math.scalb(1.0, driverBits);
        return new Activity(mean, Math.min(1, spread * (2 * values - 1) / (6 * (values - 1))));
    }
}
