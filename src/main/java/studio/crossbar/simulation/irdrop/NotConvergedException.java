package studio.crossbar.simulation.irdrop;

import java.util.Locale;

/** The iteration stopped before the solution was as exact as asked for; no solution is returned. */
public final class NotConvergedException extends ArithmeticException {

    private static final long serialVersionUID = 1;

    private final double residual;

    NotConvergedException(int input, int iterations, double residual, double tolerance) {
        super(String.format(
                Locale.ROOT,
                "IR drop: input %d stopped after %d iterations at a residual of %.3g, tolerance %.3g; the wires resist"
                        + " too much for these devices, so lower the wire resistance or raise the tolerance",
                input,
                iterations,
                residual,
                tolerance));
        this.residual = residual;
    }

    /** Bound of the error that was reached, relative as the tolerance is. */
    public double residual() {
        return residual;
    }
}
