package studio.crossbar.ui.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.RowConstraints;
import studio.crossbar.training.Epoch;
import studio.crossbar.training.LayerReading;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/** Learning rate, clipping of each layer's ADCs, and the full scales of its converters and weights, live. */
final class LayerCharts extends GridPane {

    /** Ranges move slowly, and there are many curves. */
    private static final double UPDATES_A_SECOND = 4;

    private final TrainingViewModel model;
    private final ObservableBooleanValue shown;
    private final LineChart rate;
    private final LineChart clipping;
    private final LineChart dac;
    private final LineChart weight;
    private final LineChart adc;
    private final Coalescing update = new Coalescing(this::update, UPDATES_A_SECOND);
    private boolean stale = true;

    /** @param shown whether anybody sees the charts; unseen ones are not drawn */
    LayerCharts(TrainingViewModel model, ObservableValue<Theme> theme, ObservableBooleanValue shown) {
        this.model = model;
        this.shown = shown;
        rate = new LineChart(
                "rate-chart", Texts.get("training.layers.rate"), Texts.get("training.layers.rate.axis"), theme);
        clipping = new LineChart(
                "clipping-chart",
                Texts.get("training.layers.clipping"),
                Texts.get("training.layers.clipping.axis"),
                theme);
        String scale = Texts.get("training.layers.scale.axis");
        dac = new LineChart("dac-chart", Texts.get("training.layers.dac"), scale, theme);
        weight = new LineChart("weight-chart", Texts.get("training.layers.weight"), scale, theme);
        adc = new LineChart("adc-chart", Texts.get("training.layers.adc"), scale, theme);
        for (int i = 0; i < 6; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / 6);
            getColumnConstraints().add(column);
        }
        for (int i = 0; i < 2; i++) {
            RowConstraints row = new RowConstraints();
            row.setPercentHeight(50);
            getRowConstraints().add(row);
        }
        add(rate, 0, 0, 3, 1);
        add(clipping, 3, 0, 3, 1);
        add(dac, 0, 1, 2, 1);
        add(weight, 2, 1, 2, 1);
        add(adc, 4, 1, 2, 1);
        model.log().epochs().addListener((InvalidationListener) change -> request());
        shown.addListener((observable, before, now) -> {
            if (now && stale) {
                update.request();
            }
        });
        request();
    }

    private void request() {
        stale = true;
        if (shown.get()) {
            update.request();
        }
    }

    private void update() {
        stale = false;
        List<Epoch> epochs = model.log().epochs();
        int total = model.totalEpochs();
        Curve learning = new Curve(Texts.get("training.layers.rate"));
        epochs.forEach(epoch -> learning.add(epoch.index(), epoch.learningRate()));
        rate.show(List.of(learning), total, model.phaseStarts());
        clipping.show(layers(epochs, layer -> 100 * layer.clipping()), total, model.phaseStarts());
        dac.show(layers(epochs, layer -> layer.ranges().dac()), total, model.phaseStarts());
        weight.show(layers(epochs, layer -> layer.ranges().weight()), total, model.phaseStarts());
        adc.show(layers(epochs, layer -> layer.ranges().adc()), total, model.phaseStarts());
    }

    /** A curve a layer; float phases have no ranges. */
    private static List<Curve> layers(List<Epoch> epochs, ToDoubleFunction<LayerReading> value) {
        List<Curve> curves = new ArrayList<>();
        for (Epoch epoch : epochs) {
            for (int layer = 0; layer < epoch.layers().size(); layer++) {
                if (layer == curves.size()) {
                    curves.add(new Curve(Texts.format("training.layers.layer", layer + 1)));
                }
                curves.get(layer)
                        .add(epoch.index(), value.applyAsDouble(epoch.layers().get(layer)));
            }
        }
        return curves;
    }
}
