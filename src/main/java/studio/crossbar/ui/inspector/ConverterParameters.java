package studio.crossbar.ui.inspector;

import java.util.List;
import studio.crossbar.design.Design;
import studio.crossbar.hardware.Converters;
import studio.crossbar.hardware.DigitalScaling;
import studio.crossbar.hardware.RangeSharing;
import studio.crossbar.ui.common.ChoiceParameter;
import studio.crossbar.ui.common.ChoiceParameter.Option;
import studio.crossbar.ui.common.NumberParameter;
import studio.crossbar.ui.common.NumberParameter.Spec;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Unit;

/** Converters, their full scales, and the arithmetic behind them. */
final class ConverterParameters {

    private static final Unit BITS = Unit.of("bits");

    private ConverterParameters() {}

    static NumberParameter dac(InspectorViewModel model) {
        return model.number(
                Spec.whole(
                        "dac-bits",
                        Texts.get("inspector.converters.dac.name"),
                        "b_dac",
                        BITS,
                        1,
                        12,
                        8,
                        Texts.get("inspector.converters.dac.help")),
                design -> design.hardware().converters().dacBits(),
                (design, value) ->
                        withConverters(design, design.hardware().converters().withDacBits(value.intValue())));
    }

    static NumberParameter cycleBits(InspectorViewModel model) {
        return model.number(
                Spec.whole(
                        "bits-a-cycle",
                        Texts.get("inspector.converters.cycle.name"),
                        "b_cycle",
                        BITS,
                        1,
                        12,
                        8,
                        Texts.get("inspector.converters.cycle.help")),
                design -> design.hardware().converters().inputCycleBits(),
                (design, value) ->
                        withConverters(design, design.hardware().converters().withInputCycleBits(value.intValue())));
    }

    static NumberParameter adc(InspectorViewModel model) {
        return model.number(
                Spec.whole(
                        "adc-bits",
                        Texts.get("inspector.converters.adc.name"),
                        "b_adc",
                        BITS,
                        2,
                        12,
                        8,
                        Texts.get("inspector.converters.adc.help")),
                design -> design.hardware().converters().adcBits(),
                (design, value) ->
                        withConverters(design, design.hardware().converters().withAdcBits(value.intValue())));
    }

    static ChoiceParameter<RangeSharing> ranges(InspectorViewModel model) {
        return model.choice(
                new ChoiceParameter<>(
                        "ranges",
                        Texts.get("inspector.converters.ranges.name"),
                        Texts.get("inspector.converters.ranges.help"),
                        List.of(
                                new Option<>(
                                        RangeSharing.UNIFORM,
                                        Texts.get("inspector.converters.uniform.label"),
                                        Texts.get("inspector.converters.uniform.help")),
                                new Option<>(
                                        RangeSharing.PER_LAYER,
                                        Texts.get("inspector.converters.perLayer.label"),
                                        Texts.get("inspector.converters.perLayer.help"))),
                        RangeSharing.UNIFORM),
                design -> design.hardware().ranges(),
                (design, value) -> design.withHardware(design.hardware().withRanges(value)));
    }

    static ChoiceParameter<DigitalScaling> scaling(InspectorViewModel model) {
        return model.choice(
                new ChoiceParameter<>(
                        "digital-scaling",
                        Texts.get("inspector.converters.scaling.name"),
                        Texts.get("inspector.converters.scaling.help"),
                        List.of(
                                new Option<>(
                                        DigitalScaling.NONE,
                                        Texts.get("inspector.converters.none.label"),
                                        Texts.get("inspector.converters.none.help")),
                                new Option<>(
                                        DigitalScaling.SHIFT,
                                        Texts.get("inspector.converters.shift.label"),
                                        Texts.get("inspector.converters.shift.help")),
                                new Option<>(
                                        DigitalScaling.AFFINE,
                                        Texts.get("inspector.converters.affine.label"),
                                        Texts.get("inspector.converters.affine.help"))),
                        DigitalScaling.AFFINE),
                design -> design.hardware().scaling(),
                (design, scaling) -> design.withHardware(design.hardware().withScaling(scaling)));
    }

    private static Design withConverters(Design design, Converters converters) {
        return design.withHardware(design.hardware().withConverters(converters));
    }
}
