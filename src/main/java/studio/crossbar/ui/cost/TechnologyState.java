package studio.crossbar.ui.cost;

import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import studio.crossbar.cost.TechnologyDocument;
import studio.crossbar.ui.common.Texts;

/** The technology file that is shown, its edits, and what is said of it. */
final class TechnologyState {

    private final ReadOnlyObjectWrapper<@Nullable TechnologySource> source =
            new ReadOnlyObjectWrapper<>(this, "source", null);
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper(this, "status", "");
    private final ConstantList constants = new ConstantList();
    private final TechnologyEdits edits;

    /** @param restore shows contents of before an edit, or of after it; whether that was possible */
    TechnologyState(Predicate<TechnologyDocument> restore) {
        edits = new TechnologyEdits(restore);
    }

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

    TechnologyEdits edits() {
        return edits;
    }

    ConstantList constants() {
        return constants;
    }

    void say(String text) {
        status.set(text);
    }

    void show(TechnologySource now) {
        source.set(now);
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
        edits.clear();
        source.set(null);
        constants.of(null);
    }
}
