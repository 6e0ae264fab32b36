package studio.crossbar.ui.common;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Tooltips that are made when the pointer comes to their node: each is a window with a scene, and a screen has a hundred
 * of them.
 */
public final class Tips {

    /** Of a line of text. */
    static final double WIDTH = 420;

    private static final Duration DELAY = Duration.millis(400);

    private final Node node;
    private final Supplier<String> text;
    private @Nullable Tooltip shown;

    private Tips(Node node, Supplier<String> text) {
        this.node = node;
        this.text = text;
        node.addEventHandler(MouseEvent.MOUSE_ENTERED, event -> entered());
    }

    /** A tooltip with what {@code text} gives when the pointer comes; none while that is empty. */
    public static void on(Node node, Supplier<String> text) {
        new Tips(node, text);
    }

    /** A tooltip that says {@code text}, which screen readers read out as well. */
    public static void on(Node node, String text) {
        node.setAccessibleHelp(text);
        new Tips(node, () -> text);
    }

    private void entered() {
        String now = text.get();
        if (now.isEmpty()) {
            remove();
        } else if (shown == null) {
            Tooltip made = wrapped(now);
            // Under a pointer that rests a cell's text may change.
            made.setOnShowing(event -> made.setText(text.get()));
            shown = made;
            if (node instanceof Control control) {
                control.setTooltip(made);
            } else {
                Tooltip.install(node, made);
            }
        } else {
            shown.setText(now);
        }
    }

    private void remove() {
        if (shown != null) {
            if (node instanceof Control control) {
                control.setTooltip(null);
            } else {
                Tooltip.uninstall(node, shown);
            }
            shown = null;
        }
    }

    private static Tooltip wrapped(String text) {
        Tooltip tooltip = new Tooltip(text);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(WIDTH);
        tooltip.setShowDelay(DELAY);
        return tooltip;
    }
}
