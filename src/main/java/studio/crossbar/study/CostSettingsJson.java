package studio.crossbar.study;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.stream.Stream;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.json.JsonFields;
import studio.crossbar.json.JsonFormatException;
import studio.crossbar.json.JsonRecords;
import studio.crossbar.json.JsonText;

/** {@link CostSettings} in {@code project.json}; a field that is missing has its value of {@link CostSettings#STANDARD}. */
final class CostSettingsJson {

    private static final String NODE = "nodeNanometres";

    private CostSettingsJson() {}

    static CostSettings read(JsonFields parent, String name) throws JsonFormatException {
        String[] options = JsonRecords.fields(CostOptions.class);
        JsonFields json = parent.object(
                name, Stream.concat(Arrays.stream(options), Stream.of(NODE)).toArray(String[]::new));
        CostOptions read = JsonRecords.readOver(json, CostOptions.STANDARD);
        Double node = json.has(NODE) ? json.number(NODE) : null;
        return json.build(() -> new CostSettings(read, node));
    }

    static ObjectNode tree(CostSettings settings) {
        ObjectNode json = JsonRecords.tree(settings.options());
        if (settings.nodeNanometres() != null) {
            json.set(NODE, JsonText.number(settings.nodeNanometres()));
        }
        return json;
    }
}
