package studio.crossbar.ui.hardware;

import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.crossbar.cost.Cost;
import studio.crossbar.design.Design;
import studio.crossbar.hardware.Encoding;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.mapping.LayerPlan;
import studio.crossbar.mapping.MappingPlan;
import studio.crossbar.study.Costing;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Texts;

/** What the edited design needs of hardware, anew with every change of it or of the costs. */
public final class HardwareViewModel {

    /**
     * Size and cost of a design before training.
     *
     * @param plan its tiles
     * @param cost its bill
     */
    public record Estimate(MappingPlan plan, Cost cost) {}

    /**
     * A layer on its crossbars.
     *
     * @param name such as "2 conv1d 64"
     * @param input shape
     * @param output shape
     * @param rows crossbar rows
     * @param outputs weight columns
     * @param tiles tiles
     * @param devices cells used
     * @param utilisation cells used over cells of its tiles, 0 … 1
     */
    public record Row(
            String name,
            String input,
            String output,
            int rows,
            int outputs,
            int tiles,
            long devices,
            double utilisation) {}

    private final Session session;
    private final ReadOnlyObjectWrapper<@Nullable Estimate> estimate =
            new ReadOnlyObjectWrapper<>(this, "estimate", null);
    private final ReadOnlyObjectWrapper<@Nullable Estimate> reference =
            new ReadOnlyObjectWrapper<>(this, "reference", null);
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ObservableList<Row> rowsView = FXCollections.unmodifiableObservableList(rows);

    /** Follows the design of {@code session}. */
    public HardwareViewModel(Session session) {
        this.session = session;
        session.savedProperty().subscribe((before, now) -> saved());
        session.savedSettingsProperty().subscribe((before, now) -> saved());
        session.costs().costingProperty().subscribe((before, now) -> {
            saved();
            changed();
        });
        session.designProperty().subscribe((before, now) -> changed());
        saved();
        changed();
    }

    public ReadOnlyObjectProperty<@Nullable Estimate> estimateProperty() {
        return estimate.getReadOnlyProperty();
    }

    /** The design as it was saved, to compare with. */
    public ReadOnlyObjectProperty<@Nullable Estimate> referenceProperty() {
        return reference.getReadOnlyProperty();
    }

    /** Layers with weights. */
    public ObservableList<Row> rows() {
        return rowsView;
    }

    /** The edited design; null without a project. It changes more often than its estimate. */
    public ReadOnlyObjectProperty<@Nullable Design> designProperty() {
        return session.designProperty();
    }

    /** Index of the layer that is selected on all screens, among those with weights; {@link Session#NO_LAYER} for none. */
    public IntegerProperty selectedLayerProperty() {
        return session.selectedLayerProperty();
    }

    /** "+12.0 % to saved", or "as saved". */
    public static String change(double now, double before) {
        if (before == 0 || Math.abs(now / before - 1) < 0.0005) {
            return Texts.get("hardware.change.none");
        }
        String percent = String.format(java.util.Locale.ROOT, "%+.1f", 100 * (now / before - 1));
        return Texts.format("hardware.change.some", percent.replace('-', '−'));
    }

    /** Whether all column sums have one sign: that of their cells; only signed inputs of a first layer differ. */
    static boolean unsignedAdc(Hardware hardware) {
        return hardware.polarity().encodings().stream().allMatch(Encoding::unipolar);
    }

    private void saved() {
        Design design = session.savedProperty().get();
        Costing costing = session.costs().saved();
        reference.set(costing == null || design == null ? null : estimate(costing, design));
    }

    private void changed() {
        Design design = session.designProperty().get();
        Costing costing = session.costs().costingProperty().get();
        if (design == null || costing == null) {
            estimate.set(null);
            rows.clear();
            return;
        }
        Estimate now = estimate(costing, design);
        rows.setAll(now.plan().layers().stream()
                .map(layer -> row(layer, now.plan()))
                .toList());
        estimate.set(now);
    }

    private static Estimate estimate(Costing costing, Design design) {
        return new Estimate(MappingPlan.of(design.network(), design.hardware()), costing.of(design));
    }

    private static Row row(LayerPlan layer, MappingPlan plan) {
        List<?> tiles = layer.tiles();
        double cells = (double) tiles.size() * plan.tile().rows() * plan.tile().columns();
        return new Row(
                layer.name(),
                layer.input().toString(),
                layer.output().toString(),
                layer.rows().rows(),
                layer.spec().outputs(),
                tiles.size(),
                layer.weightDevices(),
                layer.devices() / cells);
    }
}
