package studio.crossbar.ui.search;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.crossbar.design.Design;
import studio.crossbar.run.Job;
import studio.crossbar.run.JobRunner;
import studio.crossbar.search.Constraint;
import studio.crossbar.search.Metric;
import studio.crossbar.search.Parameter;
import studio.crossbar.search.SearchSpace;
import studio.crossbar.search.SpaceProbe;
import studio.crossbar.search.dimension.Dimension;
import studio.crossbar.search.dimension.Dimensions;
import studio.crossbar.search.run.ProjectSpace;
import studio.crossbar.search.run.SearchStart;
import studio.crossbar.study.Costing;
import studio.crossbar.ui.common.Jobs;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Workbench;

/** A space while it is edited: what its parts are, what the core says of them, how large it is and what can be built. */
final class SpaceEditorViewModel {

    /** Random designs that are tried. */
    static final int PROBED = 200;

    private static final int EXACT_DIGITS = 12;

    private final Workbench workbench;
    private final SearchFeed feed;
    private final ObservableList<ParameterRow> parameters = FXCollections.observableArrayList(ParameterRow::texts);
    private final ObservableList<ConstraintRow> constraints = FXCollections.observableArrayList(ConstraintRow::texts);
    private final ReadOnlyObjectWrapper<@Nullable SearchSpace> space = new ReadOnlyObjectWrapper<>(this, "space", null);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyStringWrapper size = new ReadOnlyStringWrapper(this, "size", "");
    private final ReadOnlyStringWrapper probe = new ReadOnlyStringWrapper(this, "probe", "");
    private final Latest<SearchSpace> reading;
    private final Latest<SpaceProbe> probing;
    private boolean replacing;

    /** @param ui runs updates on the user interface's thread */
    SpaceEditorViewModel(Workbench workbench, SearchFeed feed, JobRunner runner, Executor ui) {
        this.workbench = workbench;
        this.feed = feed;
        reading = new Latest<>(
                runner, ui, this::edit, thrown -> workbench.jobs().report("The space could not be read", thrown));
        probing = new Latest<>(
                runner, ui, this::probed, thrown -> probe.set("Designs could not be tried: " + thrown.getMessage()));
        parameters.addListener((InvalidationListener) observable -> check());
        constraints.addListener((InvalidationListener) observable -> check());
        check();
    }

    /** In the space's order. */
    ObservableList<ParameterRow> parameters() {
        return parameters;
    }

    ObservableList<ConstraintRow> constraints() {
        return constraints;
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

    /** Reads a space in the background and edits it. */
    void load(SpaceChoice choice) {
        reading.ask(choice::read);
    }

    /** Edits {@code start}. */
    void edit(SearchSpace start) {
        replacing = true;
        parameters.setAll(start.parameters().stream()
                .map(parameter -> ParameterRow.of(start, parameter))
                .toList());
        constraints.setAll(start.constraints().stream()
                .map(constraint -> new ConstraintRow(
                        constraint.metric(),
                        BigDecimal.valueOf(constraint.limit())
                                .stripTrailingZeros()
                                .toPlainString()))
                .toList());
        replacing = false;
        check();
    }

    /** A parameter of a dimension that the space does not have yet, behind the others. */
    ParameterRow add() {
        Dimension free = Dimensions.general().stream()
                .filter(dimension -> !has(dimension.name()))
                .findFirst()
                .orElseGet(() -> Dimensions.general().getFirst());
        ParameterRow row = new ParameterRow(
                free.name(), free.numeric() ? free.extremes().getFirst() : String.join(", ", free.extremes()), "");
        parameters.add(row);
        return row;
    }

    /** The same behind {@code row}, of the next stage if it is of one. */
    ParameterRow duplicate(ParameterRow row) {
        String name = row.nameProperty().get();
        int stage = Dimensions.stage(name);
        String stem = stage == 0
                ? name
                : name.substring(0, name.length() - Integer.toString(stage).length());
        int next = stage;
        while (stage > 0 && next < Dimensions.MOST_STAGES && has(stem + next)) {
            next++;
        }
        ParameterRow copy = new ParameterRow(
                stage == 0 ? name : stem + next,
                row.valuesProperty().get(),
                row.conditionProperty().get());
        parameters.add(parameters.indexOf(row) + 1, copy);
        return copy;
    }

    private boolean has(String name) {
        return parameters.stream().anyMatch(row -> row.nameProperty().get().equals(name));
    }

    void remove(ParameterRow row) {
        parameters.remove(row);
    }

    /** Puts a parameter {@code by} places further down, as far as there are places. */
    void move(ParameterRow row, int by) {
        int from = parameters.indexOf(row);
        int to = Math.clamp(from + by, 0, parameters.size() - 1);
        if (from >= 0 && from != to) {
            replacing = true;
            parameters.remove(from);
            replacing = false;
            parameters.add(to, row);
        }
    }

    /** A limit of the first cost that has none. */
    void addConstraint() {
        Metric metric = limited().stream()
                .filter(one -> constraints.stream()
                        .noneMatch(row -> row.metricProperty().get() == one))
                .findFirst()
                .orElse(Metric.AREA);
        constraints.add(new ConstraintRow(metric, ""));
    }

    void remove(ConstraintRow row) {
        constraints.remove(row);
    }

    /** Metrics that can be limited. */
    static List<Metric> limited() {
        return List.of(Metric.values()).stream().filter(Metric::computed).toList();
    }

    private void check() {
        if (replacing) {
            return;
        }
        List<Parameter> sound = new ArrayList<>();
        List<Constraint> limits = new ArrayList<>();
        parameters.forEach(row -> row.refuse(take(row::parameter, sound)));
        constraints.forEach(row -> row.refuse(take(row::constraint, limits)));
        Optional<String> first = java.util.stream.Stream.concat(
                        parameters.stream().map(row -> row.problemProperty().get()),
                        constraints.stream().map(row -> row.problemProperty().get()))
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
            parameters.reversed().stream()
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
            size.set(made.parameters().size() + " parameters, " + count(made) + " designs");
            probe(made);
        }
    }

    private static String count(SearchSpace space) {
        String digits = space.size().toString();
        return digits.length() <= EXACT_DIGITS
                ? Numbers.count(space.size().longValueExact())
                : String.format(Locale.ROOT, "about %.1e", new BigDecimal(space.size()));
    }

    private void probe(SearchSpace made) {
        Session session = workbench.session();
        Design base = session.savedProperty().get();
        Costing costing = session.savedCosting();
        if (base == null || costing == null) {
            probe.set("");
            return;
        }
        probe.set("Trying " + PROBED + " random designs");
        probing.ask(() -> SpaceProbe.of(made, SearchStart.factory(made, base, costing), PROBED, 1));
    }

    private void probed(SpaceProbe result) {
        probe.set(result.buildable() + " of " + result.asked() + " random designs can be built"
                + (result.reason() == null
                        ? ""
                        : "; most often refused (" + result.alike() + " times): " + result.reason()));
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
                            new Job<>("Save the space of " + project.name(), _ -> {
                                ProjectSpace.write(project.project(), made);
                                return made;
                            }),
                            "The space could not be saved",
                            _ -> done.run());
        }
    }
}
