package studio.crossbar.simulation.irdrop;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * What a crossbar computes, as a matrix: the network is linear, so its output currents are the inputs times effective
 * conductances, and inference with IR drop stays one product.
 *
 * @param rows inputs
 * @param columns outputs
 * @param siemens current at output {@code j} per volt at input {@code i}, {@code [rows × columns]}, row-major; not
 *     copied
 */
@SuppressWarnings("ArrayRecordComponent") // A table; nothing compares it.
public record EffectiveConductance(int rows, int columns, double[] siemens) {

    private static final double APPROXIMATE_TOLERANCE = 1e-9;

    public EffectiveConductance {
        if (siemens.length != (long) rows * columns) {
            throw new IllegalArgumentException(
                    "siemens: " + siemens.length + " values for " + rows + " × " + columns + " effective conductances");
        }
    }

    /** Without IR drop: the devices' own conductances. */
    public static EffectiveConductance ideal(ResistiveCrossbar crossbar) {
        return new EffectiveConductance(crossbar.rows(), crossbar.columns(), crossbar.conductanceSiemens());
    }

    /**
     * The network's own matrix, from as many solutions as there are rows or columns, whichever are fewer. Sums over rows
     * meet {@link IrDropSolver#TOLERANCE}.
     *
     * @throws NotConvergedException if a solution does not
     * @throws java.util.concurrent.CancellationException after {@code cancelled} says so
     */
    public static EffectiveConductance exact(IrDropSolver solver, BooleanSupplier cancelled) {
        int rows = solver.crossbar().rows();
        int columns = solver.crossbar().columns();
        if (rows <= columns) {
            return new EffectiveConductance(rows, columns, units(solver, cancelled));
        }
        double[] turned = units(new IrDropSolver(solver.crossbar().reversed()), cancelled);
        double[] siemens = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                siemens[i * columns + j] = turned[(columns - 1 - j) * rows + rows - 1 - i];
            }
        }
        return new EffectiveConductance(rows, columns, siemens);
    }

    private static double[] units(IrDropSolver solver, BooleanSupplier cancelled) {
        int rows = solver.crossbar().rows();
        double[] volts = new double[rows * rows];
        for (int i = 0; i < rows; i++) {
            volts[i * rows + i] = 1;
        }
        return solver.solve(volts, rows, IrDropSolver.TOLERANCE / rows, false, null, cancelled)
                .currentAmperes();
    }

    /**
     * An approximation for two exact solutions, whatever the size: {@code A G B + q cᵀ / Σc}, device by device the share
     * A of the drive that its word line's load leaves, its conductance, and the share B of its current that its bit line
     * brings to the output, plus the current that comes back out of loaded lines. The former is the first term of the
     * Neumann series of the network; the rest of the series passes through whole lines, which smooths it to nearly rank
     * one, so it is taken from its row sums q (outputs driven, by reciprocity) and column sums c (all inputs at 1 V). Equal
     * inputs come out exact. {@link #errorAgainst} measures the rest: around 1e-5 where 15 % of the current is lost, 1e-4
     * where half is.
     *
     * @throws NotConvergedException if one of the two solutions does not
     * @throws java.util.concurrent.CancellationException after {@code cancelled} says so
     */
    public static EffectiveConductance approximate(IrDropSolver solver, BooleanSupplier cancelled) {
        int rows = solver.crossbar().rows();
        int columns = solver.crossbar().columns();
        double[] siemens = solver.wordLines().attenuation();
        double[] arriving = solver.bitLines().attenuation();
        double[] devices = solver.crossbar().conductanceSiemens();
        double[] q = fullDrive(new IrDropSolver(solver.crossbar().reversed()), cancelled);
        double[] c = fullDrive(solver, cancelled);
        double total = Arrays.stream(c).sum();
        for (int i = 0; i < rows; i++) {
            int turned = rows - 1 - i;
            for (int j = 0; j < columns; j++) {
                int at = i * columns + j;
                siemens[at] *= devices[at] * arriving[at];
                q[turned] -= siemens[at];
                c[j] -= siemens[at];
            }
        }
        double rest = Arrays.stream(c).sum();
        if (rest > 10 * APPROXIMATE_TOLERANCE * total) {
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    siemens[i * columns + j] += q[rows - 1 - i] * (c[j] / rest);
                }
            }
        }
        return new EffectiveConductance(rows, columns, siemens);
    }

    /** Currents for 1 V on all word lines. */
    private static double[] fullDrive(IrDropSolver solver, BooleanSupplier cancelled) {
        double[] volts = new double[solver.crossbar().rows()];
        Arrays.fill(volts, 1);
        return solver.solve(volts, 1, APPROXIMATE_TOLERANCE, false, null, cancelled)
                .currentAmperes();
    }

    /**
     * Output currents {@code [inputs × columns]} of inputs {@code [inputs × rows]}.
     *
     * @throws IllegalArgumentException if the table has another shape
     */
    public double[] currents(double[] volts, int inputs) {
        if (inputs < 1 || volts.length != (long) inputs * rows) {
            throw new IllegalArgumentException("voltage: " + volts.length + " values for " + inputs + " inputs of "
                    + rows + " word lines; give one a word line and input");
        }
        double[] amperes = new double[inputs * columns];
        for (int input = 0; input < inputs; input++) {
            int out = input * columns;
            for (int i = 0; i < rows; i++) {
                double v = volts[input * rows + i];
                int row = i * columns;
                for (int j = 0; j < columns; j++) {
                    amperes[out + j] = Math.fma(v, siemens[row + j], amperes[out + j]);
                }
            }
        }
        return amperes;
    }

    /**
     * Measures these conductances on inputs against the exact solution.
     *
     * @param solver of the crossbar that they stand for
     * @param volts inputs {@code [inputs × rows]}
     */
    public ApproximationError errorAgainst(IrDropSolver solver, double[] volts, int inputs) {
        return ApproximationError.of(
                currents(volts, inputs), solver.solve(volts, inputs).currentAmperes());
    }
}
