package studio.crossbar.ui;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.shell.CoreEngine;
import studio.crossbar.ui.shell.WorkbenchStarter;

/** The real window on the real core, driven by a robot. */
final class WindowFixture implements AutoCloseable {

    private final FxRobot robot = new FxRobot();
    private final Stage stage;
    private final WorkbenchStarter starter;

    /** Opens the window with the sample projects in {@code samples}. */
    WindowFixture(Path samples, Path preferences, double width, double height) throws Exception {
        stage = FxToolkit.registerPrimaryStage();
        starter = call(() -> {
            WorkbenchStarter made = new WorkbenchStarter(stage, new CoreEngine(samples), preferences, null);
            made.show(null);
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(width);
            stage.setHeight(height);
            return made;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    FxRobot robot() {
        return robot;
    }

    Scene scene() {
        return stage.getScene();
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

    /** Waits until the condition, asked on the JavaFX thread, holds. */
    static void await(Duration limit, Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS, () -> call(condition));
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
