package studio.crossbar.device;

/**
 * Arrhenius' law for ageing: {@code t_ref = t · exp(E_a / k · (1 / T_ref − 1 / T))}.
 *
 * @param activationElectronvolts E_a, 0 … 5 eV
 * @param referenceCelsius temperature for which drift was fitted
 * @param lowestCelsius lower end of the range in which E_a was measured
 * @param highestCelsius upper end
 * @param source of the figures
 */
public record Retention(
        double activationElectronvolts,
        double referenceCelsius,
        double lowestCelsius,
        double highestCelsius,
        String source) {

    /** Boltzmann's constant, exact since the SI of 2019. */
    private static final double ELECTRONVOLTS_PER_KELVIN = 8.617333262145e-5;

    private static final double KELVIN = 273.15;

    public Retention {
        Check.range("activationElectronvolts", activationElectronvolts, 0, 5);
        Check.range("lowestCelsius", lowestCelsius, -KELVIN, 500);
        Check.range("highestCelsius", highestCelsius, lowestCelsius, 500);
        Check.range("referenceCelsius", referenceCelsius, lowestCelsius, highestCelsius);
        Check.source("source", source);
    }

    /**
     * Time at the reference temperature that ages as much as {@code seconds} at {@code celsius}.
     *
     * @throws IllegalArgumentException if the temperature is outside the measured range
     */
    public double equivalentSeconds(double seconds, double celsius) {
        Check.range("celsius", celsius, lowestCelsius, highestCelsius);
        double inverse = 1 / (referenceCelsius + KELVIN) - 1 / (celsius + KELVIN);
        return seconds * Math.exp(activationElectronvolts / ELECTRONVOLTS_PER_KELVIN * inverse);
    }
}
