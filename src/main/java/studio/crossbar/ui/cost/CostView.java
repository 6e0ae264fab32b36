package studio.crossbar.ui.cost;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.crossbar.cost.Cost;
import studio.crossbar.cost.Schedule;
import studio.crossbar.ui.common.ChoiceParameter;
import studio.crossbar.ui.common.Columns;
import studio.crossbar.ui.common.EmptyState;
import studio.crossbar.ui.common.Figure;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.Segments;
import studio.crossbar.ui.common.Steps;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/** Totals, stacked bars, and the bill line by line. */
public final class CostView extends StackPane {

    private static final PseudoClass OF_LAYER = PseudoClass.getPseudoClass("of-layer");

    private final CostViewModel model;
    private final Figure area =
            new Figure("cost-area", Texts.get("cost.total.area"), Texts.get("cost.total.area.help"));
    private final Figure energy =
            new Figure("cost-energy", Texts.get("cost.total.energy"), Texts.get("cost.total.energy.help"));
    private final Figure latency =
            new Figure("cost-latency", Texts.get("cost.total.latency"), Texts.get("cost.total.latency.help"));
    private final Label origin = new Label();
    private final CostChart chart;
    /** Rows of the table, which replaces them now and then. */
    private final Set<TableRow<CostViewModel.Row>> rows = Collections.newSetFromMap(new WeakHashMap<>());

    private final Steps steps = new Steps();
    private final TableColumn<CostViewModel.Row, String> count =
            Columns.number("", 90, row -> Numbers.amount(row.count()));
    private final TableColumn<CostViewModel.Row, String> unit =
            Columns.number("", 94, row -> Numbers.significant(row.unitCost()));
    private final TableColumn<CostViewModel.Row, String> total =
            Columns.number("", 92, row -> Numbers.significant(row.total()));

    /**
     * The screen.
     *
     * @param sweep the same choices swept
     * @param technology editor of the unit costs
     */
    public CostView(
            CostViewModel model, SweepViewModel sweep, TechnologyViewModel technology, ObservableValue<Theme> theme) {
        this.model = model;
        chart = new CostChart(theme);
        EmptyState empty = new EmptyState("fth-pie-chart", Texts.get("cost.empty.title"), Texts.get("cost.empty.hint"));
        Node content = tabs(sweep, technology, theme);
        getChildren().addAll(empty, content);
        model.billProperty().subscribe(bill -> {
            empty.setVisible(bill == null);
            content.setVisible(bill != null);
            show();
        });
        model.metricProperty().subscribe(metric -> show());
    }

    private Node tabs(SweepViewModel sweep, TechnologyViewModel technology, ObservableValue<Theme> theme) {
        Tab bill = new Tab(Texts.get("cost.tabs.bill"), content());
        bill.setId("cost-tab-bill");
        Tab swept = new Tab(Texts.get("cost.tabs.sweep"));
        steps.onceSelected(swept, () -> new SweepView(sweep, theme));
        swept.setId("cost-tab-sweep");
        swept.selectedProperty().subscribe(shown -> sweep.activeProperty().set(shown));
        Tab constants = new Tab(Texts.get("cost.tabs.technology"));
        steps.onceSelected(constants, () -> new TechnologyView(technology));
        constants.setId("cost-tab-technology");
        constants
                .selectedProperty()
                .subscribe(shown -> technology.activeProperty().set(shown));
        TabPane pane = new TabPane(bill, swept, constants);
        pane.setId("cost-tabs");
        pane.setAccessibleText(Texts.get("cost.tabs.accessible"));
        pane.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        return pane;
    }

    private Node content() {
        FlowPane figures = new FlowPane(10, 10, area, energy, latency);
        origin.getStyleClass().add("text-muted");
        origin.setWrapText(true);
        Node metrics = Segments.of(
                "cost-metric-",
                Stream.of(CostViewModel.Metric.values())
                        .map(metric -> new ChoiceParameter.Option<>(
                                metric, metric.label(), Texts.format("cost.metric.help", metric.label())))
                        .toList(),
                model.metricProperty());
        HBox choose = new HBox(12, metrics, origin);
        choose.setAlignment(Pos.CENTER_LEFT);
        VBox top = new VBox(10, figures, choose);
        top.setPadding(new Insets(12, 14, 6, 14));
        Label source = new Label();
        source.setId("cost-source");
        source.setWrapText(true);
        source.getStyleClass().add("text-muted");
        source.setPadding(new Insets(6, 0, 0, 0));
        Node chartPlace = steps.later(() -> {
            showChart();
            return chart;
        });
        BorderPane lower = new BorderPane(steps.laterTable(() -> {
            TableView<CostViewModel.Row> table = table();
            table.getSelectionModel().selectedItemProperty().subscribe(row -> choose(row, source));
            return table;
        }));
        lower.setBottom(source);
        lower.setPadding(new Insets(6, 14, 10, 14));
        SplitPane split = new SplitPane(chartPlace, lower);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.55);
        BorderPane pane = new BorderPane(split);
        pane.setTop(top);
        return pane;
    }

    private void choose(CostViewModel.@Nullable Row row, Label source) {
        source.setText(
                row == null
                        ? Texts.get("cost.table.source.hint")
                        : Texts.format("cost.table.source.whole", row.component(), row.source()));
        if (row != null) {
            model.select(row);
        }
    }

    private TableView<CostViewModel.Row> table() {
        TableView<CostViewModel.Row> table = new TableView<>(model.rows());
        table.setId("cost-table");
        table.setAccessibleText(Texts.get("cost.table.accessible"));
        table.getStyleClass().add("dense");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        table.setRowFactory(view -> {
            TableRow<CostViewModel.Row> row = new TableRow<>();
            row.itemProperty().subscribe(item -> mark(row));
            rows.add(row);
            return row;
        });
        model.selectedLayerProperty().subscribe(layer -> rows.forEach(this::mark));
        table.getColumns()
                .add(fixed(Columns.text(Texts.get("cost.table.component"), 168, CostViewModel.Row::component)));
        table.getColumns().add(fixed(Columns.text(Texts.get("cost.table.layer"), 94, CostViewModel.Row::layer)));
        table.getColumns().add(fixed(count));
        table.getColumns().add(fixed(unit));
        table.getColumns().add(fixed(total));
        table.getColumns()
                .add(fixed(Columns.number(Texts.get("cost.table.share"), 70, row -> Numbers.percent(row.share()))));
        table.getColumns().add(Columns.text(Texts.get("cost.table.source"), 120, CostViewModel.Row::source));
        return table;
    }

    private void mark(TableRow<CostViewModel.Row> row) {
        row.pseudoClassStateChanged(OF_LAYER, row.getItem() != null && model.ofSelectedLayer(row.getItem()));
    }

    /** Keeps its width, so that the sources get what is left. */
    private static <T> TableColumn<CostViewModel.Row, T> fixed(TableColumn<CostViewModel.Row, T> column) {
        column.setMinWidth(column.getPrefWidth());
        column.setMaxWidth(column.getPrefWidth());
        return column;
    }

    private void show() {
        CostViewModel.Bill bill = model.billProperty().get();
        if (bill == null) {
            return;
        }
        Cost cost = bill.cost();
        CostViewModel.Metric metric = model.metricProperty().get();
        area.show(
                Texts.format("cost.total.area.value", Numbers.significant(cost.areaSquareMillimetres())),
                Texts.get("cost.total.area.note"));
        energy.show(
                Texts.format("cost.total.energy.value", Numbers.significant(cost.energyNanojoules())),
                bill.basis().shortLabel());
        latency.show(
                Texts.format("cost.total.latency.value", Numbers.significant(cost.latencyMicroseconds())),
                Texts.get("cost.total.latency.note"));
        origin.setText(Texts.format(
                "cost.origin",
                cost.technology(),
                inWords(cost.options().schedule()),
                bill.basis().label()));
        count.setText(metric.countHeading());
        unit.setText(metric.unitHeading());
        total.setText(Texts.format("cost.table.total", metric.label(), metric.unit()));
        if (chart.getParent() != null) {
            showChart();
        }
    }

    private void showChart() {
        CostViewModel.Bill bill = model.billProperty().get();
        if (bill != null) {
            chart.show(bill, model.metricProperty().get());
        }
    }

    private static String inWords(Schedule schedule) {
        return switch (schedule) {
            case LAYER_SERIAL -> Texts.get("cost.schedule.layer-serial");
            case LAYER_PARALLEL -> Texts.get("cost.schedule.layer-parallel");
            case LAYER_PARALLEL_REPLICATED -> Texts.get("cost.schedule.layer-parallel-replicated");
        };
    }
}
