package studio.crossbar.cost;

/**
 * Drive of the word lines of a technology.
 *
 * @param driver a row's line driver, beside its converter; a use is one drive
 * @param voltage DAC whose output voltage is the input
 * @param pulseWidth converter whose pulse length is the input
 */
public record RowParts(UnitCost driver, ConverterTable voltage, ConverterTable pulseWidth) {}
