package studio.crossbar;

import java.nio.file.Path;
import java.util.List;
import studio.crossbar.cli.Crossbar;
import studio.crossbar.study.Project;

/**
 * What {@link Launcher} starts: the workbench without arguments or with a project folder, otherwise the command
 * line. Started without the flags that the virtual machine needs, it starts one that has them.
 */
public final class Application {

    private static final Path SAMPLE = Path.of("sample-projects", "har-unipolar");

    private Application() {}

    /** Starts the workbench or the command line and ends with its exit code. */
    public static void main(String[] args) {
        System.exit(ChildJvm.needed() ? ChildJvm.run(Application.class, args) : run(args));
    }

    private static int run(String[] args) {
        ChildJvm.endWithParent();
        List<String> arguments = List.of(args);
        if (arguments.isEmpty()) {
            return Display.absence().map(Application::wholeJob).orElseGet(() -> Window.open(List.of()));
        }
        if (arguments.size() == 2 && arguments.getFirst().equals("--open")) {
            return Window.open(List.of(arguments.get(1)));
        }
        if (arguments.size() == 1 && Project.isProject(Path.of(arguments.getFirst()))) {
            return Window.open(arguments);
        }
        return Crossbar.run(args);
    }

    private static int wholeJob(String reason) {
        System.err.println("No display (" + reason + "): doing the whole job of " + SAMPLE + " without a window.");
        return Crossbar.wholeJob(SAMPLE);
    }
}
