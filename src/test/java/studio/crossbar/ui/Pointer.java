package studio.crossbar.ui;

import javafx.event.EventType;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Events of a pointer without a button pressed. */
final class Pointer {

    private Pointer() {}

    /** At a place of the node that the event is fired on, which stands for the screen's too. */
    static MouseEvent event(EventType<MouseEvent> type, double x, double y) {
        return new MouseEvent(
                type,
                x,
                y,
                x,
                y,
                MouseButton.NONE,
                0,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                null);
    }
}
