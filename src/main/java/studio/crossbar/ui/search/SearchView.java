package studio.crossbar.ui.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.ActionControls;
import studio.crossbar.ui.common.ActionMenu;
import studio.crossbar.ui.common.Counts;
import studio.crossbar.ui.common.EmptyState;
import studio.crossbar.ui.common.ProjectEmptyState;
import studio.crossbar.ui.common.Screen;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Steps;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/** The search above, its Pareto charts in the middle, and below its trials seen in five ways. */
public final class SearchView extends StackPane {

    private final SearchViewModel model;
    private final SearchActions actions;
    private final ObservableValue<Theme> theme;
    private final Label summary = new Label();
    private final Steps steps = new Steps();

    /** @param actions of {@code model} */
    public SearchView(SearchViewModel model, SearchActions actions, ObservableValue<Theme> theme, Action openProject) {
        this.model = model;
        this.actions = actions;
        this.theme = theme;
        Session session = model.session();
        Node none = new ProjectEmptyState(
                session.designProperty(),
                openProject,
                new EmptyState("fth-crosshair", Texts.get("search.reading.title"), Texts.get("search.reading.text")));
        Node content = content();
        getChildren().addAll(none, content);
        none.visibleProperty().bind(session.projectProperty().isNull());
        content.visibleProperty().bind(session.projectProperty().isNotNull());
        BooleanExpression shown = BooleanExpression.booleanExpression(sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::showingProperty)
                .orElse(false));
        model.feed()
                .activeProperty()
                .bind(shown.and(Bindings.createBooleanBinding(
                        () -> session.screenProperty().get() == Screen.SEARCH, session.screenProperty())));
    }

    private Node content() {
        summary.setId("search-summary");
        summary.getStyleClass().add("text-muted");
        summary.setWrapText(true);
        Label opened = new Label();
        opened.setId("search-opened");
        opened.getStyleClass().add("badge-warning");
        opened.setWrapText(true);
        opened.textProperty().bind(model.openedProperty());
        opened.managedProperty().bind(opened.textProperty().isNotEmpty());
        opened.visibleProperty().bind(opened.textProperty().isNotEmpty());
        VBox top = new VBox(
                6,
                steps.later(() -> new RunPane(model.run(), actions)),
                steps.later(() -> new SetupPane(model.setup(), actions.space.edit)),
                summary,
                opened);
        top.setPadding(new Insets(10, 14, 6, 14));
        model.pictureProperty().subscribe(search -> showSummary());
        model.feed().failureProperty().subscribe(text -> showSummary());
        model.feed().readProperty().subscribe(read -> showSummary());

        SplitPane results = new SplitPane(new ChartsPane(model, theme, steps), tabs());
        results.setOrientation(Orientation.VERTICAL);
        results.setDividerPositions(0.52);
        EmptyState nothing =
                new EmptyState("fth-crosshair", Texts.get("search.empty.title"), Texts.get("search.empty.text"));
        StackPane lower = new StackPane(nothing, results);
        results.visibleProperty().bind(model.pictureProperty().isNotNull());
        nothing.visibleProperty()
                .bind(model.pictureProperty().isNull().and(model.feed().readProperty()));
        BorderPane pane = new BorderPane(lower);
        pane.setTop(top);
        return pane;
    }

    private void showSummary() {
        SearchPicture search = model.pictureProperty().get();
        String failure = model.feed().failureProperty().get();
        if (!failure.isEmpty()) {
            summary.setText(failure);
        } else if (search == null) {
            summary.setText(model.feed().readProperty().get() ? "" : Texts.get("search.summary.reading"));
        } else {
            int count = search.front().trials().size();
            String front = search.trusted()
                    ? Texts.format("search.summary.front", count)
                    : Texts.format("search.summary.frontUntrained", count);
            String all = Texts.format(
                    "search.summary.all",
                    SetupViewModel.summary(search.setup()),
                    Counts.trials(search.trials().size()),
                    front,
                    search.volume());
            summary.setText(search.tests().isEmpty() ? all : Texts.format("search.summary.tested", all));
        }
    }

    private Node tabs() {
        Tab trials = tab(Texts.get("search.tab.trials"), "search-tab-trials", this::trials);
        Tab parallel = tab(
                Texts.get("search.tab.parallel"),
                "search-tab-parallel",
                () -> new ParallelPane(model.parallel(), theme));
        Tab importance = tab(
                Texts.get("search.tab.importance"),
                "search-tab-importance",
                () -> new ImportancePane(model.importance()));
        Tab volume =
                tab(Texts.get("search.tab.volume"), "search-tab-volume", () -> new VolumePane(model.feed(), theme));
        Tab compare = tab(
                Texts.get("search.tab.compare"),
                "search-tab-compare",
                () -> new ComparePane(model.compare(), model::open));
        model.parallel().activeProperty().bind(parallel.selectedProperty());
        model.importance().activeProperty().bind(importance.selectedProperty());
        InvalidationListener count = observable -> compare.setText(
                model.selection().pinned().isEmpty()
                        ? Texts.get("search.tab.compare")
                        : Texts.format(
                                "search.tab.comparePinned",
                                model.selection().pinned().size()));
        model.selection().pinned().addListener(count);
        count.invalidated(model.selection().pinned());
        TabPane pane = new TabPane(trials, parallel, importance, volume, compare);
        pane.setId("search-tabs");
        pane.setAccessibleText(Texts.get("search.tab.accessible"));
        pane.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        pane.setMinHeight(120);
        return pane;
    }

    private Node trials() {
        Node trials = new TrialTable(model.trials(), model::open, tools());
        ActionMenu.install(trials, actions.trials::all);
        return trials;
    }

    private Tab tab(String name, String id, Supplier<Node> content) {
        Tab tab = new Tab(name);
        tab.setId(id);
        steps.onceSelected(tab, content);
        return tab;
    }

    /** Open, pin and export. */
    private Node[] tools() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        List<Node> tools = new ArrayList<>(List.of(gap));
        tools.add(ActionControls.toolButton(actions.trials.open, true));
        tools.add(ActionControls.toolButton(actions.trials.pin, true));
        tools.add(ActionControls.toolButton(actions.trials.export, false));
        return tools.toArray(Node[]::new);
    }
}
