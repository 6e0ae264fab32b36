package studio.crossbar.ui.cost;

import java.util.function.ToDoubleFunction;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.crossbar.cost.Component;
import studio.crossbar.cost.Cost;
import studio.crossbar.cost.CostItem;
import studio.crossbar.cost.EnergyBasis;
import studio.crossbar.design.Design;
import studio.crossbar.mapping.MappingPlan;
import studio.crossbar.study.Costing;
import studio.crossbar.study.Evaluation;
import studio.crossbar.ui.common.Screen;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Texts;

/** Bill of the edited design: from its programmed tiles if it is trained, else as expected before training. */
public final class CostViewModel {

    /**
     * What one component takes in one layer.
     *
     * @param component null for all of them
     * @param layer index among the layers with weights, or {@link CostItem#SHARED}
     */
    public record Part(@Nullable Component component, int layer) {

        boolean holds(CostItem item) {
            return item.layer() == layer && (component == null || item.component() == component);
        }
    }

    /**
     * One line of the bill.
     *
     * @param component what
     * @param layer where
     * @param count pieces or uses
     * @param unitCost of one
     * @param total {@code count · unitCost}, in the metric's unit
     * @param share of everything, 0 … 1
     * @param source of the unit cost
     */
    public record Row(
            String component, String layer, double count, double unitCost, double total, double share, String source) {}

    /** The bill and whose it is. */
    public record Bill(Cost cost, MappingPlan plan, boolean trained) {

        EnergyBasis basis() {
            return cost.energyBasis();
        }

        /** Of one component, what a layer has alone and its part of what all share; area in mm² or energy in nJ. */
        double withShared(Component component, int layer, ToDoubleFunction<CostItem> value) {
            return of(component, layer, value) + cost.shareOfTime(layer) * of(component, CostItem.SHARED, value);
        }

        private double of(Component component, int layer, ToDoubleFunction<CostItem> value) {
            return cost.ofLayer(layer).stream()
                    .filter(item -> item.component() == component)
                    .mapToDouble(value)
                    .sum();
        }

        /** Name of a layer, or of what all share. */
        String layerName(int layer) {
            return layer == CostItem.SHARED
                    ? Texts.get("cost.table.shared")
                    : plan.layers().get(layer).name();
        }
    }

    private final Session session;
    private final BooleanBinding inFront;
    private final ObjectProperty<CostMetric> metric = new SimpleObjectProperty<>(this, "metric", CostMetric.AREA);
    private final ReadOnlyObjectWrapper<@Nullable Bill> bill = new ReadOnlyObjectWrapper<>(this, "bill", null);
    private final ReadOnlyObjectWrapper<@Nullable Part> part = new ReadOnlyObjectWrapper<>(this, "part", null);
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ObservableList<Row> rowsView = FXCollections.unmodifiableObservableList(rows);

    /** Follows design and result of {@code session}. */
    public CostViewModel(Session session) {
        this.session = session;
        inFront = session.screenProperty().isEqualTo(Screen.COST);
        metric.subscribe((before, now) -> showRows());
        session.designProperty().subscribe((before, now) -> update());
        session.evaluationProperty().subscribe((before, now) -> update());
        session.costs().costingProperty().subscribe((before, now) -> update());
        update();
    }

    /** Whether the screen's tab is the one in front. */
    public BooleanBinding inFrontProperty() {
        return inFront;
    }

    public ObjectProperty<CostMetric> metricProperty() {
        return metric;
    }

    public ReadOnlyObjectProperty<@Nullable Bill> billProperty() {
        return bill.getReadOnlyProperty();
    }

    /** Selected layer of all screens, or {@link Session#NO_LAYER}. */
    public ReadOnlyIntegerProperty selectedLayerProperty() {
        return session.selectedLayerProperty();
    }

    /** Whether a line is of the layer that is selected on every screen. */
    public boolean ofSelectedLayer(Row row) {
        Bill now = bill.get();
        int selected = session.selectedLayerProperty().get();
        return now != null
                && selected >= 0
                && selected < now.plan().layers().size()
                && row.layer().equals(now.layerName(selected));
    }

    /** Selects the layer of a line on every screen; lines of shared parts leave it as it is. */
    public void select(Row row) {
        Bill now = bill.get();
        if (now != null) {
            now.plan().layers().stream()
                    .filter(layer -> layer.name().equals(row.layer()))
                    .findFirst()
                    .ifPresent(layer -> session.selectedLayerProperty().set(layer.layer()));
        }
    }

    /** The part whose lines alone are listed; null for all. */
    public ReadOnlyObjectProperty<@Nullable Part> partProperty() {
        return part.getReadOnlyProperty();
    }

    /** Lists the lines of one part alone, and selects its layer on every screen; null lists all. */
    public void look(@Nullable Part at) {
        part.set(at);
        if (at != null && at.layer() != CostItem.SHARED) {
            session.selectedLayerProperty().set(at.layer());
        }
        showRows();
    }

    /** Such as "ADCs, 2 conv1d 64". */
    public String name(Part of) {
        Bill now = bill.get();
        Component component = of.component();
        return Texts.format(
                "cost.part.name",
                component == null ? Texts.get("cost.part.everything") : component.label(),
                now == null ? "" : now.layerName(of.layer()));
    }

    /** Lines of the metric, dearest first. */
    public ObservableList<Row> rows() {
        return rowsView;
    }

    /** Total of a metric in its unit. */
    public static double total(Cost cost, CostMetric metric) {
        return switch (metric) {
            case AREA -> cost.areaSquareMillimetres();
            case ENERGY -> cost.energyNanojoules();
            case LATENCY -> cost.latencyMicroseconds();
        };
    }

    private void update() {
        Design design = session.designProperty().get();
        Evaluation evaluation = session.evaluationProperty().get();
        Costing costing = session.costs().costingProperty().get();
        if (design == null || costing == null) {
            bill.set(null);
        } else if (evaluation != null && session.resultIsCurrent()) {
            bill.set(new Bill(evaluation.cost(), evaluation.mapped().plan(), true));
        } else {
            bill.set(new Bill(costing.of(design), MappingPlan.of(design.network(), design.hardware()), false));
        }
        Bill now = bill.get();
        Part looked = part.get();
        if (looked != null
                && (now == null || looked.layer() >= now.plan().layers().size())) {
            part.set(null);
        }
        showRows();
    }

    private void showRows() {
        Bill now = bill.get();
        if (now == null) {
            rows.clear();
            return;
        }
        rows.setAll(BillRows.of(now, metric.get(), part.get()));
    }
}
