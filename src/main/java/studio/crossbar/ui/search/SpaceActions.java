package studio.crossbar.ui.search;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.Texts;

/** What a new search may vary and cost: the editor of its space, and the project's targets as limits. */
final class SpaceActions {

    /** Opens the editor. */
    final Action edit;

    /** Takes the targets into the space that is edited; opens the editor first where it is not. */
    final Action fromTargets;

    /** Has a new search hold the targets beside its space, or no longer. */
    final Action holdTargets;

    private final SearchViewModel search;
    private final Supplier<Window> owner;
    /** What the open editor shows; null while none is open. */
    private @Nullable SpaceEditorViewModel edited;

    /** @param owner of the editor's window */
    SpaceActions(SearchViewModel search, Supplier<Window> owner) {
        this.search = search;
        this.owner = owner;
        SetupViewModel setup = search.setup();
        ObservableValue<String> noProject = Bindings.when(
                        search.session().projectProperty().isNull())
                .then(Texts.get("search.run.reason.project"))
                .otherwise("");
        edit = new Action(
                "edit-space",
                Texts.get("search.setup.space.edit.name"),
                "fth-edit-2",
                null,
                Texts.get("search.setup.space.edit.help"),
                noProject,
                this::show);
        fromTargets = new Action(
                "from-targets",
                Texts.get("search.constraints.targets.name"),
                "fth-check-square",
                null,
                Texts.get("search.constraints.targets.help"),
                setup.targets().reasonBinding(),
                this::limitToTargets);
        holdTargets = new Action(
                "hold-targets",
                Texts.get("search.targets.action"),
                "fth-check-square",
                null,
                Texts.get("search.targets.help"),
                Bindings.createStringBinding(
                        () -> setup.begunProperty().get()
                                ? Texts.get("search.targets.begun")
                                : setup.targets().reasonBinding().get(),
                        setup.begunProperty(),
                        setup.targets().reasonBinding()),
                () -> setup.targets()
                        .chosenProperty()
                        .set(!setup.targets().chosenProperty().get()));
    }

    private SpaceEditorViewModel show() {
        SpaceEditorViewModel editor = search.spaceEditor();
        edited = editor;
        SpaceEditorDialog.show(owner.get(), search.setup(), editor, fromTargets, () -> edited = null);
        return editor;
    }

    private void limitToTargets() {
        SpaceEditorViewModel open = edited;
        (open == null ? show() : open).limitToTargets();
    }

    /** All of them. */
    List<Action> all() {
        return List.of(edit, fromTargets, holdTargets);
    }
}
