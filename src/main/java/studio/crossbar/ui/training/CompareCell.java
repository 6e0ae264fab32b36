package studio.crossbar.ui.training;

import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Rectangle;
import javafx.util.Subscription;
import studio.crossbar.ui.common.Colours;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/** Check box of a run with the letter and colour under which it is drawn. */
final class CompareCell extends TableCell<RunRow, RunRow> {

    private final RunsViewModel model;
    private final ObservableValue<Theme> theme;
    private final CheckBox check = new CheckBox();
    private final Rectangle swatch = new Rectangle(12, 12);
    private final Label letter = new Label();
    private final HBox content = new HBox(6, check, swatch, letter);
    private final Tooltip tooltip = new Tooltip();
    private Subscription following = Subscription.EMPTY;

    CompareCell(RunsViewModel model, ObservableValue<Theme> theme) {
        this.model = model;
        this.theme = theme;
        content.setAlignment(Pos.CENTER_LEFT);
        setTooltip(tooltip);
        InvalidationListener update = observable -> show();
        theme.addListener(update);
        model.fullProperty().addListener(update);
    }

    @Override
    protected void updateItem(RunRow row, boolean empty) {
        RunRow before = getItem();
        super.updateItem(row, empty);
        following.unsubscribe();
        following = Subscription.EMPTY;
        if (before != null) {
            check.selectedProperty().unbindBidirectional(before.checkedProperty());
        }
        setGraphic(empty || row == null ? null : content);
        if (!empty && row != null) {
            check.setId("run-check-" + getIndex());
            check.setAccessibleText(Texts.format("training.runs.check.accessible", row.ended(), row.differences()));
            if (row.current()) {
                check.setSelected(true);
            } else {
                check.selectedProperty().bindBidirectional(row.checkedProperty());
            }
            following = row.slotProperty().subscribe(this::show);
        }
        show();
    }

    private void show() {
        RunRow row = getItem();
        if (row == null) {
            tooltip.setText(Texts.get("training.runs.check.help"));
            return;
        }
        boolean drawn = row.current() || row.slotProperty().get() != RunRow.NONE;
        boolean refused = !drawn && model.fullProperty().get();
        check.setDisable(row.current() || refused);
        swatch.setVisible(drawn);
        if (drawn) {
            int colour = row.current()
                    ? 0
                    : EpochChart.OWN_COLOURS + row.slotProperty().get();
            java.awt.Color paint = theme.getValue().series(colour);
            swatch.setFill(Colours.fx(paint));
        }
        letter.setText(row.letter());
        if (row.current()) {
            tooltip.setText(Texts.get("training.runs.check.current"));
        } else if (refused) {
            tooltip.setText(Texts.format("training.runs.check.full", RunsViewModel.MOST_COMPARED));
        } else {
            tooltip.setText(Texts.get("training.runs.check.help"));
        }
    }
}
