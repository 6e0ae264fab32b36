package studio.crossbar.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.network.ReferenceNetwork;
import studio.crossbar.study.NewProject;
import studio.crossbar.study.Project;

/** {@code crossbar new}. */
@Command(name = "new", description = "Make a project with a reference network, to be trained as it is or edited.")
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
            paramLabel = "NAME",
            completionCandidates = Networks.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
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
        ReferenceNetwork reference = Arrays.stream(ReferenceNetwork.values())
                .filter(one -> one.label().equals(network))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "--network: \"" + network + "\" is none of "
                                + String.join(", ", Networks.labels().toList())));
        Project project = wanted(reference).create();
        long weights = project.design().network().weights();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("project", project.folder().toString())
                .put("network", reference.label())
                .put("weights", weights);
        String text = new TextTable()
                .row("Project", project.folder().toString())
                .row("Network", reference.label() + ", " + weights + " weights")
                .row("Next", "crossbar train " + project.folder())
                .text();
        return new Report(text, json);
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
