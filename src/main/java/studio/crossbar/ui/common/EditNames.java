package studio.crossbar.ui.common;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import studio.crossbar.ui.common.Differences.Change;

/** What an edit is called, from the values that it changed: "Cell bits 2 → 4". */
final class EditNames {

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
            label("design.recipe.deviceSeconds", Texts.get("common.edit.value.driftTime"), Unit.of("s")),
            label("settings.name", Texts.get("common.edit.value.projectName")),
            label("settings.cost.options.adc", Texts.get("common.edit.value.adcKind")),
            label("settings.cost.options.columnsPerAdc", Texts.get("common.edit.value.columnsPerAdc")),
            label("settings.cost.options.adaptation", Texts.get("common.edit.value.adaptation")),
            label("settings.cost.options.drive", Texts.get("common.edit.value.drive")),
            label("settings.cost.options.overlapped", Texts.get("common.edit.value.overlapped")),
            label("settings.cost.nodeNanometres", Texts.get("common.edit.value.node"), Unit.of("nm")),
            label("settings.wires.wordlineOhm", Texts.get("common.edit.value.wordline"), OHM),
            label("settings.wires.bitlineOhm", Texts.get("common.edit.value.bitline"), OHM));

    /** What an edit of several values is called if all of them lie there. */
    private static final Map<String, String> GROUPS = Map.of(
            "design.network", Texts.get("common.edit.group.network"),
            "design.hardware", Texts.get("common.edit.group.hardware"),
            "design.recipe", Texts.get("common.edit.group.recipe"),
            "settings.cost", Texts.get("common.edit.group.cost"),
            "settings.wires", Texts.get("common.edit.group.wires"),
            "design.hardware.polarity", Texts.get("common.edit.group.polarity"));

    /** Values that follow another one where both change. */
    private static final Map<String, String> FOLLOWERS = Map.of(
            "design.recipe.rampEpochs", "design.recipe.hardwareEpochs",
            "design.recipe.bitRampEpochs", "design.recipe.hardwareEpochs",
            "design.hardware.converters.inputCycleBits", "design.hardware.converters.dacBits",
            "design.network.input", "design.hardware.inputs");

    private static final String LEVELS = "design.hardware.cell.levels";
    private static final String DESIGN_NAME = "design.name";
    private static final Pattern LAYER = Pattern.compile("design\\.network\\.layers\\[(\\d+)\\](.*)");
    private static final int DECIMALS = 6;

    private EditNames() {}

    /** Name of the edit that made {@code changes}, at least one. */
    static String of(List<Change> changes) {
        List<Change> leading =
                changes.stream().filter(change -> leads(change, changes)).toList();
        if (leading.size() == 1) {
            return of(leading.getFirst());
        }
        Change name = find(DESIGN_NAME, leading);
        if (name != null) {
            return Texts.format("common.edit.renamed", String.valueOf(name.after()));
        }
        if (leading.size() == 2) {
            return Texts.format(
                    "common.edit.two",
                    name(leading.getFirst().path()),
                    lowerFirst(name(leading.getLast().path())));
        }
        return GROUPS.entrySet().stream()
                .filter(group ->
                        leading.stream().allMatch(change -> change.path().startsWith(group.getKey())))
                .max(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .orElseGet(() -> Texts.format("common.edit.several", leading.size()));
    }

    private static boolean leads(Change change, List<Change> changes) {
        String leader = FOLLOWERS.get(change.path());
        return leader == null || find(leader, changes) == null;
    }

    private static @Nullable Change find(String path, List<Change> changes) {
        return changes.stream()
                .filter(change -> change.path().equals(path))
                .findFirst()
                .orElse(null);
    }

    private static String of(Change change) {
        if (change.path().equals(LEVELS)
                && change.before() instanceof Integer before
                && change.after() instanceof Integer after
                && Integer.bitCount(before) == 1
                && Integer.bitCount(after) == 1) {
            return Texts.format(
                    "common.edit.cellBits",
                    Integer.numberOfTrailingZeros(before),
                    Integer.numberOfTrailingZeros(after));
        }
        if (change.before() instanceof List<?> before && change.after() instanceof List<?> after) {
            return listEdit(change.path(), before, after);
        }
        Label label = LABELS.get(change.path());
        Unit unit = label == null ? Unit.NONE : label.unit();
        String name = name(change.path());
        if (change.before() instanceof Number from && change.after() instanceof Number to) {
            return changed(name, unit.number(from.doubleValue(), DECIMALS), unit.format(to.doubleValue(), DECIMALS));
        }
        String before = shown(change.before());
        String after = shown(change.after());
        return before.isEmpty() || after.isEmpty() ? name : changed(name, before, after);
    }

    private static String changed(String name, String before, String after) {
        return Texts.format("common.edit.changed", name, before, after);
    }

    private static String listEdit(String path, List<?> before, List<?> after) {
        if (!path.equals("design.network.layers")) {
            return name(path);
        }
        List<?> longer = before.size() > after.size() ? before : after;
        List<?> shorter = before.size() > after.size() ? after : before;
        int at = 0;
        while (at < shorter.size() && longer.get(at).equals(shorter.get(at))) {
            at++;
        }
        if (longer.size() - shorter.size() == 1
                && longer.subList(at + 1, longer.size()).equals(shorter.subList(at, shorter.size()))) {
            String layer = shown(longer.get(at));
            return after.size() > before.size()
                    ? Texts.format("common.edit.layerAdded", at + 1, layer)
                    : Texts.format("common.edit.layerRemoved", at + 1, layer);
        }
        return Texts.format("common.edit.layers", before.size(), after.size());
    }

    /** Empty for a value that takes more than a word. */
    private static String shown(@Nullable Object value) {
        return switch (value) {
            case null -> Texts.get("common.edit.none");
            case Boolean flag -> flag ? Texts.get("common.edit.on") : Texts.get("common.edit.off");
            case Number number -> Unit.NONE.number(number.doubleValue(), DECIMALS);
            case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            case String text ->
                text.isBlank() ? Texts.get("common.edit.none") : Texts.format("common.edit.quoted", text);
            case studio.crossbar.network.Extent extent -> extent.toString();
            case studio.crossbar.network.Shape shape -> shape.toString();
            case studio.crossbar.network.Layer layer -> words(layer.getClass().getSimpleName());
            default -> "";
        };
    }

    /** How the value at {@code path} is written: with its unit, and for what takes more than a word how much there is of it. */
    static String value(String path, @Nullable Object value) {
        Label label = LABELS.get(path);
        return switch (value) {
            case Integer levels
            when path.equals(LEVELS) && Integer.bitCount(levels) == 1 ->
                Texts.format("common.difference.cellBits", Integer.numberOfTrailingZeros(levels));
            case Number number -> (label == null ? Unit.NONE : label.unit()).format(number.doubleValue(), DECIMALS);
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

    /** ".body[0].kernel" as "body 1 kernel". */
    private static String inLayer(String path) {
        StringBuilder name = new StringBuilder();
        for (String part : path.split("\\.", -1)) {
            Matcher indexed = Pattern.compile("(\\w+)\\[(\\d+)\\]").matcher(part);
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

    /** Abbreviations such as "ADC bits" stay as they are. */
    private static String lowerFirst(String text) {
        return text.length() > 1 && Character.isUpperCase(text.charAt(1))
                ? text
                : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    private static Map.Entry<String, Label> label(String path, String name) {
        return label(path, name, Unit.NONE);
    }

    private static Map.Entry<String, Label> label(String path, String name, Unit unit) {
        return Map.entry(path, new Label(Objects.requireNonNull(name), unit));
    }
}
