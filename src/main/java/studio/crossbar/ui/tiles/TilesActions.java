package studio.crossbar.ui.tiles;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import studio.crossbar.report.DrawingFile;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.FileRequest;
import studio.crossbar.ui.common.Jobs;
import studio.crossbar.ui.common.Texts;

/** What can be done with the floor plan: where to look, and what to write of it. */
public final class TilesActions {

    final Action zoomOut;
    final Action zoomIn;
    final Action fit;
    final Action allLayers;

    /** Selects the layer of the cell that is pointed at. */
    final Action pointedLayer;

    /** Looks at the tile of the cell that is pointed at. */
    final Action pointedTile;

    /** Pictures of what is seen. */
    final List<Action> pictures;

    /** Cells as tables. */
    final List<Action> tables;

    /** Null until the screen was shown: it is the window that decides what is in sight. */
    private final ObjectProperty<@Nullable SeenPlan> plan = new SimpleObjectProperty<>(this, "plan", null);

    private final ObservableValue<String> reason;

    /** @param files asks where to export to */
    public TilesActions(TilesViewModel model, Jobs jobs, FileRequest files) {
        reason = Bindings.createStringBinding(
                () -> {
                    if (model.figuresProperty().get() == null) {
                        return Texts.get("tiles.reason.untrained");
                    }
                    return plan.get() == null ? Texts.get("tiles.reason.unseen") : "";
                },
                model.figuresProperty(),
                plan);
        zoomOut = action("tiles-zoom-out", Texts.get("tiles.zoom.out"), "fth-zoom-out", "", SeenPlan::zoomOut);
        zoomIn = action("tiles-zoom-in", Texts.get("tiles.zoom.in"), "fth-zoom-in", "", SeenPlan::zoomIn);
        fit = action("tiles-fit", Texts.get("tiles.zoom.fit"), "fth-maximize", "", SeenPlan::fit);
        allLayers = new Action(
                "tiles-all-layers",
                Texts.get("tiles.menu.all"),
                "fth-layers",
                null,
                Texts.get("tiles.menu.all.help"),
                Bindings.when(model.layerProperty().isEqualTo(TilesViewModel.ALL_LAYERS))
                        .then(Texts.get("tiles.reason.all"))
                        .otherwise(""),
                () -> model.layerProperty().set(TilesViewModel.ALL_LAYERS));
        pointedLayer = new Action(
                "tiles-pointed-layer",
                Texts.get("tiles.pointed.layer"),
                "fth-layers",
                null,
                Texts.get("tiles.pointed.layer.help"),
                unpointed(model),
                () -> {
                    CellInfo cell = model.cellProperty().get();
                    if (cell != null) {
                        model.layerProperty().set(model.layerNames().indexOf(cell.layer()));
                    }
                });
        pointedTile = new Action(
                "tiles-pointed-tile",
                Texts.get("tiles.pointed.tile"),
                "fth-zoom-in",
                null,
                Texts.get("tiles.pointed.tile.help"),
                unpointed(model),
                () -> {
                    CellInfo cell = model.cellProperty().get();
                    SeenPlan seen = plan.get();
                    if (cell != null && seen != null) {
                        seen.zoomTo(cell.tile() - 1);
                    }
                });
        TilesExport export = new TilesExport(model, jobs, files);
        pictures = List.of(
                export(DrawingFile.PNG.extension(), Texts.get("tiles.export.png"), export.picture(DrawingFile.PNG)),
                export(DrawingFile.SVG.extension(), Texts.get("tiles.export.svg"), export.picture(DrawingFile.SVG)),
                export(DrawingFile.PDF.extension(), Texts.get("tiles.export.pdf"), export.picture(DrawingFile.PDF)));
        tables = List.of(
                export("csv", Texts.get("tiles.export.csv.seen"), export.table(true)),
                export("csv-all", Texts.get("tiles.export.csv.all"), export.table(false)));
    }

    private ObservableValue<String> unpointed(TilesViewModel model) {
        return Bindings.createStringBinding(
                () -> {
                    String unseen = reason.getValue();
                    return unseen.isEmpty() && model.cellProperty().get() == null
                            ? Texts.get("tiles.reason.unpointed")
                            : unseen;
                },
                reason,
                model.cellProperty());
    }

    /** Has the actions act on {@code seen} from now on. */
    void actOn(SeenPlan seen) {
        plan.set(seen);
    }

    /** All of them. */
    public List<Action> all() {
        List<Action> all = new ArrayList<>(List.of(zoomIn, zoomOut, fit, allLayers, pointedLayer, pointedTile));
        all.addAll(pictures);
        all.addAll(tables);
        return all;
    }

    private Action export(String what, String text, Consumer<FloorDrawing> write) {
        return action("tiles-export-" + what, text, "fth-download", Texts.get("tiles.export.help"), seen -> {
            FloorDrawing drawing = seen.drawing();
            if (drawing != null) {
                write.accept(drawing);
            }
        });
    }

    /** @param help empty if the text says all */
    private Action action(String id, String text, String icon, String help, Consumer<SeenPlan> handler) {
        return new Action(id, text, icon, null, help.isEmpty() ? text : help, reason, () -> {
            SeenPlan seen = plan.get();
            if (seen != null) {
                handler.accept(seen);
            }
        });
    }
}
