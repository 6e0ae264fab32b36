package studio.crossbar.ui.cost;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import studio.crossbar.cost.Cost;
import studio.crossbar.ui.common.EmptyState;
import studio.crossbar.ui.common.Figure;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.ParameterEditor;
import studio.crossbar.ui.common.Theme;

/** Totals, stacked bars, and the bill line by line. */
public final class CostView extends StackPane {

    private final CostViewModel model;
    private final Figure area = new Figure("cost-area", "Area", "Of all components");
    private final Figure energy = new Figure("cost-energy", "Energy", "Of one inference");
    private final Figure latency = new Figure("cost-latency", "Latency", "Of one inference");
    private final Label origin = new Label();
    private final CostChart chart;
    private final TableColumn<CostViewModel.Row, String> count =
            column("", true, row -> Numbers.significant(row.count()));
    private final TableColumn<CostViewModel.Row, String> unit =
            column("", true, row -> Numbers.significant(row.unitCost()));
    private final TableColumn<CostViewModel.Row, String> total =
            column("", true, row -> Numbers.significant(row.total()));

    public CostView(CostViewModel model, ObservableValue<Theme> theme) {
        this.model = model;
        chart = new CostChart(theme);
        EmptyState empty = new EmptyState(
                "fth-pie-chart",
                "Nothing to cost yet",
                "Open a project: area, energy and latency of its design appear here by component and layer.");
        Node content = content();
        getChildren().addAll(empty, content);
        model.billProperty().subscribe(bill -> {
            empty.setVisible(bill == null);
            content.setVisible(bill != null);
            show();
        });
        model.metricProperty().subscribe(metric -> show());
    }

    private Node content() {
        FlowPane figures = new FlowPane(10, 10, area, energy, latency);
        origin.getStyleClass().add("text-muted");
        origin.setWrapText(true);
        SegmentedButton metrics = new SegmentedButton();
        for (CostViewModel.Metric metric : CostViewModel.Metric.values()) {
            ToggleButton button = new ToggleButton(metric.label());
            button.setId("cost-metric-" + ParameterEditor.slug(metric.label()));
            button.setUserData(metric);
            button.setMinWidth(USE_PREF_SIZE);
            metrics.getButtons().add(button);
        }
        metrics.getToggleGroup().selectedToggleProperty().addListener((observable, before, now) -> {
            if (now == null) {
                metrics.getToggleGroup().selectToggle(before);
            } else {
                model.metricProperty().set((CostViewModel.Metric) now.getUserData());
            }
        });
        model.metricProperty()
                .subscribe(metric -> metrics.getToggleGroup()
                        .selectToggle(metrics.getButtons().get(metric.ordinal())));
        HBox choose = new HBox(12, metrics, origin);
        choose.setAlignment(Pos.CENTER_LEFT);
        VBox top = new VBox(10, figures, choose);
        top.setPadding(new Insets(12, 14, 6, 14));
        TableView<CostViewModel.Row> table = table();
        BorderPane lower = new BorderPane(table);
        lower.setPadding(new Insets(6, 14, 10, 14));
        SplitPane split = new SplitPane(chart, lower);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.52);
        BorderPane pane = new BorderPane(split);
        pane.setTop(top);
        return pane;
    }

    private TableView<CostViewModel.Row> table() {
        TableView<CostViewModel.Row> table = new TableView<>(model.rows());
        table.setId("cost-table");
        table.getStyleClass().add("dense");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column("Component", false, CostViewModel.Row::component));
        table.getColumns().add(column("Layer", false, CostViewModel.Row::layer));
        table.getColumns().add(count);
        table.getColumns().add(unit);
        table.getColumns().add(total);
        table.getColumns().add(column("Share", true, row -> Numbers.percent(row.share())));
        table.getColumns().add(column("Source", false, CostViewModel.Row::source));
        return table;
    }

    private static TableColumn<CostViewModel.Row, String> column(
            String name, boolean number, Function<CostViewModel.Row, String> text) {
        TableColumn<CostViewModel.Row, String> column = new TableColumn<>(name);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(text.apply(cell.getValue())));
        column.setSortable(false);
        if (number) {
            column.getStyleClass().add("numeric");
        }
        return column;
    }

    private void show() {
        CostViewModel.Bill bill = model.billProperty().get();
        if (bill == null) {
            return;
        }
        Cost cost = bill.cost();
        CostViewModel.Metric metric = model.metricProperty().get();
        area.show(Numbers.significant(cost.areaSquareMillimetres()) + " mm²", "all components");
        energy.show(Numbers.significant(cost.energyNanojoules()) + " nJ", "an inference");
        latency.show(Numbers.significant(cost.latencyMicroseconds()) + " µs", "an inference");
        origin.setText("Technology " + cost.technology() + ", "
                + (bill.trained() ? "with the conductances that were programmed" : "expected before training"));
        count.setText(metric.countHeading());
        unit.setText(metric.unitHeading());
        total.setText(metric.label() + ", " + metric.unit());
        chart.show(bill, metric);
    }
}
