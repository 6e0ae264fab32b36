package studio.crossbar.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.ControlIds;
import studio.crossbar.ui.common.RecentProjects;
import studio.crossbar.ui.common.Texts;

/** What can be done with the projects that were opened before. */
final class RecentActions {

    /** Forgets those that are missing. */
    final Action removeMissing;

    /** Forgets all. */
    final Action clear;

    private final RecentProjects recent;
    private final Consumer<RecentProjects.Entry> open;

    /** @param open opens a project */
    RecentActions(RecentProjects recent, Consumer<RecentProjects.Entry> open) {
        this.recent = recent;
        this.open = open;
        removeMissing = new Action(
                "recent-remove-missing",
                Texts.get("shell.recent.removeMissing"),
                "fth-x",
                null,
                Texts.get("shell.recent.removeMissing.help"),
                Bindings.createStringBinding(
                        () -> missing().isEmpty() ? Texts.get("shell.recent.removeMissing.reason") : "",
                        recent.entries()),
                () -> missing().forEach(recent::remove));
        clear = new Action(
                "recent-clear",
                Texts.get("shell.recent.clear"),
                "fth-x",
                null,
                Texts.get("shell.recent.clear.help"),
                Bindings.createStringBinding(
                        () -> recent.entries().isEmpty() ? Texts.get("shell.recent.clear.reason") : "",
                        recent.entries()),
                () -> List.copyOf(recent.entries()).forEach(recent::remove));
    }

    private List<RecentProjects.Entry> missing() {
        return recent.entries().stream().filter(RecentProjects.Entry::missing).toList();
    }

    /** Opens one of them, which is not missing. */
    Action open(RecentProjects.Entry entry) {
        return new Action(
                "recent-" + ControlIds.words(entry.folder().toString()),
                Texts.get("shell.recent.open"),
                "fth-clock",
                null,
                Texts.get("shell.recent.open.help"),
                entry.missing() ? new ReadOnlyStringWrapper(Texts.get("shell.recent.open.reason")) : Reasons.NONE,
                new ReadOnlyStringWrapper(entry.folder().toString()),
                () -> open.accept(entry));
    }

    /** All of them, of the projects of now. */
    List<Action> all() {
        List<Action> all =
                new ArrayList<>(recent.entries().stream().map(this::open).toList());
        all.addAll(List.of(removeMissing, clear));
        return all;
    }
}
