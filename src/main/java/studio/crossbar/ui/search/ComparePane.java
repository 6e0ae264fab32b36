package studio.crossbar.ui.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.crossbar.ui.common.Columns;
import studio.crossbar.ui.common.EmptyState;
import studio.crossbar.ui.common.TableMenu;
import studio.crossbar.ui.common.Texts;

/** Pinned designs side by side; the one whose circle is filled is what the others are compared with. */
final class ComparePane extends StackPane {

    private final CompareViewModel model;
    private final LongConsumer open;
    private final TableView<CompareViewModel.Line> table = new TableView<>();

    ComparePane(CompareViewModel model, LongConsumer open) {
        this.model = model;
        this.open = open;
        table.setId("search-compare");
        table.getStyleClass().add("dense");
        TableMenu.install(table);
        EmptyState none = new EmptyState(
                "fth-bookmark", Texts.get("search.compare.empty.title"), Texts.get("search.compare.empty.text"));
        getChildren().addAll(none, table);
        model.comparisonProperty().subscribe(comparison -> {
            none.setVisible(comparison.ids().isEmpty());
            table.setVisible(!comparison.ids().isEmpty());
            show(comparison);
        });
    }

    private void show(CompareViewModel.Comparison comparison) {
        List<TableColumn<CompareViewModel.Line, String>> columns = new ArrayList<>();
        columns.add(Columns.text("", 160, CompareViewModel.Line::name));
        ToggleGroup baselines = new ToggleGroup();
        for (int i = 0; i < comparison.ids().size(); i++) {
            int index = i;
            TableColumn<CompareViewModel.Line, String> column = Columns.number(
                    "", 186, line -> index < line.cells().size() ? line.cells().get(index) : "");
            column.setGraphic(heading(comparison.ids().get(i), baselines));
            columns.add(column);
        }
        table.getColumns().setAll(columns);
        table.getItems().setAll(comparison.lines());
    }

    private Node heading(long id, ToggleGroup baselines) {
        RadioButton baseline = new RadioButton(Texts.format("search.compare.trial", id));
        baseline.setId("search-baseline-" + id);
        baseline.setToggleGroup(baselines);
        baseline.setSelected(model.selection().baselineProperty().get() == id);
        baseline.setTooltip(new Tooltip(Texts.get("search.compare.baseline.help")));
        baseline.setOnAction(event -> model.selection().compareWith(id));
        baseline.setMinWidth(Label.USE_PREF_SIZE);
        HBox heading = new HBox(
                4,
                baseline,
                icon(
                        "search-open-" + id,
                        "fth-external-link",
                        Texts.get("search.compare.open.help"),
                        () -> open.accept(id)),
                icon(
                        "search-unpin-" + id,
                        "fth-x",
                        Texts.get("search.compare.unpin.help"),
                        () -> model.selection().unpin(id)));
        heading.setAlignment(Pos.CENTER_LEFT);
        return heading;
    }

    private static Button icon(String id, String icon, String help, Runnable action) {
        Button button = new Button(null, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll("button-icon", "flat", "small");
        button.setAccessibleText(help);
        button.setTooltip(new Tooltip(help));
        button.setOnAction(event -> action.run());
        return button;
    }
}
