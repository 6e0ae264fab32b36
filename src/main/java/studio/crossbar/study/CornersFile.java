package studio.crossbar.study;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.device.Device;
import studio.crossbar.device.StuckRates;
import studio.crossbar.json.JsonFields;
import studio.crossbar.json.JsonFormatException;
import studio.crossbar.json.JsonRecords;
import studio.crossbar.json.JsonText;
import studio.crossbar.simulation.ChipTimes;
import studio.crossbar.simulation.Corner;
import studio.crossbar.simulation.tile.WireResistance;

/**
 * Corners that a project has beside the standard ones, in {@value #NAME} in its folder:
 *
 * <pre>{@code
 * {"schema": 1, "corners": [
 *   {"name": "hot, one year", "time": "1y", "celsius": 85, "noiseScale": 1.2,
 *    "stuckOn": 0.001, "stuckOff": 0.002, "wires": {"wordlineOhm": 1, "bitlineOhm": 1}}]}
 * }</pre>
 *
 * All but the name may be left out: age 0, room temperature, noise as it is, the device's stuck cells, the wires of the
 * options.
 */
public final class CornersFile {

    /** Name of the file. */
    public static final String NAME = "corners.json";

    private static final int SCHEMA = 1;

    private static final String[] FIELDS = {"name", "time", "celsius", "noiseScale", "stuckOn", "stuckOff", "wires"};

    private CornersFile() {}

    /**
     * The standard corners and then the project's.
     *
     * @throws JsonFormatException naming file, corner, field and remedy
     */
    public static List<Corner> all(Project project) throws JsonFormatException {
        List<Corner> corners = new ArrayList<>(Corner.STANDARD);
        Path file = project.folder().resolve(NAME);
        if (!Files.exists(file)) {
            return corners;
        }
        JsonFields json = JsonText.read(file, "schema", "corners");
        json.requireSchema(SCHEMA);
        for (JsonFields fields : json.objects("corners", FIELDS)) {
            Corner corner = corner(fields);
            if (corners.stream().anyMatch(other -> other.name().equals(corner.name()))) {
                throw fields.refused(
                        "name",
                        "\"" + corner.name() + "\" is the name of another corner",
                        "give each a name of its own");
            }
            corners.add(corner);
        }
        return corners;
    }

    /**
     * Replaces the project's file, whole or not at all.
     *
     * @param own corners beside the standard ones
     * @throws ProjectException if the folder cannot be written; the previous file is then still there
     */
    public static void write(Project project, List<Corner> own) throws ProjectException {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("schema", SCHEMA);
        ArrayNode corners = json.putArray("corners");
        own.forEach(corner -> corners.add(tree(corner)));
        try {
            AtomicFiles.write(project.folder().resolve(NAME), JsonText.write(json));
        } catch (IOException e) {
            throw Project.unwritable(project.folder(), e);
        }
    }

    /** Fields of a corner. */
    public static String[] fields() {
        return FIELDS.clone();
    }

    /** A corner as the file describes it, from an object that knows {@link #fields}. */
    public static Corner corner(JsonFields json) throws JsonFormatException {
        String name = json.text("name");
        String time = json.has("time") ? json.text("time") : "0";
        double celsius = number(json, "celsius", Device.ROOM_CELSIUS);
        double noise = number(json, "noiseScale", 1);
        StuckRates stuck = stuck(json, name);
        WireResistance wires = json.has("wires") ? JsonRecords.read(json, "wires", WireResistance.class) : null;
        return json.build(() -> new Corner(name, ChipTimes.parse(time), celsius, noise, stuck, wires));
    }

    private static @Nullable StuckRates stuck(JsonFields json, String name) throws JsonFormatException {
        if (!json.has("stuckOn") && !json.has("stuckOff")) {
            return null;
        }
        double on = number(json, "stuckOn", 0);
        double off = number(json, "stuckOff", 0);
        if (!(on >= 0 && off >= 0 && on + off <= 1)) {
            throw json.refused(
                    json.has("stuckOn") ? "stuckOn" : "stuckOff",
                    "shares of " + on + " and " + off + " are outside 0 … 1, alone or together",
                    "write shares of the cells, such as 0.001");
        }
        return json.build(() -> new StuckRates(on, off, "corner " + name));
    }

    /** A corner as the file describes it; two corners with equal trees are the same conditions. */
    public static ObjectNode tree(Corner corner) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", corner.name()).put("time", time(corner.seconds()));
        json.set("celsius", JsonText.number(corner.celsius()));
        json.set("noiseScale", JsonText.number(corner.noiseScale()));
        StuckRates stuck = corner.stuck();
        if (stuck != null) {
            json.set("stuckOn", JsonText.number(stuck.onRate()));
            json.set("stuckOff", JsonText.number(stuck.offRate()));
        }
        if (corner.wires() != null) {
            json.set("wires", JsonRecords.tree(corner.wires()));
        }
        return json;
    }

    /** An age as {@link ChipTimes#parse} reads it, the very same number of seconds. */
    private static String time(double seconds) {
        String text = ChipTimes.text(seconds).replace(" ", "");
        return ChipTimes.parse(text) == seconds ? text : seconds + "s";
    }

    private static double number(JsonFields json, String name, double otherwise) throws JsonFormatException {
        return json.has(name) ? json.number(name) : otherwise;
    }
}
