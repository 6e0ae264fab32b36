package studio.crossbar.study;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.design.Design;
import studio.crossbar.design.DesignJson;
import studio.crossbar.json.JsonFields;
import studio.crossbar.json.JsonFormatException;
import studio.crossbar.json.JsonRecords;
import studio.crossbar.json.JsonText;
import studio.crossbar.simulation.AccuracyUnderNoise;
import studio.crossbar.training.Epoch;

/** A {@link RunRecord} as a file, whose name is the run's identity; numbers that are none are left out. */
final class RunJson {

    private static final int SCHEMA = 1;
    private static final String[] FIELDS = {
        "schema", "ended", "dataset", "floatAccuracy", "accuracy", "design", "epochs"
    };
    private static final String[] EPOCH = {"phase", "loss", "trainAccuracy", "validationAccuracy"};

    private RunJson() {}

    static RunRecord read(Path file, String id) throws JsonFormatException {
        JsonFields json = JsonText.read(file, FIELDS);
        json.requireSchema(SCHEMA);
        Instant ended = ended(json);
        Design design = DesignJson.read(json, "design");
        DatasetSummary dataset = JsonRecords.read(json, "dataset", DatasetSummary.class);
        double floatAccuracy = json.numberOrNaN("floatAccuracy");
        List<RunEpoch> epochs = new ArrayList<>();
        for (JsonFields epoch : json.objects("epochs", EPOCH)) {
            epochs.add(epoch(epoch));
        }
        AccuracyUnderNoise accuracy = json.has("accuracy") ? accuracy(json) : null;
        return json.build(() -> new RunRecord(id, ended, design, dataset, floatAccuracy, epochs, accuracy));
    }

    private static Instant ended(JsonFields json) throws JsonFormatException {
        try {
            return Instant.parse(json.text("ended"));
        } catch (DateTimeParseException e) {
            throw json.refused("ended", "is no time such as 2026-01-31T12:00:00Z", "correct or remove the file");
        }
    }

    private static RunEpoch epoch(JsonFields json) throws JsonFormatException {
        Epoch.Phase phase = json.choice("phase", Epoch.Phase.class);
        double loss = json.numberOrNaN("loss");
        double train = json.number("trainAccuracy");
        double validation = json.numberOrNaN("validationAccuracy");
        return json.build(() -> new RunEpoch(phase, loss, train, validation));
    }

    private static AccuracyUnderNoise accuracy(JsonFields json) throws JsonFormatException {
        List<Double> draws = json.numbers("accuracy");
        if (draws.stream().anyMatch(draw -> !(draw >= 0 && draw <= 1))) {
            throw json.refused("accuracy", "holds a number outside 0 … 1", "correct or remove the file");
        }
        return json.build(() -> new AccuracyUnderNoise(draws));
    }

    static String write(RunRecord run) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("schema", SCHEMA).put("ended", run.ended().toString());
        json.set("dataset", JsonRecords.tree(run.dataset()));
        json.put("floatAccuracy", finite(run.floatAccuracy()));
        AccuracyUnderNoise accuracy = run.accuracy();
        if (accuracy != null) {
            ArrayNode draws = json.putArray("accuracy");
            accuracy.draws().forEach(draws::add);
        }
        json.set("design", DesignJson.tree(run.design()));
        ArrayNode epochs = json.putArray("epochs");
        for (RunEpoch epoch : run.epochs()) {
            epochs.addObject()
                    .put("phase", JsonFields.nameOf(epoch.phase()))
                    .put("loss", finite(epoch.loss()))
                    .put("trainAccuracy", epoch.trainAccuracy())
                    .put("validationAccuracy", finite(epoch.validationAccuracy()));
        }
        return JsonText.write(json);
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
