package studio.crossbar.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.crossbar.design.Design;
import studio.crossbar.simulation.AccuracyUnderNoise;
import studio.crossbar.simulation.ChipOptions;
import studio.crossbar.simulation.Interval;
import studio.crossbar.simulation.WireError;
import studio.crossbar.simulation.Yield;
import studio.crossbar.simulation.tile.WireResistance;

/**
 * What {@code crossbar yield} says and writes.
 *
 * @param design of the chips
 * @param chips number of chips in each case
 * @param minAccuracy least accuracy of a good chip, 0 … 1
 * @param corners whether the cases are corners; ages otherwise
 */
record YieldReport(Design design, int chips, double minAccuracy, boolean corners) {

    private static final double WORST_SHARE = 0.05;

    /**
     * Chips under one condition.
     *
     * @param name of the corner or the age
     * @param seconds since programming
     * @param wires resistance; null for none
     * @param accuracy of each chip
     */
    record Case(String name, double seconds, @Nullable WireResistance wires, AccuracyUnderNoise accuracy) {}

    /**
     * What was simulated.
     *
     * @param cases in their order
     * @param left corners that could not be simulated, and why
     * @param errors of each resistance of the wires in the cases
     */
    record Outcome(List<Case> cases, List<String> left, Map<WireResistance, WireError> errors) {}

    /**
     * The report.
     *
     * @param csv file that the accuracies were written to; null for none
     */
    Verb.Report of(ChipOptions options, Outcome outcome, @Nullable Path csv) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        var device = options.device();
        json.put("design", design.name())
                .put("device", device == null ? "design" : device.name())
                .put("chips", chips)
                .put("minAccuracy", minAccuracy)
                .put("confidence", Interval.CONFIDENCE)
                .put("seed", design.seed());
        TextTable head = new TextTable()
                .row("Design", design.name() + ", seed " + design.seed())
                .row("Cells", device == null ? "the design's, Gaussian noise" : device.title())
                .row("Good chip", "accuracy of at least " + Texts.percent(minAccuracy));
        outcome.errors().forEach((wires, error) -> {
            if (!corners) {
                WiresReport.put(wires, error, json);
            }
            head.row("IR drop", WiresReport.text(wires, error));
        });
        ArrayNode array = json.putArray("cases");
        TextTable table = new TextTable()
                .header(corners ? "corner" : "age", "mean", "of it", "std", "5 %", "worst", "yield", "of it", "good");
        outcome.cases().forEach(one -> row(one, outcome.errors(), array, table));
        ArrayNode left = json.putArray("leftOut");
        StringBuilder notes = new StringBuilder();
        for (String note : outcome.left()) {
            left.add(note);
            notes.append("Left out: ").append(note).append('\n');
        }
        if (csv != null) {
            json.put("csv", csv.toString());
        }
        return new Verb.Report(head.text() + "\n" + table.text() + notes, json);
    }

    private void row(Case one, Map<WireResistance, WireError> errors, ArrayNode array, TextTable table) {
        AccuracyUnderNoise accuracy = one.accuracy();
        Yield yield = Yield.of(minAccuracy, accuracy.draws());
        Interval mean = accuracy.meanInterval();
        ObjectNode json = array.addObject();
        json.put("name", one.name())
                .put("age_s", one.seconds())
                .put("mean", accuracy.mean())
                .put("meanLow", mean.low())
                .put("meanHigh", mean.high())
                .put("std", accuracy.standardDeviation())
                .put("percentile5", accuracy.quantile(WORST_SHARE))
                .put("min", accuracy.worst())
                .put("yield", yield.share())
                .put("yieldLow", yield.interval().low())
                .put("yieldHigh", yield.interval().high())
                .put("good", yield.good());
        WireError error = one.wires() == null ? null : errors.get(one.wires());
        if (corners && one.wires() != null && error != null) {
            WiresReport.put(one.wires(), error, json);
        }
        ArrayNode values = json.putArray("values");
        accuracy.draws().forEach(values::add);
        table.row(
                one.name(),
                Texts.percent(accuracy.mean()),
                range(mean),
                Texts.percent(accuracy.standardDeviation()),
                Texts.percent(accuracy.quantile(WORST_SHARE)),
                Texts.percent(accuracy.worst()),
                Texts.percent(yield.share()),
                range(yield.interval()),
                Integer.toString(yield.good()));
    }

    private static String range(Interval interval) {
        return Texts.decimals(100 * interval.low(), 1) + " … " + Texts.decimals(100 * interval.high(), 1);
    }

    /** The accuracy of every chip as a CSV table. */
    static String csv(List<Case> cases) {
        StringBuilder text = new StringBuilder("case,age_s,chip,accuracy\n");
        for (Case one : cases) {
            List<Double> draws = one.accuracy().draws();
            for (int chip = 0; chip < draws.size(); chip++) {
                text.append('"')
                        .append(one.name())
                        .append("\",")
                        .append(one.seconds())
                        .append(',')
                        .append(chip + 1)
                        .append(',')
                        .append(draws.get(chip))
                        .append('\n');
            }
        }
        return text.toString();
    }
}
