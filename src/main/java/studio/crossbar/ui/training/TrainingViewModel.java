package studio.crossbar.ui.training;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;
import studio.crossbar.design.Design;
import studio.crossbar.simulation.AccuracyUnderNoise;
import studio.crossbar.simulation.WiredAccuracy;
import studio.crossbar.simulation.tile.WireResistance;
import studio.crossbar.study.Evaluation;
import studio.crossbar.training.Epoch;
import studio.crossbar.training.TrainedNetwork;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.Screen;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.TrainingLog;

/** The run and its result, in words and in the charts' units. */
public final class TrainingViewModel {

    private final Session session;
    private final BooleanBinding inFront;
    private final BooleanBinding stale;

    public TrainingViewModel(Session session) {
        this.session = session;
        inFront = session.screenProperty().isEqualTo(Screen.TRAINING);
        stale = Bindings.createBooleanBinding(
                () -> session.evaluationProperty().get() != null
                        && !session.training().runningProperty().get()
                        && !session.resultIsCurrent(),
                session.evaluationProperty(),
                session.designProperty(),
                session.training().runningProperty());
    }

    /** Whether the screen's tab is the one in front. */
    public BooleanBinding inFrontProperty() {
        return inFront;
    }

    /** Whether the result shown is of another design than the edited one; not while a run makes a new one. */
    public BooleanBinding staleProperty() {
        return stale;
    }

    public TrainingLog log() {
        return session.training();
    }

    public ReadOnlyObjectProperty<@Nullable Evaluation> evaluationProperty() {
        return session.evaluationProperty();
    }

    public ReadOnlyObjectProperty<@Nullable TrainedNetwork> trainedProperty() {
        return session.trainedProperty();
    }

    /** Whether there is a network without a result, and nothing is being done about it. */
    public boolean waitsForEvaluation() {
        return session.trainedProperty().get() != null
                && session.evaluationProperty().get() == null
                && !log().runningProperty().get();
    }

    /** Epochs of the run shown, to place batches on the epoch axis; a unipolar network has a float teacher first. */
    public int totalEpochs() {
        if (!log().epochs().isEmpty()) {
            return log().epochs().getFirst().total();
        }
        Design design = session.designProperty().get();
        if (design == null) {
            return 1;
        }
        int floating = design.recipe().floatEpochs();
        boolean unipolar = design.hardware().polarity().unipolar();
        return (unipolar ? 2 : 1) * floating + design.recipe().hardwareEpochs();
    }

    /**
     * Start of a phase.
     *
     * @param after last epoch before it
     * @param name in words
     */
    public record PhaseStart(int after, String name) {}

    /** Phases after the first that have begun. */
    public List<PhaseStart> phaseStarts() {
        List<PhaseStart> starts = new ArrayList<>();
        for (int i = 1; i < log().epochs().size(); i++) {
            Epoch before = log().epochs().get(i - 1);
            Epoch now = log().epochs().get(i);
            if (now.phase() != before.phase()) {
                starts.add(new PhaseStart(before.index(), now.phase().label()));
            }
        }
        return starts;
    }

    /** Whether there is anything to draw. */
    public boolean hasRun() {
        return log().runningProperty().get() || !log().epochs().isEmpty();
    }

    /** "Epoch 12 of 25, hardware-aware, loss 0.41, training accuracy 93.1 %". */
    public String lastEpoch() {
        if (log().epochs().isEmpty()) {
            return log().runningProperty().get() ? Texts.get("training.status.first") : "";
        }
        Epoch last = log().epochs().getLast();
        String epoch = Double.isNaN(last.validationAccuracy())
                ? Texts.format(
                        "training.status.epoch",
                        last.index(),
                        last.total(),
                        last.phase().label(),
                        Numbers.significant(last.loss()),
                        Numbers.percent(last.trainAccuracy()))
                : Texts.format(
                        "training.status.validated",
                        last.index(),
                        last.total(),
                        last.phase().label(),
                        Numbers.significant(last.loss()),
                        Numbers.percent(last.trainAccuracy()),
                        Numbers.percent(last.validationAccuracy()));
        return log().pausedProperty().get() ? Texts.format("training.status.paused", epoch) : epoch;
    }

    /** "93.1 ± 0.4 %". */
    public static String meanAndDeviation(AccuracyUnderNoise accuracy) {
        return String.format(
                java.util.Locale.ROOT, "%.1f ± %.1f %%", 100 * accuracy.mean(), 100 * accuracy.standardDeviation());
    }

    /**
     * A value and what stands below it.
     *
     * @param value accuracy, or a dash
     * @param below where it is from
     */
    public record Remark(String value, String below) {}

    /** Accuracy with IR drop and the approximation's error; what to do where there is none. */
    public Remark withWires(Evaluation evaluation) {
        OpenProject project = session.projectProperty().get();
        WireResistance set =
                project == null ? null : project.project().settings().wires();
        WiredAccuracy measured = evaluation.wired();
        if (measured == null) {
            return set == null
                    ? new Remark("–", Texts.get("training.wired.unset"))
                    : new Remark(
                            Texts.get("training.wired.unmeasured"),
                            Texts.format("training.wired.evaluate", set.text()));
        }
        String wires = measured.wires().text();
        String error = measured.error().text();
        return new Remark(
                meanAndDeviation(measured.accuracy()),
                set == null || set.equals(measured.wires())
                        ? Texts.format("training.wired.from", wires, error)
                        : Texts.format("training.wired.outdated", wires, set.text(), error));
    }

    /** The edited design. */
    public ReadOnlyObjectProperty<@Nullable Design> designProperty() {
        return session.designProperty();
    }
}
