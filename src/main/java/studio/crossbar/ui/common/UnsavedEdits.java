package studio.crossbar.ui.common;

/** Asks what becomes of edits that the project folder does not hold. */
@FunctionalInterface
public interface UnsavedEdits {

    /** What is not saved. */
    enum What {
        /** The design or its costs. */
        DESIGN,
        /** A network that does not fit yet, which cannot be saved. */
        DRAFT,
        /** Both. */
        DESIGN_AND_DRAFT
    }

    /** What the user wants. */
    enum Answer {
        /** Store them, then go on. */
        SAVE,
        /** Go on without them. */
        DROP,
        /** Do not go on. */
        STAY
    }

    /** Waits for the answer; called on the user interface's thread. */
    Answer ask(What unsaved);
}
