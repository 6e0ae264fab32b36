package studio.crossbar.ui.common;

import java.util.List;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The menu of a picture: by the mouse, by the menu key or Shift+F10 while it has the focus, and from the palette. */
public final class ExportMenu {

    private final Node node;
    private final Exportable picture;
    /** Made when it is shown first: it is a window, and a screen has many pictures. */
    private @Nullable ContextMenu menu;

    private ExportMenu(Node node, Exportable picture) {
        this.node = node;
        this.picture = picture;
    }

    /** Gives {@code node}, which shows {@code picture}, its menu. */
    public static void install(Node node, Exportable picture) {
        ExportMenu made = new ExportMenu(node, picture);
        node.getProperties().put(ExportMenu.class, made);
        node.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            made.show(event.getScreenX(), event.getScreenY());
            event.consume();
        });
        node.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.CONTEXT_MENU || (event.getCode() == KeyCode.F10 && event.isShiftDown())) {
                made.show();
                event.consume();
            }
        });
    }

    /** Items for a menu elsewhere. */
    public static List<MenuItem> items(Node node, Exportable picture) {
        return picture.formats().stream()
                .map(format -> {
                    MenuItem item = new MenuItem(format.label());
                    item.setId("export-" + format.extension());
                    item.setOnAction(event -> {
                        ExportRequest request = picture.request(format);
                        if (request != null) {
                            Event.fireEvent(node, request);
                        }
                    });
                    return item;
                })
                .toList();
    }

    /** Menu of the picture that holds {@code focused}; null if none does. */
    public static @Nullable ExportMenu around(@Nullable Node focused) {
        for (Node at = focused; at != null; at = at.getParent()) {
            if (at.getProperties().get(ExportMenu.class) instanceof ExportMenu found) {
                return found;
            }
        }
        return null;
    }

    /** Opens in the middle of the picture. */
    public void show() {
        Bounds place = node.localToScreen(node.getBoundsInLocal());
        show(place.getCenterX(), place.getCenterY());
    }

    private void show(double x, double y) {
        ContextMenu shown = menu;
        if (shown == null) {
            shown = new ContextMenu(items(node, picture).toArray(MenuItem[]::new));
            shown.setId("export-menu");
            menu = shown;
        }
        // The menu key comes as a key and, on some desktops, as a request too.
        if (!shown.isShowing()) {
            shown.show(node, x, y);
        }
    }
}
