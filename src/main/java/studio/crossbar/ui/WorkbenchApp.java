package studio.crossbar.ui;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import javafx.stage.Stage;
import studio.crossbar.ui.shell.CoreEngine;
import studio.crossbar.ui.shell.UncaughtErrors;
import studio.crossbar.ui.shell.WorkbenchStarter;

/** The workbench as an application; its first argument may be a project folder. */
public final class WorkbenchApp extends Application {

    /** Folder of the sample projects, in the folder where the application was started. */
    private static final Path SAMPLES = Path.of("sample-projects");

    /** Shows the window until it is closed; {@code arguments} may hold a project folder. */
    public static void open(String... arguments) {
        launch(WorkbenchApp.class, arguments);
    }

    @Override
    public void start(Stage stage) {
        UncaughtErrors.install(stage);
        List<String> arguments = getParameters().getUnnamed();
        new WorkbenchStarter(stage, new CoreEngine(SAMPLES), null, getHostServices())
                .show(arguments.isEmpty() ? null : Path.of(arguments.getFirst()));
    }
}
