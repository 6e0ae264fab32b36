package studio.crossbar.simulation.irdrop;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Solution for one input at a time, with buffers of its own, by conjugate gradients on the bit-line nodes (Hestenes and
 * Stiefel 1952). With the word lines eliminated exactly, and the bit lines with their own devices as the
 * preconditioner, the matrix is {@code I − C} with {@code C} = one round of "word lines for given bit lines, bit lines
 * for given word lines", which is non-negative and whose eigenvalues lie in [0, 1): in a crossbar that computes at all
 * well below 1, all but a few close to 0.
 *
 * <p>The recursion only proposes. Whether a solution is good is judged by one more round of it and {@link ErrorBound},
 * and the recursion starts anew from the true residual while that helps.
 */
final class NodalIteration {

    private static final int STARTS = 12;
    private static final int MAX_ITERATIONS = 20_000;

    /** The recursion goes this far below the tolerance, since it measures in another norm. */
    private static final double MARGIN = 0.1;

    /** Enough for the vectors of a bound, which is exact for whatever vectors it is made of. */
    private static final double ROUGH = 1e-6;

    private final ResistiveCrossbar crossbar;
    private final WordLines wordLines;
    private final BitLines bitLines;
    private final double[] x;
    private final double[] r;
    private final double[] z;
    private final double[] p;
    private final double[] s;
    private final double[] t;
    private final double[] sums;
    private int iterations;
    private double bound;

    NodalIteration(ResistiveCrossbar crossbar, WordLines wordLines, BitLines bitLines) {
        this.crossbar = crossbar;
        this.wordLines = wordLines;
        this.bitLines = bitLines;
        int nodes = crossbar.conductanceSiemens().length;
        x = new double[nodes];
        r = new double[nodes];
        z = new double[nodes];
        p = new double[nodes];
        s = new double[nodes];
        t = new double[nodes];
        sums = new double[crossbar.columns()];
    }

    /** Bit-line voltages {@code [rows × columns]}: where to start, then the last solution. */
    double[] bitlineVolts() {
        return x;
    }

    /** Word-line voltages {@code [rows × columns]} of the last solution. */
    double[] wordlineVolts() {
        return t;
    }

    /** Iterations of the last solution. */
    int iterations() {
        return iterations;
    }

    /** Bound of the last solution's error. */
    double bound() {
        return bound;
    }

    void startFromZero() {
        Arrays.fill(x, 0);
    }

    /**
     * Solves for one input from {@link #bitlineVolts()}.
     *
     * @param input number of the input, for messages
     * @param drive volts; word line {@code i}'s at {@code driveAt + i}
     * @param quick bound that is at hand, sharp for crossbars that lose little
     * @param sharp bound that takes work to make, sharp for all
     * @param currents receives the output currents from {@code currentsAt}
     */
    void solve(
            int input,
            double[] drive,
            int driveAt,
            double tolerance,
            ErrorBound quick,
            Supplier<ErrorBound> sharp,
            double[] currents,
            int currentsAt,
            BooleanSupplier cancelled) {
        double fullDrive = 0;
        for (int i = 0; i < crossbar.rows(); i++) {
            fullDrive = Math.max(fullDrive, Math.abs(drive[driveAt + i]));
        }
        iterations = 0;
        double before = Double.POSITIVE_INFINITY;
        for (int start = 0; start < STARTS; start++) {
            wordLines.voltages(drive, driveAt, x, t);
            bitLines.voltages(t, z, currents, currentsAt);
            bound = quick.of(x, z, fullDrive);
            if (bound > tolerance && start > 0) {
                bound = Math.min(bound, sharp.get().of(x, z, fullDrive));
            }
            if (bound <= tolerance) {
                return;
            }
            if (!(bound < before / 2) || iterations >= MAX_ITERATIONS) {
                break;
            }
            before = bound;
            bitLines.missing(t, x, r);
            descend(MARGIN * tolerance / bound, cancelled);
        }
        throw new NotConvergedException(input, iterations, bound, tolerance);
    }

    /**
     * A bound from the solution {@code u} under full drive and {@code s} of {@code (I − C) s = u}: at its sharpest where
     * voltages are far from what one round gives.
     */
    ErrorBound sharpBound(BooleanSupplier cancelled) {
        double[] drive = new double[crossbar.rows()];
        Arrays.fill(drive, 1);
        iterations = 0;
        startFromZero();
        wordLines.voltages(drive, 0, x, t);
        bitLines.missing(t, x, r);
        descend(ROUGH, cancelled);
        double[] u = x.clone();
        Arrays.fill(t, 0);
        bitLines.missing(t, u, r);
        for (int at = 0; at < r.length; at++) {
            r[at] = -r[at];
        }
        startFromZero();
        descend(ROUGH, cancelled);
        Arrays.fill(drive, 0);
        wordLines.voltages(drive, 0, x, t);
        bitLines.voltages(t, z, sums, 0);
        double[] h = new double[x.length];
        double factor = 0;
        for (int at = 0; at < h.length; at++) {
            h[at] = u[at] > 0 ? x[at] - z[at] : 0;
            factor = u[at] > 0 ? Math.max(factor, x[at] / u[at]) : factor;
        }
        return new ErrorBound(h, factor);
    }

    /** Conjugate gradients from {@code x} with residual {@code r} until that is {@code factor} times smaller. */
    private void descend(double factor, BooleanSupplier cancelled) {
        double rho = bitLines.precondition(r, z, sums);
        double goal = factor * factor * rho;
        double beta = 0;
        while (rho > goal && iterations < MAX_ITERATIONS) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException("IR drop was cancelled");
            }
            double curvature = wordLines.direct(beta, z, r, p, s, t);
            if (!(curvature > 0)) {
                return;
            }
            double next = bitLines.advance(rho / curvature, p, s, t, x, r, z, sums);
            beta = next / rho;
            rho = next;
            iterations++;
        }
    }
}
