package studio.crossbar.ui.common;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Asks the user for a file to write. */
@FunctionalInterface
public interface FileRequest {

    /**
     * Asks and waits.
     *
     * @param title of the dialog
     * @param name of the file unless the user gives another one
     * @param extension without a dot
     * @return null if the user thought better of it
     */
    @Nullable
    Path ask(String title, String name, String extension);
}
