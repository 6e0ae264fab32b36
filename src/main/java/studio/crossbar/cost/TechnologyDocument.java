package studio.crossbar.cost;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import studio.crossbar.json.JsonText;

/**
 * A technology file as it is written, to be edited: every constant at the node that it was published for. A document is
 * always valid; an edit is checked by the reader of the file and gives another document.
 */
public final class TechnologyDocument {

    /**
     * A constant and its place.
     *
     * @param path dotted, as refusals name it, such as {@code columns.adcs.SAR.rows[4].area}
     * @param name the same for people: a row by its resolution, {@code columns › SAR › 8 bits › area}
     * @param quantity as written, not scaled
     */
    public record Constant(String path, String name, Quantity quantity) {}

    private final String file;
    private final ObjectNode tree;
    private final Technology technology;

    private TechnologyDocument(String file, ObjectNode tree, Technology technology) {
        this.file = file;
        this.tree = tree;
        this.technology = technology;
    }

    /**
     * A document from text.
     *
     * @param file name for messages
     * @throws TechnologyException if it is no valid technology file
     */
    public static TechnologyDocument parse(String file, String json) throws TechnologyException {
        Technology technology = Technology.parse(file, json);
        return new TechnologyDocument(file, TechnologyFiles.tree(json), technology);
    }

    /**
     * Reads a file.
     *
     * @throws TechnologyException if it is no valid technology file; the message names file, field and remedy
     * @throws IOException if it cannot be read
     */
    public static TechnologyDocument read(Path file) throws IOException {
        return TechnologyFiles.document(file);
    }

    /**
     * The file that {@link Technology#bundled} reads.
     *
     * @throws TechnologyException if there is none of that name or it is not valid
     * @throws IOException if it cannot be read
     */
    public static TechnologyDocument bundled(String name) throws IOException {
        return TechnologyFiles.bundledDocument(name);
    }

    /** Where it was read, for people. */
    public String file() {
        return file;
    }

    /** The unit costs, at one node. */
    public Technology technology() {
        return technology;
    }

    /** All constants in the order of the file. */
    public List<Constant> constants() {
        List<Constant> constants = new ArrayList<>();
        collect(tree, "", "", constants);
        return List.copyOf(constants);
    }

    private static void collect(JsonNode node, String path, String name, List<Constant> constants) {
        if (node.has("value") && node.has("unit")) {
            constants.add(new Constant(path, name, TechnologyFiles.quantity(node)));
            return;
        }
        node.properties()
                .forEach(field -> collect(
                        field.getValue(),
                        path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                        plain(field.getKey(), field.getValue()) ? name : joined(name, field.getKey()),
                        constants));
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                JsonNode element = node.get(i);
                collect(
                        element,
                        path + "[" + i + "]",
                        joined(name, element.path("bits").asText() + " bits"),
                        constants);
            }
        }
    }

    /** Whether a field only holds what has names of its own. */
    private static boolean plain(String field, JsonNode content) {
        return field.equals("adcs") || field.equals("rows") && content.isArray();
    }

    private static String joined(String name, String last) {
        return name.isEmpty() ? last : name + " › " + last;
    }

    /**
     * The document with another value of a constant.
     *
     * @param path of one of {@link #constants}
     * @throws TechnologyException if the value is impossible; its field begins with {@code path}
     */
    public TechnologyDocument withValue(String path, double value) throws TechnologyException {
        return edited(path, constant -> constant.set("value", JsonText.number(value)));
    }

    /** The same with another valid range of a constant. */
    public TechnologyDocument withRange(String path, double low, double high) throws TechnologyException {
        return edited(path, constant -> {
            constant.set("low", JsonText.number(low));
            constant.set("high", JsonText.number(high));
        });
    }

    /** The same with another source of a constant. */
    public TechnologyDocument withSource(String path, String source) throws TechnologyException {
        return edited(path, constant -> constant.put("source", source));
    }

    private TechnologyDocument edited(String path, java.util.function.Consumer<ObjectNode> edit)
            throws TechnologyException {
        ObjectNode copy = tree.deepCopy();
        JsonNode constant =
                copy.at("/" + path.replace('.', '/').replace("[", "/").replace("]", ""));
        if (!(constant instanceof ObjectNode object) || !object.has("value")) {
            throw new IllegalArgumentException("path: \"" + path + "\" is no constant of " + file);
        }
        edit.accept(object);
        return parse(file, JsonText.write(copy));
    }

    /** The file's text. */
    public String text() {
        return JsonText.write(tree);
    }
}
