package studio.crossbar.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSetTest {

    @TempDir
    private Path folder;

    private static FileSet.Content text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void createsTheFolderAndReplacesEarlierFiles() throws IOException {
        Path deep = folder.resolve("a/b");
        new FileSet().add("x", text("old")).writeTo(deep);
        List<Path> written =
                new FileSet().add("x", text("new")).add("y", text("why")).writeTo(deep);
        assertThat(written).containsExactly(deep.resolve("x"), deep.resolve("y"));
        assertThat(deep.resolve("x")).hasContent("new");
        try (var files = Files.list(deep)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void keepsEarlierFilesIfOneCannotBeWritten() throws IOException {
        new FileSet().add("x", text("old")).writeTo(folder);
        FileSet set = new FileSet().add("x", text("new")).add("y", out -> {
            out.write(1);
            throw new IOException("No space left on device");
        });
        assertThatThrownBy(() -> set.writeTo(folder))
                .isInstanceOf(IOException.class)
                .hasMessage(folder.resolve("y")
                        + " cannot be written: No space left on device; make room there or choose another folder");
        assertThat(folder.resolve("x")).hasContent("old");
        assertThat(names()).containsExactly("x");
    }

    @Test
    void namesWhatTheSystemSaidNotWhatWrappedIt() {
        FileSet set = new FileSet().add("cost.png", out -> {
            throw new javax.imageio.IIOException(
                    "I/O error writing PNG file!", new IOException("No space left on device"));
        });
        assertThatThrownBy(() -> set.writeTo(folder))
                .hasMessage(folder.resolve("cost.png")
                        + " cannot be written: No space left on device; make room there or choose another folder");
    }

    @Test
    void bringsEarlierFilesBackIfARenameFails() throws IOException {
        new FileSet().add("x", text("old")).writeTo(folder);
        FileSet set = new FileSet()
                .add("v", text("first time"))
                .add("x", text("new"))
                .add("y", out -> Files.createDirectories(folder.resolve("y/full")));
        assertThatThrownBy(() -> set.writeTo(folder)).hasMessageContaining(folder.resolve("y") + " cannot be written");
        assertThat(folder.resolve("x")).hasContent("old");
        assertThat(names()).containsExactly("x", "y");
        assertThat(folder.resolve("y/full")).isDirectory();
    }

    @Test
    void refusesAFileAsFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("plain"), "kept");
        FileSet set = new FileSet().add("x", text("new"));
        assertThatThrownBy(() -> set.writeTo(file)).hasMessage(file + " is a file; choose a folder");
        assertThatThrownBy(() -> set.writeTo(file.resolve("below")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file + "/below cannot be written")
                .hasMessageContaining("choose another folder");
        assertThat(file).hasContent("kept");
    }

    @Test
    void refusesAFolderInAFilesPlace() throws IOException {
        Files.createDirectory(folder.resolve("x"));
        assertThatThrownBy(() -> new FileSet().add("x", text("new")).writeTo(folder))
                .hasMessage(folder.resolve("x")
                        + " is a folder, but a file of this name is to be written; rename the folder");
        assertThat(names()).containsExactly("x");
    }
}
