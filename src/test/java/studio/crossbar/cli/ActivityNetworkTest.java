package studio.crossbar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that docs/validation.md gives for its table of designs print the table's figures. */
class ActivityNetworkTest {

    private static final String KERNELS = "\"kernel\":9,\"stride\":2,\"padding\":4";
    private static final String SMALLER = "\"kernel\":5,\"stride\":2,\"padding\":2";

    @TempDir
    Path folder;

    private Path project;
    private String document;
    private String reference;

    @BeforeEach
    void makeTheProject() throws IOException {
        document = Files.readString(Path.of("docs", "validation.md"));
        project = folder.resolve("activity");
        CommandRun made =
                CommandRun.of("new", project, "--network", "har-cnn", "--bits", "4", "--polarity", "differential");
        assertThat(made.code()).as(made.err()).isZero();
        reference = Files.readString(project.resolve("design.json"));
        assertThat(reference.split(KERNELS, -1)).hasSize(4);
        reference = reference.replace(KERNELS, SMALLER);
    }

    @Test
    void theGivenCommandsPrintTheirRow() throws IOException {
        assertThat(document).contains("""
                        target/crossbar new activity --network har-cnn --bits 4 --polarity differential
                        sed -i 's/%s/%s/; s/"affine"/"none"/' activity/design.json
                        target/crossbar cost activity --subtraction digital --schedule layer_serial
                        """.formatted(KERNELS, SMALLER));
        assertRow("4-bit differential, UNIFORM, NONE, layer-serial", "layer_serial", "affine", "none");
    }

    @Test
    void theNamedEditsGiveOtherRows() throws IOException {
        assertRow(
                "4-bit differential, PER_LAYER, AFFINE, layer-parallel",
                "layer_parallel",
                "\"ranges\": \"uniform\"",
                "\"ranges\": \"perLayer\"");
        assertRow(
                "2-bit row-block, UNIFORM, NONE, layer-serial, tiles of 64 × 64",
                "layer_serial",
                "affine",
                "none",
                "\"bits\":4",
                "\"bits\":2",
                "\"differential\"",
                "\"rowBlock\"",
                "{\"rows\":128,\"columns\":128}",
                "{\"rows\":64,\"columns\":64}");
        assertRow(
                "2-bit positive, UNIFORM, NONE, layer-serial",
                "layer_serial",
                "affine",
                "none",
                "\"bits\":4",
                "\"bits\":2",
                "\"differential\"",
                "\"positive\"");
    }

    /** @param edits of the design: what is replaced, and by what */
    private void assertRow(String name, String schedule, String... edits) throws IOException {
        String design = reference;
        for (int i = 0; i < edits.length; i += 2) {
            assertThat(design).contains(edits[i]);
            design = design.replace(edits[i], edits[i + 1]);
        }
        Files.writeString(project.resolve("design.json"), design);
        CommandRun run = CommandRun.of("cost", project, "--subtraction", "digital", "--schedule", schedule, "--json");
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode cost = run.json();
        assertThat(document)
                .containsPattern(String.format(
                        Locale.ROOT,
                        "\\| %s \\| %.4f \\| \\d+ %% \\| %.1f \\| \\d+ %% \\| %.1f \\|\n",
                        name,
                        cost.get("area_mm2").doubleValue(),
                        cost.get("energy_nJ").doubleValue(),
                        cost.get("latency_us").doubleValue()));
    }
}
