package studio.crossbar.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.study.Evaluation;
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
