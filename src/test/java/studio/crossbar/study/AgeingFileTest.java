package studio.crossbar.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.simulation.AccuracyUnderNoise;
import studio.crossbar.simulation.AgeingCurve;
import studio.crossbar.simulation.tile.WireResistance;

class AgeingFileTest {

    private static final DatasetSummary DATA = new DatasetSummary("windows", true, 30, 10);
    private static final List<AgeingCurve> CURVES = List.of(
            new AgeingCurve(
                    "pcm-nandakumar-2019",
                    true,
                    new WireResistance(1, 2.5),
                    List.of(
                            new AgeingCurve.Age(0, new AccuracyUnderNoise(List.of(0.9, 1 / 3.0))),
                            new AgeingCurve.Age(315_576_000, new AccuracyUnderNoise(List.of(0.5, 0.25))))),
            new AgeingCurve(
                    "rram-wan-2022",
                    false,
                    null,
                    List.of(
                            new AgeingCurve.Age(0, new AccuracyUnderNoise(List.of(0.9))),
                            new AgeingCurve.Age(1, new AccuracyUnderNoise(List.of(0.8))))));

    @TempDir
    private Path folder;

    private Project project;
    private ResultStore store;

    @BeforeEach
    void create() throws ProjectException {
        project = Project.create(
                folder.resolve("p"),
                ProjectSettings.named("p"),
                Project.open(Path.of("sample-projects/har-unipolar")).design());
        store = new ResultStore(project);
    }

    private void train(long seed) throws ProjectException {
        store.save(new TrainedResult(SampleNetworks.of(project.design(), seed), DATA));
    }

    @Test
    void curvesComeBackAndGoWithTheirNetwork() throws ProjectException {
        assertThat(AgeingFile.read(store)).isEmpty();
        train(1);
        assertThat(AgeingFile.read(store)).isEmpty();
        AgeingFile.write(store, CURVES);
        assertThat(AgeingFile.read(new ResultStore(project))).isEqualTo(CURVES);
        train(2);
        assertThat(AgeingFile.read(store)).isEmpty();
    }

    @Test
    void curvesOfANetworkThatWasReplacedAreNotKeptWithTheNext() throws ProjectException {
        train(1);
        ResultStore measuring = new ResultStore(project);
        measuring.trained();
        train(2);
        assertThatThrownBy(() -> AgeingFile.write(measuring, CURVES)).hasMessageContaining("was replaced");
        assertThat(AgeingFile.read(store)).isEmpty();
    }

    @Test
    void damageIsRefusedByNameAndRemedy() throws IOException {
        train(1);
        AgeingFile.write(store, CURVES);
        Path file = project.results().resolve("trained-0001").resolve(AgeingFile.NAME);
        String whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, whole.length() / 2));
        assertThatThrownBy(() -> AgeingFile.read(store))
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("delete the file and measure again");
        Files.writeString(file, whole.replace("0.25", "25"));
        assertThatThrownBy(() -> AgeingFile.read(store))
                .hasMessageContaining("curves[0].ages[1].accuracy")
                .hasMessageContaining("outside 0 … 1");
    }
}
