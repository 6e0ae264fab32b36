package studio.crossbar.ui.shell;

import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.crossbar.study.Evaluation;
import studio.crossbar.ui.common.Counts;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.Screen;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Texts;

/** Tree of what the project holds; choosing an entry shows its screen. */
final class Navigator extends BorderPane {

    /**
     * An entry.
     *
     * @param text shown
     * @param icon Ikonli literal
     * @param screen shown when it is chosen
     */
    private record Entry(String text, String icon, Screen screen) {}

    private final Session session;
    private final TreeView<Entry> tree = new TreeView<>();

    Navigator(Session session) {
        this.session = session;
        getStyleClass().add("navigator");
        Label title = new Label(Texts.get("shell.tree.heading"));
        title.getStyleClass().add("pane-title");
        title.setMaxWidth(Double.MAX_VALUE);
        setTop(title);
        tree.setId("project-tree");
        tree.setAccessibleText(Texts.get("shell.tree.name"));
        tree.getStyleClass().add("dense");
        tree.setCellFactory(view -> new EntryCell());
        // Only what the user does leads to a screen: the tree also moves its selection when its entries change.
        tree.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> open());
        tree.addEventHandler(KeyEvent.KEY_RELEASED, event -> open());
        setCenter(tree);
        setMinWidth(130);
        session.projectProperty().subscribe(project -> fill());
        session.evaluationProperty().subscribe(result -> fill());
        session.trainedProperty().subscribe(network -> fill());
        session.screenProperty().subscribe(this::follow);
    }

    private void open() {
        TreeItem<Entry> selected = tree.getSelectionModel().getSelectedItem();
        if (selected != null) {
            session.screenProperty().set(selected.getValue().screen());
        }
    }

    private void fill() {
        OpenProject project = session.projectProperty().get();
        if (project == null) {
            tree.setRoot(new TreeItem<>(new Entry(Texts.get("shell.tree.empty"), "fth-folder", Screen.WELCOME)));
        } else {
            boolean trained = session.trainedProperty().get() != null;
            tree.setRoot(root(project, trained, session.evaluationProperty().get()));
        }
        follow(session.screenProperty().get());
    }

    private static TreeItem<Entry> root(OpenProject project, boolean trained, @Nullable Evaluation result) {
        TreeItem<Entry> root = item(project.name(), "fth-folder", Screen.WELCOME);
        root.setExpanded(true);
        TreeItem<Entry> data = item(Texts.get("shell.tree.dataset"), "fth-database", Screen.DATASET);
        data.setExpanded(true);
        data.getChildren().add(item(project.parts().name(), "fth-activity", Screen.DATASET));
        TreeItem<Entry> design = item(Texts.get("shell.tree.design"), "fth-cpu", Screen.HARDWARE);
        design.setExpanded(true);
        design.getChildren().add(item(project.design().name(), "fth-sliders", Screen.HARDWARE));
        design.getChildren().add(item(Texts.get("shell.tree.network"), "fth-share-2", Screen.NETWORK));
        TreeItem<Entry> runs = item(Texts.get("shell.tree.lastRun"), "fth-trending-up", Screen.TRAINING);
        runs.setExpanded(true);
        root.getChildren().add(data);
        root.getChildren().add(design);
        root.getChildren().add(runs);
        if (result == null) {
            runs.getChildren()
                    .add(item(
                            trained ? Texts.get("shell.tree.notEvaluated") : Texts.get("shell.tree.notTrained"),
                            "fth-circle",
                            Screen.TRAINING));
        } else {
            runs.getChildren()
                    .add(item(
                            Texts.format(
                                    "shell.tree.accuracy",
                                    Numbers.percent(result.accuracy().mean())),
                            "fth-check-circle",
                            Screen.TRAINING));
            runs.getChildren().add(item(Counts.tiles(result.mapped().tiles().size()), "fth-grid", Screen.TILES));
        }
        root.getChildren().add(item(Texts.get("shell.tree.search"), "fth-crosshair", Screen.SEARCH));
        root.getChildren().add(item(Texts.get("shell.tree.specifications"), "fth-check-square", Screen.SPECIFICATIONS));
        root.getChildren().add(item(Texts.get("shell.tree.cost"), "fth-pie-chart", Screen.COST));
        root.getChildren().add(item(Texts.get("shell.tree.report"), "fth-file-text", Screen.REPORT));
        return root;
    }

    private static TreeItem<Entry> item(String text, String icon, Screen screen) {
        return new TreeItem<>(new Entry(text, icon, screen));
    }

    private void follow(Screen screen) {
        TreeItem<Entry> selected = tree.getSelectionModel().getSelectedItem();
        if (selected != null && selected.getValue().screen() == screen) {
            return;
        }
        tree.getSelectionModel().clearSelection();
        if (tree.getRoot() != null) {
            if (tree.getRoot().getValue().screen() == screen) {
                tree.getSelectionModel().select(tree.getRoot());
            }
            tree.getRoot().getChildren().stream()
                    .filter(item -> item.getValue().screen() == screen)
                    .findFirst()
                    .ifPresent(tree.getSelectionModel()::select);
        }
    }

    private static final class EntryCell extends TreeCell<Entry> {

        @Override
        protected void updateItem(Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(empty || entry == null ? null : entry.text());
            setGraphic(empty || entry == null ? null : new FontIcon(entry.icon()));
        }
    }
}
