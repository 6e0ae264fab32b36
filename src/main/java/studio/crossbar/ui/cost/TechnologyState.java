package studio.crossbar.ui.cost;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import studio.crossbar.cost.TechnologyDocument;
import studio.crossbar.ui.common.Texts;

/** The technology file that is shown, its contents before each edit, and what is said of it. */
final class TechnologyState {

    private final ReadOnlyObjectWrapper<@Nullable TechnologySource> source =
            new ReadOnlyObjectWrapper<>(this, "source", null);
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper(this, "status", "");
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(this, "undoable", false);
    private final ConstantList constants = new ConstantList();
    private final Deque<TechnologyDocument> before = new ArrayDeque<>();

    ReadOnlyObjectProperty<@Nullable TechnologySource> sourceProperty() {
        return source.getReadOnlyProperty();
    }

    @Nullable
    TechnologySource source() {
        return source.get();
    }

    ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    ConstantList constants() {
        return constants;
    }

    void say(String text) {
        status.set(text);
    }

    void show(TechnologySource now) {
        source.set(now);
        undoable.set(!before.isEmpty());
        status.set(now.own() ? Texts.get("cost.technology.own") : Texts.get("cost.technology.supplied"));
        constants.of(now.document());
    }

    /** Says why something is not shown or used, and goes on with what was there. */
    void refuse(@Nullable TechnologySource shown, String why) {
        // Whoever follows goes back to what was there, whatever was chosen.
        source.set(null);
        source.set(shown);
        status.set(why);
    }

    /** Shows nothing. */
    void forget() {
        before.clear();
        source.set(null);
        undoable.set(false);
        constants.of(null);
    }

    /** Keeps the contents before an edit. */
    void remember(TechnologyDocument document) {
        before.push(document);
    }

    void forgetEdits() {
        before.clear();
    }

    /** Contents before the last edit; null if there was none. */
    @Nullable
    TechnologyDocument earlier() {
        return before.peek();
    }

    /** Forgets the last edit. */
    void drop() {
        before.pop();
    }
}
