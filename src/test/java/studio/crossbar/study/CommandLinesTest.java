package studio.crossbar.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import studio.crossbar.cost.AdcKind;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.hardware.Noise;
import studio.crossbar.simulation.tile.WireResistance;
import studio.crossbar.ui.Projects;

class CommandLinesTest {

    private static final Project STORED =
            new Project(Path.of("my-project"), ProjectSettings.named("Tiny"), Projects.tinyDesign());

    private static CommandLines to(Project wanted) {
        return new CommandLines(STORED, wanted, null, false);
    }

    private static CommandLines withSettings(ProjectSettings settings) {
        return to(STORED.withSettings(settings));
    }

    @Test
    void whatIsThereNeedNotBeComputedAgain() {
        CommandLines lines = to(STORED);
        assertThat(lines.report(CommandLines.Present.EVALUATION, null)).containsExactly("crossbar report my-project");
        assertThat(lines.report(CommandLines.Present.NETWORK, Path.of("out")))
                .containsExactly("crossbar evaluate my-project", "crossbar report my-project -o out");
        assertThat(lines.report(CommandLines.Present.NOTHING, null))
                .containsExactly(
                        "crossbar train my-project", "crossbar evaluate my-project", "crossbar report my-project");
        assertThat(lines.needsSaving()).isFalse();
    }

    @Test
    void editsThatOptionsCanSayAreOptions() {
        ProjectSettings settings = STORED.settings()
                .withDraws(4)
                .withWires(new WireResistance(1, 2.5))
                .withCost(new CostSettings(
                        CostOptions.STANDARD.withAdc(AdcKind.SAR).withOverlapped(true), 22.0))
                .withTechnology("rram-32nm");
        CommandLines lines = to(STORED.withSettings(settings)
                .withDesign(STORED.design()
                        .withSeed(7)
                        .withRecipe(STORED.design().recipe().withEpochs(3, 2))));
        assertThat(lines.needsSaving()).isFalse();
        assertThat(lines.report(CommandLines.Present.NOTHING, null))
                .first()
                .isEqualTo("crossbar train my-project --seed 7 --float-epochs 3 --hardware-epochs 2");
        assertThat(lines.report(CommandLines.Present.NOTHING, null).get(2))
                .isEqualTo(
                        "crossbar report my-project --seed 7 --float-epochs 3 --hardware-epochs 2 --draws 4 --ir-drop"
                                + " --r-wordline 1.0 --r-bitline 2.5 --technology rram-32nm --node 22.0 --adc SAR --overlapped");
    }

    @Test
    void wiresAreTakenAwayByAnOption() {
        Project wired = STORED.withSettings(STORED.settings().withWires(new WireResistance(1, 1)));
        assertThat(new CommandLines(wired, STORED, null, false).report(CommandLines.Present.EVALUATION, null))
                .containsExactly("crossbar report my-project --no-ir-drop");
    }

    @Test
    void otherEditsOfTheDesignMustBeSaved() {
        CommandLines lines = to(STORED.withDesign(
                STORED.design().withHardware(STORED.design().hardware().withNoise(new Noise(0.1, 0)))));
        assertThat(lines.needsSaving()).isTrue();
        assertThat(withSettings(STORED.settings().withDraws(1)).needsSaving()).isFalse();
    }

    @Test
    void wordsAreQuotedForTheShell() {
        Project spaced = new Project(Path.of("/home/J. O'Hara/a $b"), STORED.settings(), STORED.design());
        assertThat(new CommandLines(spaced, spaced, Path.of("/data/UCI HAR.zip"), false)
                        .report(CommandLines.Present.EVALUATION, null))
                .containsExactly("crossbar report '/home/J. O'\\''Hara/a $b' --data '/data/UCI HAR.zip'");
        assertThat(new CommandLines(spaced, spaced, null, true).report(CommandLines.Present.EVALUATION, null))
                .containsExactly("crossbar report \"/home/J. O'Hara/a $b\"");
    }
}
