package studio.crossbar.ui.common;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import studio.crossbar.design.Design;

/** Parameters in which designs differ, called as edits call them. */
public final class DesignDifferences {

    /**
     * A parameter.
     *
     * @param name in sentence case
     * @param values as they are written, one a design
     */
    public record Parameter(String name, List<String> values) {

        public Parameter {
            values = List.copyOf(values);
        }
    }

    private static final String NAME = "design.name";

    private DesignDifferences() {}

    /** Those that are not the same in all of {@code designs}, in the order of the first one's components; not the names. */
    public static List<Parameter> of(List<Design> designs) {
        if (designs.isEmpty()) {
            return List.of();
        }
        Map<String, @Nullable Object> first = new LinkedHashMap<>();
        List<Map<String, @Nullable Object>> others = new ArrayList<>();
        for (Design design : designs.subList(1, designs.size())) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            for (Differences.Change change : Differences.between("design", designs.getFirst(), design)) {
                first.putIfAbsent(change.path(), change.before());
                values.put(change.path(), change.after());
            }
            others.add(values);
        }
        first.remove(NAME);
        List<Parameter> parameters = new ArrayList<>();
        first.forEach((path, value) -> {
            String own = ValueNames.value(path, value);
            List<String> written = new ArrayList<>(List.of(own));
            others.forEach(values -> written.add(written(path, own, values)));
            parameters.add(new Parameter(ValueNames.name(path), written));
        });
        return parameters;
    }

    /** Where a whole list differs, nothing in it compares. */
    private static String written(String path, String own, Map<String, @Nullable Object> values) {
        if (values.containsKey(path)) {
            return ValueNames.value(path, values.get(path));
        }
        boolean within = values.keySet().stream()
                .anyMatch(other -> path.startsWith(other + "[") || path.startsWith(other + "."));
        return within ? Texts.get("common.difference.other") : own;
    }

    /** "ADC bits 6, Seed 3" for what {@code design} has otherwise than {@code reference}; empty if they do the same. */
    public static String inWords(Design reference, Design design, int most) {
        List<Parameter> parameters = of(List.of(reference, design));
        List<String> words = new ArrayList<>();
        IntStream.range(0, Math.min(most, parameters.size()))
                .mapToObj(parameters::get)
                .forEach(one -> words.add(Texts.format(
                        "common.difference.one", one.name(), one.values().getLast())));
        String text = String.join(", ", words);
        return parameters.size() > most ? Texts.format("common.difference.more", text, parameters.size() - most) : text;
    }
}
