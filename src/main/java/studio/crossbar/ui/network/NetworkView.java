package studio.crossbar.ui.network;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.crossbar.analysis.Finding;
import studio.crossbar.report.Sketch;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.ActionControls;
import studio.crossbar.ui.common.EmptyState;
import studio.crossbar.ui.common.ExportMenu;
import studio.crossbar.ui.common.Exportable;
import studio.crossbar.ui.common.Steps;
import studio.crossbar.ui.common.TableMenu;
import studio.crossbar.ui.common.Texts;

/** Diagram and settings above, table and analysis below. */
public final class NetworkView extends StackPane {

    private final NetworkViewModel model;
    private final NetworkActions actions;
    private final NetworkDraftViewModel draft;
    private final ScrollPane scroll = new ScrollPane();
    private final Tab analysis = new Tab();
    private final Steps steps = new Steps();

    /** @param actions of {@code model} */
    public NetworkView(NetworkViewModel model, NetworkActions actions, Action openProject) {
        this.model = model;
        this.actions = actions;
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
        steps.then(() -> scroll.setContent(diagram()));
        scroll.setPannable(true);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("network-scroll");
        scroll.setMinWidth(270);
        Region settings = steps.later(() -> {
            SettingsPane made = new SettingsPane(model, actions);
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
        pane.setTop(new VBox(steps.later(() -> new DraftTools(model, actions)), new DraftBanner(draft, actions)));
        return pane;
    }

    private Node diagram() {
        Node diagram = new DiagramPane(model, this::reveal);
        ExportMenu.install(
                diagram,
                new Exportable("network").withPicture(this::sketch),
                List.of(actions.moveUp, actions.moveDown, actions.delete));
        return diagram;
    }

    private @Nullable Sketch sketch() {
        EditedNetwork now = draft.draftProperty().get();
        return now == null ? null : DiagramSketch.of(now);
    }

    private LayerTable table() {
        LayerTable table = new LayerTable(model);
        TableMenu.install(table, actions.moveUp, actions.moveDown, actions.delete);
        return table;
    }

    private Node tabs() {
        Tab layers = new Tab(Texts.get("network.tabs.layers"), steps.laterTable(this::table));
        layers.setId("network-tab-layers");
        steps.onceSelected(analysis, () -> new FindingList(model));
        analysis.setId("network-tab-analysis");
        model.pictureProperty().subscribe(picture -> count());
        model.problemProperty().subscribe(problem -> count());
        TabPane tabs = new TabPane(layers, analysis);
        tabs.setId("network-tabs");
        tabs.setAccessibleText(Texts.get("network.tabs.accessible"));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        return tabs;
    }

    private void count() {
        NetworkPicture picture = model.pictureProperty().get();
        List<Finding> findings =
                picture == null ? List.of() : picture.analysis().findings();
        analysis.setText(Texts.format("network.tabs.analysis", findings.size()));
        boolean wrong = !model.problemProperty().get().isEmpty()
                || findings.stream().anyMatch(f -> f.severity() == Finding.Severity.ERROR);
        boolean warned = findings.stream().anyMatch(f -> f.severity() == Finding.Severity.WARNING);
        FontIcon icon = new FontIcon(wrong ? "fth-x-circle" : warned ? "fth-alert-triangle" : "fth-check-circle");
        icon.getStyleClass().add(wrong ? "finding-error" : warned ? "finding-warning" : "finding-note");
        analysis.setGraphic(icon);
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
