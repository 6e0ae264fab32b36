package studio.crossbar.simulation.irdrop;

/**
 * What one more round changes at a node bounds the node's error: with {@code u ← C u + b} and {@code C} non-negative,
 * {@code |change| ≤ θ h} at every node implies {@code |u − u*| ≤ θ s}, where {@code (I − C) s = h > 0}.
 *
 * @param h voltages {@code [rows × columns]}, 0 where no current can flow
 * @param factor largest ratio of {@code s} to the voltages under full drive, all word lines at 1 V
 */
@SuppressWarnings("ArrayRecordComponent") // A table; nothing compares it.
record ErrorBound(double[] h, double factor) {

    /**
     * The smallest θ times the factor: the error of each node and output current relative to what it would be with all
     * word lines at {@code fullDrive} volts. Infinite if a change is not bounded, NaN if it is not a number.
     */
    double of(double[] before, double[] after, double fullDrive) {
        double worst = 0;
        for (int at = 0; at < h.length; at++) {
            double change = Math.abs(after[at] - before[at]);
            if (Double.isNaN(change)) {
                return Double.NaN;
            }
            if (change > 0) {
                worst = Math.max(worst, h[at] > 0 ? change / (fullDrive * h[at]) : Double.POSITIVE_INFINITY);
            }
        }
        return worst * factor;
    }
}
