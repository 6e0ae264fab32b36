package studio.crossbar.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.data.SyntheticImu;
import studio.crossbar.study.CheckpointFile;
import studio.crossbar.training.Epoch;
import studio.crossbar.training.TrainingState;
import studio.crossbar.ui.Projects;

class FailureTest {

    @Test
    void aMessageThatSaysMoreThanItsCauseIsKept() {
        IOException full = new IOException("No space left on device");
        assertThat(Failure.describe(new UncheckedIOException("a.checkpoint: cannot be written; make room", full)))
                .contains("a.checkpoint: cannot be written; make room");
        assertThat(Failure.describe(new UncheckedIOException(full))).contains("No space left on device");
        assertThat(Failure.describe(new UncheckedIOException(new NoSuchFileException("a.csv"))))
                .contains("a.csv does not exist; check the path and its permissions");
    }

    @Test
    void aStateOfATrainingThatCannotBeKeptSaysWhichFileAndWhatToDo(@TempDir Path folder) throws IOException {
        Path results = Files.writeString(folder.resolve("results"), "a file in the way");
        CheckpointFile checkpoint =
                new CheckpointFile(results, "training.checkpoint", Projects.tinyDesign(), "", SyntheticImu.generate(1));
        TrainingState state = new TrainingState(
                Epoch.Phase.FLOAT,
                1,
                List.of(),
                0,
                List.of(),
                Double.NaN,
                null,
                new float[0],
                Double.NEGATIVE_INFINITY,
                null);
        Throwable thrown = catchThrowable(() -> checkpoint.save(state));
        assertThat(Failure.describe(thrown).orElseThrow())
                .startsWith(results.resolve("training.checkpoint") + ": the checkpoint cannot be written (")
                .endsWith("make room or choose a folder that can be written");
    }
}
