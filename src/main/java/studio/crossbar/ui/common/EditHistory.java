package studio.crossbar.ui.common;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import studio.crossbar.design.Design;
import studio.crossbar.design.DraftedNetwork;
import studio.crossbar.specification.Requirements;
import studio.crossbar.study.ProjectSettings;

/**
 * Edits of design, drafted network, settings and specifications, each with a name, to be undone and done again. It
 * follows the properties, so whoever sets them need not know it. Changes of the same numbers within a second, or while the
 * mouse is held down, are one edit. Use on the user interface's thread.
 */
public final class EditHistory {

    /** Older edits are forgotten. */
    static final int MOST = 200;

    private static final long PAUSE_NANOSECONDS = TimeUnit.SECONDS.toNanos(1);

    /**
     * What is edited.
     *
     * @param design edited
     * @param settings edited
     * @param requirements edited; null before the project's files are read, and to leave them as they are
     * @param draft network that the design cannot have yet; null if there is none
     */
    public record State(
            Design design,
            ProjectSettings settings,
            @Nullable Requirements requirements,
            @Nullable DraftedNetwork draft) {
        State withSettings(UnaryOperator<ProjectSettings> change) {
            return new State(design, change.apply(settings), requirements, draft);
        }

        State withoutDraft() {
            return new State(design, settings, requirements, null);
        }

        /** The network that is edited. */
        DraftedNetwork network() {
            return draft == null ? DraftedNetwork.of(design) : draft;
        }
    }

    /** {@code sealed}: no later change belongs to it. */
    private record Edit(State before, State after, String name, Set<String> numbers, boolean sealed) {
        Edit withSettings(UnaryOperator<ProjectSettings> change) {
            return new Edit(before.withSettings(change), after.withSettings(change), name, numbers, sealed);
        }
    }

    private final ObjectProperty<@Nullable Design> design;
    private final ObjectProperty<@Nullable ProjectSettings> settings;
    private final ObjectProperty<@Nullable Requirements> requirements;
    private final ObjectProperty<@Nullable DraftedNetwork> draft;
    private final Predicate<State> possible;
    private final LongSupplier nanoTime;
    private final Deque<Edit> done = new ArrayDeque<>();
    private final Deque<Edit> undone = new ArrayDeque<>();
    private final ReadOnlyStringWrapper undoName = new ReadOnlyStringWrapper(this, "undoName", "");
    private final ReadOnlyStringWrapper redoName = new ReadOnlyStringWrapper(this, "redoName", "");
    private @Nullable State current;
    private long changed;
    private boolean held;
    private boolean silent;

    /**
     * The history of four properties.
     *
     * @param possible whether a state can be shown, which depends on the unit costs
     */
    EditHistory(
            ObjectProperty<@Nullable Design> design,
            ObjectProperty<@Nullable ProjectSettings> settings,
            ObjectProperty<@Nullable Requirements> requirements,
            ObjectProperty<@Nullable DraftedNetwork> draft,
            Predicate<State> possible,
            LongSupplier nanoTime) {
        this.design = design;
        this.settings = settings;
        this.requirements = requirements;
        this.draft = draft;
        this.possible = possible;
        this.nanoTime = nanoTime;
        design.subscribe((before, now) -> changed());
        settings.subscribe((before, now) -> changed());
        requirements.subscribe((before, now) -> changed());
        draft.subscribe((before, now) -> changed());
    }

    /** Name of the edit that would be undone; empty if there is none. */
    public ReadOnlyStringProperty undoNameProperty() {
        return undoName.getReadOnlyProperty();
    }

    /** Name of the edit that would be done again; empty if there is none. */
    public ReadOnlyStringProperty redoNameProperty() {
        return redoName.getReadOnlyProperty();
    }

    /** Goes back by one edit, if there is one. */
    public void undo() {
        Edit edit = done.poll();
        if (edit != null) {
            undone.push(edit);
            silently(() -> set(edit.before()));
        }
    }

    /** Does the edit again that was undone last, if there is one. */
    public void redo() {
        Edit edit = undone.poll();
        if (edit != null) {
            done.push(edit);
            silently(() -> set(edit.after()));
        }
    }

    /** Notes that the mouse is held down or released: a drag is one edit, the next one is another. */
    public void held(boolean value) {
        held = value;
        seal();
    }

    /** Sets all of {@code wanted} as one edit called {@code name}. */
    public void set(String name, State wanted) {
        State before = current;
        silently(() -> set(wanted));
        State after = current;
        if (before != null && after != null && !before.equals(after)) {
            push(new Edit(before, after, name, Set.of(), true));
        }
    }

    /** Runs {@code changes} of several properties, which are one edit. */
    void together(Runnable changes) {
        boolean before = silent;
        silent = true;
        try {
            changes.run();
        } finally {
            silent = before;
            changed();
        }
    }

    /** Forgets everything, as when another project opens. */
    void clear() {
        done.clear();
        undone.clear();
        show();
    }

    /** Runs changes of what is stored, which no edit may bring back: {@code change} is made in all remembered states too. */
    void rebase(UnaryOperator<ProjectSettings> change, Runnable changes) {
        silently(changes);
        rebase(done, change);
        rebase(undone, change);
    }

    private static void rebase(Deque<Edit> edits, UnaryOperator<ProjectSettings> change) {
        List<Edit> rebased =
                edits.stream().map(edit -> edit.withSettings(change)).toList();
        edits.clear();
        edits.addAll(rebased);
    }

    /** Forgets states that can no longer be shown, and what lies behind them. */
    void keepPossible() {
        keep(done, edit -> possible.test(edit.before()));
        keep(undone, edit -> possible.test(edit.after()));
        show();
    }

    private static void keep(Deque<Edit> edits, Predicate<Edit> wanted) {
        List<Edit> kept = edits.stream().takeWhile(wanted).toList();
        edits.clear();
        edits.addAll(kept);
    }

    private void silently(Runnable changes) {
        boolean before = silent;
        silent = true;
        try {
            changes.run();
        } finally {
            silent = before;
            current = state();
            seal();
            show();
        }
    }

    /** In the order in which what is shown between the two steps has a bill. */
    private void set(State state) {
        ProjectSettings now = settings.get();
        boolean designFirst = now == null || possible.test(state.withSettings(_ -> now));
        if (designFirst) {
            design.set(state.design());
        }
        settings.set(state.settings());
        design.set(state.design());
        draft.set(state.draft());
        if (state.requirements() != null) {
            requirements.set(state.requirements());
        }
    }

    /** What is edited; null without a project. */
    @Nullable
    State state() {
        Design nowDesign = design.get();
        ProjectSettings nowSettings = settings.get();
        return nowDesign == null || nowSettings == null
                ? null
                : new State(nowDesign, nowSettings, requirements.get(), draft.get());
    }

    private void changed() {
        if (silent) {
            return;
        }
        State before = current;
        State after = state();
        current = after;
        if (before == null || after == null || !StateChange.edited(before, after)) {
            return;
        }
        Set<String> numbers = StateChange.numbers(before, after);
        Edit last = done.peek();
        boolean joins = last != null
                && !last.sealed()
                && !numbers.isEmpty()
                && numbers.equals(last.numbers())
                && (held || nanoTime.getAsLong() - changed < PAUSE_NANOSECONDS);
        changed = nanoTime.getAsLong();
        if (!joins || last == null) {
            push(new Edit(before, after, StateChange.name(before, after), numbers, false));
            return;
        }
        done.pop();
        if (!StateChange.edited(last.before(), after)) {
            show();
        } else {
            push(new Edit(last.before(), after, StateChange.name(last.before(), after), numbers, false));
        }
    }

    private void push(Edit edit) {
        done.push(edit);
        undone.clear();
        if (done.size() > MOST) {
            done.removeLast();
        }
        show();
    }

    private void seal() {
        Edit last = done.poll();
        if (last != null) {
            done.push(new Edit(last.before(), last.after(), last.name(), last.numbers(), true));
        }
    }

    private void show() {
        undoName.set(done.isEmpty() ? "" : done.peek().name());
        redoName.set(undone.isEmpty() ? "" : undone.peek().name());
    }
}
