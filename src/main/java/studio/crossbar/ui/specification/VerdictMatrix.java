package studio.crossbar.ui.specification;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.crossbar.specification.Condition;
import studio.crossbar.specification.Target;
import studio.crossbar.specification.VerdictTable;
import studio.crossbar.ui.common.ControlIds;
import studio.crossbar.ui.common.Texts;

/** Verdicts of one design: a row a target, a column a corner. */
final class VerdictMatrix extends VBox {

    private static final int FIRST_CORNER = 2;
    /** Columns that verdict, value and margin of a cost take side by side. */
    private static final int COST_SPAN = 3;

    private static final double NAME_WIDTH = 100;
    private static final double CELL_WIDTH = 73;

    VerdictMatrix(JudgedDesign judged) {
        super(6);
        VerdictTable table = judged.table();
        Label title = new Label(table.design());
        title.getStyleClass().add("section-heading");
        VerdictCell overall = VerdictCell.of(table.overall());
        overall.setId("verdict-overall-" + judged.id());
        HBox head = new HBox(10, title, overall);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, grid(judged.id(), table));
    }

    private static GridPane grid(String design, VerdictTable table) {
        GridPane grid = new GridPane(2, 3);
        grid.getColumnConstraints().add(column(NAME_WIDTH));
        for (int c = 0; c <= table.conditions().size(); c++) {
            grid.getColumnConstraints().add(column(CELL_WIDTH));
        }
        grid.add(
                heading(Texts.get("specification.column.target.name"), Texts.get("specification.column.target.help")),
                0,
                0);
        grid.add(
                heading(Texts.get("specification.column.worst.name"), Texts.get("specification.column.worst.help")),
                1,
                0);
        for (int c = 0; c < table.conditions().size(); c++) {
            Condition condition = table.conditions().get(c);
            grid.add(heading(condition.name(), help(condition)), FIRST_CORNER + c, 0);
        }
        for (int r = 0; r < table.rows().size(); r++) {
            addRow(grid, design, table, table.rows().get(r), r + 1);
        }
        return grid;
    }

    private static ColumnConstraints column(double width) {
        ColumnConstraints column = new ColumnConstraints(width, width, 220);
        column.setHgrow(Priority.ALWAYS);
        return column;
    }

    private static void addRow(GridPane grid, String design, VerdictTable table, VerdictTable.Row row, int at) {
        Target target = row.target();
        String id = "verdict-" + design + "-" + ControlIds.of(target.metric());
        Label name = new Label(target.metric().label() + "\n" + target.sense().symbol() + " "
                + target.metric().limitText(target.limit()));
        name.getStyleClass().add("verdict-target");
        grid.add(name, 0, at);
        if (!target.metric().ofChips()) {
            VerdictCell cost = VerdictCell.flat(row.worst(), Texts.get("specification.where.everywhere"));
            cost.setId(id);
            grid.add(cost, 1, at, Math.min(COST_SPAN, 1 + table.conditions().size()), 1);
            if (table.conditions().size() >= COST_SPAN) {
                Label same = new Label(Texts.get("specification.row.everywhere"));
                same.getStyleClass().add("verdict-heading");
                grid.add(same, 1 + COST_SPAN, at, table.conditions().size() + 1 - COST_SPAN, 1);
            }
            return;
        }
        VerdictCell worst = VerdictCell.tall(row.worst(), Texts.get("specification.where.worst"));
        worst.setId(id);
        grid.add(worst, 1, at);
        for (int c = 0; c < table.conditions().size(); c++) {
            Condition condition = table.conditions().get(c);
            VerdictCell cell = VerdictCell.tall(row.each().get(c), condition.name());
            cell.setId(id + "-" + c);
            grid.add(cell, FIRST_CORNER + c, at);
        }
    }

    private static Label heading(String text, String help) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        label.getStyleClass().add("verdict-heading");
        label.setTooltip(new Tooltip(help));
        return label;
    }

    private static String help(Condition condition) {
        if (condition.name().equals(Condition.SEARCH)) {
            return Texts.format("specification.column.search.help", condition.note());
        }
        return condition.name().equals(Condition.EVALUATION)
                ? Texts.get("specification.column.evaluation.help")
                : Texts.format("specification.column.corner.help", condition.name())
                        + (condition.note().isEmpty() ? "" : "\n" + condition.note());
    }
}
