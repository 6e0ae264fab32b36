package studio.crossbar.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import studio.crossbar.data.CsvMatrix;
import studio.crossbar.design.Design;
import studio.crossbar.device.ProgrammedDevices;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.mapping.Tile;
import studio.crossbar.simulation.irdrop.IrDropSolver;
import studio.crossbar.simulation.irdrop.ResistiveCrossbar;
import studio.crossbar.simulation.spice.SpiceNetlist;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectException;
import studio.crossbar.study.ResultStore;
import studio.crossbar.tensor.CounterNoise;

/** {@code crossbar spice}. */
@Command(
        name = "spice",
        description = "A crossbar as a SPICE netlist: devices, wire segments, drivers, and a sense amplifier at virtual"
                + " ground below each bit line. Either a tile of a trained project, or conductances from a CSV file as"
                + " for ir-drop. ngspice -b FILE prints the output currents.")
final class SpiceCommand extends Verb {

    private static final double STANDARD_VOLTS = 0.2;

    @Parameters(arity = "0..1", paramLabel = "PROJECT", description = "Folder with project.json, trained.")
    private @Nullable Path folder;

    @Option(names = "--tile", paramLabel = "N", description = "Tile of the project, from 0 in the order of map.")
    private @Nullable Integer tile;

    @Option(
            names = "--device",
            paramLabel = "NAME|FILE",
            description = "Program the tile with this device's errors instead of exactly: a preset or a JSON file.")
    private @Nullable String device;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "0",
            description = "Age of the programmed devices; 0: right after programming.")
    private double seconds;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Seed of the programming errors.")
    private long seed;

    @Option(
            names = "--design-seed",
            paramLabel = "N",
            description = "Seed of the design, where it was trained with another one than its own (train --seed).")
    private @Nullable Long designSeed;

    @Mixin
    private EpochOverrides epochs = new EpochOverrides();

    @Option(
            names = "--conductance",
            paramLabel = "G.csv",
            description = "Instead of a project: conductances in siemens, a word line a row, a bit line a column.")
    private @Nullable Path conductance;

    @Option(
            names = "--voltage",
            paramLabel = "V.csv",
            description = "Driver voltages in volts, a word line a row, an input a column.")
    private @Nullable Path voltage;

    @Option(
            names = "--volts",
            paramLabel = "V",
            description = "Without --voltage: one input, all word lines at this voltage; 0.2 unless given.")
    private @Nullable Double volts;

    @Option(
            names = "--r-wordline",
            required = true,
            paramLabel = "OHM",
            description = "A word-line segment; 0: a short.")
    private double wordlineOhm;

    @Option(names = "--r-bitline", required = true, paramLabel = "OHM", description = "A bit-line segment; 0: a short.")
    private double bitlineOhm;

    @Option(
            names = {"--out", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "Receives the netlist.")
    @SuppressWarnings("NullAway.Init")
    private Path output;

    /** A crossbar and what it is called. */
    private record Named(String title, ResistiveCrossbar crossbar) {}

    @Override
    Report run() throws Exception {
        if (voltage != null && volts != null) {
            throw usage("--voltage and --volts: give one of them, a table or one voltage for all word lines");
        }
        if (volts != null && !(Math.abs(volts) <= IrDropSolver.MAX_VOLTS)) {
            throw usage("--volts: " + volts + " is outside ±" + IrDropSolver.MAX_VOLTS + " V");
        }
        requireOhm("--r-wordline", wordlineOhm);
        requireOhm("--r-bitline", bitlineOhm);
        requireAnother("--out", output, "--conductance", conductance);
        requireAnother("--out", output, "--voltage", voltage);
        requireWritable("--out", output);
        Named named = folder == null ? table() : tile(folder);
        ResistiveCrossbar crossbar = named.crossbar();
        double[] drives;
        int inputs;
        if (voltage == null) {
            inputs = 1;
            drives = new double[crossbar.rows()];
            Arrays.fill(drives, volts == null ? STANDARD_VOLTS : volts);
        } else {
            CsvMatrix table = CsvMatrix.read(voltage);
            if (table.rows() != crossbar.rows()) {
                throw new IllegalArgumentException("voltage: " + table.rows() + " rows in " + voltage + " for "
                        + crossbar.rows() + " word lines; give one row a word line");
            }
            inputs = table.columns();
            drives = table.transposed().values();
        }
        write(new SpiceNetlist(named.title(), crossbar, drives, inputs));
        return report(named, inputs);
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private void write(SpiceNetlist netlist) throws IOException {
        ResultFile.write("--out", output, file -> {
            try (Writer out = Files.newBufferedWriter(file)) {
                netlist.write(out);
            }
        });
    }

    private Named table() throws IOException {
        if (conductance == null) {
            throw usage("give a PROJECT with --tile, or --conductance with a table");
        }
        if (tile != null
                || device != null
                || designSeed != null
                || !epochs.given().isEmpty()) {
            throw usage(
                    "--tile, --device and the design's seed and epochs are for a PROJECT, --conductance is for a table");
        }
        CsvMatrix g = CsvMatrix.read(conductance);
        return new Named(
                "Crossbar Studio: " + conductance.getFileName(),
                new ResistiveCrossbar(g.rows(), g.columns(), g.values(), wordlineOhm, bitlineOhm));
    }

    private Named tile(Path project) throws Exception {
        if (tile == null || conductance != null) {
            throw usage("a PROJECT needs --tile with a number, and no --conductance");
        }
        Project opened = Project.open(project);
        MappedNetwork mapped = mapped(opened.withDesign(designed(opened.design())));
        int tiles = mapped.tiles().size();
        if (tile < 0 || tile >= tiles) {
            throw usage("--tile: " + tile + " is outside 0 … " + (tiles - 1) + ", the tiles of this network; see map");
        }
        Tile chosen = mapped.tiles().get(tile);
        int rows = chosen.slot().rows();
        int columns = chosen.slot().deviceColumns();
        float[] microSiemens = new float[rows * columns];
        for (int at = 0; at < microSiemens.length; at++) {
            microSiemens[at] = (float) chosen.conductanceMicroSiemens(at / columns, at % columns);
        }
        if (device != null) {
            ProgrammedDevices programmed =
                    DeviceOption.read(spec, device).program(microSiemens, new CounterNoise(seed, tile));
            programmed.conductances(seconds, microSiemens);
        } else if (seconds != 0) {
            throw usage("--seconds needs --device, which says how devices age");
        }
        double[] siemens = new double[microSiemens.length];
        for (int at = 0; at < siemens.length; at++) {
            siemens[at] = microSiemens[at] * 1e-6;
        }
        return new Named(
                "Crossbar Studio: " + opened.design().name() + ", tile " + tile + ", layer "
                        + mapped.plan().layers().get(chosen.slot().layer()).name()
                        + (device == null ? "" : ", " + device + ", " + seconds + " s, seed " + seed),
                new ResistiveCrossbar(rows, columns, siemens, wordlineOhm, bitlineOhm));
    }

    private Design designed(Design design) {
        try {
            return epochs.apply(design).withSeed(designSeed == null ? design.seed() : designSeed);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private MappedNetwork mapped(Project project) throws ProjectException {
        try {
            return MappedNetwork.of(new ResultStore(project).trained().network());
        } catch (ProjectException e) {
            List<String> given = new ArrayList<>(epochs.given());
            if (designSeed != null) {
                given.addFirst("--seed " + designSeed);
            }
            throw EpochOverrides.completed(e, given);
        }
    }

    private Report report(Named named, int inputs) {
        ResistiveCrossbar crossbar = named.crossbar();
        long open = Arrays.stream(crossbar.conductanceSiemens())
                .filter(siemens -> siemens == 0)
                .count();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("title", named.title())
                .put("rows", crossbar.rows())
                .put("columns", crossbar.columns())
                .put("openDevices", open)
                .put("inputs", inputs)
                .put("rWordline_ohm", crossbar.wordlineOhm())
                .put("rBitline_ohm", crossbar.bitlineOhm())
                .put("netlist", output.toString());
        TextTable table = new TextTable()
                .row(
                        "Crossbar",
                        crossbar.rows() + " × " + crossbar.columns() + (open == 0 ? "" : ", " + open + " open"))
                .row(
                        "Wires",
                        crossbar.wordlineOhm() + " Ω a word-line, " + crossbar.bitlineOhm() + " Ω a bit-line segment")
                .row("Inputs", Integer.toString(inputs))
                .row("Netlist", output.toString())
                .row("Solve", "ngspice -b " + output);
        return new Report(table.text(), json);
    }
}
