package studio.crossbar.specification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import studio.crossbar.cost.Cost;
import studio.crossbar.simulation.AccuracyUnderNoise;
import studio.crossbar.simulation.Yield;

/**
 * Verdicts of one design: targets × conditions.
 *
 * @param design whose they are, for people
 * @param conditions columns
 * @param rows one a target
 */
public record VerdictTable(String design, List<Condition> conditions, List<Row> rows) {

    /**
     * A target in all conditions.
     *
     * @param target what was asked for
     * @param each one entry a condition; the same ones for costs, which are those of the design
     * @param worst of those that count; open if none does
     */
    public record Row(Target target, List<Assessment> each, Assessment worst) {

        public Row {
            each = List.copyOf(each);
        }
    }

    public VerdictTable {
        conditions = List.copyOf(conditions);
        rows = List.copyOf(rows);
    }

    /**
     * Judges a design.
     *
     * @param cost its bill
     * @param conditions what was measured
     */
    public static VerdictTable of(String design, Specifications specifications, Cost cost, List<Condition> conditions) {
        return of(design, specifications, costs(cost)::get, conditions);
    }

    /**
     * Judges a design of which no bill is at hand.
     *
     * @param costs its area, energy and latency; null for one that is not known
     * @param conditions what was measured
     */
    public static VerdictTable of(
            String design,
            Specifications specifications,
            Function<Metric, @Nullable Double> costs,
            List<Condition> conditions) {
        List<Row> rows = new ArrayList<>();
        for (Target target : specifications.targets()) {
            Assessment ofDesign = target.metric().ofChips()
                    ? null
                    : cost(target, costs.apply(target.metric()), specifications.tolerance());
            List<Assessment> each = conditions.stream()
                    .map(condition -> ofDesign == null ? chips(target, condition, specifications) : ofDesign)
                    .toList();
            rows.add(new Row(target, each, ofDesign == null ? worst(target, each) : ofDesign));
        }
        return new VerdictTable(design, conditions, rows);
    }

    /** What a bill says of the figures that are the same in all conditions. */
    public static Map<Metric, Double> costs(Cost cost) {
        return Map.of(
                Metric.AREA, cost.areaSquareMillimetres(),
                Metric.ENERGY, cost.energyNanojoules(),
                Metric.LATENCY, cost.latencyMicroseconds());
    }

    private static Assessment cost(Target target, @Nullable Double value, Tolerance tolerance) {
        return value == null
                ? Assessment.without(target, Verdict.OPEN, "not known")
                : new Assessment(target, target.verdict(value, tolerance), value, null, false, "");
    }

    private static Assessment mean(
            Target target, MeanAccuracy accuracy, Condition condition, Specifications specifications) {
        return target.metric() == Metric.ACCURACY
                ? new Assessment(
                        target,
                        target.verdict(accuracy.mean(), specifications.tolerance()),
                        accuracy.mean(),
                        accuracy.interval(),
                        condition.state() == Condition.State.STALE,
                        condition.note())
                : Assessment.without(target, Verdict.OPEN, "single chips were not kept");
    }

    private static Assessment chips(Target target, Condition condition, Specifications specifications) {
        MeanAccuracy mean = condition.mean();
        if (mean != null) {
            return mean(target, mean, condition, specifications);
        }
        AccuracyUnderNoise accuracy = condition.accuracy();
        if (accuracy == null) {
            Verdict verdict = condition.state() == Condition.State.LEFT_OUT ? Verdict.LEFT_OUT : Verdict.OPEN;
            return Assessment.without(target, verdict, condition.note());
        }
        boolean stale = condition.state() == Condition.State.STALE;
        if (target.metric() == Metric.ACCURACY) {
            return new Assessment(
                    target,
                    target.verdict(accuracy.mean(), specifications.tolerance()),
                    accuracy.mean(),
                    accuracy.meanInterval(),
                    stale,
                    condition.note());
        }
        Double least = specifications.goodChipAccuracy();
        if (least == null) {
            return Assessment.without(
                    target, Verdict.OPEN, "a good chip is not defined; set its accuracy, or a target for the accuracy");
        }
        Yield yield = Yield.of(least, accuracy.draws());
        return new Assessment(
                target,
                target.verdict(yield.share(), specifications.tolerance()),
                yield.share(),
                yield.interval(),
                stale,
                condition.note());
    }

    private static Assessment worst(Target target, List<Assessment> each) {
        return each.stream()
                .filter(one -> one.verdict() != Verdict.LEFT_OUT)
                .reduce(Assessment::worse)
                .orElseGet(() -> Assessment.without(target, Verdict.OPEN, "not measured"));
    }

    /** The worst verdict that counts; open without targets. */
    public Verdict overall() {
        return rows.stream()
                .map(row -> row.worst().counted())
                .reduce(Verdict::worse)
                .orElse(Verdict.OPEN);
    }
}
