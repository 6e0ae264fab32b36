package studio.crossbar.ui.cost;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.crossbar.cost.Quantity;
import studio.crossbar.cost.TechnologyDocument.Constant;
import studio.crossbar.ui.common.Texts;

/** Value, valid range and source of one constant; why a text is refused stands below it. */
final class ConstantEditor extends VBox {

    private final Label name = new Label();
    private final TextField value = field("technology-value", 9);
    private final Label unit = new Label();
    private final TextField low = field("technology-low", 7);
    private final TextField high = field("technology-high", 7);
    private final TextArea source = new TextArea();
    private final Label valueReason = reason("technology-value-reason");
    private final Label rangeReason = reason("technology-range-reason");
    private final Label sourceReason = reason("technology-source-reason");
    private final GridPane form = new GridPane();
    private @Nullable Constant shown;

    ConstantEditor(TechnologyViewModel model) {
        setPadding(new Insets(8, 14, 10, 14));
        setSpacing(6);
        name.setId("technology-constant");
        name.getStyleClass().add("chart-caption");
        name.setWrapText(true);
        source.setId("technology-source");
        source.setPrefRowCount(2);
        source.setWrapText(true);
        form.setHgap(10);
        form.setVgap(4);
        ColumnConstraints labels = new ColumnConstraints();
        labels.setMinWidth(84);
        ColumnConstraints fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        form.getColumnConstraints().addAll(labels, fields);
        row(0, Texts.get("cost.constant.value"), value, valueReason, value, unit);
        row(1, Texts.get("cost.constant.range"), low, rangeReason, low, new Label("…"), high);
        row(2, Texts.get("cost.constant.source"), source, sourceReason, source);
        HBox.setHgrow(source, Priority.ALWAYS);
        getChildren().addAll(name, form);
        taken(List.of(value), valueReason, () -> type(constant -> model.typeValue(constant, value.getText())));
        taken(
                List.of(low, high),
                rangeReason,
                () -> type(constant -> model.typeRange(constant, low.getText(), high.getText())));
        taken(List.of(source), sourceReason, () -> type(constant -> model.typeSource(constant, source.getText())));
        show(null);
    }

    private static TextField field(String id, int columns) {
        TextField field = new TextField();
        field.setId(id);
        field.setPrefColumnCount(columns);
        field.setAlignment(Pos.CENTER_RIGHT);
        return field;
    }

    private static Label reason(String id) {
        Label reason = new Label();
        reason.setId(id);
        reason.setWrapText(true);
        reason.getStyleClass().add("field-reason");
        reason.managedProperty().bind(reason.textProperty().isNotEmpty());
        return reason;
    }

    private void row(int row, String text, Node labelled, Label reason, Node... content) {
        Label label = new Label(text);
        label.setLabelFor(labelled);
        HBox line = new HBox(8, content);
        line.setAlignment(Pos.CENTER_LEFT);
        form.addRow(row, label, new VBox(2, line, reason));
    }

    /** Takes what was typed on Enter, and when the focus leaves the fields. */
    private void taken(List<? extends TextInputControl> fields, Label reason, Supplier<String> type) {
        Runnable take = () -> {
            if (fields.stream().anyMatch(field -> !field.getText().equals(field.getUserData()))) {
                String refusal = type.get();
                reason.setText(refusal);
                fields.forEach(field -> field.pseudoClassStateChanged(Styles.STATE_DANGER, !refusal.isEmpty()));
            } else {
                reason.setText("");
                fields.forEach(field -> field.pseudoClassStateChanged(Styles.STATE_DANGER, false));
            }
        };
        for (TextInputControl field : fields) {
            if (field instanceof TextField line) {
                line.setOnAction(event -> take.run());
            }
            field.focusedProperty().subscribe((was, focused) -> {
                if (was && !focused && fields.stream().noneMatch(TextInputControl::isFocused)) {
                    take.run();
                }
            });
        }
    }

    private String type(java.util.function.Function<Constant, String> edit) {
        Constant constant = shown;
        return constant == null ? "" : edit.apply(constant);
    }

    /** The constant in the fields; null if none is. */
    @Nullable
    Constant shown() {
        return shown;
    }

    /** Whether the fields take edits. */
    void allow(boolean editable) {
        for (TextInputControl field : List.of(value, low, high, source)) {
            field.setEditable(editable);
        }
    }

    /** Fills the fields; null empties them. */
    void show(@Nullable Constant constant) {
        shown = constant;
        form.setDisable(constant == null);
        Quantity quantity = constant == null ? null : constant.quantity();
        name.setText(constant == null ? Texts.get("cost.constant.hint") : constant.name());
        fill(value, quantity == null ? "" : TechnologyView.text(quantity.value()));
        unit.setText(quantity == null ? "" : quantity.unit());
        fill(low, quantity == null ? "" : TechnologyView.text(quantity.low()));
        fill(high, quantity == null ? "" : TechnologyView.text(quantity.high()));
        fill(source, quantity == null ? "" : quantity.source());
        for (Label reason : List.of(valueReason, rangeReason, sourceReason)) {
            reason.setText("");
        }
    }

    /** Keeps the text as user data, to know what was typed. */
    private static void fill(TextInputControl field, String text) {
        field.setUserData(text);
        field.setText(text);
        field.pseudoClassStateChanged(Styles.STATE_DANGER, false);
    }
}
