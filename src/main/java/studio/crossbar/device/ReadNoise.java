package studio.crossbar.device;

/**
 * Gaussian noise of one reading.
 *
 * @param of what {@code sigma} depends on and is counted in
 * @param sigma deviation
 * @param readSeconds duration of a reading whose 1/f noise grows with the age of the device by {@code √ln((t + t_0 +
 *     t_r) / 2t_r)}, above 0; 0: white noise, the same at any age
 * @param sinceSeconds t_0, age at which {@code t} counts from, at least 0
 * @param source of the figures
 */
public record ReadNoise(Of of, Curve sigma, double readSeconds, double sinceSeconds, String source) {

    /** What the fitted deviation is a function of. */
    public enum Of {
        /** Relative to the present conductance, over the conductance right after programming. */
        PROGRAMMED_RELATIVE,
        /** In µS over the present conductance. */
        PRESENT
    }

    public ReadNoise {
        Check.range("readSeconds", readSeconds, 0, 1);
        Check.range("sinceSeconds", sinceSeconds, 0, 1e6);
        Check.source("source", source);
    }

    /** What {@code sigma} is multiplied by at an age of {@code seconds}. */
    public double growth(double seconds) {
        if (readSeconds == 0) {
            return 1;
        }
        return Math.sqrt(Math.max(0, Math.log((seconds + sinceSeconds + readSeconds) / (2 * readSeconds))));
    }
}
