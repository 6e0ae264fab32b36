package studio.crossbar.search.run;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import studio.crossbar.cost.Cost;
import studio.crossbar.data.Parts;
import studio.crossbar.design.Design;
import studio.crossbar.search.DesignFactory;
import studio.crossbar.search.Metric;
import studio.crossbar.search.SearchSpace;
import studio.crossbar.search.SearchSpaceJson;
import studio.crossbar.search.algorithm.Algorithms;
import studio.crossbar.search.algorithm.RungPlan;
import studio.crossbar.search.front.ObjectiveBox;
import studio.crossbar.search.store.SearchSetup;
import studio.crossbar.study.Costing;
import studio.crossbar.study.DatasetSummary;
import studio.crossbar.study.ProjectException;

/**
 * What a user asks of a search; what is null is the standard of a new one, and as it was of one that goes on.
 *
 * @param space what varies
 * @param algorithm name of who proposes
 * @param objectives two to four
 * @param seed of all choices
 * @param rungs changes what is spent on a trial
 */
public record SearchStart(
        @Nullable SearchSpace space,
        @Nullable String algorithm,
        @Nullable List<Metric> objectives,
        @Nullable Long seed,
        @Nullable UnaryOperator<RungPlan> rungs) {

    /** Error against area. */
    public static final List<Metric> STANDARD_OBJECTIVES = List.of(Metric.ERROR, Metric.AREA);

    private static final long STANDARD_SEED = 1;

    public SearchStart {
        objectives = objectives == null ? null : SearchSetup.requireObjectives(objectives);
    }

    /** The same with a space. */
    public SearchStart with(@Nullable SearchSpace value) {
        return new SearchStart(value, algorithm, objectives, seed, rungs);
    }

    /** Designs of a space; {@code costing} says what it does not. */
    public static DesignFactory factory(SearchSpace space, Design base, Costing costing) {
        return new DesignFactory(space, base, costing.options(), costing.technology());
    }

    /**
     * A new search.
     *
     * @throws IllegalArgumentException if there is no space, or no design of it can be built
     */
    public SearchSetup begin(Design base, Costing costing, Parts whole) {
        if (space == null) {
            throw new IllegalArgumentException("space: none is given; name one of assets/search ("
                    + String.join(", ", SearchSpaceJson.BUNDLED) + ") or a file by --space");
        }
        List<Metric> chosen = Objects.requireNonNullElse(objectives, STANDARD_OBJECTIVES);
        double guessing = 1 - 1.0 / whole.train().classNames().size();
        ObjectiveBox box = ObjectiveBox.of(space, factory(space, base, costing), chosen, guessing);
        return new SearchSetup(
                space,
                base,
                Objects.requireNonNullElse(algorithm, Algorithms.NAMES.getFirst()),
                chosen,
                seed == null ? STANDARD_SEED : seed,
                rungs == null ? RungPlan.STANDARD : rungs.apply(RungPlan.STANDARD),
                box,
                DatasetSummary.of(whole),
                SearchData.checksum(whole),
                bill(base, costing));
    }

    private static List<Double> bill(Design base, Costing costing) {
        Cost cost = costing.of(base);
        return List.of(cost.areaSquareMillimetres(), cost.energyNanojoules(), cost.latencyMicroseconds());
    }

    /**
     * Refuses to go on with {@code begun} if something else is asked for, or data or costs have changed.
     *
     * @throws ProjectException naming what differs, and the remedy
     */
    public void requireSame(SearchSetup begun, Costing costing, Parts whole) throws ProjectException {
        require("--space", space, begun.space(), _ -> "another space");
        require("--algorithm", algorithm, begun.algorithm(), name -> name);
        require(
                "--objectives",
                objectives,
                begun.objectives(),
                metrics -> metrics.stream().map(Metric::label).collect(Collectors.joining(",")));
        require("--seed", seed, begun.seed(), String::valueOf);
        require(
                "--rungs, --reduction, --least-data, --draws and --most-draws",
                rungs == null ? null : rungs.apply(begun.rungs()),
                begun.rungs(),
                RungPlan::toString);
        if (!begun.checksum().equals(SearchData.checksum(whole))) {
            throw new ProjectException("data: the search was begun on " + begun.dataset() + " with checksum "
                    + begun.checksum() + ", these are " + DatasetSummary.of(whole) + " with "
                    + SearchData.checksum(whole) + "; name the same data");
        }
        List<Double> now = bill(begun.base(), costing);
        if (!Recosting.sameCosts(begun.bill(), now)) {
            throw new ProjectException(
                    "technology or cost: costs have changed since the search began (base design: area,"
                            + " energy and latency " + begun.bill() + " then, " + now + " now); restore them,"
                            + " or begin a new search in a copy of the project");
        }
    }

    private static <T> void require(String option, @Nullable T asked, T begun, Function<T, String> text)
            throws ProjectException {
        if (asked != null && !asked.equals(begun)) {
            throw new ProjectException(option + ": the search was begun with " + text.apply(begun)
                    + "; leave the option out to go on with it, or move the project's folder search elsewhere to"
                    + " begin a new one");
        }
    }
}
