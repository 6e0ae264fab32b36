package studio.crossbar.ui.common;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;

/** A context menu of actions that the window has elsewhere too. */
public final class ActionMenu {

    private ActionMenu() {}

    /** Gives {@code node} a menu of the actions that {@code now} gives when it is opened. */
    public static void install(Node node, Supplier<List<Action>> now) {
        new MenuOpener(node, "action-menu", () -> items(now.get())).listen();
    }

    static List<MenuItem> items(List<Action> actions) {
        return actions.stream().map(ActionMenu::item).toList();
    }

    private static MenuItem item(Action action) {
        MenuItem item = ActionControls.menuItem(action);
        item.setId("menu-" + action.id());
        return item;
    }
}
