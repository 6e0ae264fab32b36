package studio.crossbar.ui.inspector;

import studio.crossbar.ui.common.Parameter;
import studio.crossbar.ui.common.Texts;

/** Which parameters a design has, with symbols, ranges and defaults of {@code docs} and {@code hardware}. */
final class DesignParameters {

    private DesignParameters() {}

    /** @param wires parameters of the tiles' wires, which stand beside the noise */
    static void addTo(InspectorViewModel model, Parameter[] wires) {
        model.group(
                Texts.get("inspector.cell.title"),
                CellParameters.bits(model),
                CellParameters.levels(model),
                CellParameters.gMin(model),
                CellParameters.gMax(model));
        model.group(
                Texts.get("inspector.signals.title"),
                RecipeParameters.companding(model),
                RecipeParameters.compandingFloor(model));
        model.group(
                Texts.get("inspector.noise.title"),
                CellParameters.programmingNoise(model),
                CellParameters.readNoise(model));
        model.group(Texts.get("inspector.wires.title"), wires);
        model.group(
                Texts.get("inspector.encoding.title"),
                CrossbarParameters.polarity(model),
                CrossbarParameters.slices(model));
        model.group(
                Texts.get("inspector.converters.title"),
                ConverterParameters.dac(model),
                ConverterParameters.cycleBits(model),
                ConverterParameters.adc(model),
                ConverterParameters.ranges(model),
                ConverterParameters.scaling(model));
        model.group(
                Texts.get("inspector.tile.title"), CrossbarParameters.rows(model), CrossbarParameters.columns(model));
        model.group(
                Texts.get("inspector.device.title"), DeviceParameters.device(model), DeviceParameters.driftTime(model));
        model.group(
                Texts.get("inspector.training.title"),
                RecipeParameters.floatEpochs(model),
                RecipeParameters.hardwareEpochs(model),
                RecipeParameters.batch(model),
                RecipeParameters.rate(model),
                RecipeParameters.augmentation(model),
                RecipeParameters.rotation(model),
                RecipeParameters.averaging(model),
                RecipeParameters.seed(model));
        model.folded(Texts.get("inspector.optimiser.title"), OptimiserParameters.of(model));
        model.folded(Texts.get("inspector.details.title"), TrainingDetails.of(model));
    }
}
