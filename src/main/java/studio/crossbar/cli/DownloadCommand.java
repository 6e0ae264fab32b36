package studio.crossbar.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import studio.crossbar.data.DataSource;
import studio.crossbar.data.download.Downloader;
import studio.crossbar.data.download.PublishedDataset;

/** {@code crossbar download}. */
@Command(
        name = "download",
        description = "Fetch a data set from where its authors publish it. What a broken download left is kept and gone"
                + " on from; every file is checked against its SHA-256 digest.")
final class DownloadCommand extends Verb {

    /** Names for the help. */
    static final class Datasets implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return labels().iterator();
        }

        private static Stream<String> labels() {
            return Arrays.stream(PublishedDataset.values()).map(PublishedDataset::label);
        }
    }

    @Parameters(
            paramLabel = "DATASET",
            completionCandidates = Datasets.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("NullAway.Init")
    private String label;

    @Option(
            names = "--to",
            paramLabel = "FOLDER",
            description = "Folder for data sets, which get folders in it; default ${DEFAULT-VALUE}.")
    private Path folder = Path.of("data");

    @Option(
            names = "--from",
            paramLabel = "URL",
            description = "Folder of a mirror that has the same files; without it, the authors' server.")
    private @Nullable URI mirror;

    @Override
    Report run() throws Exception {
        PublishedDataset dataset = Arrays.stream(PublishedDataset.values())
                .filter(one -> one.label().equals(label))
                .findFirst()
                .orElseThrow(() -> usage("\"" + label + "\" is none of "
                        + String.join(", ", Datasets.labels().toList())));
        requireAddress();
        Path path = job(
                "Download of " + dataset.kind().text(),
                context -> new Downloader()
                        .fetch(
                                dataset,
                                folder,
                                mirror,
                                context::cancelled,
                                (done, total) -> context.progress(
                                        (double) done / total,
                                        String.format(Locale.ROOT, "%.1f of %.1f MB", done * 1e-6, total * 1e-6))));
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("dataset", dataset.label())
                .put("path", path.toString())
                .put("bytes", dataset.bytes())
                .put("source", dataset.source());
        String text = new TextTable()
                .row("Data set", dataset.kind().text() + ", checked")
                .row("Path", path.toString())
                .row("Source", dataset.source())
                .row("Next", "give --data " + path + ", or set " + DataSource.ENVIRONMENT_VARIABLE)
                .text();
        return new Report(text, json);
    }

    private void requireAddress() {
        try {
            if (mirror != null) {
                Downloader.requireWeb(mirror);
            }
        } catch (IllegalArgumentException e) {
            throw usage("--from: " + e.getMessage());
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
