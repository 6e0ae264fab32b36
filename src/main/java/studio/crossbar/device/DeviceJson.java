package studio.crossbar.device;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import studio.crossbar.json.JsonFields;
import studio.crossbar.json.JsonFormatException;
import studio.crossbar.json.JsonRecords;
import studio.crossbar.json.JsonText;

/** Devices as JSON: a file of their own, or an object in another one. What a device has not is left out. */
public final class DeviceJson {

    /** Version of the format. */
    public static final int SCHEMA = 1;

    private static final String[] FIELDS = {
        "schema",
        "name",
        "title",
        "technology",
        "source",
        "range",
        "operation",
        "programming",
        "drift",
        "readNoise",
        "stuck",
        "retention"
    };

    private DeviceJson() {}

    /**
     * Reads a file that holds a device.
     *
     * @throws JsonFormatException if it holds none; the message names file, field and remedy
     */
    public static Device read(Path file) throws JsonFormatException {
        return device(JsonText.read(file, FIELDS));
    }

    /** As {@link #read(Path)}, from text; {@code file} is the name that refusals give. */
    public static Device parse(String file, String text) throws JsonFormatException {
        return device(JsonText.parse(file, text, FIELDS));
    }

    /** The device that the field {@code name} of a project or design holds. */
    public static Device read(JsonFields parent, String name) throws JsonFormatException {
        return device(parent.object(name, FIELDS));
    }

    /**
     * The device that the field {@code name} of a project or design holds or names: an object, the file of an edited copy
     * ("devices/mine.json"), or a preset ("rram-wan-2022").
     *
     * @param folder what a file's path is relative to
     */
    public static Device reference(JsonFields parent, String name, Path folder) throws JsonFormatException {
        return parent.isText(name) ? named(parent.text(name), folder) : read(parent, name);
    }

    /**
     * A device by what people call it: a path that ends with ".json", or the name of a preset.
     *
     * @param folder what a path is relative to
     * @throws JsonFormatException if there is none or it is no device
     */
    public static Device named(String device, Path folder) throws JsonFormatException {
        if (!device.endsWith(".json")) {
            return DevicePresets.of(device);
        }
        try {
            return read(folder.resolve(device));
        } catch (InvalidPathException e) {
            throw new JsonFormatException(device, "", "is no path", "name a file or a preset");
        }
    }

    private static Device device(JsonFields json) throws JsonFormatException {
        json.requireSchema(SCHEMA);
        String name = json.text("name");
        String title = json.text("title");
        Technology technology = json.choice("technology", Technology.class);
        String source = json.text("source");
        FittedRange range = range(json.object("range", JsonRecords.fields(FittedRange.class)));
        Operation operation = operation(json.object("operation", JsonRecords.fields(Operation.class)));
        Programming programming = programming(json.object("programming", JsonRecords.fields(Programming.class)));
        Drift drift = DriftJson.read(json, "drift");
        ReadNoise noise = readNoise(json.object("readNoise", JsonRecords.fields(ReadNoise.class)));
        StuckRates stuck = JsonRecords.read(json, "stuck", StuckRates.class);
        Retention retention = json.has("retention") ? JsonRecords.read(json, "retention", Retention.class) : null;
        return json.build(() -> new Device(
                name, title, technology, source, range, operation, programming, drift, noise, stuck, retention));
    }

    private static FittedRange range(JsonFields json) throws JsonFormatException {
        double gMin = json.number("gMinMicroSiemens");
        double gMax = json.number("gMaxMicroSiemens");
        double first = json.number("firstSeconds");
        double last = json.number("lastSeconds");
        int fewest = json.integer("fewestBits");
        int most = json.integer("mostBits");
        List<Double> table = json.has("tableMicroSiemens") ? json.numbers("tableMicroSiemens") : List.of();
        String note = json.text("note");
        return json.build(() -> new FittedRange(gMin, gMax, first, last, fewest, most, table, note));
    }

    private static Operation operation(JsonFields json) throws JsonFormatException {
        double readVolts = json.numberOrNaN("readVolts");
        double readPulse = json.numberOrNaN("readPulseNanoseconds");
        double writeVolts = json.numberOrNaN("writeVolts");
        double writePulse = json.numberOrNaN("writePulseNanoseconds");
        double writeEnergy = json.numberOrNaN("writeEnergyPicojoules");
        double area = json.numberOrNaN("cellAreaSquareFeatures");
        String source = json.text("source");
        return json.build(() -> new Operation(readVolts, readPulse, writeVolts, writePulse, writeEnergy, area, source));
    }

    private static Programming programming(JsonFields json) throws JsonFormatException {
        Curve cycle = CurveJson.read(json, "cycleToCycle");
        Curve device = CurveJson.read(json, "deviceToDevice");
        WriteVerify verify =
                json.has("verify") ? JsonRecords.read(json, "verify", WriteVerify.class) : WriteVerify.NONE;
        String source = json.text("source");
        return json.build(() -> new Programming(cycle, device, verify, source));
    }

    private static ReadNoise readNoise(JsonFields json) throws JsonFormatException {
        ReadNoise.Of of = json.choice("of", ReadNoise.Of.class);
        Curve sigma = CurveJson.read(json, "sigma");
        double reading = json.number("readSeconds");
        double since = json.number("sinceSeconds");
        String source = json.text("source");
        return json.build(() -> new ReadNoise(of, sigma, reading, since, source));
    }

    /** The device as a JSON object; {@link #read} gives the same device back. */
    public static ObjectNode tree(Device device) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("schema", SCHEMA)
                .put("name", device.name())
                .put("title", device.title())
                .put("technology", JsonFields.nameOf(device.technology()))
                .put("source", device.source());
        json.set("range", tree(device.range()));
        json.set("operation", tree(device.operation()));
        json.set("programming", tree(device.programming()));
        DriftJson.write(json, "drift", device.drift());
        json.set("readNoise", tree(device.readNoise()));
        json.set("stuck", JsonRecords.tree(device.stuck()));
        Retention retention = device.retention();
        if (retention != null) {
            json.set("retention", JsonRecords.tree(retention));
        }
        return json;
    }

    private static ObjectNode tree(FittedRange range) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("gMinMicroSiemens", JsonText.number(range.gMinMicroSiemens()));
        json.set("gMaxMicroSiemens", JsonText.number(range.gMaxMicroSiemens()));
        json.set("firstSeconds", JsonText.number(range.firstSeconds()));
        json.set("lastSeconds", JsonText.number(range.lastSeconds()));
        json.put("fewestBits", range.fewestBits()).put("mostBits", range.mostBits());
        if (!range.tableMicroSiemens().isEmpty()) {
            ArrayNode table = json.putArray("tableMicroSiemens");
            range.tableMicroSiemens().forEach(value -> table.add(JsonText.number(value)));
        }
        return json.put("note", range.note());
    }

    private static ObjectNode tree(Operation operation) {
        ObjectNode json = JsonRecords.tree(operation);
        for (RecordComponent component : Operation.class.getRecordComponents()) {
            if (json.path(component.getName()).isDouble()
                    && Double.isNaN(json.path(component.getName()).doubleValue())) {
                json.remove(component.getName());
            }
        }
        return json;
    }

    private static ObjectNode tree(Programming programming) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        CurveJson.write(json, "cycleToCycle", programming.cycleToCycle());
        CurveJson.write(json, "deviceToDevice", programming.deviceToDevice());
        if (!programming.verify().equals(WriteVerify.NONE)) {
            json.set("verify", JsonRecords.tree(programming.verify()));
        }
        return json.put("source", programming.source());
    }

    private static ObjectNode tree(ReadNoise noise) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("of", JsonFields.nameOf(noise.of()));
        CurveJson.write(json, "sigma", noise.sigma());
        json.set("readSeconds", JsonText.number(noise.readSeconds()));
        json.set("sinceSeconds", JsonText.number(noise.sinceSeconds()));
        return json.put("source", noise.source());
    }
}
