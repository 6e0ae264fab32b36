package studio.crossbar.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import studio.crossbar.ui.shell.CoreEngine;
import studio.crossbar.ui.shell.WorkbenchStarter;

/**
 * The workbench in a process of its own: prints the time from the start of the process to the first pulse of the shown
 * window, and the memory of the process with the project of its first argument open, as it is and after collections,
 * then ends. The second argument is how many seconds the open project is left alone before that, 2 if missing.
 */
public final class StartupProbe {

    private static final String SETTLED_SECONDS = "2";

    private StartupProbe() {}

    public static void main(String[] args) {
        Application.launch(Window.class, args);
    }

    /** Apart from the main class, which must not be an application itself on a class path. */
    public static final class Window extends Application {

        @Override
        public void start(Stage stage) throws IOException {
            Path preferences = Files.createTempDirectory("startup").resolve("preferences.json");
            WorkbenchStarter starter =
                    new WorkbenchStarter(stage, new CoreEngine(Path.of("sample-projects")), preferences, null);
            starter.show(null);
            boolean[] first = {true};
            stage.getScene().addPostLayoutPulseListener(() -> {
                if (first[0]) {
                    first[0] = false;
                    Platform.runLater(() -> shown(starter));
                }
            });
            Platform.requestNextPulse();
        }

        private void shown(WorkbenchStarter starter) {
            ProcessHandle.Info self = ProcessHandle.current().info();
            Duration since = Duration.between(self.startInstant().orElseThrow(), Instant.now());
            Duration processor = self.totalCpuDuration().orElseThrow();
            System.out.println("window " + since.toMillis() + " " + processor.toMillis());
            List<String> projects = getParameters().getUnnamed();
            if (projects.isEmpty()) {
                end(starter);
                return;
            }
            starter.workbench().session().projectProperty().subscribe((before, now) -> {
                String seconds = projects.size() > 1 ? projects.get(1) : SETTLED_SECONDS;
                PauseTransition pause = new PauseTransition(javafx.util.Duration.seconds(Double.parseDouble(seconds)));
                pause.setOnFinished(event -> {
                    printMemory("idle");
                    System.gc();
                    System.gc();
                    printMemory("memory");
                    end(starter);
                });
                pause.play();
            });
            starter.workbench().open(Path.of(projects.getFirst()));
        }

        /** Resident memory as the kernel counts it; Linux only. */
        private static void printMemory(String name) {
            try {
                String line = Files.readAllLines(Path.of("/proc/self/status")).stream()
                        .filter(text -> text.startsWith("VmRSS:"))
                        .findFirst()
                        .orElseThrow();
                Runtime runtime = Runtime.getRuntime();
                System.out.println(name + " " + Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " "
                        + (runtime.totalMemory() - runtime.freeMemory()) / (1 << 20));
            } catch (IOException e) {
                System.out.println(name + " is not known: " + e.getMessage());
            }
        }

        private static void end(WorkbenchStarter starter) {
            starter.stop();
            Platform.exit();
        }
    }
}
