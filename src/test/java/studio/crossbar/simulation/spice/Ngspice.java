package studio.crossbar.simulation.spice;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs ngspice in batch mode. */
public final class Ngspice {

    private static final Pattern CURRENT = Pattern.compile("(?m)^i\\(vs(\\d+)\\) = (\\S+)\\s*$");

    private Ngspice() {}

    /** The program, if it is installed. */
    public static Optional<Path> program() {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, "ngspice"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Output currents of a netlist {@code [inputs × columns]}.
     *
     * @param folder receives the netlist and ngspice's output
     */
    public static double[] currents(Path program, SpiceNetlist netlist, Path folder)
            throws IOException, InterruptedException {
        Path file = folder.resolve("tile.cir");
        try (Writer out = Files.newBufferedWriter(file)) {
            netlist.write(out);
        }
        return currents(program, file, netlist.inputs(), netlist.crossbar().columns());
    }

    /** Output currents of the netlist in {@code file}. */
    public static double[] currents(Path program, Path file, int inputs, int columns)
            throws IOException, InterruptedException {
        Path printed = Files.createTempFile(file.toAbsolutePath().getParent(), "ngspice", ".log");
        int code = new ProcessBuilder(List.of(program.toString(), "-b", file.toString()))
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start()
                .waitFor();
        String text = Files.readString(printed);
        double[] currents = new double[inputs * columns];
        int found = 0;
        for (Matcher current = CURRENT.matcher(text); current.find(); found++) {
            int column = Integer.parseInt(current.group(1));
            if (found >= currents.length || column != found % columns) {
                throw new IOException("ngspice printed more than the netlist asks for: " + current.group());
            }
            currents[found] = Double.parseDouble(current.group(2));
        }
        if (found != currents.length) {
            throw new IOException("ngspice ended with " + code + " after " + found + " of " + currents.length
                    + " currents:\n" + text.substring(0, Math.min(2000, text.length())));
        }
        return currents;
    }
}
