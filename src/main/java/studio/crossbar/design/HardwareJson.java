package studio.crossbar.design;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Converters;
import studio.crossbar.hardware.DigitalScaling;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.InputCoding;
import studio.crossbar.hardware.Noise;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.RangeSharing;
import studio.crossbar.hardware.TileShape;
import studio.crossbar.json.JsonFields;
import studio.crossbar.json.JsonFormatException;
import studio.crossbar.json.JsonRecords;
import studio.crossbar.json.JsonText;

/** The analog choices as a JSON object. */
final class HardwareJson {

    static final String[] FIELDS = {"cell", "polarity", "converters", "tile", "ranges", "scaling", "inputs", "noise"};

    private HardwareJson() {}

    static Hardware read(JsonFields json) throws JsonFormatException {
        return new Hardware(
                cell(json.object("cell", "bits", "levels", "gMinMicroSiemens", "gMaxMicroSiemens")),
                json.choice("polarity", Polarity.class),
                JsonRecords.read(json, "converters", Converters.class),
                JsonRecords.read(json, "tile", TileShape.class),
                json.choice("ranges", RangeSharing.class),
                json.choice("scaling", DigitalScaling.class),
                json.choice("inputs", InputCoding.class),
                JsonRecords.read(json, "noise", Noise.class));
    }

    static ObjectNode tree(Hardware hardware) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        Cell cell = hardware.cell();
        ObjectNode cellJson = json.putObject("cell");
        if (Integer.bitCount(cell.levels()) == 1) {
            cellJson.put("bits", Integer.numberOfTrailingZeros(cell.levels()));
        } else {
            cellJson.put("levels", cell.levels());
        }
        cellJson.set("gMinMicroSiemens", JsonText.number(cell.gMinMicroSiemens()));
        cellJson.set("gMaxMicroSiemens", JsonText.number(cell.gMaxMicroSiemens()));
        json.put("polarity", JsonFields.nameOf(hardware.polarity()));
        json.set("converters", JsonRecords.tree(hardware.converters()));
        json.set("tile", JsonRecords.tree(hardware.tile()));
        json.put("ranges", JsonFields.nameOf(hardware.ranges()));
        json.put("scaling", JsonFields.nameOf(hardware.scaling()));
        json.put("inputs", JsonFields.nameOf(hardware.inputs()));
        json.set("noise", JsonRecords.tree(hardware.noise()));
        return json;
    }

    private static Cell cell(JsonFields json) throws JsonFormatException {
        if (json.has("bits") == json.has("levels")) {
            throw json.refused(
                    json.has("bits") ? "has both bits and levels" : "has neither bits nor levels",
                    "give bits (1 … " + Cell.MAX_BITS + ") or levels (2 … " + (1 << Cell.MAX_BITS) + ")");
        }
        double gMin = json.number("gMinMicroSiemens");
        double gMax = json.number("gMaxMicroSiemens");
        if (json.has("levels")) {
            int levels = json.integer("levels");
            return json.build(() -> new Cell(levels, gMin, gMax));
        }
        int bits = json.integer("bits");
        return json.build(() -> new Cell(Cell.ofBits(bits).levels(), gMin, gMax));
    }
}
