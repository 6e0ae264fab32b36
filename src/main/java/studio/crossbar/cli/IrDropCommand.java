package studio.crossbar.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import studio.crossbar.data.CsvMatrix;
import studio.crossbar.simulation.irdrop.ApproximationError;
import studio.crossbar.simulation.irdrop.EffectiveConductance;
import studio.crossbar.simulation.irdrop.IrDropSolution;
import studio.crossbar.simulation.irdrop.IrDropSolver;
import studio.crossbar.simulation.irdrop.ResistiveCrossbar;

/** {@code crossbar ir-drop}. */
@Command(
        name = "ir-drop",
        description = "Output currents of a crossbar whose wires have resistance: word lines driven at the left, bit"
                + " lines grounded at the bottom, each through one segment. Tables are CSV without a header.")
final class IrDropCommand extends Verb {

    /** Inputs on which an approximation is measured. */
    private static final int SAMPLE = 8;

    @Option(
            names = "--conductance",
            required = true,
            paramLabel = "G.csv",
            description = "Conductances in siemens, a word line a row, a bit line a column.")
    @SuppressWarnings("NullAway.Init")
    private Path conductance;

    @Option(
            names = "--voltage",
            required = true,
            paramLabel = "V.csv",
            description = "Driver voltages in volts, a word line a row, an input a column.")
    @SuppressWarnings("NullAway.Init")
    private Path voltage;

    @Option(
            names = "--r-wordline",
            required = true,
            paramLabel = "OHM",
            description = "A word-line segment; 0: a short.")
    private double wordlineOhm;

    @Option(names = "--r-bitline", required = true, paramLabel = "OHM", description = "A bit-line segment; 0: a short.")
    private double bitlineOhm;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "I.csv",
            description = "Receives the currents in amperes, an input a row, a bit line a column.")
    @SuppressWarnings("NullAway.Init")
    private Path output;

    @Option(
            names = "--approximate",
            description = "Use the effective conductances of whole-network inference, and measure their error on the"
                    + " first " + SAMPLE + " inputs.")
    private boolean approximate;

    /**
     * Currents and how good they are.
     *
     * @param error of an approximation; null if exact
     */
    @SuppressWarnings("ArrayRecordComponent") // A table; nothing compares it.
    private record Outcome(
            double[] amperes,
            int iterations,
            double errorBound,
            @Nullable ApproximationError error) {}

    @Override
    Report run() throws Exception {
        requireOhm("--r-wordline", wordlineOhm);
        requireOhm("--r-bitline", bitlineOhm);
        requireAnother("--output", output, "--conductance", conductance);
        requireAnother("--output", output, "--voltage", voltage);
        requireWritable("--output", output);
        CsvMatrix devices = CsvMatrix.read(conductance);
        CsvMatrix drives = CsvMatrix.read(voltage);
        ResistiveCrossbar crossbar =
                new ResistiveCrossbar(devices.rows(), devices.columns(), devices.values(), wordlineOhm, bitlineOhm);
        if (drives.rows() != crossbar.rows()) {
            throw new IllegalArgumentException("voltage: " + drives.rows() + " rows in " + voltage + " for "
                    + crossbar.rows() + " word lines in " + conductance + "; give one row a word line");
        }
        int inputs = drives.columns();
        double[] volts = drives.transposed().values();
        Outcome outcome = job("IR drop", context -> {
            context.progress(0, "solving " + inputs + (inputs == 1 ? " input" : " inputs"));
            IrDropSolver solver = new IrDropSolver(crossbar);
            if (approximate) {
                EffectiveConductance matrix = EffectiveConductance.approximate(solver, context::cancelled);
                int sample = Math.min(inputs, SAMPLE);
                double[] first = Arrays.copyOf(volts, sample * crossbar.rows());
                return new Outcome(matrix.currents(volts, inputs), 0, 0, matrix.errorAgainst(solver, first, sample));
            }
            IrDropSolution solution =
                    solver.solve(volts, inputs, IrDropSolver.TOLERANCE, false, null, context::cancelled);
            return new Outcome(solution.currentAmperes(), solution.iterations(), solution.errorBound(), null);
        });
        ResultFile.write("--output", output, new CsvMatrix(inputs, crossbar.columns(), outcome.amperes())::write);
        double[] ideal = EffectiveConductance.ideal(crossbar).currents(volts, inputs);
        return report(
                crossbar,
                inputs,
                outcome,
                ApproximationError.of(ideal, outcome.amperes()).relativeL2());
    }

    private Report report(ResistiveCrossbar crossbar, int inputs, Outcome outcome, double idealError) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("rows", crossbar.rows())
                .put("columns", crossbar.columns())
                .put("inputs", inputs)
                .put("rWordline_ohm", crossbar.wordlineOhm())
                .put("rBitline_ohm", crossbar.bitlineOhm())
                .put("mode", approximate ? "approximate" : "exact")
                .put("idealProductError", idealError);
        TextTable table = new TextTable()
                .row(
                        "Crossbar",
                        crossbar.rows() + " × " + crossbar.columns() + ", " + crossbar.wordlineOhm()
                                + " Ω a word-line, " + crossbar.bitlineOhm() + " Ω a bit-line segment")
                .row("Inputs", Integer.toString(inputs));
        ApproximationError error = outcome.error();
        if (error == null) {
            json.put("iterations", outcome.iterations()).put("errorBound", outcome.errorBound());
            table.row(
                    "Solution",
                    "exact to " + scientific(outcome.errorBound()) + " of a column's full-drive current, "
                            + outcome.iterations() + " iterations");
        } else {
            json.put("measuredInputs", Math.min(inputs, SAMPLE))
                    .put("relativeL2Error", error.relativeL2())
                    .put("worstRelativeError", error.worstRelative());
            table.row(
                    "Solution",
                    "approximate; measured on " + Math.min(inputs, SAMPLE) + " of the inputs: "
                            + scientific(error.relativeL2()) + " (L2), worst "
                            + scientific(error.worstRelative()) + " of the largest current");
        }
        json.put("output", output.toString());
        table.row("Ideal product", "off by " + scientific(idealError) + " (L2)").row("Currents", output.toString());
        return new Report(table.text(), json);
    }

    private static String scientific(double value) {
        return String.format(Locale.ROOT, "%.2g", value);
    }
}
