package studio.crossbar.ui.inspector;

import java.util.List;
import studio.crossbar.data.Companding;
import studio.crossbar.design.Design;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Converters;
import studio.crossbar.hardware.DigitalScaling;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.Noise;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.PolarityAssignment;
import studio.crossbar.hardware.RangeSharing;
import studio.crossbar.hardware.TileShape;
import studio.crossbar.ui.common.ChoiceParameter;
import studio.crossbar.ui.common.ChoiceParameter.Option;
import studio.crossbar.ui.common.NumberParameter;
import studio.crossbar.ui.common.NumberParameter.Scale;
import studio.crossbar.ui.common.NumberParameter.Spec;
import studio.crossbar.ui.common.Unit;

/** Which parameters a design has, with symbols, ranges and defaults of {@code docs} and {@code hardware}. */
final class DesignParameters {

    /** Largest whole number up to which a field's number, a double, is exact. */
    private static final double EXACT_WHOLE = 1L << 53;

    private static final Unit BITS = Unit.of("bits");

    private DesignParameters() {}

    static void addTo(InspectorViewModel model) {
        model.group("Memory cell", bits(model), levels(model), gMin(model), gMax(model));
        model.group("Signals", companding(model));
        model.group("Noise", programmingNoise(model), readNoise(model));
        model.group("Encoding", polarity(model), slices(model));
        model.group("Converters", dac(model), cycleBits(model), adc(model), ranges(model), scaling(model));
        model.group("Tile", rows(model), columns(model));
        model.group(
                "Training",
                floatEpochs(model),
                hardwareEpochs(model),
                batch(model),
                rate(model),
                augmentation(model),
                rotation(model),
                averaging(model),
                seed(model));
    }

    private static NumberParameter bits(InspectorViewModel model) {
        return model.number(
                Spec.whole("Cell bits", "b_w", BITS, 1, Cell.MAX_BITS, 4, "Bits a cell: 2^b_w conductance levels."),
                design -> Math.rint(cell(design).bits()),
                (design, value) -> withCell(design, 1 << value.intValue(), cell(design)));
    }

    private static NumberParameter levels(InspectorViewModel model) {
        return model.number(
                Spec.whole("Levels", "L", Unit.NONE, 2, 256, 16, "Evenly spaced conductance levels of a cell.")
                        .logarithmic(),
                design -> cell(design).levels(),
                (design, value) -> withCell(design, value.intValue(), cell(design)));
    }

    private static NumberParameter gMin(InspectorViewModel model) {
        return model.number(
                conductance("Lowest conductance", "G_min", 50, 0.5, "Conductance of the lowest level."),
                design -> cell(design).gMinMicroSiemens(),
                (design, value) -> withCell(
                        design,
                        cell(design).levels(),
                        new Cell(2, value, cell(design).gMaxMicroSiemens())));
    }

    private static NumberParameter gMax(InspectorViewModel model) {
        return model.number(
                conductance("Highest conductance", "G_max", 200, 10, "Conductance of the highest level."),
                design -> cell(design).gMaxMicroSiemens(),
                (design, value) -> withCell(
                        design, cell(design).levels(), new Cell(2, cell(design).gMinMicroSiemens(), value)));
    }

    private static Spec conductance(String name, String symbol, double usualHigh, double standard, String help) {
        return new Spec(name, symbol, Unit.MICROSIEMENS, 0, 1000, 0, usualHigh, standard, 2, 0.5, Scale.LINEAR, help);
    }

    private static NumberParameter programmingNoise(InspectorViewModel model) {
        return model.number(
                sigma(
                        "Programming noise",
                        "σ_w",
                        5,
                        "Standard deviation of a programmed weight, relative to the weight full scale R."),
                design -> design.hardware().noise().programmingSigma(),
                (design, value) -> design.withHardware(design.hardware()
                        .withNoise(new Noise(value, design.hardware().noise().readSigma()))));
    }

    private static NumberParameter readNoise(InspectorViewModel model) {
        return model.number(
                sigma("Read noise", "σ_y", 0, "Standard deviation of a column sum, relative to the ADC full scale Y."),
                design -> design.hardware().noise().readSigma(),
                (design, value) -> design.withHardware(design.hardware()
                        .withNoise(new Noise(design.hardware().noise().programmingSigma(), value))));
    }

    private static Spec sigma(String name, String symbol, double percent, String help) {
        return new Spec(name, symbol, Unit.PERCENT, 0, 0.5, 0, 0.5, percent / 100, 2, 0.005, Scale.LINEAR, help);
    }

    private static ChoiceParameter<PolarityAssignment> polarity(InspectorViewModel model) {
        return model.choice(
                new ChoiceParameter<>(
                        "Polarity",
                        "Signs of the weights (arXiv 1910.13850, section II). None is chosen where design.json gives each"
                                + " sub-matrix its own.",
                        List.of(
                                new Option<>(
                                        Polarity.DIFFERENTIAL,
                                        "Differential",
                                        "A pair G+, G− a weight: two columns and a subtractor an output."),
                                new Option<>(Polarity.POSITIVE, "Positive", "One cell a weight, no negative weights."),
                                new Option<>(
                                        Polarity.NEGATIVE,
                                        "Negative",
                                        "One cell a weight, no positive weights; subtracted digitally."),
                                new Option<>(
                                        Polarity.ROW_BLOCK,
                                        "Row block",
                                        "One cell a weight; rows of even input channels are positive, of odd ones"
                                                + " negative."),
                                new Option<>(
                                        Polarity.OFFSET,
                                        "Offset",
                                        "One cell a weight of either sign; a correction column a tile is subtracted"
                                                + " before the ADC (US 11,886,972).")),
                        Polarity.DIFFERENTIAL),
                design -> design.hardware().polarity(),
                (design, value) -> design.withHardware(design.hardware().withPolarity(value)));
    }

    private static NumberParameter slices(InspectorViewModel model) {
        return model.number(
                Spec.whole(
                        "Slices",
                        "S",
                        Unit.NONE,
                        1,
                        4,
                        1,
                        "Cells, or pairs, that hold the digits of one weight; each is converted on its own."),
                design -> design.hardware().slices(),
                (design, value) -> design.withHardware(design.hardware().withSlices(value.intValue())));
    }

    private static NumberParameter cycleBits(InspectorViewModel model) {
        return model.number(
                Spec.whole(
                        "Bits a cycle",
                        "b_cycle",
                        BITS,
                        1,
                        12,
                        8,
                        "Input bits that the drivers apply at a time, each time with a conversion; all at once if at least the"
                                + " DAC bits."),
                design -> design.hardware().converters().inputCycleBits(),
                (design, value) ->
                        withConverters(design, design.hardware().converters().withInputCycleBits(value.intValue())));
    }

    private static NumberParameter dac(InspectorViewModel model) {
        return model.number(
                Spec.whole("DAC bits", "b_dac", BITS, 1, 12, 8, "Resolution of the row inputs."),
                design -> design.hardware().converters().dacBits(),
                (design, value) ->
                        withConverters(design, design.hardware().converters().withDacBits(value.intValue())));
    }

    private static NumberParameter adc(InspectorViewModel model) {
        return model.number(
                Spec.whole("ADC bits", "b_adc", BITS, 2, 12, 8, "Resolution of the column outputs."),
                design -> design.hardware().converters().adcBits(),
                (design, value) ->
                        withConverters(design, design.hardware().converters().withAdcBits(value.intValue())));
    }

    private static ChoiceParameter<RangeSharing> ranges(InspectorViewModel model) {
        return model.choice(
                new ChoiceParameter<>(
                        "Ranges",
                        "Who shares the full scales A (DAC), R (weights) and Y (ADC).",
                        List.of(
                                new Option<>(RangeSharing.UNIFORM, "Uniform", "One triple for the whole network."),
                                new Option<>(
                                        RangeSharing.PER_LAYER,
                                        "Per layer",
                                        "A triple a layer: converters are tuned layer by layer.")),
                        RangeSharing.UNIFORM),
                design -> design.hardware().ranges(),
                (design, value) -> design.withHardware(design.hardware().withRanges(value)));
    }

    private static ChoiceParameter<DigitalScaling> scaling(InspectorViewModel model) {
        return model.choice(
                new ChoiceParameter<>(
                        "Digital scaling",
                        "Arithmetic between the accumulated ADC codes and the activation.",
                        List.of(
                                new Option<>(DigitalScaling.NONE, "None", "One constant for the whole network."),
                                new Option<>(DigitalScaling.SHIFT, "Shift", "A power of two a layer."),
                                new Option<>(
                                        DigitalScaling.AFFINE,
                                        "Affine",
                                        "A multiplier an output channel, which also holds batch normalisation.")),
                        DigitalScaling.AFFINE),
                design -> design.hardware().scaling(),
                (design, scaling) -> design.withHardware(design.hardware().withScaling(scaling)));
    }

    private static NumberParameter rows(InspectorViewModel model) {
        return model.number(
                Spec.whole("Tile rows", "T_r", Unit.NONE, 8, 4096, 128, "Wordlines: inputs of one analog sum.")
                        .logarithmic(),
                design -> design.hardware().tile().rows(),
                (design, value) -> withTile(
                        design, value.intValue(), design.hardware().tile().columns()));
    }

    private static NumberParameter columns(InspectorViewModel model) {
        return model.number(
                Spec.whole("Tile columns", "T_c", Unit.NONE, 8, 4096, 128, "Bitlines: devices a row.")
                        .logarithmic(),
                design -> design.hardware().tile().columns(),
                (design, value) -> withTile(design, design.hardware().tile().rows(), value.intValue()));
    }

    private static NumberParameter floatEpochs(InspectorViewModel model) {
        return model.number(
                Spec.whole("Float epochs", "E_f", Unit.NONE, 1, 1000, 20, "Epochs of float pre-training.")
                        .usually(1, 200),
                design -> design.recipe().floatEpochs(),
                (design, value) -> design.withRecipe(design.recipe()
                        .withEpochs(value.intValue(), design.recipe().hardwareEpochs())));
    }

    private static NumberParameter hardwareEpochs(InspectorViewModel model) {
        return model.number(
                Spec.whole("Hardware epochs", "E_h", Unit.NONE, 0, 1000, 25, "Epochs of hardware-aware fine-tuning.")
                        .usually(0, 200),
                design -> design.recipe().hardwareEpochs(),
                (design, value) -> design.withRecipe(
                        design.recipe().withEpochs(design.recipe().floatEpochs(), value.intValue())));
    }

    private static NumberParameter batch(InspectorViewModel model) {
        return model.number(
                Spec.whole("Batch", "B", Unit.NONE, 1, 4096, 64, "Windows a training step.")
                        .logarithmic(),
                design -> design.recipe().batch(),
                (design, value) -> design.withRecipe(design.recipe().with(r -> r.batch = value.intValue())));
    }

    private static NumberParameter rate(InspectorViewModel model) {
        return model.number(
                new Spec(
                        "Learning rate",
                        "η_h",
                        Unit.NONE,
                        1e-6,
                        1,
                        1e-4,
                        0.02,
                        2e-3,
                        6,
                        1e-4,
                        Scale.LINEAR,
                        "Peak learning rate of hardware-aware fine-tuning."),
                design -> design.recipe().hardwareLearningRate(),
                (design, value) -> design.withRecipe(design.recipe().with(r -> r.hardwareLearningRate = value)));
    }

    private static NumberParameter augmentation(InspectorViewModel model) {
        return model.number(
                share(
                        "Augmentation",
                        "a",
                        0,
                        1,
                        0.5,
                        2,
                        0.05,
                        "Strength of random scaling a signal and shift in time of training windows; 0 is none."),
                design -> design.recipe().augmentation(),
                (design, value) -> design.withRecipe(design.recipe().with(r -> r.augmentation = value)));
    }

    private static NumberParameter rotation(InspectorViewModel model) {
        return model.number(
                new Spec(
                        "Rotation",
                        "θ",
                        Unit.of("°"),
                        0,
                        180,
                        0,
                        45,
                        0,
                        1,
                        1,
                        Scale.LINEAR,
                        "Standard deviation of the angle by which the triaxial sensors of a training window are turned, as"
                                + " if worn differently; 0 is none."),
                design -> design.recipe().rotationDegrees(),
                (design, value) -> design.withRecipe(design.recipe().with(r -> r.rotationDegrees = value)));
    }

    private static NumberParameter averaging(InspectorViewModel model) {
        return model.number(
                share(
                        "Averaging",
                        "β",
                        0,
                        0.9999,
                        0,
                        4,
                        0.01,
                        "Decay a step of the moving average that replaces the learned values at the end of each phase; 0 is"
                                + " none."),
                design -> design.recipe().averaging(),
                (design, value) -> design.withRecipe(design.recipe().with(r -> r.averaging = value)));
    }

    private static NumberParameter companding(InspectorViewModel model) {
        return model.number(
                share(
                        "Companding",
                        "γ",
                        0.1,
                        1,
                        1,
                        2,
                        0.05,
                        "Power of the signals' magnitudes before the network, so that weak movements keep converter codes;"
                                + " 1 leaves them as they are."),
                design -> design.companding().exponent(),
                (design, value) -> design.withCompanding(
                        new Companding(value, design.companding().floor())));
    }

    private static Spec share(
            String name,
            String symbol,
            double low,
            double high,
            double standard,
            int decimals,
            double step,
            String help) {
        return new Spec(name, symbol, Unit.NONE, low, high, low, high, standard, decimals, step, Scale.LINEAR, help);
    }

    private static NumberParameter seed(InspectorViewModel model) {
        return model.number(
                Spec.whole(
                                "Seed",
                                "s",
                                Unit.NONE,
                                -EXACT_WHOLE,
                                EXACT_WHOLE,
                                1,
                                "Fixes initial weights, order and noise bit for bit.")
                        .usually(0, 100),
                Design::seed,
                (design, value) -> design.withSeed(value.longValue()));
    }

    private static Cell cell(Design design) {
        return design.hardware().cell();
    }

    private static Design withCell(Design design, int levels, Cell range) {
        Hardware hardware = design.hardware();
        return design.withHardware(
                hardware.withCell(new Cell(levels, range.gMinMicroSiemens(), range.gMaxMicroSiemens())));
    }

    private static Design withConverters(Design design, Converters converters) {
        return design.withHardware(design.hardware().withConverters(converters));
    }

    private static Design withTile(Design design, int rows, int columns) {
        return design.withHardware(design.hardware().withTile(new TileShape(rows, columns)));
    }
}
