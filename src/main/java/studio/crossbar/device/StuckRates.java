package studio.crossbar.device;

/**
 * Devices that programming does not change.
 *
 * @param onRate share of devices that stay at the highest conductance, 0 … 1
 * @param offRate share of devices that stay at the lowest, 0 … 1; both together at most 1
 * @param source of the figures
 */
public record StuckRates(double onRate, double offRate, String source) {

    public StuckRates {
        Check.range("onRate", onRate, 0, 1);
        Check.range("offRate", offRate, 0, 1);
        if (onRate + offRate > 1) {
            throw new IllegalArgumentException(
                    "onRate: " + onRate + " and offRate, " + offRate + ", are more than 1 together");
        }
        Check.source("source", source);
    }
}
