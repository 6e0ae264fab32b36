package studio.crossbar.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import studio.crossbar.ui.common.Screen;

/** Specifications in the real window on the real core. */
class SpecificationsTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration TRAINED = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    private Path project;
    private WindowFixture window;
    private FxRobot robot;

    @BeforeEach
    void openWindow() throws Exception {
        window = WindowFixture.withSample(folder, Projects.tinyDesign());
        project = window.sample();
        robot = window.robot();
    }

    @AfterEach
    void closeWindow() throws Exception {
        window.close();
    }

    private void open() throws Exception {
        window.open(project);
        robot.interact(() -> window.session().screenProperty().set(Screen.SPECIFICATIONS));
    }

    private void type(String query, String text) throws Exception {
        robot.interact(() -> {
            TextField field = window.node(query);
            field.requestFocus();
            field.setText(text);
        });
        robot.type(KeyCode.ENTER);
    }

    /** What a cell tells to those who cannot see it. */
    private String said(String query) {
        return window.node(query).getAccessibleText();
    }

    @Test
    void targetsAreTypedAndCornersMeasured() throws Exception {
        open();
        WindowFixture.await(SOON, () -> !window.node("#spec-area").isDisabled());
        type("#spec-area", "1 cm²");
        assertThat(window.<TextField>node("#spec-area").getText()).isEqualTo("100 mm²");
        type("#spec-energy", "3 kΩ");
        assertThat(window.text("#spec-energy-reason")).contains("no unit of energy");
        type("#spec-accuracy", "1");
        type("#spec-accuracy", "20");
        assertThat(said("#verdict-edited-accuracy")).contains("OPEN");
        assertThat(said("#verdict-edited-area")).contains("PASS", "mm²");
        type("#spec-chips", "2");

        robot.interact(() -> window.workbench().train());
        WindowFixture.await(TRAINED, () -> window.session().evaluationProperty().get() != null);
        robot.interact(() -> window.session().screenProperty().set(Screen.SPECIFICATIONS));
        assertThat(said("#verdict-current-accuracy")).contains("OPEN");
        robot.clickOn("#action-measure-corners");
        WindowFixture.await(
                SOON,
                () -> project.resolve("results/corners.json").toFile().exists()
                        && window.node("#action-measure-corners").isDisabled()
                        && window.node("#action-stop-corners").isDisabled());
        assertThat(said("#verdict-overall-current")).isIn("PASS", "NEAR", "FAIL");
        assertThat(said("#verdict-current-accuracy")).contains("%").contains("points");
        assertThat(said("#verdict-current-accuracy-2")).contains("aged one day: LEFT OUT", "do not age");
        assertThat(window.text("#spec-remark")).contains("Least yield");
        assertThat(window.node("#spec-export").isVisible()).isTrue();
        assertThat(window.menu("#spec-verdicts")).containsExactly("export-csv");
    }

    @Test
    void damagedResultsAreExplainedAndReadAgain() throws Exception {
        Path file = Files.createDirectories(project.resolve("results")).resolve("corners.json");
        Files.writeString(file, "{\"schema\": 1,");
        open();
        WindowFixture.await(
                SOON,
                () -> window.node("#spec-refusal").isVisible()
                        && window.text("#spec-refusal").contains("corners.json"));
        assertThat(window.text("#spec-refusal")).contains("or delete the file and measure again");
        Files.delete(file);
        robot.clickOn("#action-read-again");
        WindowFixture.await(SOON, () -> !window.node("#spec-area").isDisabled());
    }

    @Test
    void cornersAreEditedFromThePalette() throws Exception {
        open();
        WindowFixture.await(SOON, () -> !window.node("#spec-area").isDisabled());
        robot.interact(() -> window.session().screenProperty().set(Screen.COST));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        robot.interact(() -> window.<TextField>node("#palette-search").setText("edit corners"));
        robot.type(KeyCode.ENTER);
        WindowFixture.await(SOON, () -> !window.gone("#corners-add"));
        assertThat(window.session().screenProperty().get()).isEqualTo(Screen.SPECIFICATIONS);
        robot.interact(() -> window.<Button>node("#corners-cancel").fire());
        WindowFixture.await(SOON, () -> window.gone("#corners-add"));
    }
}
