package studio.crossbar.simulation.irdrop;

import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Exact solution of a {@link ResistiveCrossbar}: Kirchhoff's laws at every node, to a stated bound of the error.
 *
 * <p>The factorisations of all lines are computed once and serve every input. An iteration costs about 30 operations a
 * device; 4 to 20 iterations are usual, a hundred where nothing but the first rows and columns is reached. Memory is 4
 * arrays of {@code rows × columns} numbers and 6 a thread. Inputs are solved in parallel, in the pool that the caller
 * runs in, and with the same bits on any number of threads. For more inputs than there are rows or columns {@link
 * EffectiveConductance#exact} is cheaper.
 */
public final class IrDropSolver {

    /** Error bound that a solution must meet: see {@link IrDropSolution#errorBound()}. */
    public static final double TOLERANCE = 1e-11;

    /** Higher voltages are no reading of a memory cell, but a table in millivolts would look so. */
    /** Largest magnitude of a voltage, V. */
    public static final double MAX_VOLTS = 100;

    private final ResistiveCrossbar crossbar;
    private final WordLines wordLines;
    private final BitLines bitLines;
    private final ErrorBound quickBound;
    private @Nullable ErrorBound sharpBound;
    private final ConcurrentLinkedQueue<NodalIteration> idle = new ConcurrentLinkedQueue<>();

    public IrDropSolver(ResistiveCrossbar crossbar) {
        this.crossbar = crossbar;
        wordLines = new WordLines(crossbar);
        bitLines = new BitLines(crossbar);
        double[] firstRound = new double[crossbar.conductanceSiemens().length];
        bitLines.voltages(wordLines.attenuation(), firstRound, new double[crossbar.columns()], 0);
        quickBound = new ErrorBound(firstRound, 1);
    }

    public ResistiveCrossbar crossbar() {
        return crossbar;
    }

    WordLines wordLines() {
        return wordLines;
    }

    BitLines bitLines() {
        return bitLines;
    }

    /**
     * Output currents.
     *
     * @param volts inputs {@code [inputs × rows]}, of either sign
     * @throws IllegalArgumentException if a voltage is not a number or absurd, or the table has another shape
     * @throws NotConvergedException if an input's error stays above {@link #TOLERANCE}
     */
    public IrDropSolution solve(double[] volts, int inputs) {
        return solve(volts, inputs, TOLERANCE, false, null, () -> false);
    }

    /**
     * Output currents, and node voltages if asked for.
     *
     * @param volts inputs {@code [inputs × rows]}, of either sign
     * @param tolerance error bound to reach, above 0: see {@link IrDropSolution#errorBound()}
     * @param nodes whether to return the voltages of all nodes
     * @param start solution with nodes for as many similar inputs, or of a similar crossbar of the same size, to start
     *     from; changes the work, not the result beyond the tolerance
     * @param cancelled asked in every iteration
     * @throws IllegalArgumentException if a voltage is not a number or absurd, or a table has another shape
     * @throws NotConvergedException if an input's error stays above the tolerance
     * @throws java.util.concurrent.CancellationException after {@code cancelled} says so
     */
    public IrDropSolution solve(
            double[] volts,
            int inputs,
            double tolerance,
            boolean nodes,
            @Nullable IrDropSolution start,
            BooleanSupplier cancelled) {
        int size = crossbar.conductanceSiemens().length;
        check(volts, inputs);
        if (!(tolerance > 0)) {
            throw new IllegalArgumentException("tolerance: " + tolerance + " is not above 0");
        }
        if (start != null && (start.bitlineVolts().length != inputs * size)) {
            throw new IllegalArgumentException("start: " + start.bitlineVolts().length + " node voltages for " + inputs
                    + " inputs of " + size + " nodes; give a solution with nodes of the same size");
        }
        if (nodes && (long) inputs * size > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("inputs: node voltages of " + inputs + " inputs of " + size
                    + " nodes do not fit one array; ask for fewer inputs at once");
        }
        int columns = crossbar.columns();
        int rows = crossbar.rows();
        double[] currents = new double[inputs * columns];
        double[] word = nodes ? new double[inputs * size] : new double[0];
        double[] bit = nodes ? new double[inputs * size] : new double[0];
        int[] iterations = new int[inputs];
        double[] bounds = new double[inputs];
        IntStream.range(0, inputs).parallel().forEach(input -> {
            NodalIteration iteration = borrow();
            if (start != null) {
                System.arraycopy(start.bitlineVolts(), input * size, iteration.bitlineVolts(), 0, size);
            } else {
                iteration.startFromZero();
            }
            iteration.solve(
                    input,
                    volts,
                    input * rows,
                    tolerance,
                    quickBound,
                    () -> sharpBound(cancelled),
                    currents,
                    input * columns,
                    cancelled);
            iterations[input] = iteration.iterations();
            bounds[input] = iteration.bound();
            if (nodes) {
                System.arraycopy(iteration.wordlineVolts(), 0, word, input * size, size);
                System.arraycopy(iteration.bitlineVolts(), 0, bit, input * size, size);
            }
            idle.add(iteration);
        });
        return new IrDropSolution(
                inputs,
                currents,
                word,
                bit,
                Arrays.stream(iterations).max().orElse(0),
                Arrays.stream(bounds).max().orElse(0));
    }

    private NodalIteration borrow() {
        NodalIteration iteration = idle.poll();
        return iteration == null ? new NodalIteration(crossbar, wordLines, bitLines) : iteration;
    }

    private synchronized ErrorBound sharpBound(BooleanSupplier cancelled) {
        ErrorBound made = sharpBound;
        if (made == null) {
            made = new NodalIteration(crossbar, wordLines, bitLines).sharpBound(cancelled);
            sharpBound = made;
        }
        return made;
    }

    private void check(double[] volts, int inputs) {
        int rows = crossbar.rows();
        if (inputs < 1 || volts.length != (long) inputs * rows) {
            throw new IllegalArgumentException("voltage: " + volts.length + " values for " + inputs + " inputs of "
                    + rows + " word lines; give one a word line and input");
        }
        for (int at = 0; at < volts.length; at++) {
            if (!(Math.abs(volts[at]) <= MAX_VOLTS)) {
                throw new IllegalArgumentException("voltage: " + volts[at] + " of input " + at / rows + ", word line "
                        + at % rows + " is outside ±" + MAX_VOLTS + " V; give volts");
            }
        }
    }
}
