package studio.crossbar.ui.specification;

import java.util.List;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Tips;

/** Edits the project's own corners, one line each. */
final class CornersDialog {

    private static final ButtonType SAVE = new ButtonType(Texts.get("specification.corners.save"), ButtonData.OK_DONE);

    /** A value of a corner: last part of its field's id, heading, explanation, columns of text, and where it is. */
    private record Value(
            String id, String title, String help, int columns, Function<CornerRow, StringProperty> property) {}

    private static final List<Value> VALUES = List.of(
            new Value(
                    "name",
                    Texts.get("specification.corner.name.name"),
                    Texts.get("specification.corner.name.help"),
                    12,
                    CornerRow::nameProperty),
            new Value(
                    "time",
                    Texts.get("specification.corner.time.name"),
                    Texts.get("specification.corner.time.help"),
                    5,
                    CornerRow::timeProperty),
            new Value(
                    "celsius",
                    Texts.get("specification.corner.celsius.name"),
                    Texts.get("specification.corner.celsius.help"),
                    5,
                    CornerRow::celsiusProperty),
            new Value(
                    "noise",
                    Texts.get("specification.corner.noise.name"),
                    Texts.get("specification.corner.noise.help"),
                    3,
                    CornerRow::noiseProperty),
            new Value(
                    "stuck-on",
                    Texts.get("specification.corner.stuckOn.name"),
                    Texts.get("specification.corner.stuckOn.help"),
                    4,
                    CornerRow::stuckOnProperty),
            new Value(
                    "stuck-off",
                    Texts.get("specification.corner.stuckOff.name"),
                    Texts.get("specification.corner.stuckOff.help"),
                    4,
                    CornerRow::stuckOffProperty),
            new Value(
                    "wordline",
                    Texts.get("specification.corner.wordline.name"),
                    Texts.get("specification.corner.wordline.help"),
                    4,
                    CornerRow::wordlineProperty),
            new Value(
                    "bitline",
                    Texts.get("specification.corner.bitline.name"),
                    Texts.get("specification.corner.bitline.help"),
                    4,
                    CornerRow::bitlineProperty));

    private final CornersViewModel model;
    private final GridPane lines = new GridPane(6, 4);

    private CornersDialog(CornersViewModel model) {
        this.model = model;
        model.rows().addListener((InvalidationListener) observable -> show());
    }

    /** Shows the corners without blocking the caller. */
    static void show(Window owner, CornersViewModel model) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle(Texts.get("specification.corners.title"));
        dialog.setHeaderText(Texts.get("specification.corners.header"));
        dialog.setResizable(true);
        // The theme's dialogs are narrower than a line of eight fields.
        dialog.getDialogPane().setStyle("-fx-max-width: 1000px;");
        dialog.getDialogPane().setId("corners-dialog");
        dialog.getDialogPane().getButtonTypes().setAll(SAVE, ButtonType.CANCEL);
        CornersDialog content = new CornersDialog(model);
        dialog.getDialogPane().setContent(content.content());
        Node save = dialog.getDialogPane().lookupButton(SAVE);
        save.setId("corners-save");
        save.disableProperty().bind(model.problemProperty().isNotEmpty());
        dialog.getDialogPane().lookupButton(ButtonType.CANCEL).setId("corners-cancel");
        dialog.setResultConverter(button -> {
            if (SAVE.equals(button)) {
                model.save();
            }
            return button;
        });
        dialog.show();
    }

    private Node content() {
        Label none = new Label(Texts.get("specification.corners.none"));
        none.getStyleClass().add("text-muted");
        none.visibleProperty().bind(Bindings.isEmpty(model.rows()));
        none.managedProperty().bind(none.visibleProperty());
        Button add = new Button(Texts.get("specification.corners.add.name"), new FontIcon("fth-plus"));
        add.setId("corners-add");
        add.getStyleClass().add("flat");
        Tips.on(add, Texts.get("specification.corners.add.help"));
        add.setOnAction(event -> model.add());
        Label problem = new Label();
        problem.setId("corners-problem");
        problem.getStyleClass().add("field-reason");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        problem.textProperty().bind(model.problemProperty());
        VBox box = new VBox(8, none, lines, add, problem);
        box.setPadding(new Insets(10, 14, 0, 14));
        box.setMinHeight(200);
        show();
        return box;
    }

    /** Texts change far more often than lines come and go. */
    private void show() {
        if (model.rows().equals(lines.getUserData())) {
            return;
        }
        lines.setUserData(List.copyOf(model.rows()));
        lines.getChildren().clear();
        for (int i = 0; i < model.rows().size(); i++) {
            line(model.rows().get(i), i + 1);
        }
        for (int column = 0; column < VALUES.size() && !model.rows().isEmpty(); column++) {
            Label title = new Label(VALUES.get(column).title());
            title.getStyleClass().add("figure-name");
            title.setMinWidth(Region.USE_PREF_SIZE);
            Tips.on(title, VALUES.get(column).help());
            lines.add(title, column, 0);
        }
        if (lines.getScene() != null && lines.getScene().getWindow() != null) {
            lines.getScene().getWindow().sizeToScene();
        }
    }

    private void line(CornerRow row, int number) {
        for (int column = 0; column < VALUES.size(); column++) {
            Value value = VALUES.get(column);
            TextField field = new TextField();
            field.setId("corner-" + value.id() + "-" + number);
            field.setPrefColumnCount(value.columns());
            field.setMinWidth(Region.USE_PREF_SIZE);
            field.setAlignment(column == 0 ? Pos.CENTER_LEFT : Pos.CENTER_RIGHT);
            field.setAccessibleText(Texts.format("specification.corner.accessible", value.title(), number));
            Tips.on(field, value.help());
            field.textProperty().bindBidirectional(value.property().apply(row));
            lines.add(field, column, number);
        }
        Button remove = new Button(null, new FontIcon("fth-x"));
        remove.setId("corner-remove-" + number);
        remove.getStyleClass().addAll("flat", "button-icon");
        remove.accessibleTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> Texts.format(
                                "specification.corners.remove",
                                row.nameProperty().get()),
                        row.nameProperty()));
        Tips.on(
                remove,
                () -> Texts.format(
                        "specification.corners.remove", row.nameProperty().get()));
        remove.setOnAction(event -> model.remove(row));
        lines.add(remove, VALUES.size(), number);
    }
}
