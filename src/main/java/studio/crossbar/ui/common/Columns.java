package studio.crossbar.ui.common;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;

/** Columns of read-only tables; a cell's tooltip shows its whole text. */
public final class Columns {

    private Columns() {}

    /** Text, left-aligned. */
    public static <R> TableColumn<R, String> text(String name, double width, Function<R, String> value) {
        TableColumn<R, String> column = new TableColumn<>(name);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
        column.setCellFactory(ignored -> new TextCell<>());
        return column;
    }

    /** Numbers, right-aligned. */
    public static <R> TableColumn<R, String> number(String name, double width, Function<R, String> value) {
        TableColumn<R, String> column = text(name, width, value);
        column.getStyleClass().add("numeric");
        return column;
    }

    /** Keeps its width, so that columns of text get what is left. */
    public static <R, V> TableColumn<R, V> fixed(TableColumn<R, V> column) {
        column.setMinWidth(column.getPrefWidth());
        column.setMaxWidth(column.getPrefWidth());
        return column;
    }

    private static final class TextCell<R> extends TableCell<R, String> {

        private static final int LONG = 12;

        TextCell() {
            Tips.on(this, () -> getText() == null || getText().length() < LONG ? "" : getText());
        }

        @Override
        protected void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
        }
    }
}
