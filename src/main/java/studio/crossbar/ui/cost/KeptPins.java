package studio.crossbar.ui.cost;

import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.crossbar.cost.Technology;
import studio.crossbar.specification.Metric;
import studio.crossbar.specification.VerdictTable;
import studio.crossbar.study.Costing;
import studio.crossbar.ui.common.KeptDesign;
import studio.crossbar.ui.common.Texts;

/** The pinned designs for other screens, with their costs. */
final class KeptPins {

    private final ObservableList<KeptDesign> kept = FXCollections.observableArrayList();
    private final ObservableList<KeptDesign> keptView = FXCollections.unmodifiableObservableList(kept);

    ObservableList<KeptDesign> all() {
        return keptView;
    }

    /** Costs {@code pins} as their own settings say. */
    void show(List<PinnedDesigns.Pin> pins, @Nullable Technology technology) {
        List<KeptDesign> now = pins.stream()
                .map(pin -> new KeptDesign(
                        pin.id(),
                        Texts.format("cost.compare.kept", pin.name()),
                        pin.design(),
                        costs(pin, technology),
                        null))
                .toList();
        if (!now.equals(kept)) {
            kept.setAll(now);
        }
    }

    /** Empty for a design that has no bill under this technology; the screen Cost says why. */
    private static Map<Metric, Double> costs(PinnedDesigns.Pin pin, @Nullable Technology technology) {
        if (technology == null) {
            return Map.of();
        }
        try {
            return VerdictTable.costs(Costing.of(technology, pin.settings()).of(pin.design()));
        } catch (IllegalArgumentException e) {
            return Map.of();
        }
    }
}
