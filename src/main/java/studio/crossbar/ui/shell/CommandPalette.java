package studio.crossbar.ui.shell;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.Window;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.Texts;

/** Finds any action by part of its name and runs it. */
final class CommandPalette {

    private static final double WIDTH = 460;

    private final List<Action> actions;
    private final Popup popup = new Popup();
    private final TextField search = new TextField();
    private final ListView<Action> list = new ListView<>();

    CommandPalette(List<Action> actions) {
        this.actions = actions;
        search.setId("palette-search");
        search.setPromptText(Texts.get("shell.palette.prompt"));
        search.setAccessibleText(Texts.get("shell.palette.search"));
        list.setId("palette-list");
        list.getStyleClass().add("dense");
        list.setPrefHeight(300);
        list.setCellFactory(view -> new ActionCell());
        list.setFocusTraversable(false);
        list.setOnMouseClicked(event -> runSelected());
        search.textProperty().subscribe(this::filter);
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        VBox box = new VBox(6, search, list);
        box.setPrefWidth(WIDTH);
        box.getStyleClass().add("command-palette");
        popup.getContent().add(box);
        popup.setAutoHide(true);
    }

    void show(Window owner) {
        search.clear();
        filter("");
        popup.show(owner, owner.getX() + (owner.getWidth() - WIDTH) / 2, owner.getY() + 90);
        search.requestFocus();
    }

    private void filter(String text) {
        String wanted = text.toLowerCase(Locale.ROOT).strip();
        list.getItems()
                .setAll(actions.stream()
                        .filter(action ->
                                action.title().toLowerCase(Locale.ROOT).contains(wanted))
                        .toList());
        list.getSelectionModel().selectFirst();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            runSelected();
        } else if (event.getCode() == KeyCode.DOWN) {
            list.getSelectionModel().selectNext();
        } else if (event.getCode() == KeyCode.UP) {
            list.getSelectionModel().selectPrevious();
        } else {
            return;
        }
        list.scrollTo(list.getSelectionModel().getSelectedIndex());
        event.consume();
    }

    private void runSelected() {
        Action action = list.getSelectionModel().getSelectedItem();
        if (action != null && action.enabled()) {
            popup.hide();
            action.run();
        }
    }

    private static final class ActionCell extends ListCell<Action> {

        @Override
        protected void updateItem(Action action, boolean empty) {
            super.updateItem(action, empty);
            if (empty || action == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            setText(text(action));
            setGraphic(new FontIcon(action.icon()));
            setDisable(!action.enabled());
        }

        private static String text(Action action) {
            KeyCombination keys = action.keys();
            String name = keys == null
                    ? action.title()
                    : Texts.format("shell.palette.withKeys", action.title(), keys.getDisplayText());
            return action.enabled()
                    ? name
                    : Texts.format(
                            "shell.palette.withReason",
                            name,
                            action.disabledReason().getValue());
        }
    }
}
