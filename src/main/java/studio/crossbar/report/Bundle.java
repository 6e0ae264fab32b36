package studio.crossbar.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import studio.crossbar.cost.TechnologyDocument;
import studio.crossbar.data.Parts;
import studio.crossbar.design.Design;
import studio.crossbar.study.DatasetChecksum;
import studio.crossbar.study.Evaluation;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectException;
import studio.crossbar.study.ProjectSettings;
import studio.crossbar.study.ResultStore;
import studio.crossbar.study.TechnologyStore;

/**
 * A result with all that computes it anew, in one archive: the project with design, seeds, settings and trained network, the
 * report, and {@code bundle.json} with versions, the checksum of the data, the numbers, and the commands that lead to them.
 *
 * @param project whose folder holds the trained network, with the settings under which the result was costed
 * @param evaluation of that network
 * @param parts the data, of which the archive holds the checksum alone
 * @param data where these lie; null if they were generated
 * @param technology file of unit costs in place of the one that the settings name, or null
 */
public record Bundle(
        Project project,
        Evaluation evaluation,
        Parts parts,
        @Nullable Path data,
        @Nullable Path technology) {

    /** Folder in the archive that holds everything. */
    public static final String FOLDER = "crossbar-bundle/";

    /** Folder of the project in the archive. */
    public static final String PROJECT = FOLDER + "project/";

    private static final String TECHNOLOGY = "technology.json";
    private static final String START = "start.onnx";

    /**
     * Writes the archive, dated today, in place of an earlier file of that name.
     *
     * @throws IOException with path and remedy; an earlier file is then as before
     * @throws java.util.concurrent.CancellationException soon after {@code cancelled} says so, likewise
     */
    public void write(Path file, BooleanSupplier cancelled) throws IOException {
        LocalDate date = LocalDate.now(ZoneId.systemDefault());
        String checksum = DatasetChecksum.sha256(parts, cancelled);
        TechnologyDocument unitCosts = unitCosts();
        requireWhole();
        Project packed = packed();
        BundleFacts facts = new BundleFacts(packed, evaluation, checksum, data, date);
        ExportedFile.write(file, out -> {
            ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
            add(zip, FOLDER + "README.txt", facts.text());
            add(zip, FOLDER + "bundle.json", facts.json());
            for (Map.Entry<String, String> part : packed.files().entrySet()) {
                add(zip, PROJECT + part.getKey(), part.getValue());
            }
            add(zip, PROJECT + TECHNOLOGY, unitCosts.text());
            addStart(zip);
            results().copy(evaluation.stored(), (name, content) -> {
                if (cancelled.getAsBoolean()) {
                    throw new java.util.concurrent.CancellationException();
                }
                add(zip, PROJECT + "results/" + name, content);
            });
            for (Map.Entry<String, FileSet.Content> part :
                    ReportWriter.files(evaluation, date).contents().entrySet()) {
                // A writer of pictures or PDF may close what it writes to.
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                part.getValue().write(bytes);
                zip.putNextEntry(new ZipEntry(FOLDER + "report/" + part.getKey()));
                bytes.writeTo(zip);
            }
            zip.finish();
        });
    }

    private Design design() {
        return evaluation.mapped().trained().design();
    }

    private ResultStore results() {
        return new ResultStore(project.withDesign(design()));
    }

    /** Packed even if they come with the application: another version may have others. */
    private TechnologyDocument unitCosts() throws IOException {
        return technology == null ? new TechnologyStore(project).read() : TechnologyDocument.read(technology);
    }

    /** The project as it is in the archive, where nothing outside of it is named. */
    private Project packed() {
        ProjectSettings settings = project.settings()
                .withData(null)
                .withTechnology(TECHNOLOGY)
                .withDraws(evaluation.accuracy().draws().size())
                .withWires(evaluation.stored().wires());
        settings = settings.start() == null ? settings : settings.withStart(START);
        return new Project(Path.of("project"), settings, design());
    }

    private @Nullable Path start() {
        String start = project.settings().start();
        return start == null ? null : project.folder().resolve(start);
    }

    /** Refuses what is incomplete before anything is written, so that the message names what is missing. */
    private void requireWhole() throws ProjectException {
        if (!results().holdsDesign()) {
            throw new ProjectException(project.results()
                    + ": the trained network of this result was replaced by one of another design; train again");
        }
        Path start = start();
        if (start != null && !Files.isRegularFile(start)) {
            throw new ProjectException(
                    start + ": is not there, and training starts from its weights; put the ONNX file back");
        }
    }

    private void addStart(ZipOutputStream zip) throws IOException {
        Path start = start();
        if (start != null) {
            try (InputStream content = Files.newInputStream(start)) {
                add(zip, PROJECT + START, content);
            }
        }
    }

    private static void add(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void add(ZipOutputStream zip, String name, InputStream content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        content.transferTo(zip);
    }
}
