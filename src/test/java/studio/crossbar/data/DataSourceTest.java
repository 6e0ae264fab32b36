package studio.crossbar.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.data.DataSource.Origin;

class DataSourceTest {

    @TempDir
    Path folder;

    @Test
    void theCommandLineBeatsTheProjectAndThatTheEnvironment() throws Exception {
        Path a = Path.of("a");
        Path b = Path.of("b");
        assertThat(DataSource.choose(a, b, "c")).isEqualTo(new DataSource(Origin.COMMAND_LINE, a));
        assertThat(DataSource.choose(null, b, "c")).isEqualTo(new DataSource(Origin.PROJECT, b));
        assertThat(DataSource.choose(null, null, " c ")).isEqualTo(new DataSource(Origin.ENVIRONMENT, Path.of("c")));
        assertThat(DataSource.choose(null, null, "  ").origin()).isEqualTo(Origin.SYNTHETIC);
        assertThat(DataSource.choose(null, null, null).load(1).train().synthetic())
                .isTrue();
    }

    @Test
    void aConfiguredPathWithoutDataIsRefusedRatherThanReplaced() {
        for (Path path : new Path[] {folder, folder.resolve("absent")}) {
            assertThatThrownBy(() -> new DataSource(Origin.COMMAND_LINE, path).load(1))
                    .isInstanceOf(DataFormatException.class)
                    .hasMessageContaining(path.toString())
                    .hasMessageContaining("--data")
                    .hasMessageContaining("synthetic");
        }
    }

    @Test
    void findsTheFolderBelowTheOneGiven() throws Exception {
        Path inner = folder.resolve("downloads/UCI HAR Dataset/train");
        Files.createDirectories(inner);
        Files.writeString(inner.resolve("y_train.txt"), "1\n");
        assertThatThrownBy(() -> new DataSource(Origin.PROJECT, folder).load(1))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("missing");
    }
}
