package studio.crossbar.ui.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import studio.crossbar.search.Trial;
import studio.crossbar.ui.common.ChoiceParameter;
import studio.crossbar.ui.common.Columns;
import studio.crossbar.ui.common.Segments;
import studio.crossbar.ui.common.Texts;

/** All trials; brushed ones are marked, and clicking a row brushes it everywhere. */
final class TrialTable extends BorderPane {

    private static final PseudoClass BRUSHED = PseudoClass.getPseudoClass("brushed");

    private final TrialsViewModel model;
    private final LongConsumer open;
    private final TableView<Trial> table;
    private final IdentityHashMap<TableColumn<Trial, ?>, TrialColumn> meanings = new IdentityHashMap<>();
    /** The table replaces them now and then. */
    private final Set<Row> rows = Collections.newSetFromMap(new WeakHashMap<>());

    private boolean following;

    /** @param tools beside the filter */
    TrialTable(TrialsViewModel model, LongConsumer open, Node... tools) {
        this.model = model;
        this.open = open;
        table = new TableView<>(model.rows());
        table.setAccessibleText(Texts.get("search.table.accessible"));
        table.setId("search-trials");
        table.getStyleClass().add("dense");
        table.setTableMenuButtonVisible(true);
        table.setPlaceholder(new Label(Texts.get("search.table.empty")));
        table.setRowFactory(view -> new Row());
        // Sorting ten thousand rows is not for this thread: the model does it.
        table.setSortPolicy(view -> {
            sort();
            return true;
        });
        table.setOnKeyPressed(event -> {
            Trial chosen = table.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && chosen != null) {
                open.accept(chosen.id());
            } else if (event.getCode() == KeyCode.P && chosen != null) {
                model.selection().pin(List.of(chosen.id()));
            }
        });
        table.getSelectionModel().selectedItemProperty().subscribe(trial -> {
            if (trial != null && !following && !model.replacing()) {
                model.selection().select(List.of(trial.id()));
            }
        });
        model.columnsProperty().subscribe(this::show);
        model.selection().selectedProperty().subscribe(this::follow);
        Label note = new Label();
        note.setId("search-trials-note");
        note.getStyleClass().add("text-muted");
        note.textProperty().bind(model.noteProperty());
        note.setMinWidth(0);
        Node filter = Segments.of(
                "search-filter-",
                Stream.of(TrialsViewModel.Filter.values())
                        .map(value -> new ChoiceParameter.Option<>(value, value.label(), value.help()))
                        .toList(),
                model.filterProperty());
        HBox top = new HBox(5, filter, note);
        top.getChildren().addAll(tools);
        top.setAlignment(Pos.CENTER_LEFT);
        top.setPadding(new Insets(6, 4, 6, 4));
        setTop(top);
        setCenter(table);
    }

    private void show(Collection<TrialColumn> columns) {
        meanings.clear();
        List<TableColumn<Trial, String>> made = new ArrayList<>();
        for (TrialColumn column : columns) {
            TableColumn<Trial, String> shown = column.number() == null
                    ? Columns.text("", column.width(), trial -> text(column, trial))
                    : Columns.number("", column.width(), trial -> text(column, trial));
            shown.setText(column.name());
            shown.setId("search-column-" + column.name());
            shown.setSortable(true);
            shown.setVisible(column.shown());
            meanings.put(shown, column);
            made.add(shown);
        }
        table.getColumns().setAll(made);
    }

    private String text(TrialColumn column, Trial trial) {
        SearchPicture search = model.search();
        return search == null ? "" : column.text().apply(search, trial);
    }

    private void sort() {
        List<TrialsViewModel.Order> orders = new ArrayList<>();
        for (TableColumn<Trial, ?> column : table.getSortOrder()) {
            TrialColumn meaning = meanings.get(column);
            if (meaning != null) {
                orders.add(new TrialsViewModel.Order(meaning, column.getSortType() == TableColumn.SortType.DESCENDING));
            }
        }
        model.sort(orders);
    }

    /** Marks what was brushed elsewhere, and goes there. */
    private void follow(Set<Long> brushed) {
        rows.forEach(Row::mark);
        Trial chosen = table.getSelectionModel().getSelectedItem();
        if (chosen != null && brushed.contains(chosen.id())) {
            return;
        }
        following = true;
        table.getSelectionModel().clearSelection();
        long single = model.selection().single();
        if (!brushed.isEmpty() && brushed.size() <= TrialSelection.MOST_PINNED) {
            for (int i = 0; i < model.rows().size(); i++) {
                if (brushed.contains(model.rows().get(i).id())) {
                    if (single != TrialSelection.NONE) {
                        table.getSelectionModel().select(i);
                    }
                    table.scrollTo(Math.max(0, i - 2));
                    break;
                }
            }
        }
        following = false;
    }

    private final class Row extends TableRow<Trial> {

        Row() {
            rows.add(this);
            addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
            setOnMouseClicked(event -> {
                if (event.getClickCount() == 2 && getItem() != null) {
                    open.accept(getItem().id());
                }
            });
            hoverProperty().subscribe(over -> {
                Trial trial = getItem();
                model.selection().hoveredProperty().set(over && trial != null ? trial.id() : TrialSelection.NONE);
            });
        }

        /** With a modifier a click adds or takes away; the table itself would select a single row. */
        private void pressed(MouseEvent event) {
            Trial trial = getItem();
            if (trial != null && (event.isShortcutDown() || event.isShiftDown())) {
                model.selection().toggle(trial.id());
                event.consume();
            }
        }

        private void mark() {
            Trial trial = getItem();
            pseudoClassStateChanged(
                    BRUSHED,
                    trial != null && model.selection().selectedProperty().get().contains(trial.id()));
        }

        @Override
        protected void updateItem(Trial trial, boolean empty) {
            super.updateItem(trial, empty);
            mark();
        }
    }
}
