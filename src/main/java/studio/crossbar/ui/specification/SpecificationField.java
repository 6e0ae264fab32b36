package studio.crossbar.ui.specification;

import atlantafx.base.theme.Styles;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** A text field with its name above and, where what was typed is refused, the reason below; blank is a value. */
final class SpecificationField extends VBox {

    private static final double WIDTH = 109;

    private final TextField field = new TextField();
    private final Label reason = new Label();
    private String shown = "";

    /**
     * A field.
     *
     * @param id of the field; its reason has the same with {@code -reason}
     * @param prompt shown while it is blank
     * @param take takes what was typed and says why it is refused; empty if it is taken
     */
    SpecificationField(String id, String name, String prompt, String help, Function<String, String> take) {
        super(2);
        field.setId(id);
        field.setPrefWidth(WIDTH);
        field.setAlignment(Pos.CENTER_RIGHT);
        field.setPromptText(prompt);
        field.setAccessibleText(name);
        Tooltip tooltip = new Tooltip(help);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(360);
        tooltip.setShowDelay(Duration.millis(400));
        field.setTooltip(tooltip);
        Label label = new Label(name);
        label.setLabelFor(field);
        label.getStyleClass().add("figure-name");
        reason.setId(id + "-reason");
        reason.getStyleClass().add("field-reason");
        reason.setWrapText(true);
        reason.setMaxWidth(WIDTH);
        reason.managedProperty().bind(reason.visibleProperty());
        reason.visibleProperty().bind(reason.textProperty().isNotEmpty());
        getChildren().addAll(label, field, reason);
        Runnable accept = () -> {
            String typed = field.getText();
            if (typed.strip().equals(shown)) {
                refuse("");
                return;
            }
            refuse(take.apply(typed));
        };
        field.setOnAction(event -> accept.run());
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                accept.run();
            }
        });
    }

    /** Shows the value that holds; what is being typed and was refused goes. */
    void show(String text) {
        if (!text.equals(shown) || !field.isFocused() || field.getText().isBlank()) {
            shown = text;
            field.setText(text);
            refuse("");
        }
    }

    private void refuse(String why) {
        reason.setText(why);
        field.pseudoClassStateChanged(Styles.STATE_DANGER, !why.isEmpty());
        if (why.isEmpty() && !field.isFocused()) {
            field.setText(shown);
        }
    }
}
