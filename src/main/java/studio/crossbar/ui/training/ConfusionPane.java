package studio.crossbar.ui.training;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.ActionControls;
import studio.crossbar.ui.common.ChoiceParameter;
import studio.crossbar.ui.common.EmptyState;
import studio.crossbar.ui.common.Segments;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/** Confusion matrix of the chips, or of the float network. */
final class ConfusionPane extends VBox {

    private final ConfusionViewModel model;
    private final Action evaluate;
    private final Label caption = new Label();
    private final Label info = new Label();
    private final ConfusionCanvas canvas;
    private final StackPane empty = new StackPane();

    ConfusionPane(ConfusionViewModel model, ObservableValue<Theme> theme, Action evaluate) {
        super(8);
        this.model = model;
        this.evaluate = evaluate;
        setPadding(new Insets(8, 14, 8, 14));
        canvas = new ConfusionCanvas(theme);
        caption.setId("confusion-caption");
        caption.getStyleClass().add("text-muted");
        info.setId("confusion-info");
        info.setWrapText(true);
        info.setMinHeight(USE_PREF_SIZE);
        info.textProperty().bind(canvas.infoProperty());
        StackPane centre = new StackPane(canvas, empty);
        VBox.setVgrow(centre, Priority.ALWAYS);
        getChildren().addAll(choices(), centre, info);
        InvalidationListener update = observable -> show();
        model.matrixProperty().addListener(update);
        model.sourceProperty().addListener(update);
        model.unitProperty().addListener(update);
        show();
    }

    private Node choices() {
        Node source = Segments.of(
                "confusion-",
                List.of(
                        new ChoiceParameter.Option<>(
                                ConfusionViewModel.Source.CHIPS,
                                Texts.get("training.confusion.source.chips"),
                                Texts.get("training.confusion.source.chips.help")),
                        new ChoiceParameter.Option<>(
                                ConfusionViewModel.Source.FLOAT,
                                Texts.get("training.confusion.source.float"),
                                Texts.get("training.confusion.source.float.help"))),
                model.sourceProperty());
        Node unit = Segments.of(
                "confusion-",
                List.of(
                        new ChoiceParameter.Option<>(
                                ConfusionMatrix.Unit.SHARE,
                                Texts.get("training.confusion.unit.share"),
                                Texts.get("training.confusion.unit.share.help")),
                        new ChoiceParameter.Option<>(
                                ConfusionMatrix.Unit.WINDOWS,
                                Texts.get("training.confusion.unit.windows"),
                                Texts.get("training.confusion.unit.windows.help"))),
                model.unitProperty());
        FlowPane choices = new FlowPane(12, 6, source, unit, caption);
        choices.setAlignment(Pos.CENTER_LEFT);
        return choices;
    }

    private void show() {
        ConfusionMatrix matrix = model.matrixProperty().get();
        canvas.show(matrix, model.unitProperty().get());
        canvas.setVisible(matrix != null);
        caption.setText(matrix == null ? "" : matrix.caption());
        empty.getChildren().clear();
        empty.setVisible(matrix == null);
        if (matrix == null) {
            String title = Texts.get("training.confusion.empty");
            empty.getChildren()
                    .add(
                            model.evaluationHelps()
                                    ? new EmptyState(
                                            "fth-grid",
                                            title,
                                            model.reason(),
                                            ActionControls.textButton(evaluate, "accent"))
                                    : new EmptyState("fth-grid", title, model.reason()));
        }
    }
}
