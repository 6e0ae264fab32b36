package studio.crossbar.ui.common;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.crossbar.ui.common.Differences.Change;

/** What an edit is called, from the values that it changed: "Cell bits 2 → 4". */
final class EditNames {

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

    private static final String DESIGN_NAME = "design.name";

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
                    ValueNames.name(leading.getFirst().path()),
                    lowerFirst(ValueNames.name(leading.getLast().path())));
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
        if (change.path().equals(ValueNames.LEVELS)
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
        Unit unit = ValueNames.unit(change.path());
        String name = ValueNames.name(change.path());
        if (change.before() instanceof Number from && change.after() instanceof Number to) {
            return changed(
                    name,
                    unit.number(from.doubleValue(), ValueNames.DECIMALS),
                    unit.format(to.doubleValue(), ValueNames.DECIMALS));
        }
        String before = ValueNames.shown(change.before());
        String after = ValueNames.shown(change.after());
        return before.isEmpty() || after.isEmpty() ? name : changed(name, before, after);
    }

    private static String changed(String name, String before, String after) {
        return Texts.format("common.edit.changed", name, before, after);
    }

    private static String listEdit(String path, List<?> before, List<?> after) {
        if (!path.equals("design.network.layers")) {
            return ValueNames.name(path);
        }
        List<?> longer = before.size() > after.size() ? before : after;
        List<?> shorter = before.size() > after.size() ? after : before;
        int at = 0;
        while (at < shorter.size() && longer.get(at).equals(shorter.get(at))) {
            at++;
        }
        if (longer.size() - shorter.size() == 1
                && longer.subList(at + 1, longer.size()).equals(shorter.subList(at, shorter.size()))) {
            String layer = ValueNames.shown(longer.get(at));
            return after.size() > before.size()
                    ? Texts.format("common.edit.layerAdded", at + 1, layer)
                    : Texts.format("common.edit.layerRemoved", at + 1, layer);
        }
        return Texts.format("common.edit.layers", before.size(), after.size());
    }

    /** Abbreviations such as "ADC bits" stay as they are. */
    private static String lowerFirst(String text) {
        return text.length() > 1 && Character.isUpperCase(text.charAt(1))
                ? text
                : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
