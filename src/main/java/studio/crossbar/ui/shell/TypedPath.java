package studio.crossbar.ui.shell;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Paths as they are typed. */
final class TypedPath {

    private TypedPath() {}

    /**
     * The path that a text names.
     *
     * @param refusal makes the message of the reason why the text is none
     * @throws IllegalArgumentException if it is none
     */
    static Path of(String text, UnaryOperator<String> refusal) {
        try {
            return Path.of(text.strip());
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(refusal.apply(e.getReason()), e);
        }
    }
}
