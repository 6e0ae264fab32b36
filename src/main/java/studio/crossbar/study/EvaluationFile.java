package studio.crossbar.study;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.json.JsonFields;
import studio.crossbar.json.JsonFormatException;
import studio.crossbar.json.JsonRecords;
import studio.crossbar.json.JsonText;
import studio.crossbar.network.Network;
import studio.crossbar.simulation.AccuracyUnderNoise;
import studio.crossbar.simulation.WiredAccuracy;
import studio.crossbar.training.Confusion;

/** The file of an evaluation, which lies beside the files of its trained network. */
final class EvaluationFile {

    static final String NAME = "evaluation.json";

    private static final int SCHEMA = 1;

    private EvaluationFile() {}

    /**
     * Reads the evaluation of a design with {@code network}.
     *
     * @throws JsonFormatException if it cannot be read, or is one of another network
     */
    static StoredEvaluation read(Path file, Network network) throws JsonFormatException {
        JsonFields json = fields(file);
        return new StoredEvaluation(
                accuracy(json),
                confusion(json, network),
                json.has("wired") ? WiredAccuracyJson.read(json, "wired") : null,
                LayerActivityJson.read(json, "activity", network),
                JsonRecords.read(json, "dataset", DatasetSummary.class));
    }

    /** Accuracy under noise alone, for whatever network. */
    static AccuracyUnderNoise accuracy(Path file) throws JsonFormatException {
        return accuracy(fields(file));
    }

    private static JsonFields fields(Path file) throws JsonFormatException {
        JsonFields json = JsonText.read(file, "schema", "dataset", "accuracy", "confusion", "wired", "activity");
        json.requireSchema(SCHEMA);
        return json;
    }

    private static AccuracyUnderNoise accuracy(JsonFields json) throws JsonFormatException {
        List<Double> draws = json.numbers("accuracy");
        return json.build(() -> new AccuracyUnderNoise(draws));
    }

    private static @Nullable Confusion confusion(JsonFields json, Network network) throws JsonFormatException {
        Confusion confusion = ConfusionJson.read(json, "confusion");
        int classes = network.output().size();
        if (confusion != null && confusion.classes() != classes) {
            throw json.refused(
                    "confusion", confusion.classes() + " classes, but the design has " + classes, "evaluate again");
        }
        return confusion;
    }

    /** Text of the file. */
    static String text(StoredEvaluation evaluation) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("schema", SCHEMA);
        json.set("dataset", JsonRecords.tree(evaluation.dataset()));
        ArrayNode draws = json.putArray("accuracy");
        evaluation.accuracy().draws().forEach(draws::add);
        ConfusionJson.put(json, "confusion", evaluation.confusion());
        WiredAccuracy wired = evaluation.wired();
        if (wired != null) {
            json.set("wired", WiredAccuracyJson.tree(wired));
        }
        LayerActivityJson.put(json, "activity", evaluation.activity());
        return JsonText.write(json);
    }
}
