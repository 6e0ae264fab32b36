package studio.crossbar.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.service.query.EmptyNodeQueryException;
import org.testfx.util.WaitForAsyncUtils;
import studio.crossbar.design.Design;
import studio.crossbar.run.JobStatus;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Steps;
import studio.crossbar.ui.common.Workbench;
import studio.crossbar.ui.shell.CoreEngine;
import studio.crossbar.ui.shell.WorkbenchStarter;

/** The real window on the real core, driven by a robot. */
final class WindowFixture implements AutoCloseable {

    private static final String SAMPLE = "tiny";
    private static final Duration OPENED = Duration.ofMinutes(1);
    private static final int FRAME_MS = 10;
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    /** Of the floor plan, px. */
    private static final int BORDER = 4;

    private static final int MOST_FRAMES = 3000;
    private static final int MOST_TURNS = 80;
    /** Pixels at the edge of the window that bars may cover. */
    private static final int MARGIN = 60;

    private final FxRobot robot = new PatientRobot(this::awaitParts);
    private final Path folder;
    private final Stage stage;
    private final WorkbenchStarter starter;

    /** Opens the window; its preferences and the sample projects are in {@code folder}. */
    WindowFixture(Path folder) throws Exception {
        this.folder = folder;
        Path samples = Files.createDirectories(samples(folder));
        Path preferences = folder.resolve("preferences.json");
        stage = FxToolkit.registerPrimaryStage();
        starter = call(() -> {
            WorkbenchStarter made = new WorkbenchStarter(stage, new CoreEngine(samples), preferences, null);
            made.show(null);
            stage.setX(0);
            stage.setY(0);
            // All tests have one stage, which keeps the size that the last of them gave it.
            stage.setWidth(WIDTH);
            stage.setHeight(HEIGHT);
            return made;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Opens the window with one sample project of {@code design}. */
    static WindowFixture withSample(Path folder, Design design) throws Exception {
        Projects.create(samples(folder).resolve(SAMPLE), design);
        return new WindowFixture(folder);
    }

    /** Where the sample projects of a window in {@code folder} are. */
    static Path samples(Path folder) {
        return folder.resolve("samples");
    }

    /** Folder of the sample project. */
    Path sample() {
        return samples(folder).resolve(SAMPLE);
    }

    /** Opens the sample project by its button on the welcome page. */
    void openSample() throws Exception {
        robot.clickOn("#action-open-sample-" + SAMPLE);
        await(OPENED, () -> session().projectProperty().get() != null);
    }

    /** Opens the project in a folder. */
    void open(Path project) throws Exception {
        robot.interact(() -> workbench().open(project));
        await(OPENED, () -> {
            OpenProject now = session().projectProperty().get();
            return now != null && now.folder().equals(project);
        });
    }

    /** Waits until the screen is complete; screens are made in {@link Steps}. */
    void awaitParts() {
        if (Platform.isFxApplicationThread()) {
            return;
        }
        try {
            for (int i = 0; !call(this::complete); i++) {
                if (i == MOST_FRAMES) {
                    throw new AssertionError("The screen was not completed");
                }
                robot.sleep(FRAME_MS);
            }
        } catch (Exception e) {
            throw new AssertionError("The screen cannot be looked at", e);
        }
    }

    private boolean complete() {
        return scene().getRoot().lookupAll("." + Steps.WAITING).isEmpty();
    }

    FxRobot robot() {
        return robot;
    }

    Scene scene() {
        return stage.getScene();
    }

    /**
     * Lays the window's content out in another size; the headless platform's screen itself is 1000 × 1000 pixels and
     * fails on larger windows.
     */
    void resizeContent(double width, double height) {
        if (!(scene().getRoot() instanceof Group)) {
            Parent content = scene().getRoot();
            Group holder = new Group();
            holder.setAutoSizeChildren(false);
            scene().setRoot(holder);
            holder.getChildren().add(content);
            content.getStyleClass().add("root");
        }
        content().resize(width, height);
    }

    /** What the window shows; call on the JavaFX thread. */
    WritableImage picture() {
        return content().snapshot(null, null);
    }

    private Parent content() {
        return scene().getRoot() instanceof Group holder
                ? (Parent) holder.getChildren().getFirst()
                : scene().getRoot();
    }

    Workbench workbench() {
        return starter.workbench();
    }

    Session session() {
        return workbench().session();
    }

    /** The edited design. */
    Design design() {
        return Objects.requireNonNull(session().designProperty().get());
    }

    WorkbenchStarter starter() {
        return starter;
    }

    /** The shown node with an id such as "#action-train". */
    <T extends Node> T node(String query) {
        return robot.lookup(query).<T>query();
    }

    /** Turns the wheel over the inspector until one of its controls is within the window. */
    void reveal(String query) throws Exception {
        Node control = node(query);
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            Bounds place = call(() -> control.localToScene(control.getBoundsInLocal()));
            if (place.getMaxY() > scene().getHeight() - MARGIN) {
                robot.moveTo(".inspector").scroll(3, VerticalDirection.DOWN);
            } else if (place.getMinY() < 2 * MARGIN) {
                robot.moveTo(".inspector").scroll(3, VerticalDirection.UP);
            } else {
                return;
            }
        }
    }

    /** What a shown label says. */
    String text(String query) {
        return this.<Label>node(query).getText();
    }

    /** Ids of the entries in the context menu of a node, which the keyboard opens. */
    List<String> menu(String query) throws Exception {
        Node node = node(query);
        return call(() -> {
            ContextMenu menu = open(node);
            menu.hide();
            return menu.getItems().stream()
                    .map(MenuItem::getId)
                    .filter(Objects::nonNull)
                    .toList();
        });
    }

    /** Takes the entry of an id from the context menu of a node. */
    void take(String query, String entry) throws Exception {
        Node node = node(query);
        call(() -> {
            ContextMenu menu = open(node);
            MenuItem item = menu.getItems().stream()
                    .filter(one -> entry.equals(one.getId()))
                    .findFirst()
                    .orElseThrow();
            assertThat(item.isDisable()).as(entry + " is disabled").isFalse();
            item.fire();
            menu.hide();
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static ContextMenu open(Node node) {
        node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.F10, true, false, false, false));
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** Whether no node with an id is there. */
    boolean gone(String query) {
        return robot.lookup(query).tryQuery().isEmpty();
    }

    /** Whether the job that was started last has ended well. */
    boolean newestDone() {
        return workbench().jobs().items().getFirst().stateProperty().get() == JobStatus.State.DONE;
    }

    /** What a shown node looks like, line by line, ARGB. */
    int[] pixels(String query) throws Exception {
        Node node = node(query);
        WritableImage picture = call(() -> node.snapshot(null, null));
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        int[] pixels = new int[width * height];
        picture.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return pixels;
    }

    /** Place on the screen just inside the first pixel of the floor plan in a colour that only cells have. */
    Point2D anyCell() throws Exception {
        Node plan = node("#floor-plan");
        WritableImage picture = call(() -> plan.snapshot(null, null));
        Bounds area = call(() -> plan.localToScreen(plan.getBoundsInLocal()));
        for (int y = BORDER; y < picture.getHeight() - BORDER; y++) {
            for (int x = BORDER; x < picture.getWidth() - BORDER; x++) {
                int argb = picture.getPixelReader().getArgb(x, y);
                if (Math.abs((argb >> 16 & 0xFF) - (argb & 0xFF)) > 90) {
                    return new Point2D(area.getMinX() + x + 2, area.getMinY() + y + 2);
                }
            }
        }
        throw new AssertionError("the floor plan shows no cell");
    }

    /** Runs on the JavaFX thread and waits for the result. */
    static <T> T call(Callable<T> work) throws Exception {
        return WaitForAsyncUtils.asyncFx(work).get(60, TimeUnit.SECONDS);
    }

    /** Waits until the condition, asked on the JavaFX thread, holds; what it looks up may come later. */
    static void await(Duration limit, Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                limit.toMillis(),
                TimeUnit.MILLISECONDS,
                () -> call(() -> {
                    try {
                        return condition.call();
                    } catch (EmptyNodeQueryException e) {
                        return false;
                    }
                }));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Override
    public void close() throws Exception {
        call(() -> {
            starter.stop();
            stage.hide();
            return true;
        });
        Platform.setImplicitExit(false);
    }
}
