package studio.crossbar.ui.inspector;

import java.util.List;
import studio.crossbar.cost.AdcKind;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.cost.InputDrive;
import studio.crossbar.cost.RangeAdaptation;
import studio.crossbar.hardware.Subtraction;
import studio.crossbar.ui.common.ChoiceParameter;
import studio.crossbar.ui.common.ChoiceParameter.Option;
import studio.crossbar.ui.common.NumberParameter;
import studio.crossbar.ui.common.NumberParameter.Spec;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Unit;

/** What a bill assumes of the circuits at the edges of the crossbars. */
final class ConverterCostParameters {

    private final CostOptionParameters options;

    ConverterCostParameters(CostOptionParameters options) {
        this.options = options;
    }

    ChoiceParameter<AdcKind> adc() {
        return options.choice(
                "adc-kind",
                Texts.get("inspector.cost.adc.name"),
                Texts.get("inspector.cost.adc.help"),
                List.of(
                        new Option<>(
                                AdcKind.TECHNOLOGY,
                                Texts.get("inspector.cost.ownAdc.label"),
                                Texts.get("inspector.cost.ownAdc.help")),
                        new Option<>(
                                AdcKind.SAR,
                                Texts.get("inspector.cost.sar.label"),
                                Texts.get("inspector.cost.sar.help")),
                        new Option<>(
                                AdcKind.FLASH,
                                Texts.get("inspector.cost.flash.label"),
                                Texts.get("inspector.cost.flash.help")),
                        new Option<>(
                                AdcKind.RAMP,
                                Texts.get("inspector.cost.ramp.label"),
                                Texts.get("inspector.cost.ramp.help")),
                        new Option<>(
                                AdcKind.SENSE_AMPLIFIER,
                                Texts.get("inspector.cost.senseAmplifier.label"),
                                Texts.get("inspector.cost.senseAmplifier.help")),
                        new Option<>(
                                AdcKind.SURVEY,
                                Texts.get("inspector.cost.survey.label"),
                                Texts.get("inspector.cost.survey.help"))),
                CostOptions::adc,
                CostOptions::withAdc);
    }

    NumberParameter columnsPerAdc() {
        return options.number(
                Spec.whole(
                                "columns-an-adc",
                                Texts.get("inspector.cost.columnsPerAdc.name"),
                                "m",
                                Unit.NONE,
                                0,
                                4096,
                                0,
                                Texts.get("inspector.cost.columnsPerAdc.help"))
                        .usually(0, 128),
                CostOptions::columnsPerAdc,
                (options, value) -> options.withColumnsPerAdc(value.intValue()));
    }

    ChoiceParameter<Subtraction> subtraction() {
        return options.choice(
                "subtraction",
                Texts.get("inspector.cost.subtraction.name"),
                Texts.get("inspector.cost.subtraction.help"),
                List.of(
                        new Option<>(
                                Subtraction.ANALOG,
                                Texts.get("inspector.cost.analog.label"),
                                Texts.get("inspector.cost.analog.help")),
                        new Option<>(
                                Subtraction.DIGITAL,
                                Texts.get("inspector.cost.digital.label"),
                                Texts.get("inspector.cost.digital.help"))),
                CostOptions::subtraction,
                CostOptions::withSubtraction);
    }

    ChoiceParameter<RangeAdaptation> adaptation() {
        return options.choice(
                "range-adaptation",
                Texts.get("inspector.cost.adaptation.name"),
                Texts.get("inspector.cost.adaptation.help"),
                List.of(
                        new Option<>(
                                RangeAdaptation.PROGRAMMABLE_GAIN,
                                Texts.get("inspector.cost.gainStages.label"),
                                Texts.get("inspector.cost.gainStages.help")),
                        new Option<>(
                                RangeAdaptation.OWN_CONVERTERS,
                                Texts.get("inspector.cost.ownConverters.label"),
                                Texts.get("inspector.cost.ownConverters.help"))),
                CostOptions::adaptation,
                CostOptions::withAdaptation);
    }

    ChoiceParameter<InputDrive> drive() {
        return options.choice(
                "row-drive",
                Texts.get("inspector.cost.drive.name"),
                Texts.get("inspector.cost.drive.help"),
                List.of(
                        new Option<>(
                                InputDrive.VOLTAGE,
                                Texts.get("inspector.cost.voltage.label"),
                                Texts.get("inspector.cost.voltage.help")),
                        new Option<>(
                                InputDrive.PULSE_WIDTH,
                                Texts.get("inspector.cost.pulseWidth.label"),
                                Texts.get("inspector.cost.pulseWidth.help"))),
                CostOptions::drive,
                CostOptions::withDrive);
    }
}
