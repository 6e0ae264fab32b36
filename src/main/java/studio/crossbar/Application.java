package studio.crossbar;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
        System.exit(ChildJvm.needed() ? ChildJvm.run(Application.class, args, opensWindow(args)) : run(args));
    }

    /** Without a display no window's classes are read, and an archive of the others would stay as it is. */
    private static boolean opensWindow(String[] args) {
        return window(List.of(args)) != null && Display.named();
    }

    private static int run(String[] args) {
        ChildJvm.endWithParent();
        List<String> opened = window(List.of(args));
        if (opened == null) {
            return Crossbar.run(args);
        }
        return args.length > 0
                ? Window.open(opened)
                : Display.absence().map(Application::wholeJob).orElseGet(() -> Window.open(opened));
    }

    /** The projects that the workbench opens, at most one; null if the arguments are a command. */
    private static @Nullable List<String> window(List<String> arguments) {
        if (arguments.isEmpty()) {
            return arguments;
        }
        if (arguments.size() == 2 && arguments.getFirst().equals("--open")) {
            return List.of(arguments.get(1));
        }
        return arguments.size() == 1 && Project.isProject(Path.of(arguments.getFirst())) ? arguments : null;
    }

    private static int wholeJob(String reason) {
        System.err.println("No display (" + reason + "): doing the whole job of " + SAMPLE + " without a window.");
        return Crossbar.wholeJob(SAMPLE);
    }
}
