package studio.crossbar.cost.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.cost.Technology;
import studio.crossbar.cost.TechnologyDocument;
import studio.crossbar.design.Design;
import studio.crossbar.hardware.Converters;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.study.Project;

/** What the claim's variations change, and that none of them takes the others with it. */
class VariationTest {

    private static Design design;

    @BeforeAll
    static void openProject() throws IOException {
        design = Project.open(Path.of("sample-projects", "paper-har")).design();
    }

    private static List<Variation> all(Hardware hardware, Technology technology) throws IOException {
        return Variation.all(design.network(), hardware, technology, CostOptions.STANDARD);
    }

    private static Variation named(List<Variation> all, String axis, String value) {
        return all.stream()
                .filter(each -> each.assumption().axis().equals(axis)
                        && each.assumption().value().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private static Claim claim(Variation variation) {
        return Objects.requireNonNull(variation.claim(), variation.refusal());
    }

    @Test
    void pairsWithPlainRectifiersHaveHalfOfTheInputsAndTheOtherCasesStay() throws IOException {
        List<Variation> all = all(design.hardware(), Technology.standard());
        Claim standard = claim(all.getFirst());
        Claim plain = claim(named(all, "conventional network", "plain rectifiers"));

        for (ClaimCase each : ClaimCase.values()) {
            if (each != ClaimCase.CONVENTIONAL) {
                assertThat(plain.cost(each).areaSquareMillimetres())
                        .isEqualTo(standard.cost(each).areaSquareMillimetres());
            }
        }
        // 18 channels × 5, 32 × 5, 64 × 3 and 64 rows, where concatenated rectifiers double all but the first.
        long pairs = 90L * 32 + 160L * 64 + 192L * 64 + 64L * 6;
        long doubled = 90L * 32 + 2 * (160L * 64 + 192L * 64 + 64L * 6);
        assertThat(plain.cost(ClaimCase.CONVENTIONAL).programming().devices()).isEqualTo(2 * pairs);
        assertThat(standard.cost(ClaimCase.CONVENTIONAL).programming().devices())
                .isEqualTo(2 * doubled);
        assertThat(plain.areaSaved(ClaimCase.UNIFORM_POSITIVE))
                .isLessThan(standard.areaSaved(ClaimCase.UNIFORM_POSITIVE));
    }

    @Test
    void convertersOfFewBitsAreAlsoBuiltAsFlash() throws IOException {
        Hardware five = design.hardware().withConverters(new Converters(8, 5));

        assertThat(all(five, Technology.standard())).anySatisfy(each -> {
            assertThat(each.assumption().axis()).isEqualTo("ADC");
            assertThat(each.assumption().value()).isEqualTo("flash");
            assertThat(each.claim()).isNotNull();
        });
        assertThat(all(design.hardware(), Technology.standard()))
                .as("8 bits")
                .noneMatch(each -> each.assumption().value().equals("flash"));
    }

    @Test
    void aTechnologyBeyondTheScalingTablesIsNotScaled(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("old.json");
        String text = Files.readString(Path.of("assets", "technology", "mnsim-130nm.json"))
                .replaceAll("\"nodeNanometres\": [1-9][0-9]*", "\"nodeNanometres\": 180");
        Files.writeString(
                file,
                Pattern.compile("(\"node\": \\{\"value\": )130(, \"unit\": \"nm\", \"low\": )130(, \"high\": )130")
                        .matcher(text)
                        .replaceFirst("$1180$2180$3180"));

        List<Variation> all = all(design.hardware(), Technology.load(file));

        assertThat(all).noneMatch(each -> each.assumption().axis().startsWith("node"));
        assertThat(claim(all.getFirst()).areaSaved(ClaimCase.UNIFORM_POSITIVE)).isPositive();
    }

    /** What goes by the same name is another file if its constants are others. */
    @Test
    void anEditedTechnologyIsSetBesideTheCarriedOne() throws IOException {
        Technology edited = TechnologyDocument.bundled(Technology.STANDARD)
                .withValue("cell.area", 20)
                .technology();
        List<Variation> all = all(design.hardware(), edited);

        assertThat(all.getFirst().assumption().value()).startsWith("rram-32nm, edited, sha256 ");
        assertThat(claim(named(all, "technology file", "rram-32nm"))
                        .cost(ClaimCase.CONVENTIONAL)
                        .areaSquareMillimetres())
                .isLessThan(claim(all.getFirst()).cost(ClaimCase.CONVENTIONAL).areaSquareMillimetres());
        assertThat(all(design.hardware(), Technology.standard()))
                .noneMatch(each -> each.assumption().value().equals("rram-32nm")
                        && each.assumption().axis().equals("technology file"));
    }

    @Test
    void whatATechnologyLacksIsRefusedAlone() throws IOException {
        List<Variation> all = all(design.hardware().withConverters(new Converters(8, 11)), Technology.standard());

        assertThat(all).anySatisfy(each -> {
            assertThat(each.claim()).isNull();
            assertThat(each.refusal()).isNotBlank();
        });
        assertThat(all).anySatisfy(each -> assertThat(each.claim()).isNotNull());
    }
}
