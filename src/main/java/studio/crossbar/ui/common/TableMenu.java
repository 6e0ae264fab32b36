package studio.crossbar.ui.common;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import studio.crossbar.report.DataTable;

/** The context menu of a table: what can be done with the selected row, and the whole table as CSV. */
public final class TableMenu {

    private TableMenu() {}

    /** Gives {@code table}, whose id its files are called by, a menu that begins with {@code actions}. */
    public static <R> void install(TableView<R> table, Action... actions) {
        ExportMenu.install(
                table,
                new Exportable(table.getId())
                        .with(Exportable.Format.CSV, () -> table.getItems().isEmpty() ? null : data(table)::write),
                List.of(actions));
    }

    /** Rows and columns as they are shown; columns that hold no texts, such as check boxes, are left out. */
    static <R> DataTable data(TableView<R> table) {
        List<TableColumn<R, ?>> columns = table.getVisibleLeafColumns().stream()
                .filter(column -> table.getItems().stream().allMatch(row -> column.getCellData(row) instanceof String))
                .toList();
        return new DataTable(
                columns.stream().map(TableMenu::heading).toList(),
                table.getItems().stream()
                        .map(row -> columns.stream()
                                .<Object>map(column -> String.valueOf(column.getCellData(row)))
                                .toList())
                        .toList());
    }

    /** Headings with a tooltip or a choice are nodes of their own. */
    private static String heading(TableColumn<?, ?> column) {
        String own = column.getText();
        return own == null || own.isEmpty() ? text(column.getGraphic()) : own;
    }

    private static String text(@Nullable Node heading) {
        return switch (heading) {
            case Labeled labeled -> labeled.getText();
            case Parent parent ->
                parent.getChildrenUnmodifiable().stream()
                        .map(TableMenu::text)
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse("");
            case null, default -> "";
        };
    }
}
