package studio.crossbar.ui.cost;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.crossbar.cost.Quantity;
import studio.crossbar.cost.TechnologyDocument.Constant;
import studio.crossbar.ui.common.ActionControls;
import studio.crossbar.ui.common.Columns;
import studio.crossbar.ui.common.TableMenu;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.UndoScope;

/** The project's technology file: all constants in a table, and the chosen one in an editor below it. */
final class TechnologyView extends BorderPane {

    private final TechnologyViewModel model;
    private final ComboBox<String> files = new ComboBox<>();
    private final Label title = new Label();
    private final TableView<Constant> table;
    private final ConstantEditor editor;
    private boolean following;

    TechnologyView(TechnologyViewModel model, CostActions actions) {
        this.model = model;
        table = table(model);
        editor = new ConstantEditor(model);
        UndoScope.of(this, model.edits());
        setTop(head(actions));
        setCenter(table);
        setBottom(editor);
        BorderPane.setMargin(table, new Insets(0, 14, 0, 14));
        table.getSelectionModel().selectedItemProperty().subscribe(constant -> {
            if (!following) {
                editor.show(constant);
            }
        });
        model.constants().addListener((javafx.beans.InvalidationListener) observable -> keepSelection());
        model.sourceProperty().subscribe(this::show);
    }

    private Node head(CostActions actions) {
        files.setId("technology-files");
        files.setAccessibleText(Texts.get("cost.technology.files.accessible"));
        files.setTooltip(new Tooltip(Texts.get("cost.technology.files.help")));
        files.valueProperty().subscribe(chosen -> {
            if (!following && chosen != null) {
                model.use(chosen);
            }
        });
        TextField filter = new TextField();
        filter.setId("technology-filter");
        filter.setPromptText(Texts.get("cost.technology.filter"));
        filter.setAccessibleText(Texts.get("cost.technology.filter.accessible"));
        filter.textProperty().bindBidirectional(model.filterProperty());
        FlowPane tools = new FlowPane(
                8,
                6,
                files,
                ActionControls.textButton(actions.copyTechnology),
                ActionControls.textButton(actions.undoTechnology),
                ActionControls.textButton(actions.redoTechnology),
                filter);
        tools.setAlignment(Pos.CENTER_LEFT);
        title.getStyleClass().add("chart-caption");
        title.setWrapText(true);
        Label status = new Label();
        status.setId("technology-status");
        status.setWrapText(true);
        status.getStyleClass().add("text-muted");
        status.textProperty().bind(model.statusProperty());
        VBox head = new VBox(6, tools, title, status);
        head.setPadding(new Insets(10, 14, 8, 14));
        return head;
    }

    private static TableView<Constant> table(TechnologyViewModel model) {
        TableView<Constant> table = new TableView<>(model.constants());
        table.setAccessibleText(Texts.get("cost.constants.accessible"));
        table.setId("technology-table");
        table.getStyleClass().add("dense");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        table.setPlaceholder(new Label(Texts.get("cost.constants.empty")));
        table.getColumns().add(Columns.fixed(Columns.text(Texts.get("cost.constants.name"), 258, Constant::name)));
        table.getColumns()
                .add(Columns.fixed(Columns.number(
                        Texts.get("cost.constants.value"),
                        76,
                        row -> rounded(row.quantity().value()))));
        table.getColumns()
                .add(Columns.fixed(Columns.text(
                        Texts.get("cost.constants.unit"),
                        64,
                        row -> row.quantity().unit())));
        table.getColumns()
                .add(Columns.fixed(Columns.text(Texts.get("cost.constants.node"), 74, row -> node(row.quantity()))));
        table.getColumns()
                .add(Columns.fixed(Columns.text(Texts.get("cost.constants.range"), 124, row -> range(row.quantity()))));
        table.getColumns()
                .add(Columns.text(
                        Texts.get("cost.constants.source"),
                        120,
                        row -> row.quantity().source()));
        TableMenu.install(table);
        return table;
    }

    private void show(@Nullable TechnologySource source) {
        following = true;
        try {
            if (source == null) {
                files.getItems().clear();
            } else if (!files.getItems().equals(source.choices())) {
                files.getItems().setAll(source.choices());
            }
            files.setValue(source == null ? null : source.setting());
        } finally {
            following = false;
        }
        title.setText(source == null ? "" : source.title());
        editor.allow(source != null && source.own());
    }

    /** The table's constants are other ones after each edit; the editor goes on with that of the same place. */
    private void keepSelection() {
        Constant edited = editor.shown();
        Constant now = edited == null
                ? null
                : model.constants().stream()
                        .filter(constant -> constant.path().equals(edited.path()))
                        .findFirst()
                        .orElse(null);
        following = true;
        try {
            table.getSelectionModel().clearSelection();
            if (now != null) {
                table.getSelectionModel().select(now);
            }
        } finally {
            following = false;
        }
        if (!Objects.equals(now, edited)) {
            editor.show(now);
        }
    }

    private static String node(Quantity quantity) {
        return quantity.nodeNanometres() == 0
                ? Texts.get("cost.constants.node.any")
                : Texts.format("cost.constants.node.value", rounded(quantity.nodeNanometres()));
    }

    private static String range(Quantity quantity) {
        return Texts.format("cost.constants.range.value", rounded(quantity.low()), rounded(quantity.high()));
    }

    /** Five significant digits, which the table has room for. */
    private static String rounded(double value) {
        return text(new BigDecimal(value).round(new MathContext(5)).doubleValue());
    }

    /** Every digit of the file, without an exponent where that is readable. */
    static String text(double value) {
        double size = Math.abs(value);
        return size == 0 || (size >= 1e-6 && size < 1e9)
                ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                : Double.toString(value);
    }
}
