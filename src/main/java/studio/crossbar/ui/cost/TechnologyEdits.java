package studio.crossbar.ui.cost;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import studio.crossbar.cost.TechnologyDocument;
import studio.crossbar.ui.common.LocalUndo;

/** Edits of the technology file that is shown, done and undone. */
final class TechnologyEdits implements LocalUndo {

    /**
     * An edit.
     *
     * @param name for people
     * @param before contents before it
     * @param after contents after it
     */
    record Edit(String name, TechnologyDocument before, TechnologyDocument after) {}

    private final Predicate<TechnologyDocument> restore;
    private final Deque<Edit> done = new ArrayDeque<>();
    private final Deque<Edit> undone = new ArrayDeque<>();
    private final ReadOnlyStringWrapper undoName = new ReadOnlyStringWrapper(this, "undoName", "");
    private final ReadOnlyStringWrapper redoName = new ReadOnlyStringWrapper(this, "redoName", "");

    /** @param restore shows contents again; whether that was possible */
    TechnologyEdits(Predicate<TechnologyDocument> restore) {
        this.restore = restore;
    }

    @Override
    public ReadOnlyStringProperty undoNameProperty() {
        return undoName.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyStringProperty redoNameProperty() {
        return redoName.getReadOnlyProperty();
    }

    void add(Edit edit) {
        done.push(edit);
        undone.clear();
        show();
    }

    @Override
    public void undo() {
        Edit last = done.peek();
        if (last != null && restore.test(last.before())) {
            undone.push(done.pop());
            show();
        }
    }

    @Override
    public void redo() {
        Edit next = undone.peek();
        if (next != null && restore.test(next.after())) {
            done.push(undone.pop());
            show();
        }
    }

    void clear() {
        done.clear();
        undone.clear();
        show();
    }

    private void show() {
        undoName.set(done.isEmpty() ? "" : done.peek().name());
        redoName.set(undone.isEmpty() ? "" : undone.peek().name());
    }
}
