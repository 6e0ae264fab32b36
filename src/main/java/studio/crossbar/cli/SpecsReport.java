package studio.crossbar.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import studio.crossbar.device.Device;
import studio.crossbar.json.JsonFields;
import studio.crossbar.simulation.Interval;
import studio.crossbar.specification.Assessment;
import studio.crossbar.specification.Condition;
import studio.crossbar.specification.SpecificationSheet;
import studio.crossbar.specification.Target;
import studio.crossbar.specification.Verdict;
import studio.crossbar.specification.VerdictTable;
import studio.crossbar.study.Project;

/** Verdicts as text and JSON. */
final class SpecsReport {

    private SpecsReport() {}

    static Verb.Report of(Project project, SpecificationSheet sheet, VerdictTable table) {
        Device device = sheet.options().device();
        Double good = sheet.specifications().goodChipAccuracy();
        TextTable head = new TextTable()
                .row("Design", table.design() + ", seed " + project.design().seed())
                .row("Cells", device == null ? "the design's, Gaussian noise" : device.title())
                .row("Chips", sheet.specifications().plan().chips() + " a corner");
        if (good != null) {
            head.row("Good chip", "accuracy of at least " + Texts.percent(good));
        }
        head.row("Verdict", table.overall().label());
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("design", table.design())
                .put("device", device == null ? "design" : device.name())
                .put("chips", sheet.specifications().plan().chips())
                .put("confidence", Interval.CONFIDENCE)
                .put("verdict", JsonFields.nameOf(table.overall()));
        ArrayNode targets = json.putArray("targets");
        table.rows().forEach(row -> put(table, row, targets.addObject()));
        return new Verb.Report(
                head.text() + "\n" + matrix(table) + notes(table),
                json,
                table.overall() == Verdict.PASS ? 0 : Crossbar.TARGETS_MISSED);
    }

    /** Corners down, targets across: a terminal is longer than wide. */
    private static String matrix(VerdictTable table) {
        List<String> header = new ArrayList<>(List.of("corner"));
        table.rows().forEach(row -> header.add(row.target().text()));
        TextTable text = new TextTable().header(header.toArray(String[]::new));
        for (int c = 0; c < table.conditions().size(); c++) {
            List<String> cells =
                    new ArrayList<>(List.of(table.conditions().get(c).name()));
            for (VerdictTable.Row row : table.rows()) {
                cells.add(row.target().metric().ofChips() ? cell(row.each().get(c)) : "″");
            }
            text.row(cells.toArray(String[]::new));
        }
        List<String> worst = new ArrayList<>(List.of("worst"));
        table.rows().forEach(row -> worst.add(cell(row.worst())));
        return text.row(worst.toArray(String[]::new)).text();
    }

    private static String cell(Assessment one) {
        if (Double.isNaN(one.value())) {
            return one.verdict().label();
        }
        Target target = one.target();
        return (one.stale() ? "stale, was " : "") + one.verdict().label() + " "
                + target.metric().text(one.value()) + " (" + target.marginText(one.margin())
                + (one.undecided() ? ", undecided" : "") + ")";
    }

    private static String notes(VerdictTable table) {
        StringBuilder notes = new StringBuilder();
        for (Condition condition : table.conditions()) {
            if (condition.state() != Condition.State.CURRENT) {
                notes.append(condition.state() == Condition.State.LEFT_OUT ? "Left out: " : "")
                        .append(condition.name())
                        .append(": ")
                        .append(condition.note())
                        .append('\n');
            }
        }
        if (table.rows().stream().flatMap(row -> row.each().stream()).anyMatch(Assessment::undecided)) {
            notes.append("Undecided: the limit lies within the 95 % interval; more chips may change the verdict\n");
        }
        return notes.toString();
    }

    private static void put(VerdictTable table, VerdictTable.Row row, ObjectNode json) {
        Target target = row.target();
        json.put("metric", JsonFields.nameOf(target.metric()))
                .put("sense", JsonFields.nameOf(target.sense()))
                .put("limit", target.limit())
                .put("unit", unit(target))
                .put("verdict", JsonFields.nameOf(row.worst().counted()));
        put(row.worst(), json.putObject("worst"));
        ArrayNode corners = json.putArray("corners");
        for (int c = 0; c < row.each().size(); c++) {
            Condition condition = table.conditions().get(c);
            ObjectNode corner = corners.addObject();
            corner.put("name", condition.name()).put("state", JsonFields.nameOf(condition.state()));
            put(row.each().get(c), corner);
        }
    }

    private static void put(Assessment one, ObjectNode json) {
        json.put("verdict", JsonFields.nameOf(one.verdict()));
        if (!Double.isNaN(one.value())) {
            json.put("value", one.value()).put("margin", one.margin());
        }
        Interval interval = one.interval();
        if (interval != null) {
            json.put("low", interval.low()).put("high", interval.high()).put("undecided", one.undecided());
        }
        if (!one.note().isEmpty()) {
            json.put("note", one.note());
        }
    }

    private static String unit(Target target) {
        return target.metric().ofChips() ? "share" : target.unit();
    }
}
