package studio.crossbar.study;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import studio.crossbar.json.JsonFields;
import studio.crossbar.json.JsonFormatException;
import studio.crossbar.json.JsonRecords;
import studio.crossbar.json.JsonText;
import studio.crossbar.simulation.AccuracyUnderNoise;
import studio.crossbar.simulation.AgeingCurve;
import studio.crossbar.simulation.tile.WireResistance;

/** Curves of ageing chips, in {@value #NAME} in the folder of the network that they are of, and gone with it. */
public final class AgeingFile {

    /** Name of the file. */
    public static final String NAME = "ageing.json";

    private static final int SCHEMA = 1;

    private AgeingFile() {}

    /**
     * Curves of the network that {@code store} read or wrote last, otherwise of the latest; empty if none was measured.
     *
     * @throws ProjectException naming file, field and remedy
     */
    public static List<AgeingCurve> read(ResultStore store) throws ProjectException {
        if (!store.hasTrained()) {
            return List.of();
        }
        try {
            Path file = store.evaluated().resolve(NAME);
            List<AgeingCurve> curves = new ArrayList<>();
            if (Files.exists(file)) {
                JsonFields json = JsonText.read(file, "schema", "curves");
                json.requireSchema(SCHEMA);
                for (JsonFields curve : json.objects("curves", "device", "driftCompensation", "wires", "ages")) {
                    curves.add(curve(curve));
                }
            }
            return curves;
        } catch (JsonFormatException e) {
            throw new ProjectException(e.getMessage() + ", or delete the file and measure again", e);
        }
    }

    private static AgeingCurve curve(JsonFields json) throws JsonFormatException {
        String device = json.text("device");
        boolean compensation = json.flag("driftCompensation");
        WireResistance wires = json.has("wires") ? JsonRecords.read(json, "wires", WireResistance.class) : null;
        List<AgeingCurve.Age> ages = new ArrayList<>();
        for (JsonFields age : json.objects("ages", "seconds", "accuracy")) {
            double seconds = age.number("seconds");
            List<Double> draws = age.numbers("accuracy");
            if (draws.stream().anyMatch(draw -> !(draw >= 0 && draw <= 1))) {
                throw age.refused("accuracy", "holds a number outside 0 … 1", "measure again");
            }
            ages.add(age.build(() -> new AgeingCurve.Age(seconds, new AccuracyUnderNoise(draws))));
        }
        return json.build(() -> new AgeingCurve(device, compensation, wires, ages));
    }

    /**
     * Replaces the file, whole or not at all.
     *
     * @throws ProjectException if a later training has replaced the network, or the disk refuses
     */
    public static void write(ResultStore store, List<AgeingCurve> curves) throws ProjectException {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("schema", SCHEMA);
        ArrayNode array = json.putArray("curves");
        curves.forEach(curve -> array.add(tree(curve)));
        store.keep(NAME, JsonText.write(json));
    }

    private static ObjectNode tree(AgeingCurve curve) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("device", curve.device())
                .put("driftCompensation", curve.driftCompensation());
        if (curve.wires() != null) {
            json.set("wires", JsonRecords.tree(curve.wires()));
        }
        ArrayNode ages = json.putArray("ages");
        for (AgeingCurve.Age age : curve.ages()) {
            ArrayNode draws = ages.addObject().put("seconds", age.seconds()).putArray("accuracy");
            age.accuracy().draws().forEach(draws::add);
        }
        return json;
    }
}
