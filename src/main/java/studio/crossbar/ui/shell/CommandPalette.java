package studio.crossbar.ui.shell;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.Window;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.crossbar.ui.common.Screen;
import studio.crossbar.ui.common.Texts;

/** Finds any action by part of its name and runs it. */
final class CommandPalette {

    private static final double WIDTH = 460;

    private final Supplier<List<PaletteEntry>> commands;
    private final Consumer<Screen> screens;
    private final Popup popup = new Popup();
    private final TextField search = new TextField();
    private final ListView<PaletteEntry> list = new ListView<>();
    private List<PaletteEntry> entries = List.of();

    /**
     * A palette that is not shown yet.
     *
     * @param commands what there is to run whenever it is shown
     * @param screens shows the screen whose action is run
     */
    CommandPalette(Supplier<List<PaletteEntry>> commands, Consumer<Screen> screens) {
        this.commands = commands;
        this.screens = screens;
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
        entries = commands.get();
        search.clear();
        filter("");
        popup.show(owner, owner.getX() + (owner.getWidth() - WIDTH) / 2, owner.getY() + 90);
        search.requestFocus();
    }

    private void filter(String text) {
        String wanted = text.toLowerCase(Locale.ROOT).strip();
        list.getItems()
                .setAll(entries.stream().filter(entry -> entry.matches(wanted)).toList());
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
        PaletteEntry entry = list.getSelectionModel().getSelectedItem();
        if (entry != null && entry.action().enabled()) {
            popup.hide();
            if (entry.screen() != null) {
                screens.accept(entry.screen());
            }
            entry.action().run();
        }
    }

    private static final class ActionCell extends ListCell<PaletteEntry> {

        @Override
        protected void updateItem(PaletteEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            setText(entry.text());
            setGraphic(new FontIcon(entry.action().icon()));
            setDisable(!entry.action().enabled());
        }
    }
}
