package studio.crossbar.design;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import studio.crossbar.data.Companding;
import studio.crossbar.device.DevicePresets;
import studio.crossbar.hardware.InputCoding;
import studio.crossbar.json.JsonFields;
import studio.crossbar.json.JsonFormatException;
import studio.crossbar.json.JsonRecords;
import studio.crossbar.json.JsonText;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.NetworkDraft;
import studio.crossbar.network.Shape;

/** A {@link Design} as a JSON file that people read and edit. */
public final class DesignJson {

    /** Version of the format. */
    public static final int SCHEMA = 1;

    /** Fields of a recipe that older files lack; they then train as they always did. */
    private static final Set<String> LATER_IN_RECIPE = Set.of(
            "bitRampEpochs",
            "optimiser",
            "momentum",
            "schedule",
            "weightClipping",
            "polarityStart",
            "device",
            "deviceSeconds");

    private static final String[] FIELDS = {"schema", "name", "seed", "network", "hardware", "companding", "recipe"};

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

    /** Reads the design in the field {@code name} of a larger file. */
    public static Design read(JsonFields parent, String name) throws JsonFormatException {
        return design(parent.object(name, FIELDS));
    }

    /** The whole design as indented JSON; {@link #parse} gives an equal one. */
    public static String write(Design design) {
        return JsonText.write(tree(design));
    }

    /** The whole design as a JSON object. */
    public static ObjectNode tree(Design design) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("schema", SCHEMA).put("name", design.name()).put("seed", design.seed());
        json.set("network", tree(design.network().input(), design.network().layers()));
        json.set("hardware", HardwareJson.tree(design.hardware()));
        if (!design.companding().equals(Companding.NONE)) {
            json.set("companding", JsonRecords.tree(design.companding()));
        }
        json.set("recipe", JsonRecords.tree(design.recipe()));
        return json;
    }

    private static Design design(JsonFields json) throws JsonFormatException {
        json.requireSchema(SCHEMA);
        String name = json.text("name");
        long seed = json.longInteger("seed");
        Network network = network(json.object("network", "input", "layers"));
        var hardware = HardwareJson.read(json.object("hardware", HardwareJson.FIELDS));
        Companding companding =
                json.has("companding") ? JsonRecords.read(json, "companding", Companding.class) : Companding.NONE;
        Recipe recipe = JsonRecords.read(json, "recipe", Recipe.standard(), LATER_IN_RECIPE);
        if (!recipe.device().isEmpty() && !DevicePresets.exists(recipe.device())) {
            throw json.refused(
                    "recipe.device",
                    "there is no such device as \"" + recipe.device() + "\"",
                    "choose one of " + String.join(", ", DevicePresets.names()));
        }
        return json.build(() -> new Design(name, network, hardware, companding, recipe, seed));
    }

    /** A drafted network as a JSON object. */
    public static ObjectNode tree(DraftedNetwork drafted) {
        ObjectNode json = tree(drafted.network().input(), drafted.network().layers());
        return json.put("inputs", JsonFields.nameOf(drafted.inputs()));
    }

    /** Reads the drafted network in the field {@code name} of a larger file. */
    public static DraftedNetwork drafted(JsonFields parent, String name) throws JsonFormatException {
        JsonFields json = parent.object(name, "input", "layers", "inputs");
        Shape input = input(json);
        return new DraftedNetwork(
                new NetworkDraft(input, LayerJson.ofDraft().read(json, "layers", input)),
                json.choice("inputs", InputCoding.class));
    }

    private static Network network(JsonFields json) throws JsonFormatException {
        Shape input = input(json);
        List<Layer> layers = LayerJson.ofNetwork().read(json, "layers", input);
        return json.build(() -> new Network(input, layers));
    }

    private static Shape input(JsonFields json) throws JsonFormatException {
        JsonFields inputFields = json.object("input", "channels", "length", "height", "width");
        int channels = inputFields.integer("channels");
        boolean image = inputFields.has("height");
        int height = image ? inputFields.integer("height") : 1;
        int width = inputFields.integer(image ? "width" : "length");
        return inputFields.build(() -> {
            Shape shape = new Shape(channels, height, width);
            shape.size();
            return shape;
        });
    }

    private static ObjectNode tree(Shape input, List<Layer> layers) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode inputJson = json.putObject("input").put("channels", input.channels());
        if (input.height() == 1) {
            inputJson.put("length", input.width());
        } else {
            inputJson.put("height", input.height()).put("width", input.width());
        }
        json.set("layers", LayerJson.tree(layers));
        return json;
    }
}
