package studio.crossbar.training;

/**
 * Full scales of one layer's analog part.
 *
 * @param dac A: largest input, in units of the activation
 * @param weight R: largest weight magnitude
 * @param adc Y: largest column sum, in units of activation times weight
 */
public record Ranges(float dac, float weight, float adc) {}
