package studio.crossbar.cost;

/**
 * Logic of a technology, with its clock and leakage.
 *
 * @param clock GHz
 * @param accumulatorBits width of the accumulated sum
 * @param adderBit adder or subtractor, a bit
 * @param accumulator adder and register of the accumulated sum
 * @param shiftAdd shifter, adder and register that join slices and input bits
 * @param adcsPerShiftAdd ADCs that share one
 * @param shifter of an accumulated sum
 * @param multiplierBitProduct multiplier, a product of one bit with one bit
 * @param multiplierBits width of the constant that an accumulated sum is multiplied with
 * @param rectifier comparison of an accumulated sum with zero
 * @param pool comparison of two activations
 * @param control a tile's sequencer; a use is one step
 * @param leakage power of a chip at rest by its area, which lasts through the inference
 */
public record DigitalParts(
        Quantity clock,
        Quantity accumulatorBits,
        UnitCost adderBit,
        UnitCost accumulator,
        UnitCost shiftAdd,
        Quantity adcsPerShiftAdd,
        UnitCost shifter,
        UnitCost multiplierBitProduct,
        Quantity multiplierBits,
        UnitCost rectifier,
        UnitCost pool,
        UnitCost control,
        Quantity leakage) {

    public DigitalParts {
        clock.check("clock", "GHz", 0.001, 100);
        accumulatorBits.checkWhole("accumulatorBits", "bit", 4, 64);
        adcsPerShiftAdd.checkWhole("adcsPerShiftAdd", "ADCs", 1, 4096);
        multiplierBits.checkWhole("multiplierBits", "bit", 1, 32);
        leakage.check("leakage", "uW/mm2", 0, 1e6);
    }
}
