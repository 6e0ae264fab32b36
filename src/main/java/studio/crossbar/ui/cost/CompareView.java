package studio.crossbar.ui.cost;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.crossbar.ui.common.ActionControls;
import studio.crossbar.ui.common.ChoiceParameter.Option;
import studio.crossbar.ui.common.Segments;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/** Designs side by side: bars by component, and a table against a baseline. */
final class CompareView extends BorderPane {

    private final CompareViewModel model;
    private final CompareChart chart;
    private final CompareTable table;

    CompareView(CompareViewModel model, CompareActions actions, ObservableValue<Theme> theme) {
        this.model = model;
        chart = new CompareChart(theme);
        table = new CompareTable(model, actions);
        SplitPane split = new SplitPane(chart, lower());
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.5);
        setTop(tools(actions));
        setCenter(split);
        model.entries().addListener((InvalidationListener) observable -> show());
        model.metricProperty().subscribe(metric -> show());
    }

    private Node tools(CompareActions actions) {
        TextField name = new TextField();
        name.setId("compare-name");
        name.setPrefColumnCount(13);
        name.setAccessibleText(Texts.get("cost.compare.name.accessible"));
        name.setTooltip(new Tooltip(Texts.get("cost.compare.name.help")));
        Button pin = new Button(Texts.get("cost.compare.pin"), new FontIcon("fth-bookmark"));
        pin.setId("compare-pin");
        pin.setOnAction(event -> pin(name));
        name.setOnAction(event -> pin(name));
        pin.disableProperty().bind(model.pinReasonProperty().isNotEmpty());
        Node holder = ActionControls.explained(pin, actions.pin::tooltip);
        model.entries().addListener((InvalidationListener) observable -> name.setPromptText(model.suggestedName()));
        CheckBox variants = new CheckBox(Texts.get("cost.compare.variants"));
        variants.setId("compare-variants");
        variants.setTooltip(new Tooltip(Texts.get("cost.compare.variants.help")));
        variants.selectedProperty().bindBidirectional(model.variantsProperty());
        Node metrics = Segments.of(
                "compare-metric-",
                Stream.of(CostMetric.AREA, CostMetric.ENERGY)
                        .map(metric -> new Option<>(
                                metric,
                                metric.label(),
                                Texts.format(
                                        "cost.compare.metric.help",
                                        metric.label().toLowerCase(Locale.ROOT))))
                        .toList(),
                model.metricProperty());
        FlowPane line = new FlowPane(8, 6, name, holder, metrics, variants, ActionControls.textButton(actions.export));
        line.setAlignment(Pos.CENTER_LEFT);
        line.setPadding(new Insets(10, 14, 4, 14));
        return line;
    }

    private void pin(TextField name) {
        model.pin(name.getText());
        name.clear();
    }

    private Node lower() {
        Label words = new Label();
        words.setId("compare-words");
        words.setWrapText(true);
        words.getStyleClass().add("text-muted");
        words.setPadding(new Insets(6, 0, 0, 0));
        words.setMinHeight(USE_PREF_SIZE);
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(entry -> words.setText(
                        entry == null
                                ? Texts.get("cost.compare.hint")
                                : Texts.format(
                                        "cost.compare.chosen", entry.name(), entry.hardware(), entry.problem())));
        BorderPane pane = new BorderPane(table);
        pane.setBottom(words);
        pane.setPadding(new Insets(6, 14, 10, 14));
        return pane;
    }

    private void show() {
        List<ComparedEntry> entries = model.entries();
        if (!entries.isEmpty()) {
            chart.show(entries, model.metricProperty().get());
        }
    }
}
