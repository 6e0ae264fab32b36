package studio.crossbar.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import studio.crossbar.search.SearchSpaceJson;
import studio.crossbar.search.run.SmallSearch;
import studio.crossbar.search.store.SearchStore;
import studio.crossbar.specification.Metric;
import studio.crossbar.specification.Requirements;
import studio.crossbar.specification.Specifications;
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
        window = new WindowFixture(folder);
        robot = window.robot();
    }

    @AfterEach
    void closeWindow() throws Exception {
        window.close();
    }

    private void open(Project project) throws Exception {
        window.open(project.folder());
        robot.interact(() -> window.session().screenProperty().set(Screen.SEARCH));
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
        WindowFixture.await(SEARCHED, () -> window.text("#search-line").startsWith("Ended"));
        WindowFixture.await(SOON, () -> trials().getItems().size() == 2);
        assertThat(window.text("#search-summary")).contains("random", "2 trials");

        robot.interact(() -> trials().getSelectionModel().select(0));
        assertThat(window.text("#search-brushed")).startsWith("Trial ");
        assertThat(window.menu("#search-trials")).contains("menu-open-design", "menu-pin", "menu-export-trials");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        ListView<?> found = window.node("#palette-list");
        robot.interact(() -> window.<TextField>node("#palette-search").setText("open design"));
        assertThat(found.getItems()).hasSize(1);
        robot.interact(() -> window.<TextField>node("#palette-search").setText("pin 1 trial"));
        assertThat(found.getItems()).hasSize(1);
        robot.push(KeyCode.ESCAPE);
        robot.clickOn("#tool-pin");
        assertThat(window.<TabPane>node("#search-tabs").getTabs().get(4).getText())
                .contains("1");
        robot.clickOn("#tool-open-design");
        WindowFixture.await(SOON, () -> window.text("#search-opened").contains("not saved"));
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
        robot.interact(() -> round(chart, 0.3, true));
        Screenshots.write(WindowFixture.call(window::picture), "6-search-lasso.png");
        robot.interact(() -> drag(chart, MouseEvent.MOUSE_RELEASED, 0.8, 0.5, true));
        WindowFixture.await(SOON, () -> window.text("#search-brushed").endsWith("trials brushed"));
        TableView<?> table = trials();
        robot.interact(() -> window.<ToggleButton>node("#search-filter-brushed").fire());
        WindowFixture.await(SOON, () -> table.getItems().size() < 300);
        assertThat(table.getItems()).as("not all of them").isNotEmpty();

        robot.interact(() -> window.<ToggleButton>node("#search-brush-lasso").fire());
        robot.interact(() -> {
            drag(chart, MouseEvent.MOUSE_PRESSED, 0.02, 0.02, false);
            drag(chart, MouseEvent.MOUSE_DRAGGED, 0.06, 0.02, false);
            drag(chart, MouseEvent.MOUSE_DRAGGED, 0.02, 0.08, false);
            drag(chart, MouseEvent.MOUSE_RELEASED, 0.02, 0.08, false);
        });
        WindowFixture.await(SOON, () -> window.text("#search-brushed").startsWith("Drag to brush"));

        int[] before = window.pixels("#search-chart-accuracy-area");
        robot.interact(() -> {
            drag(chart, MouseEvent.MOUSE_PRESSED, MouseButton.SECONDARY, 0.2, 0.2, false);
            drag(chart, MouseEvent.MOUSE_DRAGGED, MouseButton.SECONDARY, 0.6, 0.2, false);
            drag(chart, MouseEvent.MOUSE_DRAGGED, MouseButton.SECONDARY, 0.6, 0.8, false);
            drag(chart, MouseEvent.MOUSE_RELEASED, MouseButton.SECONDARY, 0.6, 0.8, false);
        });
        assertThat(window.pixels("#search-chart-accuracy-area"))
                .as("the secondary button draws nothing")
                .isEqualTo(before);
    }

    /** Presses the button and goes round the middle of a chart; the radius is a share of its size. */
    private static void round(Node chart, double radius, boolean alt) {
        int steps = 24;
        for (int step = 0; step <= steps; step++) {
            double angle = 2 * Math.PI * step / steps;
            drag(
                    chart,
                    step == 0 ? MouseEvent.MOUSE_PRESSED : MouseEvent.MOUSE_DRAGGED,
                    0.5 + radius * Math.cos(angle),
                    0.5 + radius * Math.sin(angle),
                    alt);
        }
    }

    /** Fired, since the headless platform gives no drags to nodes; the place is a share of the chart. */
    private static void drag(Node chart, EventType<MouseEvent> type, double x, double y, boolean alt) {
        drag(chart, type, MouseButton.PRIMARY, x, y, alt);
    }

    private static void drag(
            Node chart, EventType<MouseEvent> type, MouseButton button, double x, double y, boolean alt) {
        Bounds bounds = chart.getBoundsInLocal();
        Point2D at = chart.localToScene(x * bounds.getWidth(), y * bounds.getHeight());
        chart.fireEvent(new MouseEvent(
                type,
                at.getX(),
                at.getY(),
                at.getX(),
                at.getY(),
                button,
                1,
                false,
                false,
                alt,
                false,
                button == MouseButton.PRIMARY,
                false,
                button == MouseButton.SECONDARY,
                false,
                false,
                false,
                null));
    }

    @Test
    void theSpaceIsEditedInItsDialogAndSavedWithTheProject() throws Exception {
        Project project = SmallSearch.project(folder.resolve("small"));
        open(project);
        WindowFixture.await(
                SOON, () -> !window.<Button>node("#action-start-search").isDisabled());
        robot.clickOn("#action-edit-space");
        WindowFixture.await(
                SOON,
                () -> robot.lookup("#space-size").tryQueryAs(Label.class).stream()
                        .anyMatch(label -> label.getText().contains("108 designs")));
        robot.clickOn(robot.from(window.<Node>node("#space-parameters"))
                .lookup(".table-row-cell")
                .nth(1)
                .<Node>query());
        robot.clickOn("#space-values").push(KeyCode.CONTROL, KeyCode.A);
        robot.write("1 … 9");
        assertThat(window.text("#space-parameter-reason")).isEqualTo("cellBits: 9 is outside 1 … 8");
        assertThat(window.<Button>node("#space-save").isDisabled()).isTrue();
        robot.push(KeyCode.BACK_SPACE).write("2");
        assertThat(window.text("#space-size")).isEqualTo("5 parameters, 72 designs");
        WindowFixture.await(SOON, () -> window.text("#space-probe").startsWith("200 of 200"));
        robot.clickOn("#space-save");
        WindowFixture.await(
                SOON,
                () -> SearchSpaceJson.read(project.folder().resolve("space.json"))
                        .parameters()
                        .get(1)
                        .values()
                        .equals(List.of("1", "2")));
    }

    /** Runs a command of the palette. */
    private void command(String text) {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        robot.interact(() -> window.<TextField>node("#palette-search").setText(text));
        robot.type(KeyCode.ENTER);
    }

    @Test
    void thePaletteOpensTheSpaceWithTheTargetsAsLimits() throws Exception {
        Project project = SmallSearch.project(folder.resolve("small"));
        open(project);
        WindowFixture.await(SOON, () -> window.session().requirementsProperty().get() != null);
        robot.interact(() -> {
            window.session()
                    .requirementsProperty()
                    .set(new Requirements(Specifications.NONE.withLimit(Metric.AREA, 2.5), List.of()));
            window.session().screenProperty().set(Screen.COST);
        });
        command("from targets");
        WindowFixture.await(
                SOON,
                () -> robot.lookup("#space-size").tryQueryAs(Label.class).stream()
                        .anyMatch(label -> label.getText().contains("108 designs")));
        assertThat(window.session().screenProperty().get()).isEqualTo(Screen.SEARCH);
        assertThat(window.<TextField>node("#space-limit-1").getText()).isEqualTo("2.5");
        robot.interact(() -> window.<Button>node("#space-cancel").fire());
        WindowFixture.await(SOON, () -> window.gone("#space-size"));
        command("search: edit space");
        WindowFixture.await(
                SOON,
                () -> robot.lookup("#space-size").tryQueryAs(Label.class).stream()
                        .anyMatch(label -> label.getText().contains("108 designs")));
        assertThat(window.gone("#space-limit-1")).isTrue();
        robot.interact(() -> window.<Button>node("#space-cancel").fire());
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
        robot.interact(() -> window.workbench().open(many.folder()));
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
