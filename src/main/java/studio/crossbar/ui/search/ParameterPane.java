package studio.crossbar.ui.search;

import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.crossbar.search.dimension.Dimension;
import studio.crossbar.search.dimension.Dimensions;
import studio.crossbar.ui.common.ActionControls;
import studio.crossbar.ui.common.Columns;
import studio.crossbar.ui.common.Texts;

/** Parameters of an edited space as a table, and the fields of the selected one below. */
final class ParameterPane extends BorderPane {

    private final SpaceEditorViewModel model;
    private final TableView<ParameterRow> table;
    private final ComboBox<String> name = new ComboBox<>();
    private final TextField values = new TextField();
    private final TextField condition = new TextField();
    private final Label help = new Label();
    private final Label reason = new Label();
    private @Nullable ParameterRow shown;

    ParameterPane(SpaceEditorViewModel model) {
        this.model = model;
        table = new TableView<>(model.rows().parameters());
        table.setId("space-parameters");
        table.getStyleClass().add("dense");
        table.setPlaceholder(new Label(Texts.get("search.parameters.empty")));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column(Texts.get("search.parameters.column.name"), 140, ParameterRow::nameProperty));
        table.getColumns().add(column(Texts.get("search.parameters.column.values"), 230, ParameterRow::valuesProperty));
        table.getColumns()
                .add(column(Texts.get("search.parameters.column.condition"), 130, ParameterRow::conditionProperty));
        table.getColumns()
                .add(column(Texts.get("search.parameters.column.problem"), 220, ParameterRow::problemProperty));
        table.getSelectionModel().selectedItemProperty().subscribe(this::show);
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE) {
                withSelected(model.rows()::remove);
            }
        });
        setTop(tools());
        setCenter(table);
        setBottom(fields());
    }

    private static TableColumn<ParameterRow, String> column(
            String title, double width, Function<ParameterRow, ReadOnlyStringProperty> text) {
        TableColumn<ParameterRow, String> column = Columns.text(title, width, row -> "");
        column.setCellValueFactory(cell -> text.apply(cell.getValue()));
        return column;
    }

    private Node tools() {
        Label title = new Label(Texts.get("search.parameters.title"));
        title.getStyleClass().add("section-heading");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox tools = new HBox(
                4,
                title,
                add(),
                selected(
                        "space-duplicate",
                        "fth-copy",
                        Texts.get("search.parameters.duplicate.name"),
                        Texts.get("search.parameters.duplicate.help"),
                        row -> select(model.rows().duplicate(row))),
                selected(
                        "space-remove",
                        "fth-trash-2",
                        Texts.get("search.parameters.remove.name"),
                        Texts.get("search.parameters.remove.help"),
                        model.rows()::remove),
                selected(
                        "space-up", "fth-arrow-up", null, Texts.get("search.parameters.up.help"), row -> move(row, -1)),
                selected(
                        "space-down",
                        "fth-arrow-down",
                        null,
                        Texts.get("search.parameters.down.help"),
                        row -> move(row, 1)));
        tools.setAlignment(Pos.CENTER_LEFT);
        tools.setPadding(new Insets(4, 0, 4, 0));
        return tools;
    }

    private Node add() {
        String what = Texts.get("search.parameters.add.help");
        Button button = button(
                "space-add",
                "fth-plus",
                Texts.get("search.parameters.add.name"),
                what,
                () -> select(model.rows().add()));
        return ActionControls.explained(button, () -> what);
    }

    private interface Edit {
        void of(ParameterRow row);
    }

    private Node selected(String id, String icon, @Nullable String text, String what, Edit edit) {
        Button button = button(id, icon, text, what, () -> withSelected(edit));
        BooleanBinding none = table.getSelectionModel().selectedItemProperty().isNull();
        button.disableProperty().bind(none);
        return ActionControls.explained(
                button, () -> none.get() ? Texts.format("search.parameters.unselected", what) : what);
    }

    private static Button button(String id, String icon, @Nullable String text, String what, Runnable action) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().add("flat");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(what);
        button.setOnAction(event -> action.run());
        return button;
    }

    private void withSelected(Edit edit) {
        ParameterRow row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            edit.of(row);
        }
    }

    private void move(ParameterRow row, int by) {
        model.rows().move(row, by);
        select(row);
    }

    private void select(ParameterRow row) {
        table.getSelectionModel().clearSelection();
        table.getSelectionModel().select(row);
        table.scrollTo(row);
    }

    private Node fields() {
        name.setId("space-name");
        name.setEditable(true);
        name.getItems()
                .setAll(Dimensions.general().stream().map(Dimension::name).toList());
        name.setPrefWidth(190);
        values.setId("space-values");
        condition.setId("space-condition");
        condition.setPromptText(Texts.get("search.parameter.condition.prompt"));
        help.getStyleClass().add("text-muted");
        help.setWrapText(true);
        help.setMinHeight(Region.USE_PREF_SIZE);
        reason.setId("space-parameter-reason");
        reason.getStyleClass().add("field-reason");
        reason.setWrapText(true);
        reason.setMinHeight(Region.USE_PREF_SIZE);
        reason.managedProperty().bind(reason.textProperty().isNotEmpty());
        GridPane grid = new GridPane(10, 5);
        row(grid, Texts.get("search.parameter.name.name"), name, Texts.get("search.parameter.name.help"));
        row(grid, Texts.get("search.parameter.values.name"), values, Texts.get("search.parameter.values.help"));
        row(
                grid,
                Texts.get("search.parameter.condition.name"),
                condition,
                Texts.get("search.parameter.condition.help"));
        VBox box = new VBox(5, grid, help, reason);
        box.setPadding(new Insets(8, 0, 4, 0));
        box.disableProperty()
                .bind(table.getSelectionModel().selectedItemProperty().isNull());
        name.getEditor().textProperty().subscribe(this::describe);
        return box;
    }

    private static void row(GridPane grid, String title, Control field, String help) {
        Label label = new Label(title);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setLabelFor(field);
        Tooltip tooltip = new Tooltip(help);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(360);
        label.setTooltip(tooltip);
        field.setTooltip(tooltip);
        field.setAccessibleText(title);
        GridPane.setHgrow(field, Priority.ALWAYS);
        grid.addRow(grid.getRowCount(), label, field);
    }

    private void describe(String text) {
        try {
            Dimension dimension = Dimensions.named(text.strip());
            help.setText(Texts.format("search.parameter.dimension", dimension.description(), dimension.allowed()));
        } catch (IllegalArgumentException e) {
            help.setText("");
        }
    }

    private void show(@Nullable ParameterRow row) {
        ParameterRow before = shown;
        if (before != null) {
            Bindings.unbindBidirectional(name.getEditor().textProperty(), before.nameProperty());
            Bindings.unbindBidirectional(values.textProperty(), before.valuesProperty());
            Bindings.unbindBidirectional(condition.textProperty(), before.conditionProperty());
            reason.textProperty().unbind();
        }
        shown = row;
        if (row == null) {
            name.getEditor().clear();
            values.clear();
            condition.clear();
            reason.setText("");
        } else {
            // The box would put the value it was left with back into its editor.
            name.setValue(row.nameProperty().get());
            bind(name.getEditor().textProperty(), row.nameProperty());
            bind(values.textProperty(), row.valuesProperty());
            bind(condition.textProperty(), row.conditionProperty());
            reason.textProperty().bind(row.problemProperty());
        }
    }

    private static void bind(StringProperty field, StringProperty text) {
        field.bindBidirectional(text);
    }
}
