package studio.crossbar.ui.specification;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import studio.crossbar.simulation.AccuracyUnderNoise;
import studio.crossbar.simulation.Interval;
import studio.crossbar.simulation.Yield;
import studio.crossbar.specification.Condition;
import studio.crossbar.specification.Specifications;
import studio.crossbar.specification.VerdictTable;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.Texts;

/** What a table of verdicts says in a sentence. */
final class VerdictSummary {

    private VerdictSummary() {}

    /** Least yield with its interval, and how many corners do not count. */
    static String of(VerdictTable table, Specifications specifications) {
        List<String> parts = new ArrayList<>();
        Double good = specifications.goodChipAccuracy();
        if (good != null) {
            String yield = leastYield(table, good);
            if (yield != null) {
                parts.add(yield);
            }
        }
        long undecided = table.rows().stream()
                .flatMap(row -> row.each().stream())
                .filter(one -> one.undecided() && !one.stale())
                .count();
        if (undecided > 0) {
            parts.add(Texts.format("specification.summary.undecided", undecided));
        }
        int all = table.conditions().size();
        add(parts, table, Condition.State.STALE, count -> Texts.format("specification.summary.stale", count, all));
        add(parts, table, Condition.State.MISSING, count -> Texts.format("specification.summary.missing", count, all));
        add(parts, table, Condition.State.LEFT_OUT, count -> Texts.format("specification.summary.leftOut", count, all));
        return String.join("; ", parts);
    }

    private static @Nullable String leastYield(VerdictTable table, double good) {
        Yield least = null;
        String where = "";
        boolean inCorners = table.conditions().stream().anyMatch(VerdictSummary::currentCorner);
        for (Condition condition : table.conditions()) {
            AccuracyUnderNoise accuracy = condition.accuracy();
            if (accuracy != null
                    && (inCorners ? currentCorner(condition) : condition.state() == Condition.State.CURRENT)) {
                Yield yield = Yield.of(good, accuracy.draws());
                if (least == null || yield.share() < least.share()) {
                    least = yield;
                    where = condition.name();
                }
            }
        }
        if (least == null) {
            return null;
        }
        Interval interval = least.interval();
        return Texts.format(
                "specification.summary.yield",
                Numbers.percent(least.share()),
                least.good(),
                least.chips(),
                Numbers.percent(interval.low()),
                Numbers.percent(interval.high()),
                where);
    }

    private static boolean currentCorner(Condition condition) {
        return condition.state() == Condition.State.CURRENT && !condition.name().equals(Condition.EVALUATION);
    }

    private static void add(List<String> parts, VerdictTable table, Condition.State state, LongFunction<String> text) {
        long count = table.conditions().stream()
                .filter(condition -> condition.state() == state)
                .count();
        if (count > 0) {
            parts.add(text.apply(count));
        }
    }
}
