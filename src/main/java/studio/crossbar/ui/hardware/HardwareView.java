package studio.crossbar.ui.hardware;

import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import studio.crossbar.cost.BuiltCells;
import studio.crossbar.ui.common.Columns;
import studio.crossbar.ui.common.EmptyState;
import studio.crossbar.ui.common.Figure;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.Steps;
import studio.crossbar.ui.common.TableMenu;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/** Network on its crossbars, cell and converter characteristics, live size and cost. */
public final class HardwareView extends StackPane {

    private final HardwareViewModel model;
    private final Figure tiles =
            new Figure("hardware-tiles", Texts.get("hardware.tiles.name"), Texts.get("hardware.tiles.help"));
    private final Figure devices =
            new Figure("hardware-devices", Texts.get("hardware.devices.name"), Texts.get("hardware.devices.help"));
    private final Figure area =
            new Figure("hardware-area", Texts.get("hardware.area.name"), Texts.get("hardware.area.help"));
    private final Figure energy =
            new Figure("hardware-energy", Texts.get("hardware.energy.name"), Texts.get("hardware.energy.help"));
    private final Figure latency =
            new Figure("hardware-latency", Texts.get("hardware.latency.name"), Texts.get("hardware.latency.help"));
    private final LevelsPane levels;
    private final ConverterChart converter;
    private final Steps steps = new Steps();
    private boolean following;

    /**
     * The screen.
     *
     * @param inputs what the ADCs of the trained network are given
     * @param actions of {@code inputs}
     */
    public HardwareView(
            HardwareViewModel model, AdcInputsViewModel inputs, HardwareActions actions, ObservableValue<Theme> theme) {
        this.model = model;
        levels = new LevelsPane(model.designProperty(), theme);
        converter = new ConverterChart(theme);
        EmptyState empty =
                new EmptyState("fth-cpu", Texts.get("hardware.empty.title"), Texts.get("hardware.empty.text"));
        Node content = content(new AdcInputsPane(inputs, actions, theme));
        getChildren().addAll(empty, content);
        model.estimateProperty().subscribe(estimate -> {
            empty.setVisible(estimate == null);
            content.setVisible(estimate != null);
            if (estimate != null) {
                show(estimate);
            }
        });
        model.designProperty().subscribe(design -> {
            if (design != null) {
                converter.show(design.hardware());
            }
        });
        model.referenceProperty().subscribe(reference -> {
            HardwareViewModel.Estimate now = model.estimateProperty().get();
            if (now != null) {
                show(now);
            }
        });
    }

    private Node content(Node inputs) {
        FlowPane figures = new FlowPane(10, 10, tiles, devices, area, energy, latency);
        figures.setPadding(new Insets(12, 14, 8, 14));
        SplitPane charts = new SplitPane(steps.later(() -> levels), steps.later(() -> converter));
        StackPane table = steps.laterTable(this::table);
        StackPane layers = new StackPane(table);
        layers.setPadding(new Insets(8, 14, 10, 14));
        SplitPane split = new SplitPane(charts, tabs(layers, inputs));
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.5);
        BorderPane pane = new BorderPane(split);
        pane.setTop(figures);
        return pane;
    }

    private static TabPane tabs(Node layers, Node inputs) {
        Tab sums = new Tab(Texts.get("hardware.tabs.adc"), inputs);
        sums.setId("hardware-tab-adc");
        sums.setTooltip(new Tooltip(Texts.get("hardware.tabs.adc.help")));
        Tab table = new Tab(Texts.get("hardware.tabs.layers"), layers);
        table.setId("hardware-tab-layers");
        table.setTooltip(new Tooltip(Texts.get("hardware.tabs.layers.help")));
        TabPane pane = new TabPane(table, sums);
        pane.setId("hardware-tabs");
        pane.setAccessibleText(Texts.get("hardware.tabs.accessible"));
        pane.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        return pane;
    }

    private TableView<HardwareViewModel.Row> table() {
        TableView<HardwareViewModel.Row> table = new TableView<>(model.rows());
        table.setId("layer-table");
        table.setAccessibleText(Texts.get("hardware.layers.accessible"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getStyleClass().add("dense");
        table.setPlaceholder(new Label(Texts.get("hardware.layers.empty")));
        table.getColumns().add(Columns.text(Texts.get("hardware.layers.layer"), 130, HardwareViewModel.Row::name));
        table.getColumns().add(Columns.text(Texts.get("hardware.layers.input"), 80, HardwareViewModel.Row::input));
        table.getColumns().add(Columns.text(Texts.get("hardware.layers.output"), 80, HardwareViewModel.Row::output));
        table.getColumns().add(Columns.number(Texts.get("hardware.layers.rows"), 70, row -> Numbers.count(row.rows())));
        table.getColumns()
                .add(Columns.number(Texts.get("hardware.layers.outputs"), 75, row -> Numbers.count(row.outputs())));
        table.getColumns()
                .add(Columns.number(Texts.get("hardware.layers.tiles"), 60, row -> Numbers.count(row.tiles())));
        table.getColumns()
                .add(Columns.number(Texts.get("hardware.layers.devices"), 90, row -> Numbers.count(row.devices())));
        table.getColumns()
                .add(Columns.number(
                        Texts.get("hardware.layers.utilisation"), 100, row -> Numbers.percent(row.utilisation())));
        followSelection(table);
        TableMenu.install(table);
        return table;
    }

    /** Its selection is the layer that is selected on all screens; rows are other ones after each edit. */
    private void followSelection(TableView<HardwareViewModel.Row> table) {
        Runnable follow = () -> {
            int layer = model.selectedLayerProperty().get();
            following = true;
            if (layer >= 0 && layer < table.getItems().size()) {
                table.getSelectionModel().clearAndSelect(layer);
            } else {
                table.getSelectionModel().clearSelection();
            }
            following = false;
        };
        table.getSelectionModel().selectedIndexProperty().subscribe(index -> {
            if (!following && index.intValue() >= 0) {
                model.selectedLayerProperty().set(index.intValue());
            }
        });
        model.rows().addListener((InvalidationListener) observable -> follow.run());
        model.selectedLayerProperty().subscribe(layer -> follow.run());
    }

    private void show(HardwareViewModel.Estimate now) {
        HardwareViewModel.Estimate reference = model.referenceProperty().get();
        HardwareViewModel.Estimate before = reference == null ? now : reference;
        BuiltCells built = BuiltCells.of(now.plan(), now.cost());
        tiles.show(
                Numbers.count(built.tiles()),
                Texts.format("hardware.tiles.used", Numbers.percent(built.utilisation())));
        double earlier = BuiltCells.of(before.plan(), before.cost()).devices();
        devices.show(Numbers.count(built.devices()), HardwareViewModel.change((double) built.devices(), earlier));
        double squareMillimetres = now.cost().areaSquareMillimetres();
        area.show(
                Texts.format("hardware.area.value", Numbers.significant(squareMillimetres)),
                HardwareViewModel.change(squareMillimetres, before.cost().areaSquareMillimetres()));
        double nanojoules = now.cost().energyNanojoules();
        energy.show(
                Texts.format("hardware.energy.value", Numbers.significant(nanojoules)),
                HardwareViewModel.change(nanojoules, before.cost().energyNanojoules()));
        double microseconds = now.cost().latencyMicroseconds();
        latency.show(
                Texts.format("hardware.latency.value", Numbers.significant(microseconds)),
                HardwareViewModel.change(microseconds, before.cost().latencyMicroseconds()));
    }
}
