package studio.crossbar.ui.common;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** Says in a tooltip why an item of an open menu is disabled: items have no tooltips of their own. */
public final class MenuReasons {

    private final List<MenuItem> items;
    private final Scene scene;
    private final Tooltip tooltip = new Tooltip();
    private @Nullable MenuItem explained;

    private MenuReasons(List<MenuItem> items, Scene scene) {
        this.items = items;
        this.scene = scene;
        tooltip.setId("menu-reason");
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(Tips.WIDTH);
    }

    /** Explains the items of {@link ActionControls#menuItem} in {@code menu}. */
    public static void explain(Menu menu) {
        menu.setOnShown(event -> listen(menu.getItems()));
    }

    /** The same in a context menu. */
    public static void explain(ContextMenu menu) {
        menu.setOnShown(event -> listen(menu.getItems()));
    }

    /** The window of a menu is kept for its next opening. */
    private static void listen(List<MenuItem> items) {
        for (MenuItem item : items) {
            Node node = item.getStyleableNode();
            Scene scene = node == null ? null : node.getScene();
            if (scene != null) {
                if (scene.getProperties().putIfAbsent(MenuReasons.class, true) == null) {
                    MenuReasons made = new MenuReasons(items, scene);
                    scene.addEventFilter(MouseEvent.MOUSE_MOVED, made::moved);
                    scene.addEventFilter(MouseEvent.MOUSE_EXITED, event -> made.show(null, event));
                }
                return;
            }
        }
    }

    private void moved(MouseEvent event) {
        show(
                items.stream()
                        .filter(item -> item.isDisable() && under(item.getStyleableNode(), event))
                        .findFirst()
                        .orElse(null),
                event);
    }

    private static boolean under(@Nullable Node node, MouseEvent event) {
        Bounds place = node == null ? null : node.localToScene(node.getLayoutBounds());
        return place != null && place.contains(event.getSceneX(), event.getSceneY());
    }

    private void show(@Nullable MenuItem item, MouseEvent event) {
        if (item == explained) {
            return;
        }
        explained = item;
        tooltip.hide();
        if (item != null && item.getProperties().get(Action.class) instanceof Action action) {
            tooltip.setText(action.tooltip());
            tooltip.show(scene.getWindow(), event.getScreenX() + 14, event.getScreenY() + 10);
        }
    }
}
