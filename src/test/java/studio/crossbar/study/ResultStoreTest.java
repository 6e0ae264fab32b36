package studio.crossbar.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.cost.EnergyBasis;
import studio.crossbar.cost.Technology;
import studio.crossbar.design.Design;
import studio.crossbar.hardware.Cell;
import studio.crossbar.network.Network;
import studio.crossbar.simulation.AccuracyUnderNoise;
import studio.crossbar.simulation.WireError;
import studio.crossbar.simulation.WiredAccuracy;
import studio.crossbar.simulation.tile.WireResistance;
import studio.crossbar.training.Activity;
import studio.crossbar.training.Confusion;
import studio.crossbar.training.LayerActivity;
import studio.crossbar.training.TrainedNetwork;

class ResultStoreTest {

    private static final DatasetSummary DATA = new DatasetSummary("windows", true, 30, 10);

    @TempDir
    private Path folder;

    private Project project;
    private ResultStore store;

    @BeforeEach
    void create() throws ProjectException {
        Design design = Project.open(Path.of("sample-projects/har-unipolar")).design();
        project = Project.create(folder.resolve("p"), ProjectSettings.named("p"), design);
        store = new ResultStore(project);
    }

    private TrainedResult result(long seed) {
        return new TrainedResult(SampleNetworks.of(project.design(), seed), DATA);
    }

    private static void requireSame(TrainedResult found, TrainedResult expected) {
        assertThat(found)
                .usingRecursiveComparison()
                .withEqualsForType(Double::equals, Double.class)
                .isEqualTo(expected);
    }

    @Test
    void aTrainedNetworkComesBackBitForBit() throws ProjectException {
        assertThat(store.hasTrained()).isFalse();
        store.save(result(1));

        requireSame(store.trained(), result(1));
        assertThat(result(2).network().layers().getFirst().weights())
                .isNotEqualTo(store.trained().network().layers().getFirst().weights());
    }

    @Test
    void aNewResultReplacesTheOldOneAndItsEvaluation() throws IOException {
        store.save(result(1));
        var evaluation = new StoredEvaluation(new AccuracyUnderNoise(List.of(0.9, 1 / 3.0)), null, List.of(), DATA);
        store.save(evaluation);
        assertThat(store.evaluation()).contains(evaluation);

        store.save(result(2));
        assertThat(store.evaluation()).isEmpty();
        requireSame(store.trained(), result(2));
        try (Stream<Path> files = Files.list(project.results())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("latest.json", "trained-0002");
        }
    }

    @Test
    void anEvaluationStaysWithTheNetworkThatWasEvaluated() throws ProjectException {
        store.save(result(1));
        ResultStore evaluating = new ResultStore(project);
        evaluating.trained();
        ResultStore training = new ResultStore(project);
        training.save(result(5));

        var late = new StoredEvaluation(new AccuracyUnderNoise(List.of(0.5)), null, List.of(), DATA);
        assertThatThrownBy(() -> evaluating.save(late))
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining("trained-0001: was replaced by another training while it was evaluated");
        assertThatThrownBy(() -> store.save(late)).isInstanceOf(ProjectException.class);
        assertThat(new ResultStore(project).evaluation()).isEmpty();

        training.save(late);
        assertThat(new ResultStore(project).evaluation()).contains(late);
    }

    @Test
    void countsOfClassesAreKeptAndMustFitTheDesign() throws IOException {
        int classes = project.design().network().output().size();
        int[] labels = {0, 1, 2, 2};
        Confusion counted = Confusion.count(labels, new int[] {0, 2, 2, 1}, classes);
        TrainedNetwork without = result(1).network();
        TrainedResult trained = new TrainedResult(
                new TrainedNetwork(
                        without.design(),
                        without.standardisation(),
                        without.layers(),
                        without.history(),
                        without.floatAccuracy(),
                        counted),
                DATA);
        store.save(trained);
        requireSame(store.trained(), trained);

        var evaluation = new StoredEvaluation(
                new AccuracyUnderNoise(List.of(0.5, 0.25)), counted.plus(counted), null, List.of(), DATA);
        store.save(evaluation);
        assertThat(store.evaluation()).contains(evaluation);
        Evaluation restored = Evaluation.restore(
                trained.network(), evaluation, Costing.of(Technology.standard(), CostSettings.STANDARD));
        assertThat(restored.stored()).isEqualTo(evaluation);

        store.save(new StoredEvaluation(
                evaluation.accuracy(), Confusion.count(labels, labels, classes + 1), null, List.of(), DATA));
        assertThatThrownBy(store::evaluation)
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining("confusion: " + (classes + 1) + " classes, but the design has " + classes);
    }

    /** The bill that was stored comes back; without activities the inputs are as assumed. */
    @Test
    void measuredInputsAreKeptWithTheEvaluation() throws IOException {
        TrainedResult trained = result(1);
        store.save(trained);
        int layers = project.design().network().weighted().size();
        List<LayerActivity> activity = Collections.nCopies(layers, LayerActivity.uniform(new Activity(0.1, 1 / 30.0)));
        var evaluation = new StoredEvaluation(new AccuracyUnderNoise(List.of(0.9)), null, activity, DATA);
        store.save(evaluation);
        assertThat(store.evaluation()).contains(evaluation);
        var wired = new StoredEvaluation(
                evaluation.accuracy(),
                new WiredAccuracy(
                        new WireResistance(1, 2.5),
                        new AccuracyUnderNoise(List.of(0.875)),
                        new WireError(4, 8, 2.1e-6, 7e-6)),
                activity,
                DATA);
        store.save(wired);
        assertThat(store.evaluation()).contains(wired);

        Costing costing = Costing.of(Technology.standard(), CostSettings.STANDARD);
        Evaluation restored = Evaluation.restore(trained.network(), evaluation, costing);
        assertThat(restored.stored()).isEqualTo(evaluation);
        assertThat(restored.cost().energyBasis()).isEqualTo(EnergyBasis.MEASURED_INPUTS);
        var without = new StoredEvaluation(evaluation.accuracy(), null, List.of(), DATA);
        Evaluation old = Evaluation.restore(trained.network(), without, costing);
        assertThat(old.cost().energyBasis()).isEqualTo(EnergyBasis.PROGRAMMED_CELLS);
        assertThat(restored.cost().energyNanojoules()).isLessThan(old.cost().energyNanojoules());

        store.save(new StoredEvaluation(evaluation.accuracy(), null, activity.subList(1, layers), DATA));
        assertThatThrownBy(store::evaluation)
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining("activity: " + (layers - 1) + " entries for " + layers + " layers with weights");
    }

    /** Rows come back one by one, and must be those of the design. */
    @Test
    void inputsOfRowsAreKept() throws IOException {
        store.save(result(1));
        List<LayerActivity> activity = new ArrayList<>();
        for (Network.Placed placed : project.design().network().weighted()) {
            List<Activity> rows = new ArrayList<>();
            for (int row = 0; row < placed.spec().groups() * placed.spec().rows(placed.input()); row++) {
                rows.add(new Activity(1 / (1.0 + row), 1 / (2.0 + row)));
            }
            activity.add(LayerActivity.of(rows));
        }
        var evaluation = new StoredEvaluation(new AccuracyUnderNoise(List.of(0.9)), null, activity, DATA);
        store.save(evaluation);
        assertThat(store.evaluation()).contains(evaluation);

        int rows = activity.getFirst().rows().size();
        activity.set(0, LayerActivity.of(activity.getFirst().rows().subList(1, rows)));
        store.save(new StoredEvaluation(evaluation.accuracy(), null, activity, DATA));
        assertThatThrownBy(store::evaluation)
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining("rowMeans: " + (rows - 1) + " values for " + rows + " rows");
    }

    @Test
    void whetherResultsCanBeKeptIsKnownBeforehand() throws IOException {
        store.requireWritable();
        assertThat(project.results()).isEmptyDirectory();

        Files.delete(project.results());
        Files.writeString(project.results(), "a file where the folder belongs");
        assertThatThrownBy(store::requireWritable)
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining(project.results() + ": results cannot be written there")
                .hasMessageContaining("MiB free")
                .hasMessageContaining("copy the project to another folder");
    }

    @Test
    void nothingTrainedSaysSo() throws ProjectException {
        assertThat(store.evaluation()).isEmpty();
        assertThatThrownBy(store::trained)
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining("holds no trained network; train the design first");
    }

    @Test
    void aResultOfAnotherDesignIsRefusedByTheFieldThatDiffers() throws ProjectException {
        store.save(result(1));
        Design wider = project.design().withHardware(project.design().hardware().withCell(Cell.ofBits(4)));

        assertThatThrownBy(() -> new ResultStore(project.withDesign(wider)).trained())
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining("trained for another design (hardware.cell.bits: 2 then, 4 now); train again");
        requireSame(new ResultStore(project.withDesign(project.design().withName("renamed"))).trained(), result(1));
    }

    @Test
    void aKilledProcessLeavesThePreviousResult() throws IOException {
        store.save(result(1));
        Path half = Files.createDirectory(project.results().resolve(".unfinished-1"));
        Files.writeString(half.resolve("training.json"), "{\"sche");
        Path unnamed = Files.createDirectory(project.results().resolve("trained-0002"));
        Files.writeString(unnamed.resolve("training.json"), "{");

        requireSame(store.trained(), result(1));
        store.save(result(3));
        requireSame(store.trained(), result(3));
        assertThat(unnamed).doesNotExist();
    }

    @Test
    void everyDamagedFileIsNamed() throws IOException {
        store.save(result(1));
        List<Path> files;
        try (Stream<Path> found = Files.list(project.results().resolve("trained-0001"))) {
            files = found.toList();
        }
        assertThat(files).hasSize(2 + 2 + 4 * 3);
        for (Path file : files) {
            byte[] whole = Files.readAllBytes(file);
            for (byte[] damaged :
                    List.of(new byte[0], java.util.Arrays.copyOf(whole, whole.length / 2), flipped(whole))) {
                Files.write(file, damaged);
                assertThatThrownBy(store::trained)
                        .as("%s with %d of %d bytes", file, damaged.length, whole.length)
                        .isInstanceOf(ProjectException.class)
                        .hasMessageContaining(file.getFileName().toString().replace("training.json", ""))
                        .hasMessageNotContaining("\n");
            }
            Files.delete(file);
            assertThatThrownBy(store::trained).isInstanceOf(ProjectException.class);
            Files.write(file, whole);
        }
        requireSame(store.trained(), result(1));
    }

    private static byte[] flipped(byte[] whole) {
        byte[] copy = whole.clone();
        copy[copy.length / 2] ^= 0x10;
        copy[0] ^= 0x10;
        return copy;
    }

    @Test
    void aDamagedPointerOrEvaluationIsNamed() throws IOException {
        store.save(result(1));
        store.save(new StoredEvaluation(new AccuracyUnderNoise(List.of(0.9)), null, List.of(), DATA));
        Path evaluation = project.results().resolve("trained-0001/evaluation.json");
        Files.writeString(evaluation, Files.readString(evaluation).replace("[0.9]", "[]"));
        assertThatThrownBy(store::evaluation)
                .hasMessageContaining("evaluation.json")
                .hasMessageContaining("evaluate");

        Files.writeString(project.results().resolve("latest.json"), "{\"schema\":1,\"trained\":\"../elsewhere\"}");
        assertThatThrownBy(store::trained)
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining("latest.json, trained: \"../elsewhere\" is no folder beside it; train again");
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        Files.writeString(project.results(), "a file where the folder belongs");
        TrainedNetwork network = result(1).network();
        assertThatThrownBy(() -> store.save(new TrainedResult(network, DATA)))
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining("cannot be written")
                .hasMessageContaining("check free space and permissions");
    }
}
