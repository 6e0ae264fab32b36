package studio.crossbar.specification;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import studio.crossbar.json.JsonFields;
import studio.crossbar.json.JsonFormatException;
import studio.crossbar.json.JsonRecords;
import studio.crossbar.json.JsonText;
import studio.crossbar.study.AtomicFiles;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectException;

/**
 * {@link Specifications} in {@value #NAME} in a project's folder:
 *
 * <pre>{@code
 * {"schema": 1,
 *  "targets": [{"metric": "accuracy", "limit": 0.93, "unit": "share"}, {"metric": "area", "limit": 2.5, "unit": "mm²"}],
 *  "goodChip": 0.92, "tolerance": {"relative": 0.05, "points": 0.01},
 *  "device": "rram-generic", "chips": 20, "driftCompensation": false, "corners": ["nominal", "aged ten years"]}
 * }</pre>
 *
 * All but schema and targets may be left out.
 */
public final class SpecificationsFile {

    /** Name of the file. */
    public static final String NAME = "specifications.json";

    private static final int SCHEMA = 1;
    private static final String SHARE = "share";

    private static final String[] FIELDS = {
        "schema", "targets", "goodChip", "tolerance", "device", "chips", "driftCompensation", "corners"
    };

    private SpecificationsFile() {}

    /**
     * What the project specifies; {@link Specifications#NONE} without a file.
     *
     * @throws JsonFormatException naming file, field and remedy
     */
    public static Specifications read(Project project) throws JsonFormatException {
        Path file = project.folder().resolve(NAME);
        if (!Files.exists(file)) {
            return Specifications.NONE;
        }
        JsonFields json = JsonText.read(file, FIELDS);
        json.requireSchema(SCHEMA);
        List<Target> targets = new ArrayList<>();
        for (JsonFields fields : json.objects("targets", "metric", "limit", "unit")) {
            targets.add(target(fields));
        }
        Double goodChip = json.has("goodChip") ? json.number("goodChip") : null;
        Tolerance tolerance =
                json.has("tolerance") ? JsonRecords.read(json, "tolerance", Tolerance.class) : Tolerance.STANDARD;
        CornerPlan plan = plan(json);
        return json.build(() -> new Specifications(targets, goodChip, tolerance, plan));
    }

    private static Target target(JsonFields json) throws JsonFormatException {
        Metric metric = json.choice("metric", Metric.class);
        double limit = json.number("limit");
        if (!json.text("unit").equals(unit(metric))) {
            throw json.refused(
                    "unit",
                    "\"" + json.text("unit") + "\" is not the unit of this metric",
                    "give the limit in \"" + unit(metric) + "\"");
        }
        return json.build(() -> new Target(metric, limit));
    }

    private static String unit(Metric metric) {
        return metric.ofChips() ? SHARE : metric.unit();
    }

    private static CornerPlan plan(JsonFields json) throws JsonFormatException {
        CornerPlan standard = CornerPlan.STANDARD;
        String device = json.has("device") ? json.text("device") : null;
        int chips = json.has("chips") ? json.integer("chips") : standard.chips();
        boolean compensation = json.has("driftCompensation") && json.flag("driftCompensation");
        List<String> corners = json.has("corners") ? json.texts("corners") : List.of();
        return json.build(() -> new CornerPlan(device, chips, compensation, corners));
    }

    /**
     * Replaces the project's file, whole or not at all.
     *
     * @throws ProjectException if the folder cannot be written; the previous file is then still there
     */
    public static void write(Project project, Specifications specifications) throws ProjectException {
        try {
            AtomicFiles.write(project.folder().resolve(NAME), JsonText.write(tree(specifications)));
        } catch (IOException e) {
            throw Project.unwritable(project.folder(), e);
        }
    }

    private static ObjectNode tree(Specifications specifications) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("schema", SCHEMA);
        ArrayNode targets = json.putArray("targets");
        for (Target target : specifications.targets()) {
            ObjectNode node = targets.addObject();
            node.put("metric", JsonFields.nameOf(target.metric()));
            node.set("limit", JsonText.number(target.limit()));
            node.put("unit", unit(target.metric()));
        }
        if (specifications.goodChip() != null) {
            json.set("goodChip", JsonText.number(specifications.goodChip()));
        }
        json.set("tolerance", JsonRecords.tree(specifications.tolerance()));
        CornerPlan plan = specifications.plan();
        if (plan.device() != null) {
            json.put("device", plan.device());
        }
        json.put("chips", plan.chips()).put("driftCompensation", plan.driftCompensation());
        if (!plan.corners().isEmpty()) {
            ArrayNode corners = json.putArray("corners");
            plan.corners().forEach(corners::add);
        }
        return json;
    }
}
