package studio.crossbar.ui.search;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.Texts;

/** Edits the project's {@code space.json}. */
final class SpaceEditorDialog {

    private static final ButtonType SAVE = new ButtonType(Texts.get("search.editor.save"), ButtonData.OK_DONE);

    private SpaceEditorDialog() {}

    /**
     * Shows the chosen space without blocking the caller.
     *
     * @param fromTargets takes the project's targets
     * @param closed runs when the dialog is no longer shown
     */
    static void show(
            Window owner, SetupViewModel setup, SpaceEditorViewModel model, Action fromTargets, Runnable closed) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle(Texts.get("search.editor.title"));
        dialog.setHeaderText(Texts.get("search.editor.header"));
        dialog.setResizable(true);
        dialog.getDialogPane().setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        dialog.getDialogPane().setId("space-dialog");
        dialog.getDialogPane().getButtonTypes().setAll(SAVE, ButtonType.CANCEL);
        dialog.getDialogPane().setContent(content(setup, model, fromTargets));
        Node save = dialog.getDialogPane().lookupButton(SAVE);
        save.setId("space-save");
        save.disableProperty().bind(model.problemProperty().isNotEmpty());
        dialog.getDialogPane().lookupButton(ButtonType.CANCEL).setId("space-cancel");
        dialog.setResultConverter(button -> {
            if (SAVE.equals(button)) {
                model.save(setup::chooseOwnSpace);
            }
            return button;
        });
        SpaceChoice start = setup.spaceProperty().get();
        if (start != null) {
            model.load(start);
        }
        dialog.setOnHidden(event -> closed.run());
        dialog.show();
    }

    private static Node content(SetupViewModel setup, SpaceEditorViewModel model, Action fromTargets) {
        ComboBox<SpaceChoice> from = new ComboBox<>(setup.spaces());
        from.setId("space-from");
        from.setValue(setup.spaceProperty().get());
        from.setAccessibleText(Texts.get("search.editor.from.name"));
        from.setTooltip(new Tooltip(Texts.get("search.editor.from.help")));
        from.setOnAction(event -> {
            SpaceChoice chosen = from.getValue();
            if (chosen != null) {
                model.load(chosen);
            }
        });
        Label label = new Label(Texts.get("search.editor.from.name"));
        label.setLabelFor(from);
        HBox top = new HBox(8, label, from);
        top.setAlignment(Pos.CENTER_LEFT);
        Label size = text("space-size", "");
        size.textProperty().bind(model.sizeProperty());
        Label probe = text("space-probe", "text-muted");
        probe.textProperty().bind(model.probeProperty());
        Label problem = text("space-problem", "field-reason");
        problem.textProperty().bind(model.problemProperty());
        VBox bottom = new VBox(4, new ConstraintPane(model, fromTargets), size, probe, problem);
        bottom.setPadding(new Insets(4, 0, 0, 0));
        BorderPane pane = new BorderPane(new ParameterPane(model));
        pane.setTop(top);
        pane.setBottom(bottom);
        pane.setPrefSize(760, 620);
        return pane;
    }

    private static Label text(String id, String style) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        return label;
    }
}
