package studio.crossbar.specification;

import java.util.List;
import java.util.function.Consumer;
import studio.crossbar.json.JsonFields;
import studio.crossbar.simulation.Interval;

/** Verdicts as CSV (RFC 4180): a line for each target and corner; costs have one for the design. */
public final class VerdictCsv {

    private static final String HEADER = "target,sense,limit,unit,corner,state,verdict,value,margin,low,high\n";

    private VerdictCsv() {}

    /** Of one design. */
    public static String of(VerdictTable table) {
        StringBuilder text = new StringBuilder(HEADER);
        lines(table, line -> text.append(line).append('\n'));
        return text.toString();
    }

    /** Of several designs, whose names stand before their lines. */
    public static String of(List<VerdictTable> tables) {
        StringBuilder text = new StringBuilder("design,").append(HEADER);
        for (VerdictTable table : tables) {
            lines(
                    table,
                    line -> text.append(quoted(table.design()))
                            .append(',')
                            .append(line)
                            .append('\n'));
        }
        return text.toString();
    }

    private static void lines(VerdictTable table, Consumer<String> each) {
        for (VerdictTable.Row row : table.rows()) {
            if (!row.target().metric().ofChips()) {
                each.accept(line(row.worst(), "all", Condition.State.CURRENT));
                continue;
            }
            for (int c = 0; c < row.each().size(); c++) {
                Condition condition = table.conditions().get(c);
                each.accept(line(row.each().get(c), condition.name(), condition.state()));
            }
        }
    }

    private static String line(Assessment one, String corner, Condition.State state) {
        Target target = one.target();
        Interval interval = one.interval();
        boolean open = Double.isNaN(one.value());
        return String.join(
                ",",
                JsonFields.nameOf(target.metric()),
                JsonFields.nameOf(target.sense()),
                Double.toString(target.limit()),
                target.metric().ofChips() ? "share" : target.unit(),
                quoted(corner),
                JsonFields.nameOf(state),
                JsonFields.nameOf(one.verdict()),
                open ? "" : Double.toString(one.value()),
                open ? "" : Double.toString(one.margin()),
                interval == null ? "" : Double.toString(interval.low()),
                interval == null ? "" : Double.toString(interval.high()));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
