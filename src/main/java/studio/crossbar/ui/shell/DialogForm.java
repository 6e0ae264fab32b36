package studio.crossbar.ui.shell;

import java.io.File;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Named fields below each other, with what is to be said of each below it; its window grows with the texts. */
final class DialogForm extends GridPane {

    private static final int CHOICE_WIDTH = 180;

    private final int width;
    /** Counted here, since the pane leaves out rows that take no room yet. */
    private int rows;

    /** @param width of texts, which wrap there */
    DialogForm(int width) {
        super(10, 4);
        this.width = width;
    }

    /** A field for a path. */
    TextField path(StringProperty value, String id) {
        TextField field = new TextField();
        field.setId(id);
        field.setPrefWidth(width);
        field.textProperty().bindBidirectional(value);
        return field;
    }

    /** A choice of one of {@code values}. */
    static <E> ComboBox<E> choice(List<E> values, Function<E, String> label, ObjectProperty<E> value, String id) {
        ComboBox<E> box = choice(label, id);
        box.getItems().setAll(values);
        box.valueProperty().bindBidirectional(value);
        return box;
    }

    /** A choice that has no values yet. */
    static <E> ComboBox<E> choice(Function<E, String> label, String id) {
        ComboBox<E> box = new ComboBox<>();
        box.setId(id);
        box.setPrefWidth(CHOICE_WIDTH);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable E one) {
                return one == null ? "" : label.apply(one);
            }

            @Override
            public @Nullable E fromString(String text) {
                return null;
            }
        });
        return box;
    }

    /** A button that puts what {@code asked} gives into {@code field}. */
    static Button browse(TextField field, String text, String accessible, Supplier<@Nullable File> asked) {
        Button browse = new Button(text);
        browse.setId(field.getId() + "-browse");
        browse.setMinWidth(Region.USE_PREF_SIZE);
        browse.setAccessibleText(accessible);
        browse.setOnAction(event -> {
            File chosen = asked.get();
            if (chosen != null) {
                field.setText(chosen.getPath());
            }
        });
        return browse;
    }

    /** Adds a named field. */
    void row(String name, Control control, String help, @Nullable Node beside) {
        Label label = new Label(name);
        label.setLabelFor(control);
        label.setMinWidth(Region.USE_PREF_SIZE);
        Tooltip tooltip = new Tooltip(help);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(width);
        label.setTooltip(tooltip);
        control.setTooltip(tooltip);
        control.setAccessibleText(name);
        HBox box = new HBox(6, control);
        if (beside != null) {
            HBox.setHgrow(control, Priority.ALWAYS);
            box.getChildren().add(beside);
        }
        addRow(rows++, label, box);
    }

    /** Adds a text that takes no room while it is empty. */
    void below(ObservableValue<String> text, String id, String styleClass) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setPrefWidth(width);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.textProperty().bind(text);
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        label.textProperty().subscribe(this::fit);
        below(label);
    }

    /** Adds something under the fields. */
    void below(Node node) {
        add(node, 1, rows++);
    }

    /** Gives the window the size that its contents have now. */
    void fit() {
        Scene scene = getScene();
        if (scene != null && scene.getWindow() != null) {
            scene.getWindow().sizeToScene();
        }
    }
}
