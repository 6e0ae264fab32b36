package studio.crossbar.ui.cost;

import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.Columns;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.Texts;

/** Designs with their figures and changes to the baseline, which a radio button of each line chooses. */
final class CompareTable extends TableView<ComparedEntry> {

    private final CompareViewModel model;
    private final CompareActions actions;

    /** @param actions of {@code model} */
    CompareTable(CompareViewModel model, CompareActions actions) {
        super(model.entries());
        this.model = model;
        this.actions = actions;
        setId("compare-table");
        setAccessibleText(Texts.get("cost.compare.table.accessible"));
        getStyleClass().add("dense");
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setPlaceholder(new Label(Texts.get("cost.compare.table.empty")));
        getColumns().add(baseline());
        getColumns().add(Columns.text(Texts.get("cost.compare.table.design"), 118, ComparedEntry::name));
        getColumns().add(figure(Texts.get("cost.compare.table.area"), 126, ComparedEntry.Figure.AREA));
        getColumns().add(figure(Texts.get("cost.compare.table.energy"), 120, ComparedEntry.Figure.ENERGY));
        getColumns().add(figure(Texts.get("cost.compare.table.latency"), 106, ComparedEntry.Figure.LATENCY));
        getColumns().add(figure(Texts.get("cost.compare.table.devices"), 120, ComparedEntry.Figure.DEVICES));
        getColumns().add(column("", 64, ActionCell::new));
        model.baselineProperty().subscribe(id -> refresh());
        getSelectionModel().selectedItemProperty().subscribe(entry -> {
            if (entry != null) {
                actions.chosenProperty().set(entry.id());
            }
        });
        model.entries().addListener((InvalidationListener) observable -> listed());
    }

    /** Entries are other ones after each edit; the choice goes on with that of the same place. */
    private void listed() {
        // Changes to the baseline can differ where a line's own figures do not.
        refresh();
        model.entries().stream()
                .filter(entry -> entry.id().equals(actions.chosenProperty().get()))
                .findFirst()
                .ifPresent(getSelectionModel()::select);
    }

    /** What is done with a line is done with the chosen one. */
    private void onLine(@Nullable ComparedEntry entry, Action action) {
        if (entry != null) {
            getSelectionModel().select(entry);
            action.run();
        }
    }

    private TableColumn<ComparedEntry, ComparedEntry> baseline() {
        TableColumn<ComparedEntry, ComparedEntry> column = column("", 34, BaselineCell::new);
        Label heading = new Label(null, new FontIcon("fth-flag"));
        heading.setTooltip(new Tooltip(Texts.get("cost.compare.table.baseline")));
        heading.setAccessibleText(Texts.get("cost.compare.table.baseline"));
        column.setGraphic(heading);
        return column;
    }

    private TableColumn<ComparedEntry, String> figure(String name, double width, ComparedEntry.Figure figure) {
        TableColumn<ComparedEntry, String> column = Columns.number(name, width, entry -> text(entry, figure));
        column.setMinWidth(width);
        return column;
    }

    /** Such as "0.123  −12.3 %"; the baseline has no change. */
    private String text(ComparedEntry entry, ComparedEntry.Figure figure) {
        double value = figure.of(entry);
        if (Double.isNaN(value)) {
            return "–";
        }
        String shown = figure == ComparedEntry.Figure.DEVICES ? Numbers.amount(value) : Numbers.significant(value);
        double change = model.change(entry, figure);
        return entry.equals(model.baseline()) || Double.isNaN(change)
                ? shown
                : Texts.format("cost.compare.table.changed", shown, ComparedEntry.percent(change));
    }

    private static TableColumn<ComparedEntry, ComparedEntry> column(
            String name, double width, java.util.function.Supplier<TableCell<ComparedEntry, ComparedEntry>> cell) {
        TableColumn<ComparedEntry, ComparedEntry> column = new TableColumn<>(name);
        column.setPrefWidth(width);
        column.setMinWidth(width);
        column.setMaxWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(ignored -> cell.get());
        return column;
    }

    private final class BaselineCell extends TableCell<ComparedEntry, ComparedEntry> {

        private final RadioButton choice = new RadioButton();

        BaselineCell() {
            choice.setTooltip(new Tooltip(Texts.get("cost.compare.table.baseline.help")));
            choice.setOnAction(event -> {
                onLine(getItem(), actions.baseline);
                choice.setSelected(true);
            });
            setAlignment(Pos.CENTER);
        }

        @Override
        protected void updateItem(ComparedEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            setGraphic(empty || entry == null ? null : choice);
            if (!empty && entry != null) {
                choice.setId("compare-baseline-" + entry.id());
                choice.setAccessibleText(Texts.format("cost.compare.table.baseline.accessible", entry.name()));
                choice.setSelected(entry.equals(model.baseline()));
                choice.setDisable(entry.bill() == null);
            }
        }
    }

    private final class ActionCell extends TableCell<ComparedEntry, ComparedEntry> {

        private final Button edit = icon("fth-edit-2", Texts.get("cost.compare.edit.help"));
        private final Button unpin = icon("fth-x", Texts.get("cost.compare.unpin.help"));
        private final HBox both = new HBox(2, edit, unpin);

        ActionCell() {
            both.setAlignment(Pos.CENTER_LEFT);
            edit.setOnAction(event -> onLine(getItem(), actions.edit));
            unpin.setOnAction(event -> onLine(getItem(), actions.unpin));
        }

        private static Button icon(String icon, String help) {
            Button button = new Button(null, new FontIcon(icon));
            button.getStyleClass().addAll("button-icon", "flat", "small");
            button.setAccessibleText(help);
            button.setTooltip(new Tooltip(help));
            button.setPadding(new javafx.geometry.Insets(1, 5, 1, 5));
            return button;
        }

        @Override
        protected void updateItem(ComparedEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            setGraphic(empty || entry == null ? null : both);
            if (!empty && entry != null) {
                edit.setId("compare-edit-" + entry.id());
                unpin.setId("compare-unpin-" + entry.id());
                edit.setVisible(entry.origin() != ComparedEntry.Origin.EDITED && entry.bill() != null);
                unpin.setVisible(entry.origin() == ComparedEntry.Origin.PINNED);
            }
        }
    }
}
