package studio.crossbar.simulation.irdrop;

/**
 * The word lines of a crossbar between their drivers and given bit-line voltages, each solved on its own in two passes:
 * from the far end towards the driver a line's rest is folded into one conductance and one current source (Norton),
 * back again the voltages follow. The folding
 *
 * <pre>y[j] = g[j] + a[j+1] y[j+1],   a[j] = 1 / (1 + r y[j])</pre>
 *
 * adds and divides positive numbers only, so that it loses no digits, and it holds for r = 0 as it stands.
 */
final class WordLines {

    /** Lines solved side by side: each is one chain of dependent multiply-adds. */
    private static final int ABREAST = 4;

    private final int rows;
    private final int columns;
    private final double ohm;
    private final double[] g;
    private final double[] pass;

    WordLines(ResistiveCrossbar crossbar) {
        rows = crossbar.rows();
        columns = crossbar.columns();
        ohm = crossbar.wordlineOhm();
        g = crossbar.conductanceSiemens();
        pass = new double[g.length];
        for (int i = 0; i < rows; i++) {
            double y = 0;
            for (int at = (i + 1) * columns - 1; at >= i * columns; at--) {
                y += g[at];
                pass[at] = 1 / (1 + ohm * y);
                y *= pass[at];
            }
        }
    }

    /**
     * Voltages per volt of the driver with all bit lines at 0 V, {@code [rows × columns]}: what the line's own load
     * leaves.
     */
    double[] attenuation() {
        double[] share = new double[g.length];
        for (int i = 0; i < rows; i++) {
            double v = 1;
            for (int at = i * columns; at < (i + 1) * columns; at++) {
                v *= pass[at];
                share[at] = v;
            }
        }
        return share;
    }

    /**
     * Voltages for drivers at {@code drive} and bit lines at {@code u}.
     *
     * @param drive volts of the inputs; word line {@code i}'s is at {@code driveAt + i}
     * @param u bit-line voltages {@code [rows × columns]}
     * @param w receives the word-line voltages {@code [rows × columns]}
     */
    void voltages(double[] drive, int driveAt, double[] u, double[] w) {
        for (int i = 0; i < rows; i++) {
            int first = i * columns;
            double current = 0;
            for (int at = first + columns - 1; at >= first; at--) {
                current = Math.fma(g[at], u[at], current);
                w[at] = current;
                current *= pass[at];
            }
            double v = drive[driveAt + i];
            for (int at = first; at < first + columns; at++) {
                v = pass[at] * Math.fma(ohm, w[at], v);
                w[at] = v;
            }
        }
    }

    /**
     * One step's search direction and what the word lines feed back for it, drivers at 0 V: {@code p = z + beta p},
     * {@code s = r + beta s}, {@code t = G w(p)}.
     *
     * @return {@code p · (s − t)}
     */
    double direct(double beta, double[] z, double[] r, double[] p, double[] s, double[] t) {
        double sum = 0;
        int i = 0;
        for (; i + ABREAST <= rows; i += ABREAST) {
            int first = i * columns;
            int count = ABREAST * columns;
            for (int at = first; at < first + count; at++) {
                p[at] = Math.fma(beta, p[at], z[at]);
                s[at] = Math.fma(beta, s[at], r[at]);
            }
            sum += four(first, p, s, t);
        }
        for (; i < rows; i++) {
            int first = i * columns;
            for (int at = first; at < first + columns; at++) {
                p[at] = Math.fma(beta, p[at], z[at]);
                s[at] = Math.fma(beta, s[at], r[at]);
            }
            sum += one(first, p, s, t);
        }
        return sum;
    }

    private double four(int first, double[] p, double[] s, double[] t) {
        int n = columns;
        int a0 = first;
        int a1 = first + n;
        int a2 = first + 2 * n;
        int a3 = first + 3 * n;
        double c0 = 0;
        double c1 = 0;
        double c2 = 0;
        double c3 = 0;
        for (int j = n - 1; j >= 0; j--) {
            c0 = Math.fma(pass[a0 + j], c0, pass[a0 + j] * (g[a0 + j] * p[a0 + j]));
            c1 = Math.fma(pass[a1 + j], c1, pass[a1 + j] * (g[a1 + j] * p[a1 + j]));
            c2 = Math.fma(pass[a2 + j], c2, pass[a2 + j] * (g[a2 + j] * p[a2 + j]));
            c3 = Math.fma(pass[a3 + j], c3, pass[a3 + j] * (g[a3 + j] * p[a3 + j]));
            t[a0 + j] = ohm * c0;
            t[a1 + j] = ohm * c1;
            t[a2 + j] = ohm * c2;
            t[a3 + j] = ohm * c3;
        }
        double v0 = 0;
        double v1 = 0;
        double v2 = 0;
        double v3 = 0;
        c0 = 0;
        c1 = 0;
        c2 = 0;
        c3 = 0;
        for (int j = 0; j < n; j++) {
            v0 = Math.fma(pass[a0 + j], v0, t[a0 + j]);
            v1 = Math.fma(pass[a1 + j], v1, t[a1 + j]);
            v2 = Math.fma(pass[a2 + j], v2, t[a2 + j]);
            v3 = Math.fma(pass[a3 + j], v3, t[a3 + j]);
            double t0 = g[a0 + j] * v0;
            double t1 = g[a1 + j] * v1;
            double t2 = g[a2 + j] * v2;
            double t3 = g[a3 + j] * v3;
            c0 = Math.fma(p[a0 + j], s[a0 + j] - t0, c0);
            c1 = Math.fma(p[a1 + j], s[a1 + j] - t1, c1);
            c2 = Math.fma(p[a2 + j], s[a2 + j] - t2, c2);
            c3 = Math.fma(p[a3 + j], s[a3 + j] - t3, c3);
            t[a0 + j] = t0;
            t[a1 + j] = t1;
            t[a2 + j] = t2;
            t[a3 + j] = t3;
        }
        return (c0 + c1) + (c2 + c3);
    }

    private double one(int first, double[] p, double[] s, double[] t) {
        double current = 0;
        for (int at = first + columns - 1; at >= first; at--) {
            current = Math.fma(pass[at], current, pass[at] * (g[at] * p[at]));
            t[at] = ohm * current;
        }
        double v = 0;
        double sum = 0;
        for (int at = first; at < first + columns; at++) {
            v = Math.fma(pass[at], v, t[at]);
            double back = g[at] * v;
            sum = Math.fma(p[at], s[at] - back, sum);
            t[at] = back;
        }
        return sum;
    }
}
