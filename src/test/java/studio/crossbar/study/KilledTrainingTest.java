package studio.crossbar.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.design.Design;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;

/** A training whose process is killed again and again ends with the bytes of one that ran through. */
class KilledTrainingTest {

    private static final int KILLS = 3;

    /** Of the float and of the hardware phase, more than pass between two kills. */
    private static final int EPOCHS = 8;

    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void writeData() throws IOException {
        data = SyntheticWindows.write(SyntheticWindows.FEW, folder.resolve("data"));
    }

    @Test
    void goesOnAfterEachKillAndEndsWithTheSameFiles() throws IOException, InterruptedException {
        Project whole = project("whole");
        Process through = train(whole);
        Project killed = project("killed");
        Path checkpoint = killed.results().resolve("training.checkpoint");
        Random random = new Random(4);
        for (int kill = 0; kill < KILLS; kill++) {
            FileTime before = Files.exists(checkpoint) ? Files.getLastModifiedTime(checkpoint) : FileTime.fromMillis(0);
            Process process = train(killed);
            while (process.isAlive()
                    && (!Files.exists(checkpoint)
                            || Files.getLastModifiedTime(checkpoint).equals(before))) {
                Thread.sleep(5);
            }
            Thread.sleep(random.nextInt(60));
            assertThat(process.isAlive()).as("alive before kill %d", kill + 1).isTrue();
            process.destroyForcibly();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(train(killed).waitFor()).isZero();
        assertThat(through.waitFor()).isZero();
        assertThat(checkpoint).doesNotExist();
        assertThat(arrays(killed)).isNotEmpty().isEqualTo(arrays(whole));
    }

    @Test
    void aDamagedCheckpointIsRefusedByNameAndRemedy() throws IOException, InterruptedException {
        Project project = project("damaged");
        Files.createDirectories(project.results());
        Path checkpoint = Files.write(project.results().resolve("training.checkpoint"), new byte[100]);
        assertThatThrownBy(() -> ProjectTraining.train(
                        project,
                        project.design(),
                        SyntheticWindows.ALL,
                        studio.crossbar.training.TrainingListener.NONE,
                        trained -> {}))
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining(checkpoint.toString())
                .hasMessageContaining("delete it");
    }

    private Project project(String name) throws IOException {
        Design sample = Project.open(Path.of("sample-projects/har-unipolar")).design();
        Network network = new Network(
                new Shape(18, 128),
                List.of(
                        new Layer.Conv1d(4, 5, 4, 2),
                        new Layer.ConcatRelu(),
                        new Layer.MeanOverTime(),
                        new Layer.Dense(6)));
        Design design = new Design(
                name,
                network,
                sample.hardware(),
                sample.recipe().withEpochs(EPOCHS, EPOCHS).with(r -> r.augmentation = 0),
                1);
        return Project.create(
                folder.resolve(name), ProjectSettings.named("same").withDraws(2), design.withName("same"));
    }

    private Process train(Project project) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "studio.crossbar.Application",
                "train",
                "--data=" + data,
                project.folder().toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().remove("CROSSBAR_DATA");
        return builder.start();
    }

    /** Names and bytes of all arrays of the latest run, as text. */
    private static List<String> arrays(Project project) throws IOException {
        List<String> result = new ArrayList<>();
        try (Stream<Path> files = Files.walk(project.results())) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".npy")).sorted().toList()) {
                result.add(file.getFileName() + " " + java.util.Arrays.toString(Files.readAllBytes(file)));
            }
        }
        return result;
    }
}
