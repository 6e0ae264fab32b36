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
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Unit;

/** Which parameters a design has, with symbols, ranges and defaults of {@code docs} and {@code hardware}. */
final class DesignParameters {

    /** Largest whole number up to which a field's number, a double, is exact. */
    private static final double EXACT_WHOLE = 1L << 53;

    private static final Unit BITS = Unit.of("bits");

    private DesignParameters() {}

    static void addTo(InspectorViewModel model) {
        model.group(Texts.get("inspector.cell.title"), bits(model), levels(model), gMin(model), gMax(model));
        model.group(Texts.get("inspector.signals.title"), companding(model));
        model.group(Texts.get("inspector.noise.title"), programmingNoise(model), readNoise(model));
        model.group(Texts.get("inspector.encoding.title"), polarity(model), slices(model));
        model.group(
                Texts.get("inspector.converters.title"),
                dac(model),
                cycleBits(model),
                adc(model),
                ranges(model),
                scaling(model));
        model.group(Texts.get("inspector.tile.title"), rows(model), columns(model));
        model.group(
                Texts.get("inspector.training.title"),
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
                Spec.whole(
                        Texts.get("inspector.cell.bits.name"),
                        "b_w",
                        BITS,
                        1,
                        Cell.MAX_BITS,
                        4,
                        Texts.get("inspector.cell.bits.help")),
                design -> Math.rint(cell(design).bits()),
                (design, value) -> withCell(design, 1 << value.intValue(), cell(design)));
    }

    private static NumberParameter levels(InspectorViewModel model) {
        return model.number(
                Spec.whole(
                                Texts.get("inspector.cell.levels.name"),
                                "L",
                                Unit.NONE,
                                2,
                                256,
                                16,
                                Texts.get("inspector.cell.levels.help"))
                        .logarithmic(),
                design -> cell(design).levels(),
                (design, value) -> withCell(design, value.intValue(), cell(design)));
    }

    private static NumberParameter gMin(InspectorViewModel model) {
        return model.number(
                conductance(
                        Texts.get("inspector.cell.lowest.name"),
                        "G_min",
                        50,
                        0.5,
                        Texts.get("inspector.cell.lowest.help")),
                design -> cell(design).gMinMicroSiemens(),
                (design, value) -> withCell(
                        design,
                        cell(design).levels(),
                        new Cell(2, value, cell(design).gMaxMicroSiemens())));
    }

    private static NumberParameter gMax(InspectorViewModel model) {
        return model.number(
                conductance(
                        Texts.get("inspector.cell.highest.name"),
                        "G_max",
                        200,
                        10,
                        Texts.get("inspector.cell.highest.help")),
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
                        Texts.get("inspector.noise.programming.name"),
                        "σ_w",
                        5,
                        Texts.get("inspector.noise.programming.help")),
                design -> design.hardware().noise().programmingSigma(),
                (design, value) -> design.withHardware(design.hardware()
                        .withNoise(new Noise(value, design.hardware().noise().readSigma()))));
    }

    private static NumberParameter readNoise(InspectorViewModel model) {
        return model.number(
                sigma(Texts.get("inspector.noise.read.name"), "σ_y", 0, Texts.get("inspector.noise.read.help")),
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
                        Texts.get("inspector.encoding.polarity.name"),
                        Texts.get("inspector.encoding.polarity.help"),
                        List.of(
                                new Option<>(
                                        Polarity.DIFFERENTIAL,
                                        Texts.get("inspector.encoding.differential.label"),
                                        Texts.get("inspector.encoding.differential.help")),
                                new Option<>(
                                        Polarity.POSITIVE,
                                        Texts.get("inspector.encoding.positive.label"),
                                        Texts.get("inspector.encoding.positive.help")),
                                new Option<>(
                                        Polarity.NEGATIVE,
                                        Texts.get("inspector.encoding.negative.label"),
                                        Texts.get("inspector.encoding.negative.help")),
                                new Option<>(
                                        Polarity.ROW_BLOCK,
                                        Texts.get("inspector.encoding.rowBlock.label"),
                                        Texts.get("inspector.encoding.rowBlock.help")),
                                new Option<>(
                                        Polarity.OFFSET,
                                        Texts.get("inspector.encoding.offset.label"),
                                        Texts.get("inspector.encoding.offset.help"))),
                        Polarity.DIFFERENTIAL),
                design -> design.hardware().polarity(),
                (design, value) -> design.withHardware(design.hardware().withPolarity(value)));
    }

    private static NumberParameter slices(InspectorViewModel model) {
        return model.number(
                Spec.whole(
                        Texts.get("inspector.encoding.slices.name"),
                        "S",
                        Unit.NONE,
                        1,
                        4,
                        1,
                        Texts.get("inspector.encoding.slices.help")),
                design -> design.hardware().slices(),
                (design, value) -> design.withHardware(design.hardware().withSlices(value.intValue())));
    }

    private static NumberParameter cycleBits(InspectorViewModel model) {
        return model.number(
                Spec.whole(
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

    private static NumberParameter dac(InspectorViewModel model) {
        return model.number(
                Spec.whole(
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

    private static NumberParameter adc(InspectorViewModel model) {
        return model.number(
                Spec.whole(
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

    private static ChoiceParameter<RangeSharing> ranges(InspectorViewModel model) {
        return model.choice(
                new ChoiceParameter<>(
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

    private static ChoiceParameter<DigitalScaling> scaling(InspectorViewModel model) {
        return model.choice(
                new ChoiceParameter<>(
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

    private static NumberParameter rows(InspectorViewModel model) {
        return model.number(
                Spec.whole(
                                Texts.get("inspector.tile.rows.name"),
                                "T_r",
                                Unit.NONE,
                                8,
                                4096,
                                128,
                                Texts.get("inspector.tile.rows.help"))
                        .logarithmic(),
                design -> design.hardware().tile().rows(),
                (design, value) -> withTile(
                        design, value.intValue(), design.hardware().tile().columns()));
    }

    private static NumberParameter columns(InspectorViewModel model) {
        return model.number(
                Spec.whole(
                                Texts.get("inspector.tile.columns.name"),
                                "T_c",
                                Unit.NONE,
                                8,
                                4096,
                                128,
                                Texts.get("inspector.tile.columns.help"))
                        .logarithmic(),
                design -> design.hardware().tile().columns(),
                (design, value) -> withTile(design, design.hardware().tile().rows(), value.intValue()));
    }

    private static NumberParameter floatEpochs(InspectorViewModel model) {
        return model.number(
                Spec.whole(
                                Texts.get("inspector.training.floatEpochs.name"),
                                "E_f",
                                Unit.NONE,
                                1,
                                1000,
                                20,
                                Texts.get("inspector.training.floatEpochs.help"))
                        .usually(1, 200),
                design -> design.recipe().floatEpochs(),
                (design, value) -> design.withRecipe(design.recipe()
                        .withEpochs(value.intValue(), design.recipe().hardwareEpochs())));
    }

    private static NumberParameter hardwareEpochs(InspectorViewModel model) {
        return model.number(
                Spec.whole(
                                Texts.get("inspector.training.hardwareEpochs.name"),
                                "E_h",
                                Unit.NONE,
                                0,
                                1000,
                                25,
                                Texts.get("inspector.training.hardwareEpochs.help"))
                        .usually(0, 200),
                design -> design.recipe().hardwareEpochs(),
                (design, value) -> design.withRecipe(
                        design.recipe().withEpochs(design.recipe().floatEpochs(), value.intValue())));
    }

    private static NumberParameter batch(InspectorViewModel model) {
        return model.number(
                Spec.whole(
                                Texts.get("inspector.training.batch.name"),
                                "B",
                                Unit.NONE,
                                1,
                                4096,
                                64,
                                Texts.get("inspector.training.batch.help"))
                        .logarithmic(),
                design -> design.recipe().batch(),
                (design, value) -> design.withRecipe(design.recipe().with(r -> r.batch = value.intValue())));
    }

    private static NumberParameter rate(InspectorViewModel model) {
        return model.number(
                new Spec(
                        Texts.get("inspector.training.rate.name"),
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
                        Texts.get("inspector.training.rate.help")),
                design -> design.recipe().hardwareLearningRate(),
                (design, value) -> design.withRecipe(design.recipe().with(r -> r.hardwareLearningRate = value)));
    }

    private static NumberParameter augmentation(InspectorViewModel model) {
        return model.number(
                share(
                        Texts.get("inspector.training.augmentation.name"),
                        "a",
                        0,
                        1,
                        0.5,
                        2,
                        0.05,
                        Texts.get("inspector.training.augmentation.help")),
                design -> design.recipe().augmentation(),
                (design, value) -> design.withRecipe(design.recipe().with(r -> r.augmentation = value)));
    }

    private static NumberParameter rotation(InspectorViewModel model) {
        return model.number(
                new Spec(
                        Texts.get("inspector.training.rotation.name"),
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
                        Texts.get("inspector.training.rotation.help")),
                design -> design.recipe().rotationDegrees(),
                (design, value) -> design.withRecipe(design.recipe().with(r -> r.rotationDegrees = value)));
    }

    private static NumberParameter averaging(InspectorViewModel model) {
        return model.number(
                share(
                        Texts.get("inspector.training.averaging.name"),
                        "β",
                        0,
                        0.9999,
                        0,
                        4,
                        0.01,
                        Texts.get("inspector.training.averaging.help")),
                design -> design.recipe().averaging(),
                (design, value) -> design.withRecipe(design.recipe().with(r -> r.averaging = value)));
    }

    private static NumberParameter companding(InspectorViewModel model) {
        return model.number(
                share(
                        Texts.get("inspector.signals.companding.name"),
                        "γ",
                        0.1,
                        1,
                        1,
                        2,
                        0.05,
                        Texts.get("inspector.signals.companding.help")),
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
                                Texts.get("inspector.training.seed.name"),
                                "s",
                                Unit.NONE,
                                -EXACT_WHOLE,
                                EXACT_WHOLE,
                                1,
                                Texts.get("inspector.training.seed.help"))
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
