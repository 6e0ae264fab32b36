package studio.crossbar.simulation.irdrop;

import java.util.Arrays;

/**
 * The bit lines of a crossbar between ground and given currents, solved like {@link WordLines}, from the top down and
 * back up. All lines advance together row by row, so that the loops run along memory and the compiler vectorises them.
 */
final class BitLines {

    private final int rows;
    private final int columns;
    private final double ohm;
    private final double[] g;
    private final double[] pass;

    BitLines(ResistiveCrossbar crossbar) {
        rows = crossbar.rows();
        columns = crossbar.columns();
        ohm = crossbar.bitlineOhm();
        g = crossbar.conductanceSiemens();
        pass = new double[g.length];
        double[] y = new double[columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                int at = i * columns + j;
                y[j] += g[at];
                pass[at] = 1 / (1 + ohm * y[j]);
                y[j] *= pass[at];
            }
        }
    }

    /**
     * Share of a current fed into a crossing that arrives at the output, all word lines at 0 V, {@code [rows ×
     * columns]}.
     */
    double[] attenuation() {
        double[] share = pass.clone();
        for (int at = (rows - 1) * columns - 1; at >= 0; at--) {
            share[at] *= share[at + columns];
        }
        return share;
    }

    /**
     * Voltages and output currents with word lines at {@code w}.
     *
     * @param w word-line voltages {@code [rows × columns]}
     * @param u receives the bit-line voltages {@code [rows × columns]}
     * @param currents receives the output currents from {@code currentsAt}, one a column
     */
    void voltages(double[] w, double[] u, double[] currents, int currentsAt) {
        for (int j = 0; j < columns; j++) {
            u[j] = g[j] * w[j];
        }
        for (int i = 1; i < rows; i++) {
            int row = i * columns;
            int above = row - columns;
            for (int j = 0; j < columns; j++) {
                u[row + j] = Math.fma(pass[above + j], u[above + j], g[row + j] * w[row + j]);
            }
        }
        int last = (rows - 1) * columns;
        for (int j = 0; j < columns; j++) {
            currents[currentsAt + j] = pass[last + j] * u[last + j];
            u[last + j] = ohm * currents[currentsAt + j];
        }
        for (int i = rows - 2; i >= 0; i--) {
            int row = i * columns;
            int below = row + columns;
            for (int j = 0; j < columns; j++) {
                u[row + j] = pass[row + j] * Math.fma(ohm, u[row + j], u[below + j]);
            }
        }
    }

    /**
     * Current that each bit-line node lacks: {@code r = G (w − u) − T u} with T the wires' own conductances. Needs
     * wires with resistance.
     */
    void missing(double[] w, double[] u, double[] r) {
        double wire = 1 / ohm;
        for (int i = 0; i < rows; i++) {
            int row = i * columns;
            boolean top = i == 0;
            boolean bottom = i == rows - 1;
            for (int at = row; at < row + columns; at++) {
                double down = u[at] - (bottom ? 0 : u[at + columns]);
                double up = top ? 0 : u[at - columns] - u[at];
                r[at] = g[at] * (w[at] - u[at]) + wire * (up - down);
            }
        }
    }

    /**
     * One step and the next preconditioned residual: {@code x += alpha p}, {@code r −= alpha (s − t)}, {@code z} =
     * voltages for currents {@code r}.
     *
     * @param sums scratch {@code [columns]}
     * @return {@code r · z}
     */
    double advance(
            double alpha, double[] p, double[] s, double[] t, double[] x, double[] r, double[] z, double[] sums) {
        for (int j = 0; j < columns; j++) {
            x[j] = Math.fma(alpha, p[j], x[j]);
            r[j] = Math.fma(alpha, t[j] - s[j], r[j]);
            z[j] = r[j];
        }
        for (int i = 1; i < rows; i++) {
            int row = i * columns;
            int above = row - columns;
            for (int j = 0; j < columns; j++) {
                x[row + j] = Math.fma(alpha, p[row + j], x[row + j]);
                double rest = Math.fma(alpha, t[row + j] - s[row + j], r[row + j]);
                r[row + j] = rest;
                z[row + j] = Math.fma(pass[above + j], z[above + j], rest);
            }
        }
        return back(r, z, sums);
    }

    /** {@code z} = voltages for currents {@code r}; returns {@code r · z}. */
    double precondition(double[] r, double[] z, double[] sums) {
        System.arraycopy(r, 0, z, 0, columns);
        for (int i = 1; i < rows; i++) {
            int row = i * columns;
            int above = row - columns;
            for (int j = 0; j < columns; j++) {
                z[row + j] = Math.fma(pass[above + j], z[above + j], r[row + j]);
            }
        }
        return back(r, z, sums);
    }

    private double back(double[] r, double[] z, double[] sums) {
        int last = (rows - 1) * columns;
        for (int j = 0; j < columns; j++) {
            double v = pass[last + j] * (ohm * z[last + j]);
            z[last + j] = v;
            sums[j] = r[last + j] * v;
        }
        for (int i = rows - 2; i >= 0; i--) {
            int row = i * columns;
            int below = row + columns;
            for (int j = 0; j < columns; j++) {
                double v = pass[row + j] * Math.fma(ohm, z[row + j], z[below + j]);
                z[row + j] = v;
                sums[j] = Math.fma(r[row + j], v, sums[j]);
            }
        }
        return Arrays.stream(sums, 0, columns).sum();
    }
}
