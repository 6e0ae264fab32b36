package studio.crossbar.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.crossbar.data.Parts;
import studio.crossbar.data.UciHarReader;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.simulation.AccuracyUnderNoise;
import studio.crossbar.simulation.MonteCarlo;
import studio.crossbar.training.TrainedNetwork;

/** The designs that ship with their weights reach on UCI HAR what they are shipped for. */
class BestSamplesTest {

    private static final Path DATA = Path.of("../shared/data/uci-har/UCI HAR Dataset.zip");

    /** Floors above those of the paper (92.91 %); chips of another seed than those of the stored evaluation. */
    @ParameterizedTest
    @CsvSource({"har-best, POSITIVE, 0.945", "har-best-row-block, ROW_BLOCK, 0.95"})
    void twoBitCellsOfOneSignStayAboveTheirFloor(String name, Polarity polarity, double floor) throws IOException {
        Project project = Project.open(Path.of("sample-projects", name));
        assertThat(project.design().hardware().polarity()).isEqualTo(polarity);
        assertThat(project.design().hardware().cell().levels()).isEqualTo(4);
        ResultStore store = new ResultStore(project);
        TrainedNetwork trained = store.trained().network();
        AccuracyUnderNoise stored = store.evaluation().orElseThrow().accuracy();
        assertThat(stored.draws()).hasSize(10);
        assertThat(stored.mean()).isGreaterThan(floor);

        assumeTrue(Files.exists(DATA), "UCI HAR is not at " + DATA);
        Parts parts = UciHarReader.read(DATA);
        AccuracyUnderNoise anew =
                MonteCarlo.accuracy(MappedNetwork.of(trained), parts.test(), 3, 4711L, () -> false, _ -> {});
        assertThat(anew.mean()).isGreaterThan(floor);
    }
}
