package studio.crossbar.ui.search;

import java.util.List;
import java.util.Locale;
import studio.crossbar.search.Metric;
import studio.crossbar.search.Trial;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.Texts;

/** A figure of a trial as engineers read it: accuracy for errors, percent, units. */
public enum TrialFigure {
    ACCURACY(
            Metric.ERROR,
            Texts.get("search.figure.accuracy.name"),
            "%",
            true,
            Texts.get("search.figure.accuracy.help")),
    ACCURACY_BOUND(
            Metric.ERROR_BOUND,
            Texts.get("search.figure.accuracyBound.name"),
            "%",
            true,
            Texts.get("search.figure.accuracyBound.help")),
    ERROR(Metric.ERROR, Texts.get("search.figure.error.name"), "%", false, Texts.get("search.figure.error.help")),
    AREA(Metric.AREA, Texts.get("search.figure.area.name"), "mm²", false, Texts.get("search.figure.area.help")),
    ENERGY(Metric.ENERGY, Texts.get("search.figure.energy.name"), "nJ", false, Texts.get("search.figure.energy.help")),
    LATENCY(
            Metric.LATENCY,
            Texts.get("search.figure.latency.name"),
            "µs",
            false,
            Texts.get("search.figure.latency.help")),
    WEIGHTS(
            Metric.WEIGHTS,
            Texts.get("search.figure.weights.name"),
            "",
            false,
            Texts.get("search.figure.weights.help")),
    DEVICES(
            Metric.DEVICES,
            Texts.get("search.figure.devices.name"),
            "",
            false,
            Texts.get("search.figure.devices.help"));

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
        return unit.isEmpty() ? label : Texts.format("search.figure.heading", label, unit);
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
