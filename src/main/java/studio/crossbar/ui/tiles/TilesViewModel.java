package studio.crossbar.ui.tiles;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import studio.crossbar.design.Design;
import studio.crossbar.mapping.LayerPlan;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.study.Evaluation;
import studio.crossbar.ui.common.Session;

/** Floor plan of the last result's tiles, what is coloured, and the cell pointed at. */
public final class TilesViewModel {

    /** Shows the tiles of every layer. */
    public static final int ALL_LAYERS = Session.NO_LAYER;

    private final Session session;
    private final ReadOnlyObjectWrapper<@Nullable FloorPlan> plan = new ReadOnlyObjectWrapper<>(this, "plan", null);
    private final ReadOnlyObjectWrapper<@Nullable MappedNetwork> mapped =
            new ReadOnlyObjectWrapper<>(this, "mapped", null);
    private final ReadOnlyObjectWrapper<@Nullable CellInfo> cell = new ReadOnlyObjectWrapper<>(this, "cell", null);
    private final ObjectProperty<Quantity> quantity = new SimpleObjectProperty<>(this, "quantity", Quantity.POLARITY);
    private final IntegerProperty layer = new SimpleIntegerProperty(this, "layer", ALL_LAYERS);

    /** Follows the result of {@code session}. */
    public TilesViewModel(Session session) {
        this.session = session;
        session.evaluationProperty().subscribe(this::show);
        layer.subscribe((before, now) -> {
            arrange();
            session.selectedLayerProperty().set(now.intValue());
        });
        session.selectedLayerProperty().subscribe((before, now) -> follow());
    }

    /** Shows the layer that is selected on every screen, if the result has one of that number. */
    private void follow() {
        int selected = session.selectedLayerProperty().get();
        if (mapped.get() != null && selected < layerNames().size()) {
            layer.set(selected);
        }
    }

    private void show(@Nullable Evaluation evaluation) {
        mapped.set(evaluation == null ? null : evaluation.mapped());
        arrange();
        if (evaluation != null) {
            int selected = session.selectedLayerProperty().get();
            layer.set(selected < layerNames().size() ? selected : ALL_LAYERS);
        }
    }

    private void arrange() {
        MappedNetwork network = mapped.get();
        cell.set(null);
        plan.set(network == null ? null : FloorPlan.of(network, layer.get()));
    }

    /** The edited design; null without a project. */
    public ReadOnlyObjectProperty<@Nullable Design> designProperty() {
        return session.designProperty();
    }

    ReadOnlyObjectProperty<@Nullable FloorPlan> planProperty() {
        return plan.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable MappedNetwork> mappedProperty() {
        return mapped.getReadOnlyProperty();
    }

    /** The cell pointed at; null if there is none. */
    public ReadOnlyObjectProperty<@Nullable CellInfo> cellProperty() {
        return cell.getReadOnlyProperty();
    }

    public ObjectProperty<Quantity> quantityProperty() {
        return quantity;
    }

    /** Layer shown, or {@link #ALL_LAYERS}. */
    public IntegerProperty layerProperty() {
        return layer;
    }

    /** Names of the layers with weights, in order. */
    public List<String> layerNames() {
        MappedNetwork network = mapped.get();
        return network == null
                ? List.of()
                : network.plan().layers().stream().map(LayerPlan::name).toList();
    }

    /** Points at a place of the floor plan, in cells. */
    public void pointAt(double x, double y) {
        FloorPlan now = plan.get();
        MappedNetwork network = mapped.get();
        Optional<FloorPlan.Hit> hit = now == null ? Optional.empty() : now.at(x, y);
        if (hit.isEmpty() || network == null) {
            cell.set(null);
            return;
        }
        int index = hit.get().placed().layer().layer();
        cell.set(CellInfo.of(
                hit.get(), network.trained().layers().get(index).ranges().weight()));
    }

    /** Points at nothing. */
    public void pointAway() {
        cell.set(null);
    }
}
