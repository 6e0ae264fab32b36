package studio.crossbar.study;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import studio.crossbar.data.Parts;
import studio.crossbar.data.UciHarReader;
import studio.crossbar.design.Design;
import studio.crossbar.training.TrainedNetwork;
import studio.crossbar.training.Trainer;
import studio.crossbar.training.TrainingListener;

/** The steps from a project to its results, the same for the workbench and the command line. */
public final class Workflow {

    private Workflow() {}

    /**
     * The data set of {@code project}.
     *
     * @param override folder or archive that replaces the project's, or null
     * @throws IOException if the data set cannot be read; the message says what to do
     */
    public static Parts data(Project project, @Nullable Path override) throws IOException {
        Path path = override != null ? override : project.data();
        if (path == null) {
            throw new ProjectException(project.folder().resolve(Project.FILE)
                    + ", data: names no data set; name the folder or archive of UCI HAR");
        }
        return UciHarReader.read(path);
    }

    /**
     * Trains {@code design}.
     *
     * @throws java.util.concurrent.CancellationException within a second after {@code listener} asks for it
     * @throws IllegalArgumentException if the data do not fit the network
     */
    public static TrainedNetwork train(Design design, Parts parts, TrainingListener listener) {
        return Trainer.train(design, parts, listener);
    }
}
