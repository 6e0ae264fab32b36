package studio.crossbar.ui.common;

import javafx.beans.property.ReadOnlyStringProperty;

/** Edits of something that is no part of the project's edit history, such as a file that is written at once. */
public interface LocalUndo {

    /** Name of the edit that would be undone; empty if there is none. */
    ReadOnlyStringProperty undoNameProperty();

    /** Name of the edit that would be done again; empty if there is none. */
    ReadOnlyStringProperty redoNameProperty();

    /** Takes the last edit back, if there is one. */
    void undo();

    /** Does the edit again that was taken back last, if there is one. */
    void redo();
}
