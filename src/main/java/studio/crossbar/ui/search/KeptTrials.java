package studio.crossbar.ui.search;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.InvalidationListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.crossbar.search.Measurement;
import studio.crossbar.search.Trial;
import studio.crossbar.search.store.TestResult;
import studio.crossbar.specification.MeanAccuracy;
import studio.crossbar.specification.Metric;
import studio.crossbar.ui.common.KeptDesign;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.Texts;

/** The pinned trials for other screens, with what the search has measured of them. */
final class KeptTrials {

    private static final Map<Metric, TrialFigure> COSTS = Map.of(
            Metric.AREA, TrialFigure.AREA,
            Metric.ENERGY, TrialFigure.ENERGY,
            Metric.LATENCY, TrialFigure.LATENCY);

    private final SearchFeed feed;
    private final TrialSelection selection;
    private final ObservableList<KeptDesign> kept = FXCollections.observableArrayList();
    private final ObservableList<KeptDesign> keptView = FXCollections.unmodifiableObservableList(kept);

    KeptTrials(SearchFeed feed, TrialSelection selection) {
        this.feed = feed;
        this.selection = selection;
        selection.pinned().addListener((InvalidationListener) observable -> update());
        feed.pictureProperty().subscribe(picture -> update());
    }

    ObservableList<KeptDesign> all() {
        return keptView;
    }

    private void update() {
        SearchPicture search = feed.pictureProperty().get();
        List<KeptDesign> now = search == null
                ? List.of()
                : selection.pinned().stream()
                        .map(id -> search.byId().get(id))
                        .filter(Objects::nonNull)
                        .map(trial -> of(trial, search.tests().get(trial.id())))
                        .toList();
        if (!now.equals(kept)) {
            kept.setAll(now);
        }
    }

    private static KeptDesign of(Trial trial, @Nullable TestResult test) {
        Map<Metric, Double> costs = new EnumMap<>(Metric.class);
        COSTS.forEach((metric, figure) -> {
            double value = figure.of(trial);
            if (!Double.isNaN(value)) {
                costs.put(metric, value);
            }
        });
        return new KeptDesign(
                "trial-" + trial.id(),
                Texts.format("search.kept.title", trial.id()),
                null,
                costs,
                test == null ? ofSearch(trial) : ofTest(test));
    }

    private static KeptDesign.@Nullable Measured ofSearch(Trial trial) {
        if (trial.measurements().isEmpty()) {
            return null;
        }
        Measurement last = trial.measurements().getLast();
        return new KeptDesign.Measured(
                new MeanAccuracy(1 - last.error(), last.accuracyInterval()),
                Texts.format("search.kept.search", last.draws(), Numbers.count(last.epochs())));
    }

    private static KeptDesign.Measured ofTest(TestResult test) {
        return new KeptDesign.Measured(
                new MeanAccuracy(
                        1 - test.error(), Measurement.accuracyInterval(test.draws(), test.error(), test.deviation())),
                Texts.format("search.kept.test", test.draws()));
    }
}
