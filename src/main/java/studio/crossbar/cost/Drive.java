package studio.crossbar.cost;

import studio.crossbar.hardware.Converters;
import studio.crossbar.hardware.Hardware;

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
}
