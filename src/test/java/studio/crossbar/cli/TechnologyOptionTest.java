package studio.crossbar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.cost.TechnologyDocument;
import studio.crossbar.ui.Projects;

/** Technology files that are given as paths. */
class TechnologyOptionTest {

    @TempDir
    static Path folder;

    private static Path project;

    @BeforeAll
    static void train() throws IOException {
        project = folder.resolve("tiny");
        Projects.create(project, Projects.tinyDesign());
        assertThat(CommandRun.of("train", project).code()).isZero();
    }

    private static Path edited() throws IOException {
        Path file = folder.resolve("mine.json");
        Files.writeString(
                file,
                TechnologyDocument.bundled("rram-32nm")
                        .withValue("cell.area", 20)
                        .text());
        return file;
    }

    /** The copy keeps the name; no result must pass for one of the carried constants. */
    @Test
    void everyResultSaysThatTheFileWasEdited() throws IOException {
        Path file = edited();
        String digest = TechnologyDocument.read(file).technology().identity().digest();
        String label = "rram-32nm, edited, sha256 " + digest.substring(0, 8);

        Path bill = folder.resolve("bill.csv");
        CommandRun text = CommandRun.of("cost", project, "--technology", file, "--csv", bill);
        assertThat(text.out()).contains("components (" + label + ")");
        assertThat(Files.readAllLines(bill).subList(1, 3))
                .allSatisfy(line -> assertThat(line).contains("\"" + label + "\""));
        assertNamed(
                CommandRun.of("cost", project, "--technology", file, "--json").json(), label, digest);
        CommandRun claim = CommandRun.of("cost", project, "--technology", file, "--claim");
        assertThat(claim.out()).contains("| as in the table of steps | " + label + " |");

        Path space = Files.writeString(folder.resolve("space.json"), "{\"schema\": 1, \"adcBits\": [6, 8]}");
        Path sweep = folder.resolve("sweep.csv");
        List<Object> swept = List.of("cost", project, "--technology", file, "--sweep", space, "--csv", sweep);
        assertThat(CommandRun.of(swept.toArray()).out()).contains("Technology", label);
        assertNamed(
                CommandRun.of("cost", project, "--technology", file, "--sweep", space, "--csv", sweep, "--json")
                        .json(),
                label,
                digest);

        CommandRun evaluated = CommandRun.of("evaluate", project, "--technology", file);
        assertThat(evaluated.out()).contains("Technology", label);
        assertNamed(
                CommandRun.of("evaluate", project, "--technology", file, "--json")
                        .json(),
                label,
                digest);
        Path report = folder.resolve("report");
        Path bundle = folder.resolve("bundle.zip");
        CommandRun reported = CommandRun.of("report", project, "--technology", file, "-o", report, "--bundle", bundle);
        assertThat(reported.code()).as(reported.err()).isZero();
        assertThat(report.resolve("designs.csv")).content().contains("\"" + label + "\"");
        assertThat(report.resolve("cost.csv")).content().contains("\"" + label + "\"");
        try (PDDocument pdf = Loader.loadPDF(report.resolve("report.pdf").toFile())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Technology " + label);
        }
        try (FileSystem zip = FileSystems.newFileSystem(bundle)) {
            String facts = Files.readString(zip.getPath("crossbar-bundle", "bundle.json"));
            assertNamed(new ObjectMapper().readTree(facts).get("results"), label, digest);
        }
    }

    @Test
    void whatIsNoFileIsRefusedByTheOptionWithTheRemedy() {
        CommandRun directory = CommandRun.of("cost", project, "--technology", folder);
        assertThat(directory.code()).isEqualTo(2);
        assertThat(directory.err().strip())
                .startsWith("crossbar: --technology: \"" + folder
                        + "\" is a folder; name a technology file in it, or one of analognets-14nm, isaac-32nm, ")
                .contains(", or leave the option out for the project's, rram-32nm; see crossbar cost --help")
                .hasLineCount(1);
        for (String blank : List.of("", " ")) {
            CommandRun nothing = CommandRun.of("cost", project, "--technology", blank);
            assertThat(nothing.code()).isEqualTo(2);
            assertThat(nothing.err())
                    .startsWith("crossbar: --technology: \"" + blank + "\" is none of analognets-14nm, ")
                    .contains("and there is no such file; name one, or leave the option out");
        }
    }

    @Test
    void aFolderInPlaceOfASpaceIsRefusedByName() {
        CommandRun run = CommandRun.of("cost", project, "--sweep", folder, "--csv", folder.resolve("never.csv"));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().strip()).isEqualTo("crossbar: " + folder + ": is a folder; name a file");
    }

    private static void assertNamed(JsonNode json, String label, String digest) {
        assertThat(json.get("technology").textValue()).isEqualTo(label);
        assertThat(json.get("technologyDigest").textValue()).isEqualTo(digest);
    }

    @Test
    void theCarriedFileKeepsItsNameUnderAnyPath() throws IOException {
        Path copy = Files.copy(Path.of("assets", "technology", "rram-32nm.json"), folder.resolve("copy.json"));
        JsonNode json =
                CommandRun.of("cost", project, "--technology", copy, "--json").json();
        assertThat(json.get("technology").textValue()).isEqualTo("rram-32nm");
        assertThat(json.get("technologyDigest"))
                .isEqualTo(CommandRun.of("cost", project, "--json").json().get("technologyDigest"));
    }
}
