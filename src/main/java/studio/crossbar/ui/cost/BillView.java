package studio.crossbar.ui.cost;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.ActionControls;
import studio.crossbar.ui.common.ChoiceParameter.Option;
import studio.crossbar.ui.common.Columns;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.Segments;
import studio.crossbar.ui.common.Steps;
import studio.crossbar.ui.common.TableMenu;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/** The bill as bars or as a treemap, and line by line. */
final class BillView extends BorderPane {

    private static final PseudoClass OF_LAYER = PseudoClass.getPseudoClass("of-layer");

    private enum Picture {
        BARS,
        TREEMAP
    }

    private final CostViewModel model;
    private final CostChart chart;
    private final TreemapPane treemap;
    private final ObjectProperty<Picture> picture = new SimpleObjectProperty<>(this, "picture", Picture.BARS);
    private final TableColumn<CostViewModel.Row, String> count =
            Columns.number("", 90, row -> Numbers.amount(row.count()));
    private final TableColumn<CostViewModel.Row, String> unit =
            Columns.number("", 94, row -> Numbers.significant(row.unitCost()));
    private final TableColumn<CostViewModel.Row, String> total =
            Columns.number("", 92, row -> Numbers.significant(row.total()));

    private final Steps steps = new Steps();

    /** @param allParts lists the items of all parts again */
    BillView(CostViewModel model, Action allParts, ObservableValue<Theme> theme) {
        this.model = model;
        chart = new CostChart(theme);
        treemap = new TreemapPane(theme, model::look);
        chart.visibleProperty().bind(picture.isEqualTo(Picture.BARS));
        treemap.visibleProperty().bind(picture.isEqualTo(Picture.TREEMAP));
        setTop(choices(allParts));
        StackPane pictures = new StackPane(chart, treemap);
        StackPane.setMargin(treemap, new Insets(0, 14, 4, 14));
        SplitPane split = new SplitPane(steps.later(() -> pictures), lines());
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.55);
        setCenter(split);
        model.billProperty().subscribe(bill -> show());
        model.metricProperty().subscribe(metric -> show());
        model.partProperty().subscribe(treemap::mark);
        picture.subscribe(now -> show());
    }

    private Node choices(Action allParts) {
        Node metrics = Segments.of(
                "cost-metric-",
                Stream.of(CostMetric.values())
                        .map(metric ->
                                new Option<>(metric, metric.label(), Texts.format("cost.metric.help", metric.label())))
                        .toList(),
                model.metricProperty());
        Node pictures = Segments.of(
                "cost-picture-",
                List.of(
                        new Option<>(Picture.BARS, Texts.get("cost.picture.bars"), Texts.get("cost.picture.bars.help")),
                        new Option<>(
                                Picture.TREEMAP,
                                Texts.get("cost.picture.treemap"),
                                Texts.get("cost.picture.treemap.help"))),
                picture);
        FlowPane line = new FlowPane(12, 4, metrics, pictures, part(allParts));
        line.setAlignment(Pos.CENTER_LEFT);
        line.setPadding(new Insets(4, 14, 4, 14));
        return line;
    }

    /** Which part's items are listed, and the way back to all. */
    private Node part(Action allParts) {
        Label name = new Label();
        name.setId("cost-part");
        HBox line = new HBox(4, name, ActionControls.textButton(allParts, "flat", "small"));
        line.setAlignment(Pos.CENTER_LEFT);
        model.partProperty().subscribe(part -> {
            line.setVisible(part != null);
            line.setManaged(part != null);
            name.setText(part == null ? "" : model.name(part));
        });
        return line;
    }

    private Node lines() {
        Label source = new Label();
        source.setId("cost-source");
        source.setWrapText(true);
        source.getStyleClass().add("text-muted");
        source.setPadding(new Insets(6, 0, 0, 0));
        BorderPane pane = new BorderPane(steps.laterTable(() -> {
            TableView<CostViewModel.Row> table = table();
            table.getSelectionModel().selectedItemProperty().subscribe(row -> {
                source.setText(inWords(row));
                if (row != null) {
                    model.select(row);
                }
            });
            return table;
        }));
        pane.setBottom(source);
        pane.setPadding(new Insets(6, 14, 10, 14));
        return pane;
    }

    /** The line as a product with its source. */
    private String inWords(CostViewModel.@Nullable Row row) {
        if (row == null) {
            return Texts.get("cost.table.source.hint");
        }
        CostMetric metric = model.metricProperty().get();
        return Texts.format(
                "cost.table.source.whole",
                row.component(),
                row.layer(),
                Numbers.amount(row.count()),
                Numbers.significant(row.unitCost()),
                metric.smallUnit(),
                Numbers.significant(row.total()),
                metric.unit(),
                row.source());
    }

    private TableView<CostViewModel.Row> table() {
        TableView<CostViewModel.Row> table = new TableView<>(model.rows());
        table.setId("cost-table");
        table.setAccessibleText(Texts.get("cost.table.accessible"));
        table.getStyleClass().add("dense");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        table.setPlaceholder(new Label(Texts.get("cost.table.empty")));
        table.setRowFactory(view -> {
            TableRow<CostViewModel.Row> row = new TableRow<>();
            Runnable mark = () -> row.pseudoClassStateChanged(
                    OF_LAYER, row.getItem() != null && model.ofSelectedLayer(row.getItem()));
            row.itemProperty().subscribe(item -> mark.run());
            model.selectedLayerProperty().subscribe(layer -> mark.run());
            return row;
        });
        table.getColumns()
                .add(Columns.fixed(Columns.text(Texts.get("cost.table.component"), 168, CostViewModel.Row::component)));
        table.getColumns()
                .add(Columns.fixed(Columns.text(Texts.get("cost.table.layer"), 94, CostViewModel.Row::layer)));
        table.getColumns().add(Columns.fixed(count));
        table.getColumns().add(Columns.fixed(unit));
        table.getColumns().add(Columns.fixed(total));
        table.getColumns()
                .add(Columns.fixed(
                        Columns.number(Texts.get("cost.table.share"), 70, row -> Numbers.percent(row.share()))));
        table.getColumns().add(Columns.text(Texts.get("cost.table.source"), 120, CostViewModel.Row::source));
        TableMenu.install(table);
        return table;
    }

    /** Only the picture that is seen is made. */
    private void show() {
        CostViewModel.Bill bill = model.billProperty().get();
        if (bill == null) {
            return;
        }
        CostMetric metric = model.metricProperty().get();
        count.setText(metric.countHeading());
        unit.setText(metric.unitHeading());
        total.setText(Texts.format("cost.table.total", metric.label(), metric.unit()));
        if (picture.get() == Picture.TREEMAP) {
            treemap.show(TreemapPicture.of(bill, metric), metric.unit());
        } else {
            chart.show(bill, metric);
        }
    }
}
