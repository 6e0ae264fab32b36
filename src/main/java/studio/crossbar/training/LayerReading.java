package studio.crossbar.training;

/**
 * What an epoch shows of one layer with weights.
 *
 * @param ranges full scales at its end
 * @param clipping share of its conversions that clipped, 0 … 1; 0 in float phases, which convert nothing
 */
public record LayerReading(Ranges ranges, double clipping) {}
