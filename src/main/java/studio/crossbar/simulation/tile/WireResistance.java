package studio.crossbar.simulation.tile;

import java.util.function.BooleanSupplier;
import studio.crossbar.simulation.irdrop.ApproximationError;
import studio.crossbar.simulation.irdrop.EffectiveConductance;
import studio.crossbar.simulation.irdrop.IrDropSolver;
import studio.crossbar.simulation.irdrop.ResistiveCrossbar;
import studio.crossbar.tensor.CounterNoise;

/**
 * Resistance of a tile's wires, in the approximate mode of {@link EffectiveConductance#approximate}.
 *
 * @param wordlineOhm a segment from cell to cell, 0 … {@value ResistiveCrossbar#MAX_OHM} Ω
 * @param bitlineOhm a segment from cell to cell, likewise
 */
public record WireResistance(double wordlineOhm, double bitlineOhm) {

    private static final double SIEMENS = 1e-6;

    public WireResistance {
        check("wordlineOhm", wordlineOhm);
        check("bitlineOhm", bitlineOhm);
    }

    /** In words, such as "1 Ω a word-line, 2.5 Ω a bit-line segment". */
    public String text() {
        return number(wordlineOhm) + " Ω a word-line, " + number(bitlineOhm) + " Ω a bit-line segment";
    }

    private static String number(double ohm) {
        return ohm == Math.rint(ohm) ? Long.toString((long) ohm) : Double.toString(ohm);
    }

    private static void check(String name, double ohm) {
        if (!(ohm >= 0 && ohm <= ResistiveCrossbar.MAX_OHM)) {
            throw new IllegalArgumentException(
                    name + ": " + ohm + " is outside 0 … " + ResistiveCrossbar.MAX_OHM + " ohm a segment");
        }
    }

    /**
     * What the cells conduct seen from outside, and how noisy: a cell's share of its bit line's current scales both.
     *
     * @throws java.util.concurrent.CancellationException after {@code cancelled} says so
     */
    public TileConductance effective(TileConductance cells, BooleanSupplier cancelled) {
        double[] effective = EffectiveConductance.approximate(new IrDropSolver(crossbar(cells)), cancelled)
                .siemens();
        float[] microSiemens = new float[effective.length];
        float[] variances = cells.readVariances().clone();
        for (int i = 0; i < effective.length; i++) {
            // The approximation's smooth part may leave a cell of 0 S a little below it.
            microSiemens[i] = (float) Math.max(0, effective[i] / SIEMENS);
            if (variances.length > 0 && cells.microSiemens()[i] > 0) {
                float share = microSiemens[i] / cells.microSiemens()[i];
                variances[i] *= share * share;
            }
        }
        return new TileConductance(cells.rows(), cells.columns(), microSiemens, variances);
    }

    /**
     * Measures the approximation on a tile against the exact solution, for evenly distributed inputs.
     *
     * @param inputs how many, at least 1
     */
    public ApproximationError error(TileConductance cells, int inputs, CounterNoise noise, BooleanSupplier cancelled) {
        IrDropSolver solver = new IrDropSolver(crossbar(cells));
        float[] fractions = new float[inputs * cells.rows()];
        noise.uniform(0, fractions, 0, fractions.length);
        double[] volts = new double[fractions.length];
        for (int i = 0; i < volts.length; i++) {
            volts[i] = fractions[i];
        }
        return EffectiveConductance.approximate(solver, cancelled).errorAgainst(solver, volts, inputs);
    }

    private ResistiveCrossbar crossbar(TileConductance cells) {
        double[] siemens = new double[cells.microSiemens().length];
        for (int i = 0; i < siemens.length; i++) {
            siemens[i] = cells.microSiemens()[i] * SIEMENS;
        }
        return new ResistiveCrossbar(cells.rows(), cells.columns(), siemens, wordlineOhm, bitlineOhm);
    }
}
