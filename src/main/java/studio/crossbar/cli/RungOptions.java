package studio.crossbar.cli;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.crossbar.search.algorithm.RungPlan;

/** Options for what a search spends on a trial. */
final class RungOptions {

    @Option(
            names = "--rungs",
            paramLabel = "N",
            description = "Steps of successive halving; the last one trains the recipe's epochs. Standard: 3.")
    private @Nullable Integer rungs;

    @Option(
            names = "--reduction",
            paramLabel = "N",
            description = "One in so many trials goes on to the next rung, with as many times the epochs. Standard: 3.")
    private @Nullable Integer reduction;

    @Option(
            names = "--least-data",
            paramLabel = "SHARE",
            description = "Share of the training data that the first rungs use at least. Standard: 0.5.")
    private @Nullable Double leastData;

    @Option(
            names = "--draws",
            paramLabel = "N",
            description = "Chips of a measurement at the first rung, twice as many at each further one. Standard: 4.")
    private @Nullable Integer draws;

    @Option(names = "--most-draws", paramLabel = "N", description = "Chips of designs near the front. Standard: 16.")
    private @Nullable Integer mostDraws;

    /** What the options change, all else being as it is; null if no option is given. */
    @Nullable
    UnaryOperator<RungPlan> change() {
        if (rungs == null && reduction == null && leastData == null && draws == null && mostDraws == null) {
            return null;
        }
        // What is outside its range is refused before anything is made.
        var _ = changed(RungPlan.STANDARD);
        return this::changed;
    }

    private RungPlan changed(RungPlan standard) {
        int first = draws == null ? standard.draws() : draws;
        return new RungPlan(
                rungs == null ? standard.rungs() : rungs,
                reduction == null ? standard.reduction() : reduction,
                leastData == null ? standard.leastData() : leastData,
                first,
                mostDraws == null ? Math.max(first, standard.mostDraws()) : mostDraws);
    }
}
