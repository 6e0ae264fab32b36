package studio.crossbar.ui.shell;

import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import studio.crossbar.ui.common.TextScale;
import studio.crossbar.ui.common.Texts;

/** Size of the window's text, in percent of the usual one. */
final class TextSize {

    static final int USUAL = 100;
    static final int LEAST = 80;
    static final int MOST = 160;

    private static final int STEP = 10;

    private final IntegerProperty percent;

    TextSize(int percent) {
        this.percent = new SimpleIntegerProperty(this, "percent", percent);
    }

    ReadOnlyIntegerProperty percentProperty() {
        return percent;
    }

    void larger() {
        percent.set(Math.min(MOST, percent.get() + STEP));
    }

    void smaller() {
        percent.set(Math.max(LEAST, percent.get() - STEP));
    }

    void reset() {
        percent.set(USUAL);
    }

    /** Why the text cannot be made larger; empty if it can. */
    ObservableValue<String> atMost() {
        return Bindings.when(percent.greaterThanOrEqualTo(MOST))
                .then(Texts.format("shell.reason.largest", MOST))
                .otherwise("");
    }

    /** Why the text cannot be made smaller; empty if it can. */
    ObservableValue<String> atLeast() {
        return Bindings.when(percent.lessThanOrEqualTo(LEAST))
                .then(Texts.format("shell.reason.smallest", LEAST))
                .otherwise("");
    }

    /** Has the scene follow the size, and takes the other keys of plus, minus and nought. */
    void listen(Scene scene) {
        percent.subscribe(now ->
                scene.getRoot().setStyle("-fx-font-size: " + TextScale.USUAL_PIXELS * now.intValue() / USUAL + "px;"));
        Map<KeyCombination, Runnable> keys = scene.getAccelerators();
        keys.put(KeyCombination.keyCombination("Shortcut+Equals"), this::larger);
        keys.put(KeyCombination.keyCombination("Shortcut+Shift+Equals"), this::larger);
        keys.put(new KeyCodeCombination(KeyCode.ADD, KeyCombination.SHORTCUT_DOWN), this::larger);
        keys.put(new KeyCodeCombination(KeyCode.SUBTRACT, KeyCombination.SHORTCUT_DOWN), this::smaller);
        keys.put(new KeyCodeCombination(KeyCode.NUMPAD0, KeyCombination.SHORTCUT_DOWN), this::reset);
    }
}
