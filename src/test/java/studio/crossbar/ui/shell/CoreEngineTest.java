package studio.crossbar.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.data.CsvOptions;
import studio.crossbar.design.ReferenceDesign;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.network.ReferenceNetwork;
import studio.crossbar.network.onnx.OnnxFile;
import studio.crossbar.run.JobContext;
import studio.crossbar.study.CheckpointFile;
import studio.crossbar.study.DatasetSummary;
import studio.crossbar.study.Evaluation;
import studio.crossbar.study.NewProject;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectSettings;
import studio.crossbar.study.ResultStore;
import studio.crossbar.study.SampleNetworks;
import studio.crossbar.study.TrainedResult;
import studio.crossbar.training.Epoch;
import studio.crossbar.training.TrainedNetwork;
import studio.crossbar.ui.Projects;
import studio.crossbar.ui.common.Engine;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.training.TrainingViewModel;

class CoreEngineTest {

    @TempDir
    Path folder;

    /** Cancels the run as soon as the network is trained, if told to. */
    private static final class Listener implements Engine.RunListener {

        private final boolean cancelAfterTraining;
        private @Nullable TrainedNetwork trained;

        Listener(boolean cancelAfterTraining) {
            this.cancelAfterTraining = cancelAfterTraining;
        }

        @Override
        public void epoch(Epoch epoch) {}

        @Override
        public void loss(double done, double loss) {}

        @Override
        public void trained(TrainedNetwork network) {
            trained = network;
        }

        @Override
        public void progress(double done, String message) {}

        @Override
        public boolean cancelled() {
            return cancelAfterTraining && trained != null;
        }
    }

    @Test
    void aSampleThatCannotBeReadHidesNoOther() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("a")).resolve("project.json"), "{");
        Projects.create(folder.resolve("b"), Projects.tinyDesign());
        assertThat(new CoreEngine(folder).samples())
                .singleElement()
                .extracting(Engine.Sample::folder)
                .isEqualTo(folder.resolve("b"));
    }

    @Test
    void aSampleWithoutResultsForDataThatAreGeneratedCanBeTrainedAtOnce() throws IOException {
        Project.create(
                folder.resolve("signals"),
                ProjectSettings.named("signals"),
                ReferenceDesign.of(ReferenceNetwork.HAR_CNN, 2, Polarity.ROW_BLOCK));
        Project.create(
                folder.resolve("photographs"),
                ProjectSettings.named("photographs"),
                ReferenceDesign.of(ReferenceNetwork.CIFAR_CNN, 2, Polarity.ROW_BLOCK));
        assertThat(new CoreEngine(folder).samples())
                .filteredOn(Engine.Sample::quick)
                .extracting(Engine.Sample::name)
                .containsExactly("signals");
    }

    @Test
    void aTrainedNetworkIsWrittenAsOnnxAndReadAgain() throws IOException {
        Path file = folder.resolve("network.onnx");
        OpenProject project = Projects.open(Projects.tinyDesign(), null);
        new CoreEngine(folder)
                .exportOnnx(
                        project,
                        Projects.evaluation(Projects.tinyDesign()).mapped().trained(),
                        file);
        assertThat(OnnxFile.read(file).network().network().output().size())
                .isEqualTo(Projects.tinyDesign().network().output().size());
    }

    @Test
    void dataAreSetWhereTheyCanBeReadAndOtherwiseTheSettingStays() throws IOException {
        CoreEngine engine = new CoreEngine(folder);
        Path project = folder.resolve("tiny");
        Projects.create(project, Projects.tinyDesign());
        Path table = Files.writeString(project.resolve("table.csv"), "a,b,label\n1,2,x\n3,4,y\n5,6,x\n7,8,y\n");

        OpenProject opened = engine.openData(project, table, null, new Listener(false));
        assertThat(opened.parts().train().channels() * opened.parts().train().plane())
                .isEqualTo(2);
        assertThat(Project.open(project).settings().data()).isEqualTo("table.csv");

        Path nowhere = folder.resolve("nowhere");
        assertThatThrownBy(() -> engine.openData(project, nowhere, null, new Listener(false)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(nowhere.toString());
        assertThat(Project.open(project).settings().data()).isEqualTo("table.csv");

        assertThat(engine.openData(project, null, null, new Listener(false))
                        .parts()
                        .train()
                        .synthetic())
                .isTrue();
        assertThat(Project.open(project).settings().data()).isNull();
    }

    @Test
    void howCsvIsReadIsKeptWithTheData() throws IOException {
        CoreEngine engine = new CoreEngine(folder);
        Path project = folder.resolve("tiny");
        Projects.create(project, Projects.tinyDesign());
        Path table = Files.writeString(project.resolve("table.csv"), "1,x,2\n3,y,4\n5,x,6\n7,y,8\n");
        assertThatThrownBy(() -> engine.openData(project, table, null, new Listener(false)))
                .isInstanceOf(IOException.class);
        CsvOptions csv = CsvOptions.AUTOMATIC.withHeader(false).withLabel("2");
        OpenProject opened = engine.openData(project, table, csv, new Listener(false));
        assertThat(opened.parts().train().classNames()).containsExactly("x", "y");
        assertThat(Project.open(project).settings().csv()).isEqualTo(csv);
        engine.openData(project, table, null, new Listener(false));
        assertThat(Project.open(project).settings().csv())
                .as("what is known stays")
                .isEqualTo(csv);
    }

    /** A context that is cancelled when it is asked for the {@code after}-th time. */
    private static JobContext cancelledAfter(int after) {
        AtomicInteger asked = new AtomicInteger();
        return new JobContext() {
            @Override
            public void progress(double done, String message) {}

            @Override
            public boolean cancelled() {
                return asked.incrementAndGet() >= after;
            }
        };
    }

    @Test
    void aCancelledReadingEndsEarlyAndWritesNothing() throws IOException {
        CoreEngine engine = new CoreEngine(folder);
        Path project = folder.resolve("tiny");
        Projects.create(project, Projects.tinyDesign());
        Path table = Files.writeString(project.resolve("table.csv"), "a,b,label\n" + "1,2,x\n3,4,y\n".repeat(20_000));
        for (int after : new int[] {1, 5, 20}) {
            assertThatThrownBy(() -> engine.openData(project, table, null, cancelledAfter(after)))
                    .isInstanceOf(CancellationException.class);
            assertThat(Project.open(project).settings().data()).isNull();
        }
        assertThatThrownBy(() -> engine.open(project, cancelledAfter(1))).isInstanceOf(CancellationException.class);

        Path made = folder.resolve("made");
        NewProject wanted = new NewProject(made, ReferenceNetwork.HAR_MLP, 2, Polarity.POSITIVE, null);
        assertThatThrownBy(() -> engine.create(wanted, cancelledAfter(1))).isInstanceOf(CancellationException.class);
        assertThat(made).doesNotExist();
        assertThat(engine.create(wanted, new Listener(false)).project()).isEqualTo(Project.open(made));
    }

    @Test
    void aNetworkOfOtherDataIsNamedAndNotShown() throws IOException {
        CoreEngine engine = new CoreEngine(folder);
        Project project = Projects.create(folder.resolve("tiny"), Projects.tinyDesign());
        new ResultStore(project)
                .save(new TrainedResult(
                        SampleNetworks.of(Projects.tinyDesign(), 1), new DatasetSummary("UCI HAR", false, 7352, 2947)));
        OpenProject opened = engine.open(project.folder(), new Listener(false));
        assertThat(opened.trained()).isNull();
        assertThat(opened.note()).contains("was trained on UCI HAR", "train again");
    }

    @Test
    void anInterruptedTrainingIsFoundByItsDesignAlone() throws IOException {
        CoreEngine engine = new CoreEngine(folder);
        Path project = folder.resolve("tiny");
        Projects.create(project, Projects.tinyDesign());
        OpenProject fresh = engine.open(project, new Listener(false));
        assertThat(CheckpointFile.unfinished(fresh.project())).isEmpty();
        Engine.RunListener killed = new Engine.RunListener() {
            private boolean ended;

            @Override
            public void epoch(Epoch epoch) {
                ended = true;
            }

            @Override
            public void loss(double done, double loss) {}

            @Override
            public void trained(TrainedNetwork network) {}

            @Override
            public void progress(double done, String message) {}

            @Override
            public boolean cancelled() {
                return ended;
            }
        };
        assertThatThrownBy(() -> engine.run(fresh, Projects.tinyDesign(), killed))
                .isInstanceOf(CancellationException.class);

        assertThat(CheckpointFile.unfinished(fresh.project())).isPresent();
        engine.requireInterrupted(fresh, Projects.tinyDesign());
        assertThatThrownBy(() ->
                        engine.requireInterrupted(fresh, Projects.tinyDesign().withSeed(99)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another design");
        engine.run(fresh, Projects.tinyDesign(), new Listener(false));
        assertThat(CheckpointFile.unfinished(fresh.project())).isEmpty();
    }

    @Test
    void trainingSurvivesACancelledEvaluationAndIsShownAndEvaluatedLater() throws IOException {
        CoreEngine engine = new CoreEngine(folder);
        Path project = folder.resolve("tiny");
        Projects.create(project, Projects.tinyDesign());
        OpenProject fresh = engine.open(project, new Listener(false));
        assertThat(fresh.trained()).isNull();

        Listener listener = new Listener(true);
        assertThatThrownBy(() -> engine.run(fresh, Projects.tinyDesign(), listener))
                .isInstanceOf(CancellationException.class);
        TrainedNetwork trained = Objects.requireNonNull(listener.trained);

        OpenProject again = engine.open(project, new Listener(false));
        TrainedNetwork stored = Objects.requireNonNull(again.trained());
        assertThat(stored.layers().getFirst().weights())
                .isEqualTo(trained.layers().getFirst().weights());
        assertThat(again.evaluation()).isNull();
        Session session = new Session();
        session.opened(again);
        TrainingViewModel model = new TrainingViewModel(session);
        assertThat(model.hasRun()).isTrue();
        assertThat(model.waitsForEvaluation()).isTrue();
        assertThat(model.lastEpoch()).startsWith("Epoch 2 of 2");

        Evaluation evaluation = engine.evaluate(again, stored, new Listener(false));
        assertThat(evaluation.accuracy().draws()).hasSize(3);
        session.result(evaluation);
        assertThat(model.waitsForEvaluation()).isFalse();
        Evaluation kept =
                Objects.requireNonNull(engine.open(project, new Listener(false)).evaluation());
        assertThat(kept.accuracy()).isEqualTo(evaluation.accuracy());
        assertThat(kept.dataset().name()).isEqualTo("Synthetic IMU");
    }
}
