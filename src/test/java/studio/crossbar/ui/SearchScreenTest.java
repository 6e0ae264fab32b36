package studio.crossbar.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.robot.Motion;
import studio.crossbar.search.SearchSpaceJson;
import studio.crossbar.search.run.SmallSearch;
import studio.crossbar.search.store.SearchStore;
import studio.crossbar.study.Project;
import studio.crossbar.ui.common.Screen;

/** The search screen in the real window on the real core. */
class SearchScreenTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration SEARCHED = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    private WindowFixture window;
    private FxRobot robot;

    @BeforeEach
    void openWindow() throws Exception {
        Path samples = Files.createDirectories(folder.resolve("samples"));
        window = new WindowFixture(samples, folder.resolve("preferences.json"));
        robot = window.robot();
    }

    @AfterEach
    void closeWindow() throws Exception {
        window.close();
    }

    private void open(Project project) throws Exception {
        robot.interact(() -> window.starter().workbench().open(project.folder()));
        WindowFixture.await(SOON, () -> window.session().projectProperty().get() != null);
        robot.interact(() -> window.session().screenProperty().set(Screen.SEARCH));
    }

    private String text(String query) {
        return window.<Label>node(query).getText();
    }

    private TableView<?> trials() {
        return window.node("#search-trials");
    }

    @Test
    void aSearchIsStartedBrushedAndItsDesignOpened() throws Exception {
        open(StoredSearch.begun(folder.resolve("small")));
        WindowFixture.await(
                SOON, () -> !window.<Button>node("#action-start-search").isDisabled());
        robot.interact(() -> window.<TextField>node("#search-budget").setText("2trials"));
        robot.clickOn("#action-start-search");
        WindowFixture.await(SEARCHED, () -> text("#search-line").startsWith("Ended"));
        WindowFixture.await(SOON, () -> trials().getItems().size() == 2);
        assertThat(text("#search-summary")).contains("random", "2 trials");

        robot.interact(() -> trials().getSelectionModel().select(0));
        assertThat(text("#search-brushed")).startsWith("Trial ");
        robot.clickOn("#tool-pin");
        robot.clickOn("#tool-open-design");
        WindowFixture.await(SOON, () -> text("#search-opened").contains("not saved"));
        assertThat(window.session().designIsSaved()).isFalse();
        robot.interact(() -> {
            TabPane tabs = window.node("#search-tabs");
            tabs.getSelectionModel().select(4);
        });
        assertThat(window.<TableView<?>>node("#search-compare").getItems()).hasSizeGreaterThan(5);
    }

    /** Round the middle of a chart, with Alt; then in the other mode, by a line that goes round nothing. */
    @Test
    void aLassoIsDrawnRoundTrials() throws Exception {
        open(StoredSearch.make(folder.resolve("stored"), 300));
        WindowFixture.await(SOON, () -> trials().getItems().size() == 300);
        Node chart = window.node("#search-chart-accuracy-area");
        Bounds area = WindowFixture.call(() -> chart.localToScreen(chart.getBoundsInLocal()));
        robot.press(KeyCode.ALT);
        round(area, 0.4, 24);
        WritableImage shown = WindowFixture.call(window::picture);
        robot.release(MouseButton.PRIMARY).release(KeyCode.ALT);
        Screenshots.write(shown, "6-search-lasso.png");
        WindowFixture.await(SOON, () -> text("#search-brushed").endsWith("trials brushed"));
        TableView<?> table = trials();
        robot.clickOn("#search-filter-brushed");
        WindowFixture.await(SOON, () -> table.getItems().size() < 300);
        assertThat(table.getItems()).as("not all of them").isNotEmpty();

        robot.clickOn("#search-brush-lasso");
        round(area, 0.02, 3);
        robot.release(MouseButton.PRIMARY);
        WindowFixture.await(SOON, () -> text("#search-brushed").startsWith("Drag to brush"));
    }

    /** Presses the button and goes round the middle of an area; {@code share} of its size is the radius. */
    private void round(Bounds area, double share, int steps) {
        for (int step = 0; step <= steps; step++) {
            double angle = 2 * Math.PI * step / steps;
            robot.moveTo(
                    area.getCenterX() + share * area.getWidth() * Math.cos(angle),
                    area.getCenterY() + share * area.getHeight() * Math.sin(angle),
                    Motion.DIRECT);
            if (step == 0) {
                robot.press(MouseButton.PRIMARY);
            }
        }
    }

    @Test
    void theSpaceIsEditedInItsDialogAndSavedWithTheProject() throws Exception {
        Project project = SmallSearch.project(folder.resolve("small"));
        open(project);
        WindowFixture.await(
                SOON, () -> !window.<Button>node("#action-start-search").isDisabled());
        robot.clickOn("#search-edit-space");
        WindowFixture.await(
                SOON,
                () -> robot.lookup("#space-size").tryQueryAs(Label.class).stream()
                        .anyMatch(label -> label.getText().contains("108 designs")));
        robot.clickOn(robot.from(window.<Node>node("#space-parameters"))
                .lookup(".table-row-cell")
                .nth(1)
                .<Node>query());
        robot.clickOn("#space-values").push(KeyCode.CONTROL, KeyCode.A);
        robot.write("1 … 9", 0);
        assertThat(text("#space-parameter-reason")).isEqualTo("cellBits: 9 is outside 1 … 8");
        assertThat(window.<Button>node("#space-save").isDisabled()).isTrue();
        robot.push(KeyCode.BACK_SPACE).write("2", 0);
        assertThat(text("#space-size")).isEqualTo("5 parameters, 72 designs");
        WindowFixture.await(SOON, () -> text("#space-probe").startsWith("200 of 200"));
        robot.clickOn("#space-save");
        WindowFixture.await(
                SOON,
                () -> SearchSpaceJson.read(project.folder().resolve("space.json"))
                        .parameters()
                        .get(1)
                        .values()
                        .equals(List.of("1", "2")));
    }

    @Test
    void aSearchThatAnotherProcessWorksOnIsRefusedInADialog() throws Exception {
        Project project = SmallSearch.project(folder.resolve("small"));
        open(project);
        WindowFixture.await(
                SOON, () -> !window.<Button>node("#action-start-search").isDisabled());
        try (SearchStore _ = SearchStore.toWrite(project)) {
            robot.clickOn("#action-start-search");
            WindowFixture.await(
                    SOON, () -> robot.lookup("#error-message").tryQuery().isPresent());
        }
        assertThat(robot.lookup("#error-message").<Label>query().getText()).contains("works on this search");
        robot.type(KeyCode.ESCAPE);
        WindowFixture.await(
                SOON, () -> robot.lookup("#error-message").tryQuery().isEmpty());
        assertThat(window.<Button>node("#action-start-search").isDisabled()).isFalse();
    }

    /** Time that the window's thread computes between two beats: what others take of the processors does not count. */
    @Test
    void tenThousandTrialsDoNotHoldTheWindow() throws Exception {
        open(StoredSearch.make(folder.resolve("few"), 50));
        WindowFixture.await(SOON, () -> trials().getItems().size() == 50);
        robot.interact(() -> window.session().screenProperty().set(Screen.COST));
        Project many = StoredSearch.make(folder.resolve("many"), 10_000);
        robot.interact(() -> window.starter().workbench().open(many.folder()));
        WindowFixture.await(
                SOON, () -> window.session().projectProperty().get().folder().equals(many.folder()));
        try (FxHeart heart = new FxHeart()) {
            robot.interact(() -> window.session().screenProperty().set(Screen.SEARCH));
            WindowFixture.await(SOON, () -> trials().getItems().size() == 10_000);
            long shown = heart.longest();
            robot.clickOn("#search-chart-accuracy-area");
            robot.interact(() ->
                    window.<TabPane>node("#search-tabs").getSelectionModel().select(1));
            robot.sleep(1500);
            Files.writeString(
                    Path.of("target", "search-pauses.txt"),
                    "10,000 trials: longest work on the window's thread " + shown / 1e6 + " ms until shown, "
                            + heart.longest() / 1e6 + " ms with parallel coordinates\n");
            assertThat(heart.longest()).as("nanoseconds of work at a time").isLessThan(300_000_000L);
        }
    }
}
