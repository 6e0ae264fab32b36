package studio.crossbar.ui.search;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import studio.crossbar.design.Design;
import studio.crossbar.run.Job;
import studio.crossbar.run.JobRunner;
import studio.crossbar.search.Constraint;
import studio.crossbar.search.Parameter;
import studio.crossbar.search.SearchSpace;
import studio.crossbar.search.SpaceProbe;
import studio.crossbar.search.run.ProjectSpace;
import studio.crossbar.search.run.SearchStart;
import studio.crossbar.study.Costing;
import studio.crossbar.ui.common.Jobs;
import studio.crossbar.ui.common.Latest;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Workbench;

/** A space while it is edited: what its parts are, what the core says of them, how large it is and what can be built. */
final class SpaceEditorViewModel {

    /** Random designs that are tried. */
    static final int PROBED = 200;

    private static final int EXACT_DIGITS = 12;

    private final Workbench workbench;
    private final SearchFeed feed;
    private final TargetsViewModel targets;
    private final SpaceRows rows = new SpaceRows(this::check);
    private final ReadOnlyObjectWrapper<@Nullable SearchSpace> space = new ReadOnlyObjectWrapper<>(this, "space", null);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyStringWrapper size = new ReadOnlyStringWrapper(this, "size", "");
    private final ReadOnlyStringWrapper probe = new ReadOnlyStringWrapper(this, "probe", "");
    private final Latest<SearchSpace> reading;
    private final Latest<SpaceProbe> probing;
    /** Whether the targets become limits of the space that is being read. */
    private boolean limiting;

    /** @param ui runs updates on the user interface's thread */
    SpaceEditorViewModel(Workbench workbench, SearchFeed feed, JobRunner runner, Executor ui) {
        this.workbench = workbench;
        this.feed = feed;
        targets = new TargetsViewModel(workbench.session());
        reading = new Latest<>(
                runner,
                ui,
                this::loaded,
                thrown -> workbench.jobs().report(Texts.get("search.editor.read.failed"), thrown));
        probing = new Latest<>(
                runner,
                ui,
                this::probed,
                thrown -> probe.set(Texts.format("search.editor.probe.failed", String.valueOf(thrown.getMessage()))));
        check();
    }

    /** What is edited. */
    SpaceRows rows() {
        return rows;
    }

    /** The space of the texts; null while something is wrong. */
    ReadOnlyObjectProperty<@Nullable SearchSpace> spaceProperty() {
        return space.getReadOnlyProperty();
    }

    /** Why the space cannot be saved; empty if it can. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Number of designs. */
    ReadOnlyStringProperty sizeProperty() {
        return size.getReadOnlyProperty();
    }

    /** How many random designs can be built, and why others cannot. */
    ReadOnlyStringProperty probeProperty() {
        return probe.getReadOnlyProperty();
    }

    /** Sets the project's targets as limits, once the space that is being read is there. */
    void limitToTargets() {
        limiting = !reading.idle();
        if (!limiting) {
            rows.limit(targets.available());
        }
    }

    private void loaded(SearchSpace read) {
        rows.edit(read);
        if (limiting) {
            limitToTargets();
        }
    }

    /** Reads a space in the background and edits it. */
    void load(SpaceChoice choice) {
        limiting = false;
        reading.ask(_ -> choice.read());
    }

    private void check() {
        List<Parameter> sound = new ArrayList<>();
        List<Constraint> limits = new ArrayList<>();
        rows.parameters().forEach(row -> row.refuse(take(row::parameter, sound)));
        rows.constraints().forEach(row -> row.refuse(take(row::constraint, limits)));
        Optional<String> first = Stream.concat(
                        rows.parameters().stream()
                                .map(row -> row.problemProperty().get()),
                        rows.constraints().stream()
                                .map(row -> row.problemProperty().get()))
                .filter(reason -> !reason.isEmpty())
                .findFirst();
        if (first.isPresent()) {
            show(null, first.get());
            return;
        }
        try {
            SearchSpace made = new SearchSpace(sound, limits);
            SearchPicture search = feed.pictureProperty().get();
            show(
                    made,
                    search == null
                            ? ""
                            : ProjectSpace.refusal(search.setup(), made).orElse(""));
        } catch (IllegalArgumentException e) {
            String reason = String.valueOf(e.getMessage());
            // The space names the parameter that does not go with the others.
            rows.parameters().reversed().stream()
                    .filter(row -> reason.startsWith(row.nameProperty().get().strip() + ":")
                            || reason.startsWith(row.nameProperty().get().strip() + ".when:"))
                    .findFirst()
                    .ifPresent(row -> row.refuse(reason));
            show(null, reason);
        }
    }

    /** Adds what {@code part} gives, or says why there is nothing. */
    private static <T> String take(Supplier<T> part, List<T> target) {
        try {
            target.add(part.get());
            return "";
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private void show(@Nullable SearchSpace made, String reason) {
        problem.set(reason);
        boolean same = made != null && made.equals(space.get());
        space.set(made);
        if (made == null) {
            size.set("");
            probe.set("");
            probing.forget();
        } else if (!same) {
            size.set(Texts.format("search.editor.size", made.parameters().size(), count(made)));
            probe(made);
        }
    }

    private static String count(SearchSpace space) {
        String digits = space.size().toString();
        return digits.length() <= EXACT_DIGITS
                ? Numbers.count(space.size().longValueExact())
                : Texts.format("search.editor.size.about", new BigDecimal(space.size()));
    }

    private void probe(SearchSpace made) {
        Session session = workbench.session();
        Design base = session.savedProperty().get();
        Costing costing = session.costs().saved();
        if (base == null || costing == null) {
            probe.set("");
            return;
        }
        probe.set(Texts.format("search.editor.probe.trying", PROBED));
        probing.ask(_ -> SpaceProbe.of(made, SearchStart.factory(made, base, costing), PROBED, 1));
    }

    private void probed(SpaceProbe result) {
        String reason = result.reason();
        probe.set(
                reason == null
                        ? Texts.format("search.editor.probe", result.buildable(), result.asked())
                        : Texts.format(
                                "search.editor.probe.refused",
                                result.buildable(),
                                result.asked(),
                                result.alike(),
                                reason));
    }

    /** Writes the project's {@code space.json}; {@code done} runs when it is there, not if it is refused. */
    void save(Runnable done) {
        OpenProject project = workbench.session().projectProperty().get();
        SearchSpace made = space.get();
        if (project != null && made != null && problem.get().isEmpty()) {
            workbench
                    .jobs()
                    .start(
                            Jobs.Lane.FILES,
                            new Job<>(Texts.format("search.editor.save.job", project.name()), _ -> {
                                ProjectSpace.write(project.project(), made);
                                return made;
                            }),
                            Texts.get("search.editor.save.failed"),
                            _ -> done.run());
        }
    }
}
