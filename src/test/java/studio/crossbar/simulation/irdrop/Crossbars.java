package studio.crossbar.simulation.irdrop;

import java.util.Random;

/** Crossbars and inputs for tests. */
final class Crossbars {

    private Crossbars() {}

    /** Devices of 16 levels, 1 … 100 µS. */
    static ResistiveCrossbar random(int rows, int columns, double wordlineOhm, double bitlineOhm, long seed) {
        Random random = new Random(seed);
        double[] g = new double[rows * columns];
        for (int i = 0; i < g.length; i++) {
            g[i] = (1 + 99 * random.nextInt(16) / 15.0) * 1e-6;
        }
        return new ResistiveCrossbar(rows, columns, g, wordlineOhm, bitlineOhm);
    }

    static ResistiveCrossbar uniform(int rows, int columns, double siemens, double ohm) {
        double[] g = new double[rows * columns];
        java.util.Arrays.fill(g, siemens);
        return new ResistiveCrossbar(rows, columns, g, ohm, ohm);
    }

    /** Voltages of either sign. */
    static double[] volts(int count, long seed) {
        Random random = new Random(seed);
        double[] v = new double[count];
        for (int i = 0; i < count; i++) {
            v[i] = 0.4 * random.nextDouble() - 0.2;
        }
        return v;
    }
}
