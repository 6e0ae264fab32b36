package studio.crossbar.ui.common;

import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;

/** The menu of a picture or a table: by the mouse and keys as any context menu, and from the palette. */
public final class ExportMenu {

    private final MenuOpener opener;

    private ExportMenu(MenuOpener opener) {
        this.opener = opener;
    }

    /** Gives {@code node}, which shows {@code picture}, its menu. */
    public static void install(Node node, Exportable picture) {
        install(node, picture, List.of());
    }

    /** The same below {@code actions}. */
    public static void install(Node node, Exportable picture, List<Action> actions) {
        MenuOpener opener = new MenuOpener(node, "export-menu", () -> {
            List<MenuItem> all = new ArrayList<>(ActionMenu.items(actions));
            if (!all.isEmpty()) {
                all.add(new SeparatorMenuItem());
            }
            all.addAll(items(node, picture));
            return all;
        });
        opener.listen();
        node.getProperties().put(ExportMenu.class, new ExportMenu(opener));
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

    /** Menu of the picture or table that holds {@code focused}; null if none does. */
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
        opener.show();
    }
}
