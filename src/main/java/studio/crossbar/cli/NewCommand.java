package studio.crossbar.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import studio.crossbar.hardware.InputCoding;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.network.Layer;
import studio.crossbar.network.LayerText;
import studio.crossbar.network.Network;
import studio.crossbar.network.ReferenceNetwork;
import studio.crossbar.network.onnx.ImportedNetwork;
import studio.crossbar.study.ImportedProject;
import studio.crossbar.study.NewProject;
import studio.crossbar.study.Project;

/** {@code crossbar new}. */
@Command(
        name = "new",
        description = "Make a project with a reference network or with one from an ONNX file, to be trained as it is or"
                + " edited.")
final class NewCommand extends Verb {

    /** Names for the help. */
    static final class Networks implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return labels().iterator();
        }

        private static Stream<String> labels() {
            return Arrays.stream(ReferenceNetwork.values()).map(ReferenceNetwork::label);
        }
    }

    @Parameters(paramLabel = "FOLDER", description = "Folder of the project; it is made where missing.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(
            names = "--network",
            required = true,
            paramLabel = "NAME|FILE.onnx",
            completionCandidates = Networks.class,
            description = "One of ${COMPLETION-CANDIDATES}; or an ONNX file, whose weights training starts from.")
    @SuppressWarnings("NullAway.Init")
    private String network;

    @Option(names = "--bits", paramLabel = "N", description = "Bits a cell, 1 to 8; default ${DEFAULT-VALUE}.")
    private int bits = 4;

    @Option(
            names = "--polarity",
            paramLabel = "P",
            description = "Signs of the weights, one of ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Polarity polarity = Polarity.DIFFERENTIAL;

    @Option(
            names = "--data",
            paramLabel = "PATH",
            description = "Folder or archive of the data set; without it data are found as for any project.")
    private @Nullable Path data;

    @Override
    Report run() throws Exception {
        return network.toLowerCase(Locale.ROOT).endsWith(".onnx") ? imported() : reference();
    }

    private Report reference() throws Exception {
        ReferenceNetwork reference = Arrays.stream(ReferenceNetwork.values())
                .filter(one -> one.label().equals(network))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "--network: \"" + network + "\" is none of "
                                + String.join(", ", Networks.labels().toList()) + ", and no .onnx file"));
        Project project = wanted(reference).create();
        return report(project, reference.label(), reference.label(), List.of());
    }

    private Report imported() throws Exception {
        Path file = file();
        ImportedProject wanted = ImportedProject.read(folder, file, bits, polarity, data);
        try {
            wanted.plan();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        ImportedNetwork network = wanted.network();
        String from = network.producer().isEmpty() ? "" : ", by " + network.producer();
        return report(wanted.create(), file.toString(), file + from, network.remarks());
    }

    private Path file() {
        try {
            return Path.of(network);
        } catch (InvalidPathException e) {
            throw new ParameterException(spec.commandLine(), "--network: '" + network + "' is no path", e);
        }
    }

    private static Report report(Project project, String name, String described, List<String> remarks) {
        Network network = project.design().network();
        long weights = network.weights();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("project", project.folder().toString()).put("network", name).put("weights", weights);
        ArrayNode layers = json.putArray("layers");
        network.layers().forEach(layer -> layers.add(words(layer)));
        ArrayNode notes = json.putArray("remarks");
        remarks.forEach(notes::add);
        TextTable table = new TextTable()
                .row("Project", project.folder().toString())
                .row("Network", described + ", " + weights + " weights");
        if (project.settings().start() != null) {
            table.row("Input", network.input() + (split(project) ? ", each signal split by its sign" : ""));
            table.row("Layers", network.layers().stream().map(NewCommand::words).collect(Collectors.joining("; ")));
        }
        remarks.forEach(remark -> table.row("Remark", remark));
        return new Report(
                table.row("Next", "crossbar train " + project.folder()).text(), json);
    }

    private static boolean split(Project project) {
        return project.design().hardware().inputs() == InputCoding.RECTIFIED_SPLIT;
    }

    private static String words(Layer layer) {
        String settings = LayerText.settings(layer);
        return LayerText.name(layer) + (settings.isEmpty() ? "" : " (" + settings + ")");
    }

    private NewProject wanted(ReferenceNetwork reference) {
        try {
            NewProject wanted = new NewProject(folder, reference, bits, polarity, data);
            wanted.plan();
            return wanted;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
