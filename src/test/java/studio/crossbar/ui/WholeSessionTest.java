package studio.crossbar.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import studio.crossbar.network.Layer;
import studio.crossbar.search.SearchSpace;
import studio.crossbar.search.SearchSpaceJson;
import studio.crossbar.study.Project;
import studio.crossbar.ui.common.Screen;

/** From nothing to a report in one sitting, by mouse and keyboard alone, on the real core. */
class WholeSessionTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration COMPUTED = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    private WindowFixture window;
    private FxRobot robot;

    @BeforeEach
    void openWindow() throws Exception {
        window = WindowFixture.withSample(folder, Projects.tinyDesign());
        robot = window.robot();
    }

    @AfterEach
    void closeWindow() throws Exception {
        window.close();
    }

    @Test
    void aProjectIsMadeTrainedSearchedAndReported() throws Exception {
        Path project = folder.resolve("session");
        makeProject(project);
        lookAtData();
        makeNetworkSmall();
        robot.clickOn("#tab-hardware");
        type("#field-cell-bits", "3");
        type("#field-float-epochs", "1");
        type("#field-hardware-epochs", "1");
        assertThat(window.design().hardware().cell().levels()).isEqualTo(8);
        assertThat(window.design().recipe().hardwareEpochs()).isEqualTo(1);

        robot.clickOn("#tool-train");
        WindowFixture.await(
                COMPUTED, () -> window.session().evaluationProperty().get() != null);
        assertThat(window.text("#accuracy-mean")).contains("±").contains("%");
        assertThat(Project.open(project).design()).isEqualTo(window.design());

        robot.clickOn("#tab-tiles");
        robot.moveTo(window.anyCell());
        assertThat(window.text("#tile-cell")).contains("Layer").contains("µS").contains("weight level");

        searchAndCompare();
        export();
    }

    @Test
    void aFolderThatHoldsAProjectIsRefusedWithAReason() throws Exception {
        Path taken = window.sample();
        String before = Files.readString(taken.resolve("design.json"));
        openDialog();
        assertThat(window.text("#new-project-create-reason"))
                .contains("Create is not possible now", "name a new folder");
        write("#new-project-folder", taken.toString());
        assertThat(window.text("#new-project-folder-reason")).contains("holds a project already");
        assertThat(window.<Button>node("#new-project-create").isDisabled()).isTrue();
        write("#new-project-folder", folder.resolve("free").toString());
        assertThat(window.text("#new-project-folder-reason")).isEmpty();
        assertThat(window.<Button>node("#new-project-create").isDisabled()).isFalse();
        robot.push(KeyCode.ESCAPE);
        WindowFixture.await(SOON, () -> window.gone("#new-project-folder"));
        assertThat(folder.resolve("free")).doesNotExist();
        assertThat(taken.resolve("design.json")).hasContent(before);
    }

    private void openDialog() throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.N);
        WindowFixture.await(SOON, () -> !window.gone("#new-project-folder"));
    }

    private void makeProject(Path project) throws Exception {
        openDialog();
        write("#new-project-folder", project.toString());
        write("#new-project-bits", "2");
        robot.clickOn("#new-project-create");
        WindowFixture.await(SOON, () -> window.session().projectProperty().get() != null);
        // The jobs drawer grows by the job, which moves what is above it.
        WindowFixture.await(SOON, () -> window.gone("#new-project-folder") && window.newestDone());
        assertThat(Project.isProject(project)).isTrue();
        assertThat(window.design().name()).isEqualTo("har-cnn");
        assertThat(window.design().hardware().cell().levels()).isEqualTo(4);
    }

    private void lookAtData() throws Exception {
        assertThat(window.session().screenProperty().get()).isEqualTo(Screen.DATASET);
        assertThat(window.text("#dataset-train")).isEqualTo("2,880");
        String first = window.text("#browse-caption");
        robot.clickOn("#tool-browse-next");
        WindowFixture.await(SOON, () -> !window.text("#browse-caption").equals(first));
    }

    /** One convolution of eight outputs, where there were three. */
    private void makeNetworkSmall() throws Exception {
        robot.clickOn("#tab-network");
        WindowFixture.await(SOON, () -> !window.gone("#layer-box-1"));
        robot.clickOn("#layer-box-1");
        WindowFixture.await(SOON, () -> window.text("#layer-title").equals("Layer 1, conv1d 32"));
        type("#field-outputs", "8");
        WindowFixture.await(SOON, () -> layers().getFirst() instanceof Layer.Conv1d conv && conv.outputs() == 8);
        while (layers().size() > 4) {
            int before = layers().size();
            robot.clickOn("#layer-box-3").push(KeyCode.DELETE);
            WindowFixture.await(SOON, () -> layers().size() < before);
        }
        assertThat(layers().get(2)).isEqualTo(new Layer.MeanOverTime());
    }

    private List<Layer> layers() {
        return window.design().network().layers();
    }

    private void searchAndCompare() throws Exception {
        robot.clickOn("#tab-search");
        WindowFixture.await(
                SOON, () -> !window.<Button>node("#action-start-search").isDisabled());
        robot.clickOn("#search-space").push(KeyCode.DOWN).push(KeyCode.ENTER);
        makeSpaceQuick();
        type("#search-budget", "2trials");
        robot.clickOn("#action-start-search");
        WindowFixture.await(COMPUTED, () -> window.text("#search-line").startsWith("Ended"));
        WindowFixture.await(
                SOON,
                () -> window.<TableView<?>>node("#search-trials").getItems().size() == 2);
        WindowFixture.await(SOON, () -> window.text("#search-summary").contains("2 trials"));
        for (int row = 0; row < 2; row++) {
            int index = row;
            // The table keeps spare rows out of sight.
            Node shown = robot.from(window.<Node>node("#search-trials"))
                    .lookup(".table-row-cell")
                    .match((Node node) -> node instanceof TableRow<?> cell
                            && cell.isVisible()
                            && !cell.isEmpty()
                            && cell.getIndex() == index)
                    .query();
            robot.clickOn(shown);
            WindowFixture.await(SOON, () -> window.text("#search-brushed").startsWith("Trial "));
            robot.clickOn("#tool-pin");
        }
        robot.clickOn("#search-tab-compare");
        TableView<?> compared = window.node("#search-compare");
        assertThat(compared.getColumns()).as("names and two designs").hasSize(3);
        assertThat(compared.getItems()).hasSizeGreaterThan(5);
    }

    /** The reduced space with trainings of one epoch each, by its editor. */
    private void makeSpaceQuick() throws Exception {
        robot.clickOn("#action-edit-space");
        WindowFixture.await(
                SOON,
                () -> robot.lookup("#space-size").tryQueryAs(Label.class).stream()
                        .anyMatch(label -> label.getText().startsWith("15 parameters")));
        for (int fromLast : new int[] {1, 2}) {
            robot.clickOn("#space-parameters").push(KeyCode.END);
            for (int step = 0; step < fromLast; step++) {
                robot.push(KeyCode.UP);
            }
            write("#space-values", "1");
        }
        assertThat(window.text("#space-problem")).isEmpty();
        robot.clickOn("#space-save");
        WindowFixture.await(SOON, () -> Files.exists(folder.resolve("session").resolve("space.json")));
        SearchSpace space = SearchSpaceJson.read(folder.resolve("session").resolve("space.json"));
        assertThat(space.parameters().get(space.indexOf("floatEpochs")).values())
                .containsExactly("1");
        assertThat(space.parameters().get(space.indexOf("hardwareEpochs")).values())
                .containsExactly("1");
        WindowFixture.await(
                SOON,
                () -> window.<ComboBox<?>>node("#search-space")
                        .getValue()
                        .toString()
                        .startsWith("space.json"));
    }

    private void export() throws Exception {
        robot.clickOn("#tab-report");
        Path target = folder.resolve("exported");
        write("#export-folder", target.toString());
        robot.clickOn("#action-report-files");
        WindowFixture.await(SOON, () -> !window.gone("#export-files .hyperlink"));
        assertThat(Files.readAllBytes(target.resolve("report.pdf")))
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        assertThat(target.resolve("designs.csv")).isNotEmptyFile();
    }

    private void write(String field, String value) {
        robot.clickOn(field).push(KeyCode.CONTROL, KeyCode.A);
        robot.write(value);
    }

    private void type(String field, String value) throws Exception {
        window.reveal(field);
        write(field, value);
        robot.push(KeyCode.ENTER);
    }
}
