package studio.crossbar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * Writes {@code target/crossbar}, the command without Maven: its exit codes are the application's, and nothing else
 * prints. The build runs this after each compilation on the JDK that it found, which the script then uses too.
 */
final class StartScript {

    /** By name: a reference would make the compiler build that class for this Java, not for Java 11. */
    private static final String LAUNCHER = "studio.crossbar.Launcher";

    private StartScript() {}

    /** Arguments: the file to write, then flags of the launcher's virtual machine in one string. */
    public static void main(String[] args) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        write(Path.of(args[0]), java, List.of(args[1].strip().split("\\s+")), System.getProperty("java.class.path"));
    }

    /** Writes the script, executable where the file system knows that. */
    static void write(Path file, Path java, List<String> flags, String classPath) throws IOException {
        Files.writeString(file, text(java, flags, classPath));
        if (Files.getFileStore(file).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static String text(Path java, List<String> flags, String classPath) {
        return """
                #!/bin/sh
                # Written by the build; see StartScript.
                # Java reads arguments by the locale; one without UTF-8 would lose what is not ASCII.
                [ "$(locale charmap 2>/dev/null)" = ANSI_X3.4-1968 ] && export LC_ALL=C.UTF-8
                exec %s %s -classpath %s %s "$@"
                """.formatted(
                        quoted(java.toString()),
                        String.join(" ", flags.stream().map(StartScript::quoted).toList()),
                        quoted(classPath),
                        LAUNCHER);
    }

    /** As one word of the shell, whatever it holds. */
    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
