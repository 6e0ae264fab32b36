package studio.crossbar.ui.search;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Tips;

/** Choice of a figure. */
final class FigureBox {

    private FigureBox() {}

    /** A box that follows and sets {@code value}. */
    static ComboBox<TrialFigure> of(String id, String name, ObjectProperty<TrialFigure> value) {
        ComboBox<TrialFigure> box = new ComboBox<>();
        box.getItems().setAll(List.of(TrialFigure.values()));
        box.setId(id);
        box.getStyleClass().add("small-box");
        box.setAccessibleText(name);
        box.setCellFactory(list -> new FigureCell());
        box.setButtonCell(new FigureCell());
        box.valueProperty().bindBidirectional(value);
        Tips.on(
                box,
                () -> Texts.format("search.chart.axis.help", name, value.get().help()));
        return box;
    }

    private static final class FigureCell extends ListCell<TrialFigure> {

        @Override
        protected void updateItem(TrialFigure figure, boolean empty) {
            super.updateItem(figure, empty);
            setText(empty || figure == null ? null : figure.label());
        }
    }
}
