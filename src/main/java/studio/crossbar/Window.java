package studio.crossbar;

import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import studio.crossbar.ui.WorkbenchApp;

/** Opens the workbench. */
final class Window {

    /** Held so that its filter is not collected with it. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private Window() {}

    /** Shows the window until it is closed and returns the exit code. */
    static int open(List<String> arguments) {
        Optional<String> missing = Display.linux() ? NativeLibraries.missing(Display.inMemory()) : Optional.empty();
        if (missing.isPresent()) {
            System.err.println("crossbar: " + missing.get());
            return 1;
        }
        // The class path is how this application is built; JavaFX would warn of it at every start.
        JAVAFX.setFilter(entry -> !String.valueOf(entry.getMessage()).startsWith("Unsupported JavaFX configuration"));
        try {
            WorkbenchApp.open(arguments.toArray(String[]::new));
            return 0;
        } catch (UnsupportedOperationException e) {
            System.err.println("crossbar: the window cannot be opened (" + e.getMessage()
                    + "); check the variable DISPLAY, or give a command: --help lists them");
            return 1;
        }
    }
}
