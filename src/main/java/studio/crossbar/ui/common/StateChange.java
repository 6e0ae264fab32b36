package studio.crossbar.ui.common;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import studio.crossbar.specification.Requirements;
import studio.crossbar.ui.common.Differences.Change;
import studio.crossbar.ui.common.EditHistory.State;

/** What lies between two states of a project. */
final class StateChange {

    private StateChange() {}

    /** Whether an edit lies between them; that the specifications have been read is none. */
    static boolean edited(State before, State after) {
        return !before.design().equals(after.design())
                || !before.settings().equals(after.settings())
                || (before.requirements() != null && !before.requirements().equals(after.requirements()));
    }

    /** What the edit is called. */
    static String name(State before, State after) {
        List<Change> changes = changes(before, after);
        Requirements old = before.requirements();
        Requirements edited = after.requirements();
        return changes.isEmpty() && old != null && edited != null
                ? RequirementNames.of(old, edited)
                : EditNames.of(changes);
    }

    /** Paths of the changed values if each is a number or a text, which sliders and typing change step by step. */
    static Set<String> numbers(State before, State after) {
        List<Change> changes = changes(before, after);
        boolean all = Objects.equals(before.requirements(), after.requirements())
                && changes.stream()
                        .allMatch(change -> change.after() instanceof Number || change.after() instanceof String);
        return all ? changes.stream().map(Change::path).collect(Collectors.toCollection(HashSet::new)) : Set.of();
    }

    private static List<Change> changes(State before, State after) {
        List<Change> changes = new ArrayList<>(Differences.between("design", before.design(), after.design()));
        changes.addAll(Differences.between("settings", before.settings(), after.settings()));
        return changes;
    }
}
