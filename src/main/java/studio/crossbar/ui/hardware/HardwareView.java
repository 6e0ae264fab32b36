package studio.crossbar.ui.hardware;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.crossbar.design.Design;
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
    private final Figure energy = new Figure("hardware-energy", "Energy", "Of one inference");
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
        Label heading = new Label("Layers on crossbars");
        heading.getStyleClass().add("section-heading");
        TableView<HardwareViewModel.Row> table = table();
        VBox.setVgrow(table, javafx.scene.layout.Priority.ALWAYS);
        VBox layers = new VBox(6, heading, table);
        layers.setPadding(new Insets(8, 14, 10, 14));
        SplitPane split = new SplitPane(charts, layers);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.58);
        BorderPane pane = new BorderPane(split);
        pane.setTop(figures);
        return pane;
    }

    private TableView<HardwareViewModel.Row> table() {
        TableView<HardwareViewModel.Row> table = new TableView<>(model.rows());
        table.setId("layer-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getStyleClass().add("dense");
        table.setPlaceholder(new Label("The network has no layer with weights."));
        table.getColumns().add(column("Layer", false, HardwareViewModel.Row::name));
        table.getColumns().add(column("Input", false, HardwareViewModel.Row::input));
        table.getColumns().add(column("Output", false, HardwareViewModel.Row::output));
        table.getColumns().add(column("Rows", true, row -> Numbers.count(row.rows())));
        table.getColumns().add(column("Outputs", true, row -> Numbers.count(row.outputs())));
        table.getColumns().add(column("Tiles", true, row -> Numbers.count(row.tiles())));
        table.getColumns().add(column("Devices", true, row -> Numbers.count(row.devices())));
        table.getColumns().add(column("Utilisation", true, row -> Numbers.percent(row.utilisation())));
        return table;
    }

    private static TableColumn<HardwareViewModel.Row, String> column(
            String name, boolean number, Function<HardwareViewModel.Row, String> text) {
        TableColumn<HardwareViewModel.Row, String> column = new TableColumn<>(name);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(text.apply(cell.getValue())));
        column.setSortable(false);
        if (number) {
            column.getStyleClass().add("numeric");
        }
        return column;
    }

    private void show(HardwareViewModel.Estimate now) {
        HardwareViewModel.Estimate reference = model.referenceProperty().get();
        HardwareViewModel.Estimate before = reference == null ? now : reference;
        tiles.show(
                Numbers.count(now.plan().tiles().size()),
                Numbers.percent(now.plan().utilisation()) + " of their cells used");
        devices.show(
                Numbers.count(now.plan().devices()),
                HardwareViewModel.change(now.plan().devices(), before.plan().devices()));
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
        Design design = model.design();
        if (design != null) {
            cell.show(design.hardware());
            converter.show(design.hardware());
        }
    }
}
