package studio.crossbar.simulation.irdrop;

/** Current balance of every node, written down from the network's definition. */
final class Kirchhoff {

    private Kirchhoff() {}

    /** Largest imbalance of a node's currents, relative to the largest current of a device; needs wires above 0 Ω. */
    static double imbalance(ResistiveCrossbar x, double[] volts, double[] w, double[] u) {
        int n = x.columns();
        double worst = 0;
        double largest = 0;
        for (int i = 0; i < x.rows(); i++) {
            for (int j = 0; j < n; j++) {
                int at = i * n + j;
                double device = x.conductanceSiemens()[at] * (w[at] - u[at]);
                double left = ((j == 0 ? volts[i] : w[at - 1]) - w[at]) / x.wordlineOhm();
                double right = j == n - 1 ? 0 : (w[at] - w[at + 1]) / x.wordlineOhm();
                double above = i == 0 ? 0 : (u[at - n] - u[at]) / x.bitlineOhm();
                double below = (u[at] - (i == x.rows() - 1 ? 0 : u[at + n])) / x.bitlineOhm();
                worst = Math.max(worst, Math.abs(left - right - device));
                worst = Math.max(worst, Math.abs(above - below + device));
                largest = Math.max(largest, Math.abs(device));
            }
        }
        return worst / largest;
    }
}
