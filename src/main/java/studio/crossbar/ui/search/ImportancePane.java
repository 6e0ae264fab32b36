package studio.crossbar.ui.search;

import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.crossbar.search.model.Importance;
import studio.crossbar.ui.common.ChoiceParameter;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.Segments;
import studio.crossbar.ui.common.Texts;

/** Bars: share of a metric's variance that hangs on each parameter. */
final class ImportancePane extends BorderPane {

    private final GridPane bars = new GridPane(10, 3);

    ImportancePane(ImportanceViewModel model) {
        Node metrics = Segments.of(
                "search-importance-",
                ImportanceViewModel.metrics().stream()
                        .map(metric -> {
                            TrialFigure figure = TrialFigure.of(metric);
                            return new ChoiceParameter.Option<>(
                                    metric,
                                    figure.label(),
                                    Texts.format(
                                            "search.importance.metric.help",
                                            figure.label().toLowerCase(java.util.Locale.ROOT)));
                        })
                        .toList(),
                model.metricProperty());
        Label note = new Label();
        note.setId("search-importance-note");
        note.getStyleClass().add("text-muted");
        note.setWrapText(true);
        note.textProperty().bind(model.noteProperty());
        ScrollPane scroll = new ScrollPane(bars);
        HBox choose = new HBox(10, metrics, ImportanceExport.menu(scroll, model.importanceProperty()), note);
        choose.setAlignment(Pos.CENTER_LEFT);
        Label warning = new Label();
        warning.setId("search-importance-warning");
        warning.getStyleClass().add("badge-warning");
        warning.setWrapText(true);
        warning.textProperty().bind(model.warningProperty());
        warning.visibleProperty().bind(Bindings.isNotEmpty(model.warningProperty()));
        warning.managedProperty().bind(warning.visibleProperty());
        VBox top = new VBox(6, choose, warning);
        top.setPadding(new Insets(6, 4, 6, 4));
        setTop(top);
        bars.setPadding(new Insets(6, 10, 6, 6));
        scroll.setFitToWidth(true);
        setCenter(scroll);
        model.importanceProperty().subscribe(this::show);
    }

    private void show(@Nullable Importance importance) {
        bars.getChildren().clear();
        if (importance == null) {
            return;
        }
        int row = 0;
        for (Importance.Effect effect : importance.effects()) {
            Label name = new Label(effect.parameter());
            name.setMinWidth(130);
            ProgressBar bar = new ProgressBar(effect.total());
            bar.setPrefWidth(320);
            bar.setAccessibleText(effect.parameter() + " " + Numbers.percent(effect.total()));
            bar.setMaxHeight(10);
            Label share = new Label(Numbers.percent(effect.total()));
            share.setMinWidth(Label.USE_PREF_SIZE);
            bars.addRow(row++, name, bar, share);
        }
    }
}
