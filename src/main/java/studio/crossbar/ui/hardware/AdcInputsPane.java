package studio.crossbar.ui.hardware;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import studio.crossbar.ui.common.ActionControls;
import studio.crossbar.ui.common.EmptyState;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/** Histogram of what the ADCs are given, the choice of a layer, and a full scale to try. */
final class AdcInputsPane extends StackPane {

    private static final double WORDS = 232;

    private final AdcInputsViewModel model;
    private final HardwareActions actions;
    private final AdcInputsChart chart;
    private final ComboBox<String> layers = new ComboBox<>();
    private boolean following;

    /** @param actions of {@code model} */
    AdcInputsPane(AdcInputsViewModel model, HardwareActions actions, ObservableValue<Theme> theme) {
        this.model = model;
        this.actions = actions;
        setId("adc-inputs");
        chart = new AdcInputsChart(theme);
        Node ready = ready();
        Node untrained = new EmptyState(
                "fth-bar-chart-2", Texts.get("hardware.adc.untrained.title"), Texts.get("hardware.adc.untrained.text"));
        untrained.setId("adc-untrained");
        Node waiting = waiting();
        getChildren().addAll(untrained, waiting, ready);
        model.stateProperty().subscribe(state -> {
            untrained.setVisible(
                    state == AdcInputsViewModel.State.UNTRAINED || state == AdcInputsViewModel.State.NO_PROJECT);
            waiting.setVisible(state == AdcInputsViewModel.State.MEASURING || state == AdcInputsViewModel.State.FAILED);
            ready.setVisible(state == AdcInputsViewModel.State.READY);
        });
        model.pictureProperty().subscribe(picture -> {
            if (picture != null) {
                chart.show(picture);
            }
        });
    }

    private Node waiting() {
        Label text = new Label();
        text.setWrapText(true);
        text.getStyleClass().add("text-muted");
        text.textProperty().bind(model.wordsProperty());
        Node retry = ActionControls.textButton(actions.retry);
        model.stateProperty().subscribe(state -> retry.setVisible(state == AdcInputsViewModel.State.FAILED));
        HBox line = new HBox(12, text, retry);
        line.setAlignment(Pos.CENTER);
        line.setPadding(new Insets(20));
        return line;
    }

    private Node ready() {
        Label words = new Label();
        words.setId("adc-words");
        words.setWrapText(true);
        words.getStyleClass().add("text-muted");
        // Beside the chart, which needs the height.
        words.setPrefWidth(WORDS);
        words.setMinWidth(WORDS);
        words.setAlignment(Pos.TOP_LEFT);
        words.setMaxHeight(Double.MAX_VALUE);
        words.setPadding(new Insets(4, 14, 8, 8));
        words.textProperty().bind(model.wordsProperty());
        Tooltip whole = new Tooltip();
        whole.setWrapText(true);
        whole.setMaxWidth(420);
        whole.textProperty().bind(model.wordsProperty());
        words.setTooltip(whole);
        FlowPane tools = new FlowPane(12, 4, layerChoice(), factor());
        tools.setAlignment(Pos.CENTER_LEFT);
        tools.setPadding(new Insets(6, 14, 2, 14));
        BorderPane pane = new BorderPane(chart);
        pane.setTop(tools);
        pane.setRight(words);
        return pane;
    }

    private Node layerChoice() {
        layers.setId("adc-layer");
        layers.setAccessibleText(Texts.get("hardware.adc.layer.accessible"));
        layers.setTooltip(new Tooltip(Texts.get("hardware.adc.layer.help")));
        layers.valueProperty().subscribe(chosen -> {
            if (!following && chosen != null) {
                // The first entry stands for all layers.
                model.selectedLayerProperty().set(layers.getSelectionModel().getSelectedIndex() - 1);
            }
        });
        model.layers().addListener((javafx.beans.InvalidationListener) observable -> fill());
        model.selectedLayerProperty().subscribe(layer -> follow());
        fill();
        return layers;
    }

    private void fill() {
        List<String> items = new ArrayList<>();
        items.add(Texts.get("hardware.adc.layer.all"));
        items.addAll(model.layers());
        following = true;
        try {
            layers.getItems().setAll(items);
        } finally {
            following = false;
        }
        follow();
    }

    private void follow() {
        int layer = model.selectedLayerProperty().get();
        boolean one = layer > Session.NO_LAYER && layer < model.layers().size();
        following = true;
        try {
            layers.getSelectionModel().select(one ? layer + 1 : 0);
        } finally {
            following = false;
        }
    }

    /** Logarithmic: as far to half as to twice the learned full scale. */
    private Node factor() {
        Slider slider = new Slider(log(AdcInputsViewModel.LEAST_FACTOR), log(AdcInputsViewModel.MOST_FACTOR), 0);
        slider.setId("adc-factor");
        slider.setPrefWidth(150);
        slider.setBlockIncrement(0.1);
        slider.setAccessibleText(Texts.get("hardware.adc.factor.accessible"));
        slider.setTooltip(new Tooltip(Texts.get("hardware.adc.factor.help")));
        Label name = new Label(Texts.get("hardware.adc.factor.name"));
        name.setLabelFor(slider);
        Label value = new Label();
        value.setMinWidth(48);
        slider.valueProperty().subscribe(now -> {
            if (!following) {
                model.factorProperty().set(Math.pow(2, now.doubleValue()));
            }
        });
        model.factorProperty().subscribe(now -> {
            value.setText(String.format(Locale.ROOT, "%.2f Y", now.doubleValue()));
            following = true;
            try {
                slider.setValue(log(now.doubleValue()));
            } finally {
                following = false;
            }
        });
        HBox line = new HBox(8, name, slider, value, ActionControls.textButton(actions.learned));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static double log(double factor) {
        return Math.log(factor) / Math.log(2);
    }
}
