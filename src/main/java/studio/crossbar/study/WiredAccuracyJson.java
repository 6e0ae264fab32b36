package studio.crossbar.study;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import studio.crossbar.json.JsonFields;
import studio.crossbar.json.JsonFormatException;
import studio.crossbar.json.JsonRecords;
import studio.crossbar.simulation.AccuracyUnderNoise;
import studio.crossbar.simulation.WireError;
import studio.crossbar.simulation.WiredAccuracy;
import studio.crossbar.simulation.tile.WireResistance;

/** Accuracies with IR drop in a stored evaluation. */
final class WiredAccuracyJson {

    private WiredAccuracyJson() {}

    static WiredAccuracy read(JsonFields parent, String name) throws JsonFormatException {
        JsonFields json = parent.object(name, "wires", "accuracy", "error");
        WireResistance wires = JsonRecords.read(json, "wires", WireResistance.class);
        List<Double> draws = json.numbers("accuracy");
        WireError error = JsonRecords.read(json, "error", WireError.class);
        return json.build(() -> new WiredAccuracy(wires, new AccuracyUnderNoise(draws), error));
    }

    static ObjectNode tree(WiredAccuracy wired) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("wires", JsonRecords.tree(wired.wires()));
        ArrayNode draws = json.putArray("accuracy");
        wired.accuracy().draws().forEach(draws::add);
        json.set("error", JsonRecords.tree(wired.error()));
        return json;
    }
}
