package studio.crossbar.ui.common;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import studio.crossbar.network.Extent;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Shape;

/** What the values of design and settings are called and how they are written, by their paths as {@link Differences} has them. */
final class ValueNames {

    /**
     * How a value is called and written.
     *
     * @param name in sentence case, as the inspector calls it
     * @param unit of its numbers
     */
    private record Label(String name, Unit unit) {}

    private static final Unit OHM = Unit.of("Ω");

    /** Values whose name is not that of their component. */
    private static final Map<String, Label> LABELS = Map.ofEntries(
            label("design.name", Texts.get("common.edit.value.designName")),
            label("design.network.input", Texts.get("common.edit.value.networkInput")),
            label("design.hardware.cell.levels", Texts.get("common.edit.value.levels")),
            label("design.hardware.cell.gMinMicroSiemens", Texts.get("common.edit.value.gMin"), Unit.MICROSIEMENS),
            label("design.hardware.cell.gMaxMicroSiemens", Texts.get("common.edit.value.gMax"), Unit.MICROSIEMENS),
            label("design.hardware.converters.dacBits", Texts.get("common.edit.value.dacBits")),
            label("design.hardware.converters.adcBits", Texts.get("common.edit.value.adcBits")),
            label("design.hardware.converters.inputCycleBits", Texts.get("common.edit.value.inputCycleBits")),
            label("design.hardware.tile.rows", Texts.get("common.edit.value.tileRows")),
            label("design.hardware.tile.columns", Texts.get("common.edit.value.tileColumns")),
            label("design.hardware.scaling", Texts.get("common.edit.value.scaling")),
            label("design.hardware.inputs", Texts.get("common.edit.value.inputs")),
            label(
                    "design.hardware.noise.programmingSigma",
                    Texts.get("common.edit.value.programmingSigma"),
                    Unit.PERCENT),
            label("design.hardware.noise.readSigma", Texts.get("common.edit.value.readSigma"), Unit.PERCENT),
            label("design.companding.exponent", Texts.get("common.edit.value.compandingExponent")),
            label("design.companding.floor", Texts.get("common.edit.value.compandingFloor")),
            label("design.recipe.hardwareLearningRate", Texts.get("common.edit.value.learningRate")),
            label("design.recipe.rotationDegrees", Texts.get("common.edit.value.rotation"), Unit.of("°")),
            label("design.recipe.schedule", Texts.get("common.edit.value.rateSchedule")),
            label("design.recipe.validationSubjects", Texts.get("common.edit.value.validation")),
            label("design.recipe.deviceSeconds", Texts.get("common.edit.value.driftTime"), Unit.of("s")),
            label("settings.draws", Texts.get("common.edit.value.draws")),
            label("settings.name", Texts.get("common.edit.value.projectName")),
            label("settings.cost.options.adc", Texts.get("common.edit.value.adcKind")),
            label("settings.cost.options.columnsPerAdc", Texts.get("common.edit.value.columnsPerAdc")),
            label("settings.cost.options.adaptation", Texts.get("common.edit.value.adaptation")),
            label("settings.cost.options.drive", Texts.get("common.edit.value.drive")),
            label("settings.cost.options.overlapped", Texts.get("common.edit.value.overlapped")),
            label("settings.cost.nodeNanometres", Texts.get("common.edit.value.node"), Unit.of("nm")),
            label("settings.wires.wordlineOhm", Texts.get("common.edit.value.wordline"), OHM),
            label("settings.wires.bitlineOhm", Texts.get("common.edit.value.bitline"), OHM));

    /** Path of the number of conductance levels, which is written in bits. */
    static final String LEVELS = "design.hardware.cell.levels";

    /** Most decimals of a number. */
    static final int DECIMALS = 6;

    private static final Pattern LAYER = Pattern.compile("design\\.network\\.layers\\[(\\d+)\\](.*)");
    private static final Pattern INDEXED = Pattern.compile("(\\w+)\\[(\\d+)\\]");

    private ValueNames() {}

    /** Unit that the numbers at {@code path} are written in. */
    static Unit unit(String path) {
        Label label = LABELS.get(path);
        return label == null ? Unit.NONE : label.unit();
    }

    /** How the value at {@code path} is written: with its unit, and for what takes more than a word how much there is of it. */
    static String value(String path, @Nullable Object value) {
        return switch (value) {
            case Integer levels
            when path.equals(LEVELS) && Integer.bitCount(levels) == 1 ->
                Texts.format("common.difference.cellBits", Integer.numberOfTrailingZeros(levels));
            case Number number -> unit(path).format(number.doubleValue(), DECIMALS);
            case List<?> list -> Texts.format("common.difference.entries", list.size());
            case null, default -> {
                String shown = shown(value);
                yield shown.isEmpty() ? Texts.get("common.difference.other") : shown;
            }
        };
    }

    /** What the value at {@code path} is called, such as "ADC bits". */
    static String name(String path) {
        Label label = LABELS.get(path);
        if (label != null) {
            return label.name();
        }
        Matcher layer = LAYER.matcher(path);
        if (layer.matches()) {
            int number = Integer.parseInt(layer.group(1)) + 1;
            String value = inLayer(layer.group(2));
            return value.isEmpty()
                    ? Texts.format("common.edit.layer", number)
                    : Texts.format("common.edit.layerValue", number, value);
        }
        return upperFirst(words(path.substring(path.lastIndexOf('.') + 1).replaceFirst("\\[.*", "")));
    }

    /** A value in a word or a number without unit; empty for one that takes more than a word. */
    static String shown(@Nullable Object value) {
        return switch (value) {
            case null -> Texts.get("common.edit.none");
            case Boolean flag -> flag ? Texts.get("common.edit.on") : Texts.get("common.edit.off");
            case Number number -> Unit.NONE.number(number.doubleValue(), DECIMALS);
            case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            case String text ->
                text.isBlank() ? Texts.get("common.edit.none") : Texts.format("common.edit.quoted", text);
            case Extent extent -> extent.toString();
            case Shape shape -> shape.toString();
            case Layer layer -> words(layer.getClass().getSimpleName());
            default -> "";
        };
    }

    /** ".body[0].kernel" as "body 1 kernel". */
    private static String inLayer(String path) {
        StringBuilder name = new StringBuilder();
        for (String part : path.split("\\.", -1)) {
            Matcher indexed = INDEXED.matcher(part);
            if (indexed.matches()) {
                name.append(' ').append(words(indexed.group(1))).append(' ');
                name.append(Integer.parseInt(indexed.group(2)) + 1);
            } else if (!part.isEmpty()) {
                name.append(' ').append(words(part));
            }
        }
        return name.toString().strip();
    }

    /** "weightDecay" as "weight decay". */
    private static String words(String camelCase) {
        return camelCase.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }

    private static String upperFirst(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static Map.Entry<String, Label> label(String path, String name) {
        return label(path, name, Unit.NONE);
    }

    private static Map.Entry<String, Label> label(String path, String name, Unit unit) {
        return Map.entry(path, new Label(Objects.requireNonNull(name), unit));
    }
}
