package studio.crossbar.ui.common;

import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** Opens the context menu of a node: by the mouse, and by the menu key or Shift+F10 while the focus is within. */
final class MenuOpener {

    private final Node node;
    private final String id;
    private final Supplier<List<MenuItem>> items;
    /** Made when it is shown first: it is a window, and a screen has many such nodes. */
    private @Nullable ContextMenu menu;

    /**
     * For {@code node}.
     *
     * @param id of the menu
     * @param items as they are when the menu is opened; none to open no menu
     */
    MenuOpener(Node node, String id, Supplier<List<MenuItem>> items) {
        this.node = node;
        this.id = id;
        this.items = items;
    }

    void listen() {
        node.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            show(event.getScreenX(), event.getScreenY());
            event.consume();
        });
        node.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.CONTEXT_MENU || (event.getCode() == KeyCode.F10 && event.isShiftDown())) {
                show();
                event.consume();
            }
        });
    }

    /** Opens in the middle of the node. */
    void show() {
        Bounds place = node.localToScreen(node.getBoundsInLocal());
        show(place.getCenterX(), place.getCenterY());
    }

    private void show(double x, double y) {
        ContextMenu shown = menu;
        if (shown == null) {
            shown = new ContextMenu();
            shown.setId(id);
            MenuReasons.explain(shown);
            menu = shown;
        }
        // The menu key comes as a key and, on some desktops, as a request too.
        if (!shown.isShowing()) {
            shown.getItems().setAll(items.get());
            if (!shown.getItems().isEmpty()) {
                shown.show(node, x, y);
            }
        }
    }
}
