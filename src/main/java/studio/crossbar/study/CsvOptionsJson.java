package studio.crossbar.study;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import studio.crossbar.data.CsvOptions;
import studio.crossbar.json.JsonFields;
import studio.crossbar.json.JsonFormatException;

/** {@link CsvOptions} in {@code project.json}; a field that is missing is found out from the file. */
final class CsvOptionsJson {

    private CsvOptionsJson() {}

    static CsvOptions read(JsonFields parent, String name) throws JsonFormatException {
        JsonFields json = parent.object(name, "delimiter", "header", "label", "subject", "missing");
        String delimiter = text(json, "delimiter");
        if (delimiter != null && delimiter.length() != 1) {
            throw json.refused("delimiter", "\"" + delimiter + "\" is not one character", "give one, such as \";\"");
        }
        Character character = delimiter == null ? null : delimiter.charAt(0);
        Boolean header = json.has("header") ? json.flag("header") : null;
        String label = text(json, "label");
        String subject = text(json, "subject");
        CsvOptions.Missing missing =
                json.has("missing") ? json.choice("missing", CsvOptions.Missing.class) : CsvOptions.Missing.REFUSE;
        return json.build(() -> new CsvOptions(character, header, label, subject, missing));
    }

    private static @Nullable String text(JsonFields json, String name) throws JsonFormatException {
        return json.has(name) ? json.text(name) : null;
    }

    static ObjectNode tree(CsvOptions options) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (options.delimiter() != null) {
            json.put("delimiter", String.valueOf(options.delimiter()));
        }
        if (options.header() != null) {
            json.put("header", options.header());
        }
        if (options.label() != null) {
            json.put("label", options.label());
        }
        if (options.subject() != null) {
            json.put("subject", options.subject());
        }
        return json.put("missing", JsonFields.nameOf(options.missing()));
    }
}
