package studio.crossbar.ui.training;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.crossbar.ui.common.ActionControls;
import studio.crossbar.ui.common.Columns;
import studio.crossbar.ui.common.EmptyState;
import studio.crossbar.ui.common.TableMenu;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/** The project's runs with check boxes, and the checked ones side by side. */
final class RunsPane extends VBox {

    private static final double CELL_HEIGHT = 26;

    private final RunsViewModel model;
    private final ObservableValue<Theme> theme;
    private final TableView<RunRow> table = new TableView<>();
    private final TableView<RunComparison.Line> comparison = new TableView<>();
    private final RunActions actions;

    RunsPane(RunsViewModel model, RunActions actions, ObservableValue<Theme> theme) {
        super(6);
        this.model = model;
        this.actions = actions;
        this.theme = theme;
        setPadding(new Insets(8, 14, 8, 14));
        SplitPane split = new SplitPane(table(), comparison());
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.45);
        VBox.setVgrow(split, Priority.ALWAYS);
        getChildren().addAll(bar(), problem(), undo(), split);
    }

    private Node bar() {
        Label hint = new Label(Texts.format("training.runs.hint", RunsViewModel.MOST_COMPARED));
        hint.getStyleClass().add("text-muted");
        hint.setMinWidth(0);
        hint.setTooltip(new Tooltip(hint.getText()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Region delete = ActionControls.textButton(actions.delete);
        delete.setMinWidth(USE_PREF_SIZE);
        HBox bar = new HBox(10, hint, gap, delete);
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private Node problem() {
        Label problem = new Label();
        problem.setId("runs-problem");
        problem.getStyleClass().add("badge-warning");
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        return problem;
    }

    private Node undo() {
        HBox bar = new HBox(
                10, new Label(Texts.get("training.runs.deleted")), ActionControls.textButton(actions.bringBack));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.visibleProperty().bind(model.removedProperty().isNotNull());
        bar.managedProperty().bind(bar.visibleProperty());
        return bar;
    }

    private Node table() {
        TableColumn<RunRow, RunRow> compare = new TableColumn<>(Texts.get("training.runs.column.compare"));
        compare.setSortable(false);
        compare.setReorderable(false);
        compare.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        compare.setCellFactory(column -> new CompareCell(model, theme));
        compare.setPrefWidth(92);
        table.getColumns().add(Columns.fixed(compare));
        table.getColumns()
                .add(Columns.fixed(
                        Columns.number(Texts.get("training.runs.column.noisy"), 116, RunRow::noisyAccuracy)));
        table.getColumns().add(1, Columns.text(Texts.get("training.runs.column.differs"), 200, RunRow::differences));
        table.getColumns()
                .add(Columns.fixed(Columns.number(Texts.get("training.runs.column.float"), 66, RunRow::floatAccuracy)));
        table.getColumns().add(Columns.fixed(Columns.number(Texts.get("training.runs.column.loss"), 60, RunRow::loss)));
        table.getColumns()
                .add(Columns.fixed(Columns.text(Texts.get("training.runs.column.ended"), 132, RunRow::ended)));
        table.getColumns()
                .add(Columns.text(
                        Texts.get("training.runs.column.design"),
                        90,
                        row -> row.run().design().name()));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setItems(model.rows());
        table.setId("runs-table");
        table.getStyleClass().add("dense");
        table.setAccessibleText(Texts.get("training.runs.accessible"));
        table.setPlaceholder(new EmptyState(
                "fth-list", Texts.get("training.runs.empty.title"), Texts.get("training.runs.empty.text")));
        TableMenu.install(table, actions.delete, actions.bringBack);
        followSelection();
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.SPACE) {
                actions.compare.run();
                event.consume();
            } else if (event.getCode() == KeyCode.DELETE) {
                actions.delete.run();
                event.consume();
            }
        });
        return table;
    }

    /** The table starts with what was selected before it was made. */
    private void followSelection() {
        model.selection().selectedProperty().subscribe(row -> {
            if (row == null) {
                table.getSelectionModel().clearSelection();
            } else if (!row.equals(table.getSelectionModel().getSelectedItem())) {
                table.getSelectionModel().select(row);
                table.scrollTo(row);
            }
        });
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe((before, now) -> model.selection().selectedProperty().set(now));
    }

    private Node comparison() {
        comparison.setId("runs-comparison");
        // Without it, cells of columns that are shown later lie too high.
        comparison.setFixedCellSize(CELL_HEIGHT);
        comparison.getStyleClass().add("dense");
        comparison.setAccessibleText(Texts.get("training.compare.accessible"));
        comparison.setPlaceholder(new Label(Texts.get("training.compare.empty")));
        comparison.getColumns().add(Columns.text(Texts.get("training.compare.column"), 190, RunComparison.Line::name));
        for (int i = 0; i <= RunsViewModel.MOST_COMPARED; i++) {
            int at = i;
            comparison.getColumns().add(Columns.text("", 132, line -> line.value(at)));
        }
        TableMenu.install(comparison);
        model.comparisonProperty().subscribe(this::show);
        return comparison;
    }

    private void show(RunComparison now) {
        int runs = now.columns().size();
        for (int i = 1; i < comparison.getColumns().size(); i++) {
            comparison.getColumns().get(i).setText(i <= runs ? now.columns().get(i - 1) : "");
            comparison.getColumns().get(i).setVisible(i <= runs);
        }
        comparison.getItems().setAll(runs == 0 ? List.of() : now.lines());
    }
}
