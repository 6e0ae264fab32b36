package studio.crossbar.ui.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.crossbar.search.Constraint;
import studio.crossbar.search.Metric;
import studio.crossbar.search.algorithm.Algorithms;
import studio.crossbar.search.run.Budget;
import studio.crossbar.search.run.SearchStart;
import studio.crossbar.search.store.SearchSetup;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Texts;

/** What a search is asked for; of one that has begun, only the budget and the workers. */
final class SetupViewModel {

    /** Processors that one training can use, see docs/architecture.md. */
    private static final int PROCESSORS_A_WORKER = 8;

    private static final String STANDARD_BUDGET = "100trials";

    /**
     * What the user asks for.
     *
     * @param space read when a new search begins
     * @param limits of a new search, beside those of its space
     * @param start without the space
     * @param budget over all sessions
     * @param workers trials at a time
     */
    record Request(
            @Nullable SpaceChoice space, List<Constraint> limits, SearchStart start, Budget budget, int workers) {}

    private final Session session;
    private final TargetsViewModel targets;
    private final ObservableList<SpaceChoice> spaces = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable SpaceChoice> space = new SimpleObjectProperty<>(this, "space", null);
    private final ObjectProperty<String> algorithm =
            new SimpleObjectProperty<>(this, "algorithm", Algorithms.NAMES.getFirst());
    private final ObservableList<Metric> objectives =
            FXCollections.observableArrayList(SearchStart.STANDARD_OBJECTIVES);
    private final StringProperty budget = new SimpleStringProperty(this, "budget", STANDARD_BUDGET);
    private final StringProperty seed = new SimpleStringProperty(this, "seed", "1");
    private final IntegerProperty workers = new SimpleIntegerProperty(
            this, "workers", Math.ceilDiv(Runtime.getRuntime().availableProcessors(), PROCESSORS_A_WORKER));
    private final ReadOnlyBooleanWrapper begun = new ReadOnlyBooleanWrapper(this, "begun", false);
    private final StringBinding problem = Bindings.createStringBinding(
            this::problem, new Observable[] {space, algorithm, objectives, budget, seed, workers, begun});

    SetupViewModel(Session session, SearchFeed feed) {
        this.session = session;
        targets = new TargetsViewModel(session);
        session.projectProperty().subscribe(this::show);
        session.projectProperty().subscribe(project -> targets.chosenProperty().set(false));
        feed.pictureProperty().subscribe(picture -> show(picture == null ? null : picture.setup()));
    }

    private void show(@Nullable OpenProject project) {
        spaces.setAll(project == null ? List.of() : SpaceChoice.of(project.project()));
        space.set(spaces.isEmpty() ? null : spaces.getFirst());
    }

    private void show(@Nullable SearchSetup setup) {
        if (setup != null && !begun.get()) {
            algorithm.set(setup.algorithm());
            objectives.setAll(setup.objectives());
            seed.set(Long.toString(setup.seed()));
        }
        begun.set(setup != null);
    }

    /** Looks for the project's own space anew and chooses it where there is one. */
    void chooseOwnSpace() {
        show(session.projectProperty().get());
    }

    /** Spaces to choose from. */
    ObservableList<SpaceChoice> spaces() {
        return spaces;
    }

    /** Chosen space; a search that has begun keeps its own. */
    ObjectProperty<@Nullable SpaceChoice> spaceProperty() {
        return space;
    }

    /** One of {@link Algorithms#NAMES}. */
    ObjectProperty<String> algorithmProperty() {
        return algorithm;
    }

    /** Two to four metrics, in the order of choosing. */
    ObservableList<Metric> objectives() {
        return objectives;
    }

    /** The project's targets as limits. */
    TargetsViewModel targets() {
        return targets;
    }

    /** As {@link Budget#parse} reads it. */
    StringProperty budgetProperty() {
        return budget;
    }

    StringProperty seedProperty() {
        return seed;
    }

    /** Trials at a time, 1 … processors. */
    IntegerProperty workersProperty() {
        return workers;
    }

    /** Whether the project has a search, whose setup stays as it is. */
    ReadOnlyBooleanProperty begunProperty() {
        return begun.getReadOnlyProperty();
    }

    /** What is wrong with the choices; empty if nothing is. */
    StringBinding problemBinding() {
        return problem;
    }

    private String problem() {
        try {
            request();
            return !begun.get() && space.get() == null ? Texts.get("search.setup.space.missing") : "";
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /**
     * The choices as they are.
     *
     * @throws IllegalArgumentException naming the field, its value and what is understood
     */
    Request request() {
        Budget limit = Budget.parse(budget.get());
        int processors = Runtime.getRuntime().availableProcessors();
        if (workers.get() < 1 || workers.get() > processors) {
            throw new IllegalArgumentException(Texts.format("search.setup.workers.refused", workers.get(), processors));
        }
        if (begun.get()) {
            return new Request(null, List.of(), new SearchStart(null, null, null, null, null), limit, workers.get());
        }
        SearchStart start = new SearchStart(null, algorithm.get(), new ArrayList<>(objectives), number(), null);
        return new Request(space.get(), targets.limits(), start, limit, workers.get());
    }

    private long number() {
        try {
            return Long.parseLong(seed.get().strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(Texts.format("search.setup.seed.refused", seed.get()), e);
        }
    }

    /** Such as "surrogate, seed 1; error and area; 51 parameters, 2 constraints". */
    static String summary(SearchSetup setup) {
        return Texts.format(
                "search.summary.setup",
                setup.algorithm(),
                setup.seed(),
                setup.objectives().stream().map(Metric::label).collect(Collectors.joining(", ")),
                setup.space(),
                setup.dataset());
    }
}
