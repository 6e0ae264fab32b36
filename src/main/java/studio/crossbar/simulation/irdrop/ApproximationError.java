package studio.crossbar.simulation.irdrop;

/**
 * How far approximate output currents are from exact ones.
 *
 * @param relativeL2 ‖I − I*‖ / ‖I*‖ over all inputs and columns; 0 if all currents are 0
 * @param worstRelative largest |I − I*| over the largest |I*|
 */
public record ApproximationError(double relativeL2, double worstRelative) {

    /**
     * Compares currents of the same inputs and columns.
     *
     * @throws IllegalArgumentException if there are not as many of both
     */
    public static ApproximationError of(double[] approximate, double[] exact) {
        if (approximate.length != exact.length) {
            throw new IllegalArgumentException(
                    "approximate: " + approximate.length + " currents beside " + exact.length + " exact ones");
        }
        double difference = 0;
        double size = 0;
        double worst = 0;
        double largest = 0;
        for (int at = 0; at < exact.length; at++) {
            double miss = approximate[at] - exact[at];
            difference += miss * miss;
            size += exact[at] * exact[at];
            worst = Math.max(worst, Math.abs(miss));
            largest = Math.max(largest, Math.abs(exact[at]));
        }
        return new ApproximationError(size == 0 ? 0 : Math.sqrt(difference / size), largest == 0 ? 0 : worst / largest);
    }
}
