package studio.crossbar.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.crossbar.design.Design;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.simulation.AccuracyUnderNoise;
import studio.crossbar.simulation.WireError;
import studio.crossbar.simulation.WiredAccuracy;
import studio.crossbar.simulation.tile.WireResistance;
import studio.crossbar.study.Evaluation;
import studio.crossbar.ui.Projects;
import studio.crossbar.ui.common.Session;

class TrainingViewModelTest {

    private final Session session = new Session();
    private final TrainingViewModel model = new TrainingViewModel(session);
    private final Design design = Projects.tinyDesign();

    @Test
    void aStoredRunIsShownWithItsPhases() {
        session.opened(Projects.open(design, Projects.evaluation(design)));
        assertThat(model.hasRun()).isTrue();
        assertThat(model.phaseStarts()).containsExactly(new TrainingViewModel.PhaseStart(1, "hardware"));
        assertThat(model.lastEpoch()).contains("Epoch 2 of 2", "hardware", "90.0 %", "validation 85.0 %");
        assertThat(model.staleProperty().get()).isFalse();
    }

    @Test
    void anEditMakesTheResultStale() {
        session.opened(Projects.open(design, Projects.evaluation(design)));
        session.designProperty().set(design.withSeed(7));
        assertThat(model.staleProperty().get()).isTrue();

        session.training().runningProperty().set(true);
        assertThat(model.staleProperty().get()).as("a new one is being made").isFalse();
        session.training().runningProperty().set(false);
        assertThat(model.staleProperty().get()).as("it was cancelled").isTrue();
    }

    @Test
    void unipolarNetworksCountTheirFloatTeacher() {
        session.opened(Projects.open(design, null));
        assertThat(model.totalEpochs()).isEqualTo(2);
        session.designProperty().set(design.withHardware(design.hardware().withPolarity(Polarity.POSITIVE)));
        assertThat(model.totalEpochs()).isEqualTo(3);
    }

    @Test
    void accuracyIsSaidWithItsDeviation() {
        assertThat(TrainingViewModel.meanAndDeviation(new AccuracyUnderNoise(List.of(0.9, 0.92, 0.94))))
                .isEqualTo("92.0 ± 2.0 %");
    }

    /** Resistance, accuracy and the approximation's error; where none was measured, what to do. */
    @Test
    void irDropIsShownWithTheErrorOfItsApproximation() {
        var without = Projects.evaluation(design);
        session.opened(Projects.open(design, without));
        assertThat(model.withWires(without).value()).isEqualTo("–");
        assertThat(model.withWires(without).below()).contains("\"wires\" not set");

        var wired = new WiredAccuracy(
                new WireResistance(1, 2.5),
                new AccuracyUnderNoise(List.of(0.9, 0.92, 0.94)),
                new WireError(4, 8, 2.1e-6, 7e-6));
        var measured = new Evaluation(
                without.mapped(), without.accuracy(), wired, without.activity(), without.cost(), without.dataset());
        assertThat(model.withWires(measured).value()).isEqualTo("92.0 ± 2.0 %");
        assertThat(model.withWires(measured).below())
                .isEqualTo("1 Ω a word-line, 2.5 Ω a bit-line segment\napproximate; currents off by 2.1e-06 (L2),"
                        + " 7.0e-06 of the largest current at worst, on the 4 largest tiles");
    }
}
