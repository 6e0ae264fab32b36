package studio.crossbar.ui.search;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import studio.crossbar.search.Trial;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.ActionControls;
import studio.crossbar.ui.common.EmptyState;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.ProjectEmptyState;
import studio.crossbar.ui.common.Screen;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Theme;

/** The search above, its Pareto charts in the middle, and below its trials seen in five ways. */
public final class SearchView extends StackPane {

    private final SearchViewModel model;
    private final ObservableValue<Theme> theme;
    private final Label summary = new Label();

    public SearchView(SearchViewModel model, ObservableValue<Theme> theme, Action openProject) {
        this.model = model;
        this.theme = theme;
        Session session = model.session();
        Node none = new ProjectEmptyState(
                session.designProperty(),
                openProject,
                new EmptyState("fth-crosshair", "Reading the project's search", "Its trials appear here."));
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
                new RunPane(model.run(), model.setup()),
                new SetupPane(model.setup(), this::editSpace),
                summary,
                opened);
        top.setPadding(new Insets(10, 14, 6, 14));
        model.pictureProperty().subscribe(search -> showSummary());
        model.feed().failureProperty().subscribe(text -> showSummary());
        model.feed().readProperty().subscribe(read -> showSummary());

        SplitPane results = new SplitPane(charts(), tabs());
        results.setOrientation(Orientation.VERTICAL);
        results.setDividerPositions(0.52);
        EmptyState nothing = new EmptyState(
                "fth-crosshair",
                "No search yet",
                "Choose above what varies and what counts, then start: the designs that no other beats appear here while"
                        + " it runs.");
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
            summary.setText(model.feed().readProperty().get() ? "" : "Reading the project's search");
        } else {
            int count = search.front().trials().size();
            summary.setText(SetupViewModel.summary(search.setup()) + ". "
                    + Numbers.count(search.trials().size()) + " trials, front " + count
                    + (search.trusted() ? "" : ", none of them trained to the end: not to be trusted yet")
                    + ", hypervolume " + String.format(java.util.Locale.ROOT, "%.4f", search.volume())
                    + (search.tests().isEmpty()
                            ? ""
                            : "; its front was measured on the test data, so that it cannot go on"));
        }
    }

    private void editSpace() {
        SpaceEditorDialog.show(getScene().getWindow(), model.setup(), model.spaceEditor());
    }

    private Node charts() {
        HBox row = new HBox(4);
        for (ScatterViewModel chart : model.charts()) {
            ScatterPane pane = new ScatterPane(chart, theme, model.jobs(), model::open);
            HBox.setHgrow(pane, Priority.ALWAYS);
            pane.setPrefWidth(200);
            row.getChildren().add(pane);
        }
        CheckBox log = new CheckBox("Logarithmic axes");
        log.setId("search-log");
        log.setMinWidth(Region.USE_PREF_SIZE);
        log.setTooltip(new Tooltip("Equal lengths are equal ratios, of costs and errors; accuracies stay linear"));
        log.setSelected(true);
        model.charts().forEach(chart -> chart.logarithmicProperty().bind(log.selectedProperty()));
        Label hint = new Label();
        hint.getStyleClass().add("text-muted");
        hint.setId("search-brushed");
        hint.setMinWidth(0);
        hint.textProperty()
                .bind(Bindings.createStringBinding(
                        this::brushed, model.selection().selectedProperty(), model.pictureProperty()));
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(hint.textProperty());
        hint.setTooltip(whole);
        HBox.setHgrow(hint, Priority.ALWAYS);
        hint.setMaxWidth(Double.MAX_VALUE);
        HBox tools = new HBox(8, hint, log);
        tools.setAlignment(Pos.CENTER_LEFT);
        tools.setPadding(new Insets(2, 8, 2, 8));
        BorderPane pane = new BorderPane(row);
        pane.setTop(tools);
        pane.setPadding(new Insets(0, 8, 0, 8));
        pane.setMinHeight(150);
        return pane;
    }

    private String brushed() {
        SearchPicture search = model.pictureProperty().get();
        int count = model.selection().selectedProperty().get().size();
        Trial single =
                search == null ? null : search.byId().get(model.selection().single());
        if (search != null && single != null) {
            return TrialText.of(search, single)
                    .lines()
                    .limit(5)
                    .reduce((a, b) -> a + ", " + b)
                    .orElse("");
        }
        return count == 0
                ? "Drag to brush, click to choose, double-click to open a design"
                : Numbers.count(count) + " trials brushed";
    }

    private Node tabs() {
        TrialTable table = new TrialTable(model.trials(), model::open, tools());
        Tab trials = tab("Trials", "search-tab-trials", table);
        Tab parallel = tab("Parallel coordinates", "search-tab-parallel", new ParallelPane(model.parallel(), theme));
        Tab importance = tab("Importance", "search-tab-importance", new ImportancePane(model.importance()));
        Tab volume = tab("Hypervolume", "search-tab-volume", new VolumePane(model.feed(), theme));
        Tab compare = tab("Compare", "search-tab-compare", new ComparePane(model.compare(), model::open));
        model.parallel().activeProperty().bind(parallel.selectedProperty());
        model.importance().activeProperty().bind(importance.selectedProperty());
        InvalidationListener count = observable -> compare.setText("Compare"
                + (model.selection().pinned().isEmpty()
                        ? ""
                        : " (" + model.selection().pinned().size() + ")"));
        model.selection().pinned().addListener(count);
        count.invalidated(model.selection().pinned());
        TabPane pane = new TabPane(trials, parallel, importance, volume, compare);
        pane.setId("search-tabs");
        pane.setAccessibleText("Trials and their analysis");
        pane.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        pane.setMinHeight(120);
        return pane;
    }

    private static Tab tab(String name, String id, Node content) {
        Tab tab = new Tab(name, content);
        tab.setId(id);
        return tab;
    }

    /** Open, pin and export. */
    private Node[] tools() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        List<Node> tools = new ArrayList<>(List.of(gap));
        tools.add(ActionControls.toolButton(
                new Action(
                        "Open design",
                        "fth-external-link",
                        null,
                        "Makes the brushed trial's design the edited one; Hardware, Tiles and Cost follow",
                        reason(selection -> model.singleReason()),
                        () -> model.open(model.selection().single())),
                true));
        tools.add(ActionControls.toolButton(
                new Action(
                        "Pin",
                        "fth-bookmark",
                        null,
                        "Compares the brushed designs, up to six",
                        reason(this::pinReason),
                        this::pin),
                true));
        tools.add(ActionControls.toolButton(
                new Action(
                        "Export trials",
                        "fth-download",
                        null,
                        "Writes what the table lists, with every parameter, as CSV",
                        Bindings.createStringBinding(
                                () -> model.pictureProperty().get() == null ? "there is no search" : "",
                                model.pictureProperty()),
                        this::export),
                false));
        return tools.toArray(Node[]::new);
    }

    private ObservableValue<String> reason(Function<TrialSelection, String> why) {
        return Bindings.createStringBinding(
                () -> why.apply(model.selection()),
                model.selection().selectedProperty(),
                model.pictureProperty(),
                model.selection().pinned());
    }

    private String pinReason(TrialSelection selection) {
        if (selection.selectedProperty().get().isEmpty()) {
            return "brush a trial first";
        }
        return selection.pinned().size() == TrialSelection.MOST_PINNED
                ? "six designs are pinned; take one away on the tab Compare"
                : "";
    }

    private void pin() {
        model.selection()
                .pin(model.selection().selectedProperty().get().stream()
                        .sorted()
                        .toList());
    }

    private void export() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export trials");
        chooser.setInitialFileName("trials.csv");
        @Nullable File chosen = chooser.showSaveDialog(getScene().getWindow());
        if (chosen != null) {
            model.exportCsv(chosen.toPath());
        }
    }
}
