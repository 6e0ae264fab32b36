package studio.crossbar.ui.training;

import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;
import studio.crossbar.design.Design;
import studio.crossbar.simulation.AccuracyUnderNoise;
import studio.crossbar.study.Evaluation;
import studio.crossbar.training.Epoch;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.TrainingLog;

/** The run and its result, in words and in the charts' units. */
public final class TrainingViewModel {

    private final Session session;

    public TrainingViewModel(Session session) {
        this.session = session;
    }

    public TrainingLog log() {
        return session.training();
    }

    public ReadOnlyObjectProperty<@Nullable Evaluation> evaluationProperty() {
        return session.evaluationProperty();
    }

    /** Epochs of both phases of the run shown, to place batches on the epoch axis. */
    public int totalEpochs() {
        if (!log().epochs().isEmpty()) {
            return log().epochs().getFirst().total();
        }
        Design design = session.designProperty().get();
        return design == null
                ? 1
                : design.recipe().floatEpochs() + design.recipe().hardwareEpochs();
    }

    /** Last epoch of float pre-training, or 0 as long as none has ended. */
    public int lastFloatEpoch() {
        return log().epochs().stream()
                .filter(epoch -> epoch.phase() == Epoch.Phase.FLOAT)
                .mapToInt(Epoch::index)
                .max()
                .orElse(0);
    }

    /** Whether there is anything to draw. */
    public boolean hasRun() {
        return log().runningProperty().get() || !log().epochs().isEmpty();
    }

    /** "Epoch 12 of 25, hardware-aware, loss 0.41, training accuracy 93.1 %". */
    public String lastEpoch() {
        if (log().epochs().isEmpty()) {
            return log().runningProperty().get() ? "First epoch" : "";
        }
        Epoch last = log().epochs().getLast();
        String validation = Double.isNaN(last.validationAccuracy())
                ? ""
                : ", validation " + Numbers.percent(last.validationAccuracy());
        return "Epoch " + last.index() + " of " + last.total() + ", "
                + (last.phase() == Epoch.Phase.FLOAT ? "float pre-training" : "hardware-aware fine-tuning") + ", loss "
                + Numbers.significant(last.loss()) + ", training accuracy " + Numbers.percent(last.trainAccuracy())
                + validation;
    }

    /** "93.1 ± 0.4 %". */
    public static String meanAndDeviation(AccuracyUnderNoise accuracy) {
        return String.format(
                java.util.Locale.ROOT, "%.1f ± %.1f %%", 100 * accuracy.mean(), 100 * accuracy.standardDeviation());
    }

    /** Whether the result shown belongs to the design being edited. */
    public boolean resultIsCurrent() {
        return session.resultIsCurrent();
    }

    /** The edited design. */
    public ReadOnlyObjectProperty<@Nullable Design> designProperty() {
        return session.designProperty();
    }
}
