package studio.crossbar.ui.tiles;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import studio.crossbar.design.Design;
import studio.crossbar.mapping.LayerPlan;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.simulation.tile.WireResistance;
import studio.crossbar.study.Evaluation;
import studio.crossbar.study.ProjectSettings;
import studio.crossbar.ui.common.Jobs;
import studio.crossbar.ui.common.Session;

/** Floor plan of the last result's tiles, what is coloured, and the cell pointed at. */
public final class TilesViewModel {

    /** Shows the tiles of every layer. */
    public static final int ALL_LAYERS = Session.NO_LAYER;

    private final Session session;
    private final ReadOnlyObjectWrapper<@Nullable FloorPlan> plan = new ReadOnlyObjectWrapper<>(this, "plan", null);
    private final ReadOnlyObjectWrapper<@Nullable CellFigures> figures =
            new ReadOnlyObjectWrapper<>(this, "figures", null);
    private final ReadOnlyObjectWrapper<@Nullable CellInfo> cell = new ReadOnlyObjectWrapper<>(this, "cell", null);
    private final ObjectProperty<Quantity> quantity = new SimpleObjectProperty<>(this, "quantity", Quantity.POLARITY);
    private final IntegerProperty layer = new SimpleIntegerProperty(this, "layer", ALL_LAYERS);
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");
    private final BooleanBinding stale;
    /** Counts what changes the picture beside plan and quantity. */
    private final LongProperty arrivals = new SimpleLongProperty(this, "arrivals", 0);

    private final PyramidCache pyramids;
    private final IrDropLane drops;

    /**
     * Follows the result of {@code session}.
     *
     * @param jobs one of which solves the wires
     * @param ui runs updates on the user interface's thread
     */
    public TilesViewModel(Session session, Jobs jobs, Executor ui) {
        this.session = session;
        stale = Bindings.createBooleanBinding(
                () -> session.evaluationProperty().get() != null && !session.resultIsCurrent(),
                session.evaluationProperty(),
                session.designProperty());
        pyramids = new PyramidCache(
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().name("tiles").daemon().factory()),
                ui,
                this::arrived);
        drops = new IrDropLane(jobs, ui, this::solved);
        session.evaluationProperty().subscribe(this::show);
        session.settingsProperty().subscribe((before, now) -> rewire());
        quantity.subscribe((before, now) -> colour(true));
        layer.subscribe((before, now) -> {
            arrange();
            session.selectedLayerProperty().set(now.intValue());
        });
        session.selectedLayerProperty().subscribe((before, now) -> follow());
    }

    /** Shows the layer that is selected on every screen, if the result has one of that number. */
    private void follow() {
        int selected = session.selectedLayerProperty().get();
        if (figures.get() != null && selected < layerNames().size()) {
            layer.set(selected);
        }
    }

    private void show(@Nullable Evaluation evaluation) {
        CellFigures before = figures.get();
        if (evaluation != null && before != null && before.mapped().equals(evaluation.mapped())) {
            // The same cells, costed in another way.
            return;
        }
        figures.set(evaluation == null ? null : new CellFigures(evaluation.mapped(), wires()));
        arrange();
        if (evaluation != null) {
            int selected = session.selectedLayerProperty().get();
            layer.set(selected < layerNames().size() ? selected : ALL_LAYERS);
        }
    }

    private @Nullable WireResistance wires() {
        ProjectSettings settings = session.settingsProperty().get();
        return settings == null ? null : settings.wires();
    }

    private void rewire() {
        CellFigures now = figures.get();
        if (now != null && !Objects.equals(now.wires(), wires())) {
            figures.set(new CellFigures(now.mapped(), wires()));
            colour(false);
        }
    }

    private void arrange() {
        CellFigures now = figures.get();
        cell.set(null);
        plan.set(now == null ? null : FloorPlan.of(now.mapped(), layer.get()));
        colour(false);
    }

    /**
     * Starts to find out what is coloured now.
     *
     * @param asked whether the user has just chosen the quantity
     */
    private void colour(boolean asked) {
        CellFigures now = figures.get();
        FloorPlan shown = plan.get();
        Quantity wanted = quantity.get();
        drops.keep(now);
        if (now == null || shown == null) {
            pyramids.reset(_ -> null, true);
            note.set("");
            return;
        }
        if (!reason(wanted).isEmpty()) {
            quantity.set(Quantity.POLARITY);
            return;
        }
        pyramids.reset(tile -> wanted.of(now, tile), wanted.atHand());
        note.set(wanted.note(now));
        if (wanted == Quantity.IR_DROP) {
            drops.look(now, indices(shown), asked);
        }
        arrived();
    }

    private void arrived() {
        arrivals.set(arrivals.get() + 1);
    }

    private void solved() {
        CellFigures now = figures.get();
        FloorPlan shown = plan.get();
        if (now != null && shown != null && quantity.get() == Quantity.IR_DROP) {
            note.set(drops.text(now, indices(shown)));
            pyramids.retry();
            arrived();
        }
    }

    private static List<Integer> indices(FloorPlan shown) {
        return shown.tiles().stream().map(FloorPlan.Placed::index).toList();
    }

    /** Why a quantity cannot be shown; empty if it can. */
    public String reason(Quantity asked) {
        CellFigures now = figures.get();
        return now == null ? "" : asked.reason(now);
    }

    /** The edited design; null without a project. */
    public ReadOnlyObjectProperty<@Nullable Design> designProperty() {
        return session.designProperty();
    }

    /** Whether the tiles are those of another design than the edited one. */
    public BooleanBinding staleProperty() {
        return stale;
    }

    ReadOnlyObjectProperty<@Nullable FloorPlan> planProperty() {
        return plan.getReadOnlyProperty();
    }

    /** What is known of the result's cells; null without a result. */
    ReadOnlyObjectProperty<@Nullable CellFigures> figuresProperty() {
        return figures.getReadOnlyProperty();
    }

    /** The cell pointed at; null if there is none. */
    public ReadOnlyObjectProperty<@Nullable CellInfo> cellProperty() {
        return cell.getReadOnlyProperty();
    }

    public ObjectProperty<Quantity> quantityProperty() {
        return quantity;
    }

    /** Of what the colours are, where that is not plain: which chip, which wires, how far the computation is. */
    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /** Changes whenever there is more to paint than before. */
    ReadOnlyLongProperty arrivalsProperty() {
        return LongProperty.readOnlyLongProperty(arrivals);
    }

    /** Values of a tile as they are coloured; null until they are known. */
    @Nullable
    TilePyramid pyramid(FloorPlan.Placed placed) {
        return pyramids.get(placed.index(), placed.tile().slot().devices());
    }

    /** Layer shown, or {@link #ALL_LAYERS}. */
    public IntegerProperty layerProperty() {
        return layer;
    }

    /** Names of the layers with weights, in order. */
    public List<String> layerNames() {
        CellFigures now = figures.get();
        return now == null
                ? List.of()
                : now.mapped().plan().layers().stream().map(LayerPlan::name).toList();
    }

    /** The result's network; null without a result. */
    @Nullable
    MappedNetwork mapped() {
        CellFigures now = figures.get();
        return now == null ? null : now.mapped();
    }

    /** Points at a place of the floor plan, in cells. */
    public void pointAt(double x, double y) {
        FloorPlan now = plan.get();
        CellFigures known = figures.get();
        Optional<FloorPlan.Hit> hit = now == null ? Optional.empty() : now.at(x, y);
        cell.set(hit.isEmpty() || known == null ? null : CellInfo.of(hit.get(), known));
    }

    /** Points at the used cell beside the one pointed at; from none, at the one nearest to a place, in cells. */
    void pointBeside(int columns, int rows, double x, double y) {
        FloorPlan now = plan.get();
        CellFigures known = figures.get();
        if (now != null && known != null && !now.tiles().isEmpty()) {
            cell.set(CellInfo.of(new CellSteps(now).beside(cell.get(), columns, rows, x, y), known));
        }
    }

    /** Points at nothing. */
    public void pointAway() {
        cell.set(null);
    }
}
