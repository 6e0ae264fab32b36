package studio.crossbar.ui.cost;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
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
import studio.crossbar.mapping.LayerPlan;
import studio.crossbar.mapping.MappingPlan;
import studio.crossbar.study.Costing;
import studio.crossbar.study.Evaluation;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Texts;

/** Bill of the edited design: from its programmed tiles if it is trained, else as expected before training. */
public final class CostViewModel {

    /** Figures that are broken down. */
    public enum Metric {
        AREA(
                Texts.get("cost.metric.area"),
                "mm²",
                Texts.get("cost.metric.area.count"),
                Texts.get("cost.metric.area.each")),
        ENERGY(
                Texts.get("cost.metric.energy"),
                "nJ",
                Texts.get("cost.metric.energy.count"),
                Texts.get("cost.metric.energy.each")),
        LATENCY(
                Texts.get("cost.metric.latency"),
                "µs",
                Texts.get("cost.metric.latency.count"),
                Texts.get("cost.metric.latency.each"));

        private final String label;
        private final String unit;
        private final String countHeading;
        private final String unitHeading;

        Metric(String label, String unit, String countHeading, String unitHeading) {
            this.label = label;
            this.unit = unit;
            this.countHeading = countHeading;
            this.unitHeading = unitHeading;
        }

        public String label() {
            return label;
        }

        public String unit() {
            return unit;
        }

        String countHeading() {
            return countHeading;
        }

        String unitHeading() {
            return unitHeading;
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
    private final ObjectProperty<Metric> metric = new SimpleObjectProperty<>(this, "metric", Metric.AREA);
    private final ReadOnlyObjectWrapper<@Nullable Bill> bill = new ReadOnlyObjectWrapper<>(this, "bill", null);
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ObservableList<Row> rowsView = FXCollections.unmodifiableObservableList(rows);

    /** Follows design and result of {@code session}. */
    public CostViewModel(Session session) {
        this.session = session;
        metric.subscribe((before, now) -> showRows());
        session.designProperty().subscribe((before, now) -> update());
        session.evaluationProperty().subscribe((before, now) -> update());
        session.costingProperty().subscribe((before, now) -> update());
        update();
    }

    public ObjectProperty<Metric> metricProperty() {
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

    /** Lines of the metric, dearest first. */
    public ObservableList<Row> rows() {
        return rowsView;
    }

    /** Total of a metric in its unit. */
    public static double total(Cost cost, Metric metric) {
        return switch (metric) {
            case AREA -> cost.areaSquareMillimetres();
            case ENERGY -> cost.energyNanojoules();
            case LATENCY -> cost.latencyMicroseconds();
        };
    }

    private void update() {
        Design design = session.designProperty().get();
        Evaluation evaluation = session.evaluationProperty().get();
        Costing costing = session.costingProperty().get();
        if (design == null || costing == null) {
            bill.set(null);
        } else if (evaluation != null && session.resultIsCurrent()) {
            bill.set(new Bill(evaluation.cost(), evaluation.mapped().plan(), true));
        } else {
            bill.set(new Bill(costing.of(design), MappingPlan.of(design.network(), design.hardware()), false));
        }
        showRows();
    }

    private void showRows() {
        Bill now = bill.get();
        if (now == null) {
            rows.clear();
            return;
        }
        double total = total(now.cost(), metric.get());
        List<Row> lines = switch (metric.get()) {
            case AREA ->
                items(
                        now,
                        total,
                        CostItem::instances,
                        CostItem::unitAreaSquareMicrometres,
                        CostItem::areaSquareMillimetres);
            case ENERGY ->
                items(now, total, CostItem::operations, CostItem::unitEnergyPicojoules, CostItem::energyNanojoules);
            case LATENCY -> latencies(now, total);
        };
        lines.sort(Comparator.comparingDouble(Row::total).reversed());
        rows.setAll(lines);
    }

    private static List<Row> items(
            Bill bill,
            double total,
            ToDoubleFunction<CostItem> count,
            ToDoubleFunction<CostItem> unit,
            ToDoubleFunction<CostItem> value) {
        List<Row> lines = new ArrayList<>();
        for (CostItem item : bill.cost().items()) {
            double amount = value.applyAsDouble(item);
            if (amount != 0) {
                lines.add(new Row(
                        item.component().label(),
                        bill.layerName(item.layer()),
                        count.applyAsDouble(item),
                        unit.applyAsDouble(item),
                        amount,
                        amount / total,
                        item.source()));
            }
        }
        return lines;
    }

    private static List<Row> latencies(Bill bill, double total) {
        List<Row> lines = new ArrayList<>();
        for (LayerPlan layer : bill.plan().layers()) {
            double time = bill.cost().layerLatenciesMicroseconds().get(layer.layer());
            lines.add(new Row(
                    Texts.get("cost.table.all-stages"),
                    layer.name(),
                    layer.vectors(),
                    time / layer.vectors(),
                    time,
                    time / total,
                    Texts.format("cost.table.latency.source", bill.cost().technology())));
        }
        return lines;
    }
}
