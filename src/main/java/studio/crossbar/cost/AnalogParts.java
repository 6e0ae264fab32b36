package studio.crossbar.cost;

/**
 * Parts between the columns and the ADCs.
 *
 * @param multiplexer a column's select switch; a use is one selection
 * @param sampleAndHold a column's; a use is one sample
 * @param integrator a column's current-to-voltage stage; a use is one analog sum
 * @param gain an ADC's programmable-gain stage, for ranges a layer; a use is one conversion
 * @param subtractor a column pair's current subtractor; a use is one analog sum
 */
public record AnalogParts(
        UnitCost multiplexer, UnitCost sampleAndHold, UnitCost integrator, UnitCost gain, UnitCost subtractor) {}
