package studio.crossbar.ui.common;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import studio.crossbar.design.DraftedNetwork;
import studio.crossbar.specification.Requirements;
import studio.crossbar.ui.common.Differences.Change;
import studio.crossbar.ui.common.EditHistory.State;

/** What lies between two states of a project. */
final class StateChange {

    private static final String NETWORK = "design.network";
    private static final String INPUTS = "design.hardware.inputs";

    private StateChange() {}

    /** Whether an edit lies between them; that the specifications have been read is none. */
    static boolean edited(State before, State after) {
        return !before.design().equals(after.design())
                || !before.settings().equals(after.settings())
                || !Objects.equals(before.draft(), after.draft())
                || (before.requirements() != null && !before.requirements().equals(after.requirements()));
    }

    /** What the edit is called. */
    static String name(State before, State after) {
        List<Change> changes = changes(before, after);
        if (changes.isEmpty() && !Objects.equals(before.draft(), after.draft())) {
            return Texts.get("common.edit.draftApplied");
        }
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
        if (before.draft() != null || after.draft() != null) {
            changes.removeIf(
                    change -> change.path().startsWith(NETWORK) || change.path().equals(INPUTS));
            changes.addAll(drafted(before.network(), after.network()));
        }
        changes.addAll(Differences.between("settings", before.settings(), after.settings()));
        return changes;
    }

    /** By the paths that the values have in a design. */
    private static List<Change> drafted(DraftedNetwork before, DraftedNetwork after) {
        List<Change> changes = new ArrayList<>(Differences.between(NETWORK, before.network(), after.network()));
        if (before.inputs() != after.inputs()) {
            changes.add(new Change(INPUTS, before.inputs(), after.inputs()));
        }
        return changes;
    }
}
