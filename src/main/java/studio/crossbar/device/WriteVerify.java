package studio.crossbar.device;

/**
 * Programming again until the conductance is near enough to its target. Deviations published for verified devices
 * contain this already; then there is one attempt.
 *
 * @param toleranceMicroSiemens accepted distance from the target, above 0; ∞ where there is one attempt
 * @param attempts cycles before the device is left as it is, 1 … {@value Positions#MOST_ATTEMPTS}
 */
public record WriteVerify(double toleranceMicroSiemens, int attempts) {

    /** Whatever the first attempt gives. */
    public static final WriteVerify NONE = new WriteVerify(Double.POSITIVE_INFINITY, 1);

    public WriteVerify {
        if (!(toleranceMicroSiemens > 0)) {
            throw new IllegalArgumentException("toleranceMicroSiemens: " + toleranceMicroSiemens + " is not above 0");
        }
        Check.range("attempts", attempts, 1, Positions.MOST_ATTEMPTS);
    }
}
