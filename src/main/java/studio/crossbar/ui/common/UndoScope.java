package studio.crossbar.ui.common;

import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** Editors whose edits the keys of undo and redo reach while the focus is within. */
public final class UndoScope {

    private static final String KEY = UndoScope.class.getName();

    private UndoScope() {}

    /** Has the keys reach {@code edits} while the focus is in {@code editor}. */
    public static void of(Node editor, LocalUndo edits) {
        editor.getProperties().put(KEY, edits);
    }

    /** The edits of the innermost editor around {@code focused}; null if there is none. */
    public static @Nullable LocalUndo around(@Nullable Node focused) {
        for (Node at = focused; at != null; at = at.getParent()) {
            if (at.hasProperties() && at.getProperties().get(KEY) instanceof LocalUndo edits) {
                return edits;
            }
        }
        return null;
    }
}
