package studio.crossbar.ui.common;

/** One editable choice of a design, from which an editor is built. */
public sealed interface Parameter permits NumberParameter, ChoiceParameter {

    /** Last part of the ids of its controls, the same in every language. */
    String id();

    /** Name shown before the editor. */
    String name();

    /** What it is, for the tooltip. */
    String help();
}
