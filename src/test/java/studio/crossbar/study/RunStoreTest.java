package studio.crossbar.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.design.Design;
import studio.crossbar.simulation.AccuracyUnderNoise;
import studio.crossbar.training.Epoch;
import studio.crossbar.training.TrainedNetwork;

class RunStoreTest {

    private static final DatasetSummary DATA = new DatasetSummary("windows", true, 30, 10);
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    @TempDir
    private Path folder;

    private Project project;
    private RunStore runs;

    @BeforeEach
    void create() throws ProjectException {
        Design design = Project.open(Path.of("sample-projects/har-unipolar")).design();
        project = Project.create(folder.resolve("p"), ProjectSettings.named("p"), design);
        runs = new RunStore(project);
    }

    private TrainedNetwork network(long seed) {
        return SampleNetworks.of(project.design().withSeed(seed), seed);
    }

    private RunRecord run(long seed) {
        return RunRecord.of(network(seed), DATA, NOON.plusSeconds(seed));
    }

    private Path file(RunRecord run) {
        return project.folder().resolve("runs").resolve(run.id() + ".json");
    }

    @Test
    void runsComeBackNewestFirstWithCurvesDesignAndAccuracy() throws ProjectException {
        RunRecord evaluated = run(1).withAccuracy(new AccuracyUnderNoise(List.of(0.5, 0.75)));
        runs.keep(evaluated);
        runs.keep(run(2));
        assertThat(runs.read()).isEqualTo(new RunHistory(List.of(run(2), evaluated), List.of()));
        RunEpoch last = runs.read().runs().getFirst().epochs().getLast();
        assertThat(last).isEqualTo(new RunEpoch(Epoch.Phase.HARDWARE, 0.1, 0.9, 0.8));
        assertThat(last.accuracy()).isEqualTo(0.8);
    }

    @Test
    void anEpochThatDivergedComesBackAsOne() throws ProjectException {
        RunRecord diverged = RunRecord.of(
                project.design(),
                DATA,
                0.5,
                List.of(new RunEpoch(Epoch.Phase.FLOAT, Double.POSITIVE_INFINITY, 0.1, Double.NaN)),
                NOON);
        runs.keep(diverged);
        RunRecord found = runs.read().run(diverged.id()).orElseThrow();
        assertThat(found.epochs().getFirst().loss()).isNaN();
        assertThat(found.epochs().getFirst().accuracy()).isEqualTo(0.1);
    }

    @Test
    void aRepetitionIsTheSameRunAndKeepsItsAccuracy() throws ProjectException {
        AccuracyUnderNoise accuracy = new AccuracyUnderNoise(List.of(0.5));
        runs.keep(run(1).withAccuracy(accuracy));
        RunRecord again = RunRecord.of(network(1), DATA, NOON.plusSeconds(900));
        runs.keep(again);
        assertThat(runs.read().runs()).containsExactly(again.withAccuracy(accuracy));

        RunRecord renamed =
                RunRecord.of(SampleNetworks.of(project.design().withSeed(1).withName("other"), 1), DATA, NOON);
        assertThat(renamed.id()).as("a name changes nothing").isEqualTo(again.id());
        assertThat(run(2).id()).isNotEqualTo(again.id());
    }

    @Test
    void anEvaluationIsNotedWithItsRun() throws ProjectException {
        runs.keep(run(1));
        runs.keep(run(2));
        runs.keep(network(1), DATA, new AccuracyUnderNoise(List.of(0.9, 0.8)));
        assertThat(runs.read().runs())
                .containsExactly(run(2), run(1).withAccuracy(new AccuracyUnderNoise(List.of(0.9, 0.8))));
    }

    @Test
    void aDamagedFileIsNamedStaysAndCostsNoOtherRun() throws IOException {
        runs.keep(run(1));
        runs.keep(run(2));
        String whole = Files.readString(file(run(1)));
        String cut = whole.substring(0, whole.length() / 2);
        Files.writeString(file(run(1)), cut);
        RunHistory read = runs.read();
        assertThat(read.runs()).containsExactly(run(2));
        assertThat(read.problems())
                .singleElement()
                .asString()
                .contains(file(run(1)).toString(), "cut off", "or delete the file");
        runs.keep(run(3));
        assertThat(file(run(1))).hasContent(cut);

        Files.writeString(file(run(1)), whole.replace("\"schema\": 1", "\"schema\": 7"));
        assertThat(runs.read().problems()).singleElement().asString().contains("newer Crossbar Studio");
        Files.writeString(file(run(1)), whole.replaceAll("(?<lead>\"trainAccuracy\"\\s*:\\s*)0\\.9", "${lead}1.9"));
        assertThat(runs.read().problems()).singleElement().asString().contains("epochs[1].trainAccuracy", "1.9");
    }

    @Test
    void theOldestGoesWhenThereAreTooMany() throws IOException {
        for (int seed = RunStore.MOST + 1; seed >= 1; seed--) {
            runs.keep(run(seed));
        }
        assertThat(runs.read().runs()).hasSize(RunStore.MOST).contains(run(2)).doesNotContain(run(1));
        try (Stream<Path> files = Files.list(project.folder().resolve("runs"))) {
            assertThat(files).hasSize(RunStore.MOST);
        }
    }

    @Test
    void aRemovedRunIsGoneAndCanBeKeptAgain() throws ProjectException {
        runs.keep(run(1));
        runs.remove(run(1));
        assertThat(runs.read().runs()).isEmpty();
        runs.keep(run(1));
        assertThat(runs.read().runs()).containsExactly(run(1));
    }

    @Test
    void aNetworkOfBeforeRunsWereKeptIsListedAndNotLostToTheNext() throws ProjectException {
        ResultStore store = new ResultStore(project);
        store.save(new TrainedResult(network(1), DATA));
        store.save(new StoredEvaluation(new AccuracyUnderNoise(List.of(0.25)), null, List.of(), DATA));
        RunRecord listed = runs.read().runs().getFirst();
        assertThat(listed.id()).isEqualTo(run(1).id());
        assertThat(listed.accuracy()).isEqualTo(new AccuracyUnderNoise(List.of(0.25)));
        assertThat(project.folder().resolve("runs"))
                .as("reading writes nothing")
                .doesNotExist();

        runs.keepLatest();
        store.save(new TrainedResult(network(2), DATA));
        assertThat(runs.read().run(listed.id())).contains(listed);
    }

    @Test
    void whatIsNoRunIsRefused() {
        assertThatThrownBy(() -> new RunEpoch(Epoch.Phase.FLOAT, 1, 1.5, Double.NaN))
                .hasMessage("trainAccuracy: 1.5 is outside 0 … 1");
        RunRecord run = run(1);
        assertThatThrownBy(
                        () -> new RunRecord("../x", run.ended(), run.design(), DATA, 0.5, run.epochs(), run.accuracy()))
                .hasMessageContaining("hexadecimal");
    }
}
