package studio.crossbar.ui;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.service.query.EmptyNodeQueryException;
import org.testfx.service.query.NodeQuery;
import org.testfx.service.query.PointQuery;
import org.testfx.util.WaitForAsyncUtils;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Steps;
import studio.crossbar.ui.shell.CoreEngine;
import studio.crossbar.ui.shell.WorkbenchStarter;

/** The real window on the real core, driven by a robot. */
final class WindowFixture implements AutoCloseable {

    private static final int SETTLING = 2;
    private static final int FRAME_MS = 10;
    private static final int MOST_FRAMES = 3000;

    private final FxRobot robot = new PatientRobot();
    private final Stage stage;
    private final WorkbenchStarter starter;

    /** Opens the window with the sample projects in {@code samples}. */
    WindowFixture(Path samples, Path preferences) throws Exception {
        stage = FxToolkit.registerPrimaryStage();
        starter = call(() -> {
            WorkbenchStarter made = new WorkbenchStarter(stage, new CoreEngine(samples), preferences, null);
            made.show(null);
            stage.setX(0);
            stage.setY(0);
            return made;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Looks things up once the screen's parts are all there, as a user waits for them. */
    private final class PatientRobot extends FxRobot {

        @Override
        public FxRobot interact(Runnable work) {
            WaitForAsyncUtils.waitFor(WaitForAsyncUtils.asyncFx(work));
            WaitForAsyncUtils.waitForFxEvents(SETTLING);
            awaitParts();
            return this;
        }

        @Override
        public NodeQuery lookup(String query) {
            awaitParts();
            return super.lookup(query);
        }

        @Override
        public FxRobot clickOn(String query, MouseButton... buttons) {
            awaitParts();
            jump(point(query));
            super.clickOn(query, buttons);
            awaitParts();
            return this;
        }

        @Override
        public FxRobot clickOn(Node node, MouseButton... buttons) {
            jump(point(node));
            super.clickOn(node, buttons);
            awaitParts();
            return this;
        }

        @Override
        public FxRobot doubleClickOn(String query, MouseButton... buttons) {
            awaitParts();
            jump(point(query));
            super.doubleClickOn(query, buttons);
            return this;
        }

        /** The robot itself goes there pixel by pixel, which takes most of its time. */
        private void jump(PointQuery there) {
            robotContext().getMouseRobot().moveNoWait(there.query());
        }
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

    Session session() {
        return starter.workbench().session();
    }

    WorkbenchStarter starter() {
        return starter;
    }

    /** The shown node with an id such as "#action-train". */
    <T extends Node> T node(String query) {
        return robot.lookup(query).<T>query();
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
