package studio.crossbar.design;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Converters;
import studio.crossbar.hardware.DigitalScaling;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.InputCoding;
import studio.crossbar.hardware.Noise;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.PolarityAssignment;
import studio.crossbar.hardware.PolarityMap;
import studio.crossbar.hardware.RangeSharing;
import studio.crossbar.hardware.TileShape;
import studio.crossbar.json.JsonFields;
import studio.crossbar.json.JsonFormatException;
import studio.crossbar.json.JsonRecords;
import studio.crossbar.json.JsonText;

/** The analog choices as a JSON object. */
final class HardwareJson {

    static final String[] FIELDS = {
        "cell", "slices", "polarity", "converters", "tile", "ranges", "scaling", "inputs", "noise"
    };

    private HardwareJson() {}

    static Hardware read(JsonFields json) throws JsonFormatException {
        Cell cell = cell(json.object("cell", "bits", "levels", "gMinMicroSiemens", "gMaxMicroSiemens"));
        PolarityAssignment polarity = json.isText("polarity")
                ? json.choice("polarity", Polarity.class)
                : map(json.object("polarity", "granularity", "channelGroups", "layers"));
        Converters converters = converters(json.object("converters", "dacBits", "adcBits", "inputCycleBits"));
        TileShape tile = JsonRecords.read(json, "tile", TileShape.class);
        RangeSharing ranges = json.choice("ranges", RangeSharing.class);
        DigitalScaling scaling = json.choice("scaling", DigitalScaling.class);
        InputCoding inputs = json.choice("inputs", InputCoding.class);
        Noise noise = JsonRecords.read(json, "noise", Noise.class);
        int slices = json.has("slices") ? json.integer("slices") : 1;
        return json.build(() -> new Hardware(cell, polarity, converters, tile, ranges, scaling, inputs, noise, slices));
    }

    private static PolarityMap map(JsonFields json) throws JsonFormatException {
        PolarityMap.Granularity granularity = json.choice("granularity", PolarityMap.Granularity.class);
        int channelGroups = json.has("channelGroups") ? json.integer("channelGroups") : 1;
        List<PolarityMap.LayerMap> layers = new ArrayList<>();
        for (JsonFields entry : json.objects("layers", "blocks")) {
            List<String> lines = entry.texts("blocks");
            layers.add(entry.build(() -> PolarityMap.LayerMap.parse(lines)));
        }
        return json.build(() -> new PolarityMap(granularity, channelGroups, layers));
    }

    private static Converters converters(JsonFields json) throws JsonFormatException {
        int dac = json.integer("dacBits");
        int adc = json.integer("adcBits");
        int cycle = json.has("inputCycleBits") ? json.integer("inputCycleBits") : dac;
        return json.build(() -> new Converters(dac, adc, cycle));
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
        if (hardware.slices() > 1) {
            json.put("slices", hardware.slices());
        }
        switch (hardware.polarity()) {
            case Polarity polarity -> json.put("polarity", JsonFields.nameOf(polarity));
            case PolarityMap map -> json.set("polarity", tree(map));
        }
        Converters converters = hardware.converters();
        ObjectNode convertersJson = json.putObject("converters")
                .put("dacBits", converters.dacBits())
                .put("adcBits", converters.adcBits());
        if (converters.inputCycleBits() != converters.dacBits()) {
            convertersJson.put("inputCycleBits", converters.inputCycleBits());
        }
        json.set("tile", JsonRecords.tree(hardware.tile()));
        json.put("ranges", JsonFields.nameOf(hardware.ranges()));
        json.put("scaling", JsonFields.nameOf(hardware.scaling()));
        json.put("inputs", JsonFields.nameOf(hardware.inputs()));
        json.set("noise", JsonRecords.tree(hardware.noise()));
        return json;
    }

    private static ObjectNode tree(PolarityMap map) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("granularity", JsonFields.nameOf(map.granularity()));
        if (map.channelGroups() > 1) {
            json.put("channelGroups", map.channelGroups());
        }
        ArrayNode layers = json.putArray("layers");
        for (PolarityMap.LayerMap layer : map.layers()) {
            ArrayNode blocks = layers.addObject().putArray("blocks");
            layer.text().forEach(blocks::add);
        }
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
