package studio.crossbar.specification;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.json.JsonFields;
import studio.crossbar.json.JsonFormatException;
import studio.crossbar.json.JsonRecords;
import studio.crossbar.json.JsonText;
import studio.crossbar.simulation.AccuracyUnderNoise;
import studio.crossbar.simulation.Corner;
import studio.crossbar.simulation.CornerAccuracy;
import studio.crossbar.simulation.tile.WireResistance;
import studio.crossbar.study.AtomicFiles;
import studio.crossbar.study.CornersFile;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectException;

/** {@link CornerMeasurements} in {@value #NAME} in a project's results. */
public final class MeasurementsFile {

    /** Name of the file. */
    public static final String NAME = "corners.json";

    private static final int SCHEMA = 1;

    private MeasurementsFile() {}

    /**
     * What was measured last; null if nothing was.
     *
     * @throws ProjectException naming file, field and remedy
     */
    public static @Nullable CornerMeasurements read(Project project) throws ProjectException {
        Path file = project.results().resolve(NAME);
        if (!Files.exists(file)) {
            return null;
        }
        try {
            JsonFields json = JsonText.read(file, "schema", "conditions", "corners");
            json.requireSchema(SCHEMA);
            Conditions conditions = Conditions.read(json, "conditions");
            List<CornerAccuracy> corners = new ArrayList<>();
            for (JsonFields fields : json.objects("corners", "corner", "wires", "accuracy", "reason")) {
                corners.add(corner(fields));
            }
            return json.build(() -> new CornerMeasurements(conditions, corners));
        } catch (JsonFormatException e) {
            throw new ProjectException(e.getMessage() + ", or delete the file and measure again", e);
        }
    }

    private static CornerAccuracy corner(JsonFields json) throws JsonFormatException {
        Corner corner = CornersFile.corner(json.object("corner", CornersFile.fields()));
        WireResistance wires = json.has("wires") ? JsonRecords.read(json, "wires", WireResistance.class) : null;
        List<Double> draws = json.has("accuracy") ? json.numbers("accuracy") : List.of();
        if (draws.stream().anyMatch(draw -> !(draw >= 0 && draw <= 1))) {
            throw json.refused("accuracy", "holds a number outside 0 … 1", "measure again");
        }
        String reason = json.has("reason") ? json.text("reason") : "";
        return json.build(() ->
                new CornerAccuracy(corner, wires, draws.isEmpty() ? null : new AccuracyUnderNoise(draws), reason));
    }

    /**
     * Replaces the project's file, whole or not at all.
     *
     * @throws ProjectException if the folder cannot be written; the previous file is then still there
     */
    static void write(Project project, CornerMeasurements measured) throws ProjectException {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("schema", SCHEMA);
        json.set("conditions", measured.conditions().tree());
        ArrayNode corners = json.putArray("corners");
        for (CornerAccuracy one : measured.corners()) {
            ObjectNode node = corners.addObject();
            node.set("corner", CornersFile.tree(one.corner()));
            if (one.wires() != null) {
                node.set("wires", JsonRecords.tree(one.wires()));
            }
            AccuracyUnderNoise accuracy = one.accuracy();
            if (accuracy == null) {
                node.put("reason", one.reason());
            } else {
                ArrayNode draws = node.putArray("accuracy");
                accuracy.draws().forEach(draws::add);
            }
        }
        try {
            Files.createDirectories(project.results());
            AtomicFiles.write(project.results().resolve(NAME), JsonText.write(json));
        } catch (IOException e) {
            throw Project.unwritable(project.results(), e);
        }
    }
}
