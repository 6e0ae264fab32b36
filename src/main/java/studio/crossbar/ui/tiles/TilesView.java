package studio.crossbar.ui.tiles;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.ActionControls;
import studio.crossbar.ui.common.Counts;
import studio.crossbar.ui.common.EmptyState;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.ProjectEmptyState;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;
import studio.crossbar.ui.common.Tips;

/** Floor plan with legend and the cell under the pointer. */
public final class TilesView extends StackPane {

    private static final String HINT = Texts.get("tiles.cell.hint");

    /** Fixed, so that the floor plan does not move under the pointer. */
    private static final double CELL_HEIGHT = 68;

    private static final double COLOURS_HEIGHT = 38;

    private final TilesViewModel model;
    private final ObservableValue<Theme> theme;
    private final FloorPlanCanvas canvas;
    private final TilesActions actions;
    private final Legend legend = new Legend();
    private final ComboBox<Integer> layers = new ComboBox<>();
    private final Label summary = new Label();
    private final Label note = new Label();
    private @Nullable HeatColours colours;
    private @Nullable CellFigures shown;
    private final Label cell = new Label(HINT);

    /** @param actions of {@code model} */
    public TilesView(
            TilesViewModel model,
            TilesActions actions,
            ObservableValue<Theme> theme,
            Action openProject,
            Action train) {
        this.model = model;
        this.theme = theme;
        canvas = new FloorPlanCanvas(model, actions, theme);
        this.actions = actions;
        actions.actOn(canvas);
        Node empty = new ProjectEmptyState(
                model.designProperty(),
                openProject,
                new EmptyState(
                        "fth-grid",
                        Texts.get("tiles.empty.title"),
                        Texts.get("tiles.empty.text"),
                        ActionControls.textButton(train, "accent")));
        Node content = content();
        getChildren().addAll(empty, content);
        model.figuresProperty().subscribe(figures -> {
            empty.setVisible(figures == null);
            content.setVisible(figures != null);
            if (figures != null) {
                show(figures.mapped());
            }
        });
        model.quantityProperty().subscribe(quantity -> showLegend());
        model.arrivalsProperty().subscribe(arrived -> showLegend());
        theme.subscribe(now -> showLegend());
        model.cellProperty().subscribe(this::show);
    }

    private Node content() {
        layers.setId("tile-layer");
        layers.setAccessibleText(Texts.get("tiles.layer.accessible"));
        layers.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Integer value) {
                return value == null || value == TilesViewModel.ALL_LAYERS
                        ? Texts.get("tiles.layer.all")
                        : model.layerNames().get(value);
            }

            @Override
            public Integer fromString(String text) {
                return TilesViewModel.ALL_LAYERS;
            }
        });
        layers.valueProperty().subscribe(value -> {
            if (value != null) {
                model.layerProperty().set(value);
            }
        });
        model.layerProperty().subscribe(shown -> layers.setValue(shown.intValue()));
        summary.getStyleClass().add("text-muted");
        summary.setMinWidth(0);
        summary.setWrapText(true);
        layers.setMinWidth(USE_PREF_SIZE);
        note.setId("tile-note");
        note.getStyleClass().add("text-muted");
        note.setMinWidth(0);
        note.setWrapText(true);
        note.textProperty().bind(model.noteProperty());
        Tips.on(summary, summary::getText);
        summary.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(summary, Priority.ALWAYS);
        HBox tools = new HBox(
                8,
                layers,
                summary,
                ActionControls.toolButton(actions.zoomOut, false),
                ActionControls.toolButton(actions.zoomIn, false),
                ActionControls.toolButton(actions.fit, false),
                exports());
        tools.setAlignment(Pos.CENTER_LEFT);
        HBox scale = new HBox(24, legend, note);
        scale.setAlignment(Pos.CENTER_LEFT);
        scale.setMinHeight(COLOURS_HEIGHT);
        scale.setPrefHeight(COLOURS_HEIGHT);
        HBox.setHgrow(note, Priority.ALWAYS);
        Label stale = new Label(Texts.get("tiles.stale"));
        stale.setId("tiles-stale");
        stale.getStyleClass().add("badge-warning");
        stale.visibleProperty().bind(model.staleProperty());
        stale.managedProperty().bind(stale.visibleProperty());
        VBox top = new VBox(8, tools, stale, new QuantityBar(model).node(), scale);
        top.setPadding(new Insets(10, 14, 8, 14));
        cell.setId("tile-cell");
        cell.setWrapText(true);
        cell.setMinHeight(CELL_HEIGHT);
        cell.setPrefHeight(CELL_HEIGHT);
        cell.setMaxWidth(Double.MAX_VALUE);
        cell.getStyleClass().add("cell-info");
        BorderPane pane = new BorderPane(canvas);
        pane.setTop(top);
        pane.setBottom(cell);
        return pane;
    }

    private Node exports() {
        MenuButton menu = new MenuButton(Texts.get("tiles.export.menu"), new FontIcon("fth-download"));
        menu.setId("tiles-export");
        Tips.on(menu, Texts.get("tiles.export.help"));
        menu.setMinWidth(USE_PREF_SIZE);
        actions.pictures.forEach(action -> menu.getItems().add(exportItem(action)));
        menu.getItems().add(new SeparatorMenuItem());
        actions.tables.forEach(action -> menu.getItems().add(exportItem(action)));
        return menu;
    }

    private static MenuItem exportItem(Action action) {
        MenuItem item = ActionControls.menuItem(action);
        item.setId(action.id());
        return item;
    }

    private void show(MappedNetwork mapped) {
        List<Integer> choices = new ArrayList<>();
        choices.add(TilesViewModel.ALL_LAYERS);
        mapped.plan().layers().forEach(layer -> choices.add(layer.layer()));
        layers.getItems().setAll(choices);
        layers.setValue(model.layerProperty().get());
        summary.setText(Texts.format(
                "tiles.summary",
                Counts.tiles(mapped.tiles().size()),
                mapped.plan().tile().rows(),
                mapped.plan().tile().columns(),
                Numbers.count(mapped.plan().weightDevices()),
                Numbers.percent(mapped.plan().utilisation())));
        showLegend();
    }

    private void showLegend() {
        CellFigures figures = model.figuresProperty().get();
        if (figures != null) {
            Quantity quantity = model.quantityProperty().get();
            HeatColours now = HeatColours.of(colours, quantity, quantity.largest(figures), theme.getValue());
            if (!now.equals(colours) || !figures.equals(shown)) {
                colours = now;
                shown = figures;
                legend.show(now, figures);
            }
        }
    }

    private void show(@Nullable CellInfo info) {
        cell.setText(info == null ? HINT : CellText.of(info));
    }
}
