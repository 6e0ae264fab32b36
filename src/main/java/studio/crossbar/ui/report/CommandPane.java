package studio.crossbar.ui.report;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.ActionControls;
import studio.crossbar.ui.common.Texts;

/** The lines for a shell, to be read and copied. */
final class CommandPane extends VBox {

    CommandPane(ReproductionViewModel model, Action copy) {
        super(10);
        Label lines = new Label();
        lines.setId("report-command");
        lines.setWrapText(true);
        lines.setMinHeight(Region.USE_PREF_SIZE);
        lines.setMaxWidth(Double.MAX_VALUE);
        lines.getStyleClass().addAll("monospace", "card-row");
        lines.textProperty().bind(model.linesProperty());
        HBox row = new HBox(
                10,
                ActionControls.textButton(copy),
                line("report-command-notice", "text-muted", model.noticeProperty()));
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .addAll(
                        ReportView.heading(Texts.get("report.command.heading")),
                        lines,
                        line("report-command-remark", "badge-warning", model.remarkProperty()),
                        row);
    }

    private static Label line(String id, String style, ObservableValue<String> text) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.textProperty().bind(text);
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }
}
