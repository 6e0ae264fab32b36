package studio.crossbar.design;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import studio.crossbar.json.JsonFields;
import studio.crossbar.json.JsonFormatException;
import studio.crossbar.json.JsonRecords;
import studio.crossbar.json.JsonText;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;

/** A {@link Design} as a JSON file that people read and edit. */
public final class DesignJson {

    /** Version of the format. */
    public static final int SCHEMA = 1;

    /** More do not fit the memory that training needs; a wrong figure in a file is likelier. */
    private static final long MOST_WEIGHTS = 50_000_000;

    private static final String[] FIELDS = {"schema", "name", "seed", "network", "hardware", "recipe"};

    private DesignJson() {}

    /**
     * Reads a design.
     *
     * @throws JsonFormatException naming file, field, value, range and remedy
     */
    public static Design read(Path file) throws JsonFormatException {
        return design(JsonText.read(file, FIELDS));
    }

    /** Parses {@code text}; {@code file} is the name that refusals give. */
    public static Design parse(String file, String text) throws JsonFormatException {
        return design(JsonText.parse(file, text, FIELDS));
    }

    /** The whole design as indented JSON; {@link #parse} gives an equal one. */
    public static String write(Design design) {
        return JsonText.write(tree(design));
    }

    /** The whole design as a JSON object. */
    public static ObjectNode tree(Design design) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("schema", SCHEMA).put("name", design.name()).put("seed", design.seed());
        json.set("network", tree(design.network()));
        json.set("hardware", HardwareJson.tree(design.hardware()));
        json.set("recipe", JsonRecords.tree(design.recipe()));
        return json;
    }

    private static Design design(JsonFields json) throws JsonFormatException {
        json.requireSchema(SCHEMA);
        String name = json.text("name");
        long seed = json.longInteger("seed");
        Network network = network(json.object("network", "input", "layers"));
        var hardware = HardwareJson.read(json.object("hardware", HardwareJson.FIELDS));
        Recipe recipe = JsonRecords.read(json, "recipe", Recipe.class);
        return json.build(() -> new Design(name, network, hardware, recipe, seed));
    }

    private static Network network(JsonFields json) throws JsonFormatException {
        JsonFields inputFields = json.object("input", "channels", "length");
        int channels = inputFields.integer("channels");
        int length = inputFields.integer("length");
        Shape input = inputFields.build(() -> {
            Shape shape = new Shape(channels, length);
            shape.size();
            return shape;
        });
        List<Layer> layers = new ArrayList<>();
        Shape at = input;
        long weights = 0;
        for (JsonFields entry : json.objects("layers", "type", "outputs", "kernel", "stride", "padding")) {
            Layer layer = layer(entry);
            Shape before = at;
            at = entry.build(() -> layer.output(before));
            weights += entry.build(() -> weights(layer, before));
            if (weights > MOST_WEIGHTS) {
                throw entry.refused(
                        "brings the network to " + weights + " weights, more than " + MOST_WEIGHTS,
                        "use fewer outputs, a smaller kernel or a smaller input");
            }
            layers.add(layer);
        }
        return json.build(() -> new Network(input, layers));
    }

    private static long weights(Layer layer, Shape input) {
        return layer instanceof Layer.Weighted weighted ? (long) weighted.rows(input) * weighted.outputs() : 0;
    }

    private static Layer layer(JsonFields json) throws JsonFormatException {
        String type = json.text("type");
        switch (type) {
            case "conv1d" -> {
                JsonFields conv = json.knowing("type", "outputs", "kernel", "stride", "padding");
                int outputs = conv.integer("outputs");
                int kernel = conv.integer("kernel");
                int stride = conv.integer("stride");
                int padding = conv.integer("padding");
                return conv.build(() -> new Layer.Conv1d(outputs, kernel, stride, padding));
            }
            case "dense" -> {
                JsonFields dense = json.knowing("type", "outputs");
                int outputs = dense.integer("outputs");
                return dense.build(() -> new Layer.Dense(outputs));
            }
            case "meanOverTime" -> {
                json.knowing("type");
                return new Layer.MeanOverTime();
            }
            case "relu" -> {
                json.knowing("type");
                return new Layer.Relu();
            }
            case "concatRelu" -> {
                json.knowing("type");
                return new Layer.ConcatRelu();
            }
            default ->
                throw json.refused(
                        "type",
                        "\"" + type + "\" is none of conv1d, dense, meanOverTime, relu, concatRelu",
                        "choose one of them");
        }
    }

    private static ObjectNode tree(Network network) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putObject("input")
                .put("channels", network.input().channels())
                .put("length", network.input().length());
        ArrayNode layers = json.putArray("layers");
        for (Layer layer : network.layers()) {
            ObjectNode entry = layers.addObject();
            switch (layer) {
                case Layer.Conv1d conv ->
                    entry.put("type", "conv1d")
                            .put("outputs", conv.outputs())
                            .put("kernel", conv.kernel())
                            .put("stride", conv.stride())
                            .put("padding", conv.padding());
                case Layer.Dense dense -> entry.put("type", "dense").put("outputs", dense.outputs());
                case Layer.MeanOverTime _ -> entry.put("type", "meanOverTime");
                case Layer.Relu _ -> entry.put("type", "relu");
                case Layer.ConcatRelu _ -> entry.put("type", "concatRelu");
            }
        }
        return json;
    }
}
