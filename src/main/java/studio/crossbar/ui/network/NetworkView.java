package studio.crossbar.ui.network;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.crossbar.analysis.Finding;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.ActionControls;
import studio.crossbar.ui.common.EmptyState;
import studio.crossbar.ui.common.Steps;
import studio.crossbar.ui.common.Texts;

/** Diagram and settings above, table and analysis below. */
public final class NetworkView extends StackPane {

    private final NetworkViewModel model;
    private final NetworkDraftViewModel draft;
    private final ScrollPane scroll = new ScrollPane();
    private final Tab analysis = new Tab();
    private final Steps steps = new Steps();

    public NetworkView(NetworkViewModel model, Action openProject) {
        this.model = model;
        draft = model.draft();
        EmptyState empty = new EmptyState(
                "fth-share-2",
                Texts.get("network.empty.title"),
                Texts.get("network.empty.hint"),
                ActionControls.textButton(openProject, "accent"));
        Node content = content();
        getChildren().addAll(empty, content);
        draft.draftProperty().subscribe(now -> {
            empty.setVisible(now == null);
            content.setVisible(now != null);
        });
    }

    private Node content() {
        steps.then(() -> scroll.setContent(new DiagramPane(model, this::reveal)));
        scroll.setPannable(true);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("network-scroll");
        scroll.setMinWidth(270);
        Region settings = steps.later(() -> {
            SettingsPane made = new SettingsPane(model);
            made.setMinWidth(286);
            return made;
        });
        SplitPane upper = new SplitPane(scroll, settings);
        upper.setDividerPositions(0.6);
        SplitPane.setResizableWithParent(settings, false);
        SplitPane split = new SplitPane(upper, tabs());
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.56);
        BorderPane pane = new BorderPane(split);
        pane.setTop(new VBox(steps.later(this::tools), banner()));
        return pane;
    }

    private Node tabs() {
        Tab layers = new Tab(Texts.get("network.tabs.layers"), steps.laterTable(() -> new LayerTable(model)));
        layers.setId("network-tab-layers");
        steps.onceSelected(analysis, () -> new FindingList(model));
        analysis.setId("network-tab-analysis");
        model.pictureProperty().subscribe(this::count);
        TabPane tabs = new TabPane(layers, analysis);
        tabs.setId("network-tabs");
        tabs.setAccessibleText(Texts.get("network.tabs.accessible"));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        return tabs;
    }

    private void count(@Nullable NetworkPicture picture) {
        List<Finding> findings =
                picture == null ? List.of() : picture.analysis().findings();
        analysis.setText(Texts.format("network.tabs.analysis", findings.size()));
        boolean wrong = findings.stream().anyMatch(f -> f.severity() == Finding.Severity.ERROR);
        boolean warned = findings.stream().anyMatch(f -> f.severity() == Finding.Severity.WARNING);
        FontIcon icon = new FontIcon(wrong ? "fth-x-circle" : warned ? "fth-alert-triangle" : "fth-check-circle");
        icon.getStyleClass().add(wrong ? "finding-error" : warned ? "finding-warning" : "finding-note");
        analysis.setGraphic(icon);
    }

    private Node tools() {
        FlowPane tools = new FlowPane(
                6,
                6,
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
        tools.setPadding(new Insets(8, 14, 8, 14));
        return tools;
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
                            item.setId(id + "-" + kind.name().toLowerCase(java.util.Locale.ROOT));
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

    /** Says that the draft is not applied, and why. */
    private Node banner() {
        Label reason = new Label();
        reason.setId("network-pending");
        reason.setWrapText(true);
        reason.setMinHeight(USE_PREF_SIZE);
        ObservableValue<String> why = draft.pendingProperty();
        reason.textProperty()
                .bind(Bindings.createStringBinding(() -> Texts.format("network.draft.pending", why.getValue()), why));
        HBox.setHgrow(reason, Priority.ALWAYS);
        reason.setMaxWidth(Double.MAX_VALUE);
        Button apply = new Button(Texts.get("network.draft.apply"));
        apply.setId("network-apply");
        apply.setTooltip(new Tooltip(Texts.get("network.draft.apply.help")));
        apply.setOnAction(event -> draft.apply());
        apply.setMinWidth(USE_PREF_SIZE);
        Button discard = new Button(Texts.get("network.draft.discard"));
        discard.setId("network-discard");
        discard.setTooltip(new Tooltip(Texts.get("network.draft.discard.help")));
        discard.setOnAction(event -> draft.discard());
        discard.setMinWidth(USE_PREF_SIZE);
        HBox banner = new HBox(8, new FontIcon("fth-alert-triangle"), reason, apply, discard);
        banner.setAlignment(Pos.CENTER_LEFT);
        banner.getStyleClass().add("pending-banner");
        banner.visibleProperty()
                .bind(Bindings.createBooleanBinding(() -> !why.getValue().isEmpty(), why));
        banner.managedProperty().bind(banner.visibleProperty());
        return banner;
    }

    /** Scrolls as little as shows the box. */
    private void reveal(LayerBox box) {
        if (scroll.getContent() == null) {
            return; // a layer was selected before this view was made
        }
        double room = scroll.getViewportBounds().getHeight();
        double all = scroll.getContent().getLayoutBounds().getHeight();
        if (room <= 0 || all <= room) {
            return;
        }
        double top = scroll.getVvalue() * (all - room);
        double upper = box.getLayoutY() - 12;
        double lower = box.getLayoutY() + box.getHeight() + 12;
        if (upper < top) {
            scroll.setVvalue(upper / (all - room));
        } else if (lower > top + room) {
            scroll.setVvalue((lower - room) / (all - room));
        }
    }
}
