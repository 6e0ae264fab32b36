package studio.crossbar.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.crossbar.ui.common.Theme;

class PreferencesFileTest {

    @TempDir
    Path folder;

    @Test
    void comesBackAsItWasSaved() {
        Preferences saved = new Preferences(
                Theme.DARK, List.of("/projects/a", "/projects/b"), 1600, 900, true, List.of(0.2, 0.8), 125, 0.7, true);
        PreferencesFile file = new PreferencesFile(folder.resolve("sub").resolve("preferences.json"));
        file.save(saved);
        file.save(saved);
        assertThat(file.load()).isEqualTo(saved);
        assertThat(folder.resolve("sub")).isDirectoryContaining(path -> path.endsWith("preferences.json"));
    }

    @Test
    void missingFileGivesTheStandard() {
        assertThat(new PreferencesFile(folder.resolve("none.json")).load()).isEqualTo(Preferences.STANDARD);
    }

    @Test
    void aFileOfBeforeTheListOfProjectsIsRead() throws IOException {
        Path file = Files.writeString(
                folder.resolve("preferences.json"), "{\"theme\":\"DARK\",\"lastProject\":\"/a\",\"width\":1000}");
        Preferences read = new PreferencesFile(file).load();
        assertThat(read.theme()).isEqualTo(Theme.DARK);
        assertThat(read.recent()).isEmpty();
        assertThat(read.textSize()).isEqualTo(100);
        assertThat(read.drawer()).isEqualTo(0.86);
        assertThat(read.drawerHidden()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[1]", "{\"theme\":\"PINK\"}", "{\"width\":\"wide\"}", "{\"unknown\":1}"})
    void damagedFilesAreIgnored(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("preferences.json"), content);
        assertThat(new PreferencesFile(file).load()).isEqualTo(Preferences.STANDARD);
    }

    @Test
    void impossibleSizesAreBroughtIntoRange() throws IOException {
        Path file = Files.writeString(
                folder.resolve("preferences.json"),
                "{\"width\":-5,\"height\":1e9,\"dividers\":[0.5,7],\"drawer\":1.5}");
        Preferences read = new PreferencesFile(file).load();
        assertThat(read.width()).isEqualTo(640);
        assertThat(read.height()).isEqualTo(10_000);
        assertThat(read.dividers()).isEmpty();
        assertThat(read.drawer()).isEqualTo(0.86);
    }

    @Test
    void liesInTheFolderForSettings() {
        assertThat(PreferencesFile.usual(Map.of("XDG_CONFIG_HOME", "/etc/me"), "/home/me"))
                .isEqualTo(Path.of("/etc/me/crossbar-studio/preferences.json"));
        assertThat(PreferencesFile.usual(Map.of(), "/home/me"))
                .isEqualTo(Path.of("/home/me/.config/crossbar-studio/preferences.json"));
    }
}
