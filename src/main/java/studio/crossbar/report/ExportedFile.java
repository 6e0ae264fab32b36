package studio.crossbar.report;

import java.io.IOException;
import java.nio.file.Path;

/** One file that the user named; it is whole or not there. */
final class ExportedFile {

    private ExportedFile() {}

    /**
     * Writes {@code content} in place of what is there.
     *
     * @throws IOException with path and remedy; an earlier file of that name is then as before
     */
    static void write(Path file, FileSet.Content content) throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        Path folder = absolute.getParent();
        Path name = absolute.getFileName();
        if (folder == null || name == null) {
            throw new IOException(file + " is no file; choose a name in a folder");
        }
        new FileSet().add(name.toString(), content).writeTo(folder);
    }
}
