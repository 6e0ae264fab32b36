package studio.crossbar.ui.hardware;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.crossbar.cost.EnergyBasis;
import studio.crossbar.ui.common.Columns;
import studio.crossbar.ui.common.EmptyState;
import studio.crossbar.ui.common.Figure;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.Theme;

/** Network on its crossbars, cell and converter characteristics, live size and cost. */
public final class HardwareView extends StackPane {

    private final HardwareViewModel model;
    private final Figure tiles = new Figure("hardware-tiles", "Tiles", "Crossbars the network needs");
    private final Figure devices = new Figure("hardware-devices", "Devices", "Memory cells used");
    private final Figure area = new Figure("hardware-area", "Area", "Of all components, from the technology file");
    private final Figure energy = new Figure(
            "hardware-energy", "Energy, expected", "Of one inference, " + EnergyBasis.EXPECTED_CONDUCTANCE.label());
    private final Figure latency = new Figure("hardware-latency", "Latency", "Of one inference");
    private final CellChart cell;
    private final ConverterChart converter;

    public HardwareView(HardwareViewModel model, ObservableValue<Theme> theme) {
        this.model = model;
        cell = new CellChart(theme);
        converter = new ConverterChart(theme);
        EmptyState empty = new EmptyState(
                "fth-cpu",
                "No design yet",
                "Open a project: tiles, area, energy and latency of its design appear here.");
        Node content = content();
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
                cell.show(design.hardware());
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

    private Node content() {
        FlowPane figures = new FlowPane(10, 10, tiles, devices, area, energy, latency);
        figures.setPadding(new Insets(12, 14, 8, 14));
        SplitPane charts = new SplitPane(cell, converter);
        TableView<HardwareViewModel.Row> table = table();
        VBox.setVgrow(table, javafx.scene.layout.Priority.ALWAYS);
        VBox layers = new VBox(table);
        layers.setPadding(new Insets(8, 14, 10, 14));
        SplitPane split = new SplitPane(charts, layers);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.6);
        BorderPane pane = new BorderPane(split);
        pane.setTop(figures);
        return pane;
    }

    private TableView<HardwareViewModel.Row> table() {
        TableView<HardwareViewModel.Row> table = new TableView<>(model.rows());
        table.setId("layer-table");
        table.setAccessibleText("Layers on the hardware");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getStyleClass().add("dense");
        table.setPlaceholder(new Label("The network has no layer with weights."));
        table.getColumns().add(Columns.text("Layer", 130, HardwareViewModel.Row::name));
        table.getColumns().add(Columns.text("Input", 80, HardwareViewModel.Row::input));
        table.getColumns().add(Columns.text("Output", 80, HardwareViewModel.Row::output));
        table.getColumns().add(Columns.number("Rows", 70, row -> Numbers.count(row.rows())));
        table.getColumns().add(Columns.number("Outputs", 75, row -> Numbers.count(row.outputs())));
        table.getColumns().add(Columns.number("Tiles", 60, row -> Numbers.count(row.tiles())));
        table.getColumns().add(Columns.number("Devices", 90, row -> Numbers.count(row.devices())));
        table.getColumns().add(Columns.number("Utilisation", 100, row -> Numbers.percent(row.utilisation())));
        return table;
    }

    private void show(HardwareViewModel.Estimate now) {
        HardwareViewModel.Estimate reference = model.referenceProperty().get();
        HardwareViewModel.Estimate before = reference == null ? now : reference;
        tiles.show(
                Numbers.count(now.plan().tiles().size()),
                Numbers.percent(now.plan().utilisation()) + " used");
        devices.show(
                Numbers.count(now.plan().devices()),
                HardwareViewModel.change(
                        (double) now.plan().devices(), (double) before.plan().devices()));
        double squareMillimetres = now.cost().areaSquareMillimetres();
        area.show(
                Numbers.significant(squareMillimetres) + " mm²",
                HardwareViewModel.change(squareMillimetres, before.cost().areaSquareMillimetres()));
        double nanojoules = now.cost().energyNanojoules();
        energy.show(
                Numbers.significant(nanojoules) + " nJ",
                HardwareViewModel.change(nanojoules, before.cost().energyNanojoules()));
        double microseconds = now.cost().latencyMicroseconds();
        latency.show(
                Numbers.significant(microseconds) + " µs",
                HardwareViewModel.change(microseconds, before.cost().latencyMicroseconds()));
    }
}
