package studio.crossbar.search;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.json.JsonFields;
import studio.crossbar.json.JsonFormatException;
import studio.crossbar.json.JsonText;

/**
 * A {@link SearchSpace} as JSON:
 *
 * <pre>
 * { "schema": 1,
 *   "parameters": [ { "name": "depth", "values": [2, 3] },
 *                   { "name": "width3", "values": [16, 32], "when": { "parameter": "depth", "values": [3] } } ],
 *   "constraints": [ { "metric": "area", "limit": 0.2 } ] }
 * </pre>
 */
public final class SearchSpaceJson {

    /** Names of the spaces that the application carries. */
    public static final List<String> BUNDLED = List.of("har", "har-reduced", "cifar");

    private static final int SCHEMA = 1;
    private static final String[] FIELDS = {"schema", "parameters", "constraints"};

    private SearchSpaceJson() {}

    /**
     * Reads a space.
     *
     * @throws JsonFormatException naming file, field or parameter, value and what is allowed
     */
    public static SearchSpace read(Path file) throws JsonFormatException {
        return space(JsonText.read(file, FIELDS));
    }

    /** Parses {@code text}; {@code file} is the name that refusals give. */
    public static SearchSpace parse(String file, String text) throws JsonFormatException {
        return space(JsonText.parse(file, text, FIELDS));
    }

    /**
     * A space of the application: {@code assets/search/<name>.json} under the working directory, where users edit it,
     * otherwise the copy that the application carries.
     *
     * @throws JsonFormatException if there is none of that name; the message names all
     */
    public static SearchSpace bundled(String name) throws JsonFormatException {
        String file = "assets/search/" + name + ".json";
        if (!BUNDLED.contains(name)) {
            throw new JsonFormatException(
                    file,
                    "",
                    "is no space that the application carries",
                    "choose one of " + String.join(", ", BUNDLED));
        }
        Path edited = Path.of(file);
        if (Files.isRegularFile(edited)) {
            return read(edited);
        }
        try (InputStream in = SearchSpaceJson.class.getResourceAsStream("/" + file)) {
            if (in == null) {
                throw new JsonFormatException(file, "", "is missing", "install the application anew");
            }
            return parse(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (JsonFormatException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SearchSpace space(JsonFields json) throws JsonFormatException {
        json.requireSchema(SCHEMA);
        List<Parameter> parameters = new ArrayList<>();
        for (JsonFields field : json.objects("parameters", "name", "values", "when")) {
            String name = field.text("name");
            List<String> values = field.scalars("values");
            Condition condition = condition(field);
            parameters.add(field.build(() -> new Parameter(name, values, condition)));
        }
        List<Constraint> constraints = new ArrayList<>();
        if (json.has("constraints")) {
            for (JsonFields field : json.objects("constraints", "metric", "limit")) {
                String label = field.text("metric");
                double limit = field.number("limit");
                constraints.add(field.build(() -> new Constraint(Metric.labelled(label), limit)));
            }
        }
        return json.build(() -> new SearchSpace(parameters, constraints));
    }

    private static @Nullable Condition condition(JsonFields json) throws JsonFormatException {
        if (!json.has("when")) {
            return null;
        }
        JsonFields when = json.object("when", "parameter", "values");
        String parameter = when.text("parameter");
        List<String> values = when.scalars("values");
        return when.build(() -> new Condition(parameter, values));
    }

    /** The space as indented JSON; {@link #parse} gives an equal one. */
    public static String write(SearchSpace space) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("schema", SCHEMA);
        ArrayNode parameters = json.putArray("parameters");
        for (Parameter parameter : space.parameters()) {
            ObjectNode entry = parameters.addObject().put("name", parameter.name());
            put(entry.putArray("values"), parameter.values());
            Condition condition = parameter.condition();
            if (condition != null) {
                ObjectNode when = entry.putObject("when").put("parameter", condition.parameter());
                put(when.putArray("values"), condition.values());
            }
        }
        ArrayNode constraints = json.putArray("constraints");
        for (Constraint constraint : space.constraints()) {
            constraints
                    .addObject()
                    .put("metric", constraint.metric().label())
                    .set("limit", JsonText.number(constraint.limit()));
        }
        return JsonText.write(json);
    }

    /** Numbers and flags are written as such. */
    private static void put(ArrayNode array, List<String> values) {
        for (String value : values) {
            if (value.equals("true") || value.equals("false")) {
                array.add(Boolean.parseBoolean(value));
            } else if (value.matches("-?\\d+(\\.\\d+)?")) {
                array.add(JsonText.number(Double.parseDouble(value)));
            } else {
                array.add(value);
            }
        }
    }
}
