package studio.crossbar.ui.common;

import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** Menu items and buttons for actions. */
public final class ActionControls {

    private ActionControls() {}

    /** A menu item with icon and shortcut. */
    public static MenuItem menuItem(Action action) {
        MenuItem item = new MenuItem(null, new FontIcon(action.icon()));
        item.textProperty().bind(action.titleValue());
        item.setAccelerator(action.keys());
        item.getProperties().put(Action.class, action);
        item.setOnAction(event -> action.run());
        item.disableProperty().bind(disabled(action));
        return item;
    }

    /** A toolbar button; the wrapper keeps the tooltip alive while the button is disabled. */
    public static Node toolButton(Action action, boolean withText) {
        Button button = button("tool-", action);
        button.getStyleClass().add("flat");
        button.setContentDisplay(withText ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
        return explained(button, action);
    }

    /** A button of text and icon; its holder keeps the tooltip while the button is disabled. */
    public static Region textButton(Action action, String... styleClasses) {
        Button button = button("action-", action);
        button.getStyleClass().addAll(styleClasses);
        return explained(button, action);
    }

    private static Button button(String prefix, Action action) {
        Button button = new Button(action.text(), new FontIcon(action.icon()));
        button.setId(prefix + action.id());
        button.accessibleTextProperty().bind(action.titleValue());
        button.setOnAction(event -> action.run());
        button.disableProperty().bind(disabled(action));
        return button;
    }

    private static Region explained(Button button, Action action) {
        return explained(button, action::tooltip);
    }

    /** A holder of {@code button} whose tooltip stays while the button is disabled and would show none. */
    public static Region explained(Button button, Supplier<String> tooltip) {
        HBox wrapper = new HBox(button);
        wrapper.getStyleClass().add("action-wrapper");
        Tips.on(wrapper, tooltip);
        return wrapper;
    }

    private static BooleanBinding disabled(Action action) {
        return Bindings.createBooleanBinding(() -> !action.enabled(), action.disabledReason());
    }
}
