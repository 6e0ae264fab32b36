package studio.crossbar.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.crossbar.cost.claim.Assumption;
import studio.crossbar.cost.claim.Claim;
import studio.crossbar.cost.claim.ClaimCase;
import studio.crossbar.cost.claim.ClaimTable;
import studio.crossbar.cost.claim.Variation;
import studio.crossbar.design.Design;
import studio.crossbar.study.ClaimAccuracies;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectSettings;

/** The tables of docs/results/paper.md are the model's; a failure prints them as they should be. */
class PaperDocumentTest {

    private static final Path DOCUMENT = Path.of("docs", "results", "paper.md");

    @ParameterizedTest
    @ValueSource(strings = {"paper-har", "paper-cifar10", "paper-har-narrow"})
    void tablesAreThoseOfTheModel(String name) throws IOException {
        Project project = Project.open(Path.of("sample-projects", name));
        Design design = project.design();
        ClaimAccuracies accuracies = ClaimAccuracies.of(project);

        assertThat(Files.readString(DOCUMENT))
                .contains(ClaimTable.steps(
                        design.network(),
                        design.hardware(),
                        Technology.standard(),
                        CostOptions.STANDARD,
                        accuracies::text))
                .contains(ClaimTable.sensitivity(Variation.all(
                        design.network(), design.hardware(), Technology.standard(), CostOptions.STANDARD)));
    }

    /** Each step saves area, both save more than either, and energy is saved only by fewer conversions. */
    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void stepsAddUp(int bits) throws IOException {
        Design design = Project.open(Path.of("sample-projects", "paper-har")).design();
        Claim claim = Claim.of(
                design.network(),
                design.hardware(),
                bits,
                Assumption.standard(Technology.standard(), CostOptions.STANDARD));

        double uniform = claim.areaSaved(ClaimCase.UNIFORM);
        double positive = claim.areaSaved(ClaimCase.POSITIVE);
        assertThat(claim.areaSaved(ClaimCase.CONVENTIONAL)).isZero();
        assertThat(uniform).isBetween(0.3, 0.9);
        assertThat(positive).isBetween(0.1, 0.5);
        assertThat(claim.areaSaved(ClaimCase.UNIFORM_POSITIVE)).isGreaterThan(Math.max(uniform, positive));
        assertThat(Math.abs(claim.energySaved(ClaimCase.UNIFORM))).isLessThan(0.01);
        assertThat(claim.energySaved(ClaimCase.POSITIVE)).isPositive();
        double adcs = claim.cost(ClaimCase.CONVENTIONAL).energyByComponent().getOrDefault(Component.ADC, 0.0);
        double half = claim.cost(ClaimCase.POSITIVE).energyByComponent().getOrDefault(Component.ADC, 0.0);
        assertThat(half).isEqualTo(adcs / 2);
    }

    @Test
    void aProjectWithoutMeasuredAccuraciesSaysSo(@TempDir Path folder) throws IOException {
        Design design = Project.open(Path.of("sample-projects", "paper-har")).design();
        Project other = Project.create(folder.resolve("other"), ProjectSettings.named("other"), design);
        ClaimAccuracies none = ClaimAccuracies.of(other);
        assertThat(none.text(4, ClaimCase.CONVENTIONAL)).isEqualTo("not measured");
    }

    /** Accuracies of 8-bit converters say nothing of narrow ones. */
    @Test
    void accuraciesOfAnotherDesignAreNotTaken(@TempDir Path folder) throws IOException {
        Path paper = Path.of("sample-projects", "paper-har");
        Design narrow =
                Project.open(Path.of("sample-projects", "paper-har-narrow")).design();
        Project other = Project.create(folder.resolve("other"), ProjectSettings.named("other"), narrow);
        Files.copy(paper.resolve(ClaimAccuracies.FILE), other.folder().resolve(ClaimAccuracies.FILE));

        ClaimAccuracies none = ClaimAccuracies.of(other);
        assertThat(none.text(4, ClaimCase.CONVENTIONAL)).isEqualTo("of another design");
        assertThat(none.measured(4, ClaimCase.CONVENTIONAL)).isEmpty();
        Project renamed = Project.create(
                folder.resolve("renamed"),
                ProjectSettings.named("renamed"),
                Project.open(paper)
                        .design()
                        .withName("renamed")
                        .withSeed(3)
                        .withHardware(ClaimCase.POSITIVE.hardware(
                                Project.open(paper).design().hardware())));
        Files.copy(paper.resolve(ClaimAccuracies.FILE), renamed.folder().resolve(ClaimAccuracies.FILE));
        assertThat(ClaimAccuracies.of(renamed).measured(4, ClaimCase.CONVENTIONAL))
                .isPresent();
    }
}
