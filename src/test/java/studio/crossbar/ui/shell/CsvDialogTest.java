package studio.crossbar.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import studio.crossbar.data.CsvOptions;
import studio.crossbar.study.Project;
import studio.crossbar.ui.Projects;
import studio.crossbar.ui.common.Jobs;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.Problem;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Workbench;

/** The question of how CSV is read, in a window of its own on the real core. */
@Timeout(120)
class CsvDialogTest {

    @TempDir
    Path folder;

    private final FxRobot robot = new FxRobot();
    private final List<Problem> problems = new ArrayList<>();
    private final Session session = new Session();
    private final Jobs jobs = new Jobs(Platform::runLater, problems::add);
    private Workbench workbench;
    private Stage stage;

    @BeforeEach
    void openWindow() throws Exception {
        stage = FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
        workbench = new Workbench(new CoreEngine(folder), session, jobs, Platform::runLater);
        robot.interact(() -> {
            stage.setScene(new Scene(new StackPane(), 400, 300));
            stage.show();
        });
    }

    @AfterEach
    void closeWindow() {
        robot.interact(() -> stage.hide());
        jobs.close();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    }

    private <E> ComboBox<E> choice(String query) {
        return robot.lookup(query).query();
    }

    private boolean shown(String query) {
        return robot.lookup(query).tryQuery().isPresent();
    }

    private OpenProject open() {
        return Objects.requireNonNull(session.projectProperty().get());
    }

    @Test
    void theUserSaysHowAFileIsReadAndTheProjectKeepsIt() throws Exception {
        Project project = Projects.create(folder.resolve("tiny"), Projects.tinyDesign());
        robot.interact(() -> workbench.open(project.folder()));
        await(() -> session.projectProperty().get() != null);
        Path table = Files.writeString(project.folder().resolve("table.csv"), "1,x,2\n3,y,4\n5,x,6\n7,y,8\n");

        robot.interact(() -> CsvDialog.open(stage, workbench, table));
        await(() -> shown("#csv-open"));
        assertThat(robot.lookup("#csv-problem").<Label>query().getText())
                .contains("line 1, column 2", "not a finite number");
        assertThat(robot.lookup("#csv-open").<Button>query().isDisabled()).isTrue();
        assertThat(this.<Character>choice("#csv-delimiter").getValue()).isEqualTo(',');
        assertThat(this.<Boolean>choice("#csv-header").getValue()).isFalse();
        assertThat(this.<Integer>choice("#csv-label").getValue()).isEqualTo(2);
        robot.interact(() -> this.<Integer>choice("#csv-label").setValue(1));
        await(() -> !robot.lookup("#csv-open").<Button>query().isDisabled());
        assertThat(robot.lookup("#csv-summary").<Label>query().getText()).contains("classes: 2");
        assertThat(this.<Integer>choice("#csv-subject").getItems())
                .as("the label's column holds no persons")
                .containsExactly(CsvViewModel.NO_COLUMN, 0, 2);
        robot.interact(() -> robot.lookup("#csv-open").<Button>query().fire());
        await(() -> !open().parts().train().synthetic());
        assertThat(problems).isEmpty();
        assertThat(Project.open(project.folder()).settings().csv())
                .isEqualTo(new CsvOptions(',', false, "2", null, CsvOptions.Missing.REFUSE));

        robot.interact(() -> CsvDialog.open(stage, workbench, table));
        await(() -> shown("#csv-open"));
        assertThat(this.<Integer>choice("#csv-label").getValue())
                .as("as the project says")
                .isEqualTo(1);
        robot.interact(() -> robot.lookup("#csv-cancel").<Button>query().fire());
        await(() -> !shown("#csv-open"));
    }

    @Test
    void whatIsNoCsvIsOpenedAtOnce() throws Exception {
        Project project = Projects.create(folder.resolve("tiny"), Projects.tinyDesign());
        robot.interact(() -> workbench.open(project.folder()));
        await(() -> session.projectProperty().get() != null);
        robot.interact(() -> CsvDialog.open(stage, workbench, folder.resolve("nowhere")));
        await(() -> !problems.isEmpty());
        assertThat(problems.getFirst().message()).contains("nowhere", "does not exist");
        assertThat(shown("#csv-dialog")).isFalse();
    }
}
