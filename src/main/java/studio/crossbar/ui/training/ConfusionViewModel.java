package studio.crossbar.ui.training;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import studio.crossbar.study.Evaluation;
import studio.crossbar.training.Confusion;
import studio.crossbar.training.TrainedNetwork;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Texts;

/** Which classes the trained network takes for which. */
public final class ConfusionViewModel {

    /** Whose choices are counted. */
    public enum Source {
        /** All chips of the evaluation. */
        CHIPS,
        /** The float network of the pre-training. */
        FLOAT
    }

    private final Session session;
    private final ObjectProperty<Source> source = new SimpleObjectProperty<>(this, "source", Source.CHIPS);
    private final ObjectProperty<ConfusionMatrix.Unit> unit =
            new SimpleObjectProperty<>(this, "unit", ConfusionMatrix.Unit.SHARE);
    private final ReadOnlyObjectWrapper<@Nullable ConfusionMatrix> matrix =
            new ReadOnlyObjectWrapper<>(this, "matrix", null);

    /** Follows the results of {@code session}. */
    public ConfusionViewModel(Session session) {
        this.session = session;
        InvalidationListener update = observable -> matrix.set(now());
        source.addListener(update);
        session.evaluationProperty().addListener(update);
        session.trainedProperty().addListener(update);
        matrix.set(now());
    }

    public ObjectProperty<Source> sourceProperty() {
        return source;
    }

    /** What the cells say. */
    public ObjectProperty<ConfusionMatrix.Unit> unitProperty() {
        return unit;
    }

    /** What was counted; null if it was not. */
    public ReadOnlyObjectProperty<@Nullable ConfusionMatrix> matrixProperty() {
        return matrix.getReadOnlyProperty();
    }

    /** Why there is nothing to show and what to do; empty if there is something. */
    public String reason() {
        if (matrix.get() != null) {
            return "";
        }
        if (session.trainedProperty().get() == null) {
            return Texts.get("training.confusion.reason.untrained");
        }
        if (source.get() == Source.FLOAT) {
            return Texts.get("training.confusion.reason.float");
        }
        return session.evaluationProperty().get() == null
                ? Texts.get("training.confusion.reason.unevaluated")
                : Texts.get("training.confusion.reason.earlier");
    }

    /** Whether an evaluation would give what is missing. */
    public boolean evaluationHelps() {
        return matrix.get() == null
                && source.get() == Source.CHIPS
                && session.trainedProperty().get() != null;
    }

    private @Nullable ConfusionMatrix now() {
        Evaluation evaluation = session.evaluationProperty().get();
        TrainedNetwork trained = session.trainedProperty().get();
        boolean chips = source.get() == Source.CHIPS;
        Confusion counts;
        if (chips) {
            counts = evaluation == null ? null : evaluation.confusion();
        } else {
            counts = trained == null ? null : trained.floatConfusion();
        }
        return counts == null ? null : new ConfusionMatrix(counts, names(counts.classes()), chips);
    }

    private List<String> names(int classes) {
        OpenProject project = session.projectProperty().get();
        List<String> known =
                project == null ? List.of() : project.parts().test().classNames();
        return known.size() == classes
                ? known
                : IntStream.range(0, classes)
                        .mapToObj(i -> Texts.format("training.confusion.class", i))
                        .toList();
    }
}
