package studio.crossbar.ui.shell;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.ActionMenu;
import studio.crossbar.ui.common.Screen;
import studio.crossbar.ui.common.Texts;

/** Tree of what the project holds; choosing an entry shows its screen. */
final class Navigator extends BorderPane {

    private final NavigatorViewModel model;
    private final ObservableValue<Screen> screen;
    private final TreeView<NavigatorViewModel.Entry> tree = new TreeView<>();
    /** Texts of the sections that the user has folded; the tree is made anew when what it shows changes. */
    private final Set<String> folded = new HashSet<>();

    /**
     * The tree of {@code model}.
     *
     * @param screen that is shown
     * @param menus context menus of the entries, by the screen that they lead to
     */
    Navigator(NavigatorViewModel model, ObservableValue<Screen> screen, Map<Screen, List<Action>> menus) {
        this.model = model;
        this.screen = screen;
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
        ActionMenu.install(tree, () -> menu(menus));
        setCenter(tree);
        setMinWidth(130);
        model.rootProperty().subscribe(this::fill);
        screen.subscribe(this::follow);
    }

    private void open() {
        TreeItem<NavigatorViewModel.Entry> selected = tree.getSelectionModel().getSelectedItem();
        if (selected != null) {
            model.open(selected.getValue());
        }
    }

    /** What is right-clicked comes to the front, as what is clicked does: a run is then the one that its actions are about. */
    private List<Action> menu(Map<Screen, List<Action>> menus) {
        TreeItem<NavigatorViewModel.Entry> selected = tree.getSelectionModel().getSelectedItem();
        open();
        return selected == null
                ? List.of()
                : menus.getOrDefault(selected.getValue().screen(), List.of());
    }

    private void fill(NavigatorViewModel.Entry root) {
        TreeItem<NavigatorViewModel.Entry> selected = tree.getSelectionModel().getSelectedItem();
        NavigatorViewModel.Entry before = selected == null ? null : selected.getValue();
        tree.setRoot(item(root));
        tree.getSelectionModel().clearSelection();
        find(tree.getRoot(), before == null ? null : before.text(), screen.getValue())
                .ifPresent(tree.getSelectionModel()::select);
        follow(screen.getValue());
    }

    private TreeItem<NavigatorViewModel.Entry> item(NavigatorViewModel.Entry entry) {
        TreeItem<NavigatorViewModel.Entry> item = new TreeItem<>(entry);
        entry.children().forEach(child -> item.getChildren().add(item(child)));
        item.setExpanded(!folded.contains(entry.text()));
        item.expandedProperty().subscribe((before, out) -> {
            if (out) {
                folded.remove(entry.text());
            } else {
                folded.add(entry.text());
            }
        });
        return item;
    }

    private void follow(Screen shown) {
        TreeItem<NavigatorViewModel.Entry> selected = tree.getSelectionModel().getSelectedItem();
        if (tree.getRoot() == null || (selected != null && selected.getValue().screen() == shown)) {
            return;
        }
        tree.getSelectionModel().clearSelection();
        find(tree.getRoot(), null, shown).ifPresent(tree.getSelectionModel()::select);
    }

    /**
     * The first entry of a screen.
     *
     * @param text of the entry; null for any
     */
    private static Optional<TreeItem<NavigatorViewModel.Entry>> find(
            TreeItem<NavigatorViewModel.Entry> item, @Nullable String text, Screen shown) {
        NavigatorViewModel.Entry entry = item.getValue();
        if (entry.screen() == shown && (text == null || text.equals(entry.text()))) {
            return Optional.of(item);
        }
        return item.getChildren().stream()
                .map(child -> find(child, text, shown))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Entry that is cut at the tree's edge rather than widening it; what is cut has a tooltip. */
    private static final class EntryCell extends TreeCell<NavigatorViewModel.Entry> {

        private final Tooltip whole = new Tooltip();

        EntryCell() {
            setPrefWidth(0);
            whole.textProperty().bind(textProperty());
            textTruncatedProperty().subscribe(cut -> setTooltip(cut ? whole : null));
        }

        @Override
        protected void updateItem(NavigatorViewModel.Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            boolean none = empty || entry == null;
            setText(none ? null : entry.text());
            setGraphic(none ? null : new FontIcon(entry.icon()));
        }
    }
}
