package studio.crossbar.ui.network;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.ActionControls;
import studio.crossbar.ui.common.Texts;

/** Starts from a preset, and inserts, moves and deletes layers of the draft. */
final class DraftTools extends FlowPane {

    private final NetworkViewModel model;
    private final NetworkDraftViewModel draft;
    private final NetworkActions actions;

    DraftTools(NetworkViewModel model, NetworkActions actions) {
        super(6, 6);
        this.model = model;
        this.actions = actions;
        draft = model.draft();
        getChildren()
                .addAll(
                        presets(),
                        insert("network-insert-before", Texts.get("network.insert.before"), false),
                        insert("network-insert-after", Texts.get("network.insert.after"), true),
                        ActionControls.toolButton(actions.moveUp, false),
                        ActionControls.toolButton(actions.moveDown, false),
                        ActionControls.toolButton(actions.delete, false));
        setPadding(new Insets(8, 14, 8, 14));
    }

    private MenuButton presets() {
        MenuButton button = new MenuButton(Texts.get("network.presets.label"), new FontIcon("fth-book-open"));
        button.setId("network-presets");
        button.setTooltip(new Tooltip(Texts.get("network.presets.help")));
        button.setOnShowing(event -> fillPresets(button));
        fillPresets(button);
        return button;
    }

    private void fillPresets(MenuButton button) {
        button.getItems().clear();
        for (NetworkViewModel.Preset preset : model.presets()) {
            String name = preset.reference().label();
            Action start = actions.preset(preset.reference());
            if (preset.reason().isEmpty()) {
                button.getItems().add(menuItem(name, start));
            } else {
                Label text = new Label(Texts.format("network.presets.unsuited", name, preset.reason()));
                text.getStyleClass().add("text-muted");
                CustomMenuItem item = new CustomMenuItem(text, false);
                item.setId(start.id());
                item.setDisable(true);
                button.getItems().add(item);
            }
        }
    }

    private Node insert(String id, String text, boolean after) {
        MenuButton button = new MenuButton(text, new FontIcon("fth-plus"));
        button.setId(id);
        Runnable fill = () -> button.getItems()
                .setAll(draft.insertable(after).stream()
                        .map(kind -> menuItem(kind.label(), actions.insertion(kind, after)))
                        .toList());
        button.setOnShowing(event -> fill.run());
        draft.selectedProperty().subscribe(path -> fill.run());
        draft.draftProperty().subscribe(now -> fill.run());
        Tooltip help = new Tooltip();
        HBox wrapper = new HBox(button);
        Tooltip.install(wrapper, help);
        draft.selectedProperty().subscribe(path -> {
            boolean possible = after || path != null;
            button.setDisable(!possible);
            help.setText(
                    after
                            ? Texts.get("network.insert.after.help")
                            : possible
                                    ? Texts.get("network.insert.before.help")
                                    : Texts.format(
                                            "common.action.disabled", text, Texts.get("network.insert.before.input")));
        });
        return wrapper;
    }

    /** The menu says already what is done with the layer or network called {@code name}. */
    private static MenuItem menuItem(String name, Action action) {
        MenuItem item = new MenuItem(name);
        item.setId(action.id());
        item.setOnAction(event -> action.run());
        return item;
    }
}
