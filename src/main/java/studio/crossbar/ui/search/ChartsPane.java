package studio.crossbar.ui.search;

import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.crossbar.search.Trial;
import studio.crossbar.ui.common.ChoiceParameter;
import studio.crossbar.ui.common.Counts;
import studio.crossbar.ui.common.Segments;
import studio.crossbar.ui.common.Steps;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/** The charts side by side under one line of tools, which says what is brushed. */
final class ChartsPane extends BorderPane {

    private final SearchViewModel model;

    /** @param steps make the charts one after another */
    ChartsPane(SearchViewModel model, ObservableValue<Theme> theme, Steps steps) {
        this.model = model;
        HBox row = new HBox(4);
        for (ScatterViewModel chart : model.charts()) {
            Region pane = steps.later(() -> new ScatterPane(chart, theme, model::open));
            HBox.setHgrow(pane, Priority.ALWAYS);
            pane.setPrefWidth(200);
            row.getChildren().add(pane);
        }
        CheckBox log = new CheckBox(Texts.get("search.chart.log.name"));
        log.setId("search-log");
        log.setMinWidth(Region.USE_PREF_SIZE);
        log.setTooltip(new Tooltip(Texts.get("search.chart.log.help")));
        log.setSelected(true);
        model.charts().forEach(chart -> chart.logarithmicProperty().bind(log.selectedProperty()));
        Label hint = new Label();
        hint.getStyleClass().add("text-muted");
        hint.setId("search-brushed");
        hint.setMinWidth(0);
        hint.textProperty()
                .bind(Bindings.createStringBinding(
                        this::brushed, model.selection().selectedProperty(), model.pictureProperty()));
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(hint.textProperty());
        hint.setTooltip(whole);
        HBox.setHgrow(hint, Priority.ALWAYS);
        hint.setMaxWidth(Double.MAX_VALUE);
        Node brush = Segments.of(
                "search-brush-",
                Stream.of(Brush.values())
                        .map(value -> new ChoiceParameter.Option<>(value, value.label(), value.help()))
                        .toList(),
                model.selection().brushProperty());
        HBox tools = new HBox(8, hint, brush, log);
        tools.setAlignment(Pos.CENTER_LEFT);
        tools.setPadding(new Insets(2, 8, 2, 8));
        setCenter(row);
        setTop(tools);
        setPadding(new Insets(0, 8, 0, 8));
        setMinHeight(150);
    }

    private String brushed() {
        SearchPicture search = model.pictureProperty().get();
        int count = model.selection().selectedProperty().get().size();
        Trial single =
                search == null ? null : search.byId().get(model.selection().single());
        if (search != null && single != null) {
            return TrialText.of(search, single)
                    .lines()
                    .limit(5)
                    .reduce((a, b) -> a + ", " + b)
                    .orElse("");
        }
        return count == 0
                ? Texts.get("search.brushed.none")
                : Texts.format("search.brushed.many", Counts.trials(count));
    }
}
