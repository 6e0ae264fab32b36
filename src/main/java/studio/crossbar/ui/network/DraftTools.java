package studio.crossbar.ui.network;

import java.util.Locale;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.crossbar.ui.common.Texts;

/** Starts from a preset, and inserts, moves and deletes layers of the draft. */
final class DraftTools extends FlowPane {

    private final NetworkViewModel model;
    private final NetworkDraftViewModel draft;

    DraftTools(NetworkViewModel model) {
        super(6, 6);
        this.model = model;
        draft = model.draft();
        getChildren()
                .addAll(
                        presets(),
                        insert("network-insert-before", Texts.get("network.insert.before"), false),
                        insert("network-insert-after", Texts.get("network.insert.after"), true),
                        tool(
                                "network-move-up",
                                "fth-arrow-up",
                                Texts.get("network.move.up"),
                                () -> draft.moveReason(-1),
                                () -> draft.move(-1)),
                        tool(
                                "network-move-down",
                                "fth-arrow-down",
                                Texts.get("network.move.down"),
                                () -> draft.moveReason(1),
                                () -> draft.move(1)),
                        tool(
                                "network-delete",
                                "fth-trash-2",
                                Texts.get("network.delete.help"),
                                draft::layerReason,
                                draft::delete));
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
            if (preset.reason().isEmpty()) {
                MenuItem item = new MenuItem(name);
                item.setId("network-preset-" + name);
                item.setOnAction(event -> model.start(preset.reference()));
                button.getItems().add(item);
            } else {
                Label text = new Label(Texts.format("network.presets.unsuited", name, preset.reason()));
                text.getStyleClass().add("text-muted");
                CustomMenuItem item = new CustomMenuItem(text, false);
                item.setId("network-preset-" + name);
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
                        .map(kind -> {
                            MenuItem item = new MenuItem(kind.label());
                            item.setId(id + "-" + kind.name().toLowerCase(Locale.ROOT));
                            item.setOnAction(event -> draft.insert(kind, after));
                            return item;
                        })
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
                                    : Texts.get("network.insert.before.input"));
        });
        return wrapper;
    }

    /** A button whose wrapper's tooltip says what it does, or why it is disabled. */
    private Node tool(String id, String icon, String help, Supplier<String> reason, Runnable handler) {
        Button button = new Button(null, new FontIcon(icon));
        button.setId(id);
        button.setAccessibleText(help);
        button.getStyleClass().addAll("button-icon", "flat");
        button.setOnAction(event -> handler.run());
        HBox wrapper = new HBox(button);
        Tooltip tooltip = new Tooltip(help);
        Tooltip.install(wrapper, tooltip);
        Runnable update = () -> {
            button.setDisable(!reason.get().isEmpty());
            tooltip.setText(reason.get().isEmpty() ? help : reason.get());
        };
        draft.selectedProperty().subscribe(path -> update.run());
        draft.draftProperty().subscribe(now -> update.run());
        return wrapper;
    }
}
