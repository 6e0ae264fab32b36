package studio.crossbar.ui.common;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A number with unit, range and default. */
public final class NumberParameter implements Parameter {

    /** How a slider spreads the range. */
    public enum Scale {
        LINEAR,
        /** Equal steps double the value. */
        LOGARITHMIC
    }

    /**
     * What does not change.
     *
     * @param id last part of the ids of its controls
     * @param name shown before the editor
     * @param symbol in formulas
     * @param unit of the field
     * @param low smallest value, held scale
     * @param high largest value, held scale
     * @param usualLow where the slider begins, held scale
     * @param usualHigh where the slider ends, held scale; beyond it values are typed
     * @param standard default, held scale
     * @param decimals shown; 0 for whole numbers
     * @param step between slider positions, held scale; ignored by a logarithmic slider
     * @param scale of the slider
     * @param help what it is
     */
    public record Spec(
            String id,
            String name,
            String symbol,
            Unit unit,
            double low,
            double high,
            double usualLow,
            double usualHigh,
            double standard,
            int decimals,
            double step,
            Scale scale,
            String help) {

        /** A whole number on a linear slider. */
        public static Spec whole(
                String id,
                String name,
                String symbol,
                Unit unit,
                double low,
                double high,
                double standard,
                String help) {
            return new Spec(id, name, symbol, unit, low, high, low, high, standard, 0, 1, Scale.LINEAR, help);
        }

        /** The same on a logarithmic slider. */
        public Spec logarithmic() {
            return new Spec(
                    id,
                    name,
                    symbol,
                    unit,
                    low,
                    high,
                    usualLow,
                    usualHigh,
                    standard,
                    decimals,
                    step,
                    Scale.LOGARITHMIC,
                    help);
        }

        /** The same with a slider over a part of the range. */
        public Spec usually(double from, double to) {
            return new Spec(id, name, symbol, unit, low, high, from, to, standard, decimals, step, scale, help);
        }
    }

    private final Spec spec;
    private final DoubleProperty value;
    private final StringProperty problem = new SimpleStringProperty(this, "problem", "");

    public NumberParameter(Spec spec) {
        this.spec = spec;
        value = new SimpleDoubleProperty(this, spec.name(), spec.standard());
    }

    public Spec spec() {
        return spec;
    }

    @Override
    public String id() {
        return spec.id();
    }

    @Override
    public String name() {
        return spec.name();
    }

    @Override
    public String help() {
        return Texts.format(
                "common.parameter.help",
                spec.help(),
                spec.symbol(),
                shown(spec.low()),
                shown(spec.high()),
                shown(spec.standard()));
    }

    /** Value in the held scale. */
    public DoubleProperty valueProperty() {
        return value;
    }

    /** What is wrong with a value that is taken nevertheless, since other choices may put it right; empty if nothing is. */
    public StringProperty problemProperty() {
        return problem;
    }

    /**
     * Takes what was typed.
     *
     * @throws IllegalArgumentException if it is no number of this unit or outside the range
     */
    public void type(String text) {
        double typed = spec.unit().parse(text);
        if (!(typed >= spec.low() && typed <= spec.high())) {
            throw new IllegalArgumentException(Texts.format(
                    "common.parameter.outside", spec.name(), shown(typed), shown(spec.low()), shown(spec.high())));
        }
        if (spec.decimals() == 0 && typed != Math.rint(typed)) {
            throw new IllegalArgumentException(Texts.format("common.parameter.notWhole", spec.name(), typed));
        }
        value.set(typed);
    }

    /** Value with its unit. */
    public String text() {
        return shown(value.get());
    }

    /** Position of {@code held} on the slider. */
    public double toSlider(double held) {
        return spec.scale() == Scale.LINEAR ? held : Math.log(held) / Math.log(2);
    }

    /** Value at a slider position, rounded to the step, within the slider's range. */
    public double fromSlider(double position) {
        double step = spec.step();
        double raw =
                spec.scale() == Scale.LINEAR ? Math.rint(position / step) * step : Math.pow(2, Math.rint(position));
        return Math.clamp(raw, spec.usualLow(), spec.usualHigh());
    }

    private String shown(double held) {
        return spec.unit().format(held, spec.decimals());
    }
}
