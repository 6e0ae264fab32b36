package studio.crossbar.device;

/**
 * How a device is read and written, and its size. NaN where the source does not say.
 *
 * @param readVolts amplitude of a read pulse
 * @param readPulseNanoseconds duration of a read pulse
 * @param writeVolts amplitude of a write pulse
 * @param writePulseNanoseconds duration of a write pulse
 * @param writeEnergyPicojoules energy of one write
 * @param cellAreaSquareFeatures area in squared feature sizes
 * @param source of the figures
 */
public record Operation(
        double readVolts,
        double readPulseNanoseconds,
        double writeVolts,
        double writePulseNanoseconds,
        double writeEnergyPicojoules,
        double cellAreaSquareFeatures,
        String source) {

    public Operation {
        positive("readVolts", readVolts, 10);
        positive("readPulseNanoseconds", readPulseNanoseconds, 1e9);
        positive("writeVolts", writeVolts, 50);
        positive("writePulseNanoseconds", writePulseNanoseconds, 1e12);
        positive("writeEnergyPicojoules", writeEnergyPicojoules, 1e12);
        positive("cellAreaSquareFeatures", cellAreaSquareFeatures, 1e6);
        Check.source("source", source);
    }

    private static void positive(String field, double value, double most) {
        if (!Double.isNaN(value)) {
            Check.range(field, value, 1e-9, most);
        }
    }
}
