package studio.crossbar.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import studio.crossbar.data.Dataset;
import studio.crossbar.data.Parts;
import studio.crossbar.data.SyntheticImu;
import studio.crossbar.tensor.NpyFile;

/** The data of projects that name none, generated once for all tests of a process; nobody changes them. */
public final class SyntheticWindows {

    public static final Parts ALL = SyntheticImu.generate(ProjectData.SYNTHETIC_SEED);

    private static final int EVERY = 8;

    /** Every eighth window, for trainings that need not learn much. */
    public static final Parts FEW = new Parts(ALL.name(), few(ALL.train()), few(ALL.test()));

    private SyntheticWindows() {}

    private static Dataset few(Dataset all) {
        return all.select(IntStream.range(0, all.size())
                .filter(window -> window % EVERY == 0)
                .toArray());
    }

    /** Writes windows to {@code folder}, which may be missing, in a form that projects can name and read at once. */
    public static Path write(Parts parts, Path folder) throws IOException {
        Files.createDirectories(folder);
        write(folder, "train", parts.train());
        write(folder, "test", parts.test());
        return folder;
    }

    private static void write(Path folder, String part, Dataset data) throws IOException {
        int[] shape = {data.size(), data.channels(), data.width()};
        Files.write(folder.resolve("X_" + part + ".npy"), new NpyFile(shape, data.features()).encode());
        float[] labels = new float[data.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = data.labels()[i];
        }
        Files.write(folder.resolve("y_" + part + ".npy"), NpyFile.of(labels).encode());
    }
}
