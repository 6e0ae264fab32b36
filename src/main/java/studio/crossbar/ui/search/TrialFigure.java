package studio.crossbar.ui.search;

import java.util.List;
import java.util.Locale;
import studio.crossbar.search.Metric;
import studio.crossbar.search.Trial;
import studio.crossbar.ui.common.Numbers;

/** A figure of a trial as engineers read it: accuracy for errors, percent, units. */
public enum TrialFigure {
    ACCURACY(Metric.ERROR, "Accuracy", "%", true, "Mean accuracy under noise over chips, on held-out training data"),
    ACCURACY_BOUND(
            Metric.ERROR_BOUND,
            "Accuracy bound",
            "%",
            true,
            "Lower end of the 95 % interval of the mean accuracy over chips, on held-out training data"),
    ERROR(Metric.ERROR, "Error", "%", false, "Mean share of wrong answers under noise over chips"),
    AREA(Metric.AREA, "Area", "mm²", false, "Area of the design's hardware"),
    ENERGY(Metric.ENERGY, "Energy", "nJ", false, "Energy of one inference"),
    LATENCY(Metric.LATENCY, "Latency", "µs", false, "Time of one inference"),
    WEIGHTS(Metric.WEIGHTS, "Weights", "", false, "Weights without biases"),
    DEVICES(Metric.DEVICES, "Devices", "", false, "Memory cells that hold the weights");

    private final Metric metric;
    private final String label;
    private final String unit;
    private final boolean moreIsBetter;
    private final String help;

    TrialFigure(Metric metric, String label, String unit, boolean moreIsBetter, String help) {
        this.metric = metric;
        this.label = label;
        this.unit = unit;
        this.moreIsBetter = moreIsBetter;
        this.help = help;
    }

    /** How {@code metric} is shown unless something else is asked for. */
    public static TrialFigure of(Metric metric) {
        for (TrialFigure figure : values()) {
            if (figure.metric == metric) {
                return figure;
            }
        }
        throw new IllegalArgumentException("metric: " + metric.label() + " has no figure");
    }

    public Metric metric() {
        return metric;
    }

    public String label() {
        return label;
    }

    /** Such as "Area, mm²". */
    public String heading() {
        return unit.isEmpty() ? label : label + ", " + unit;
    }

    public String help() {
        return help;
    }

    public boolean moreIsBetter() {
        return moreIsBetter;
    }

    /** Whether a logarithmic axis makes sense: costs and errors differ by ratios, accuracies do not. */
    public boolean logarithmic() {
        return !moreIsBetter;
    }

    /** The figure in its unit; NaN where the trial has none, or was refused or failed. */
    public double of(Trial trial) {
        Double value = trial.has(List.of(metric)) ? trial.metrics().get(metric) : null;
        return value == null ? Double.NaN : shown(value);
    }

    /** The metric's {@code value} in this figure's unit. */
    public double shown(double value) {
        return metric.computed() ? value : moreIsBetter ? 100 * (1 - value) : 100 * value;
    }

    /** Such as "0.0123 mm²" or "93.1 %"; a dash for NaN. */
    public String text(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        String number = unit.equals("%") ? String.format(Locale.ROOT, "%.2f", value) : Numbers.significant(value);
        return unit.isEmpty() ? number : number + " " + unit;
    }
}
