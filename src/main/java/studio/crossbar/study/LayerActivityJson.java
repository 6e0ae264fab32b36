package studio.crossbar.study;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import studio.crossbar.json.JsonFields;
import studio.crossbar.json.JsonFormatException;
import studio.crossbar.json.JsonText;
import studio.crossbar.network.Network;
import studio.crossbar.training.Activity;
import studio.crossbar.training.LayerActivity;

/**
 * Measured activities in stored evaluations, an object a layer with weights: {@code {"mean": 0.1, "meanSquare": 0.02,
 * "rowMeans": [row after row], "rowMeanSquares": [the same]}}. The rows may be missing; the mean then stands for each.
 */
final class LayerActivityJson {

    private LayerActivityJson() {}

    /** One entry a layer with weights; none where there is no such field. */
    static List<LayerActivity> read(JsonFields json, String name, Network network) throws JsonFormatException {
        if (!json.has(name)) {
            return List.of();
        }
        List<JsonFields> entries = json.objects(name, "mean", "meanSquare", "rowMeans", "rowMeanSquares");
        List<Network.Placed> layers = network.weighted();
        if (entries.size() != layers.size()) {
            throw json.refused(
                    name, entries.size() + " entries for " + layers.size() + " layers with weights", "evaluate again");
        }
        List<LayerActivity> activities = new ArrayList<>();
        for (int l = 0; l < entries.size(); l++) {
            Network.Placed layer = layers.get(l);
            int rows = layer.spec().groups() * layer.spec().rows(layer.input());
            activities.add(read(entries.get(l), rows));
        }
        return activities;
    }

    private static LayerActivity read(JsonFields json, int rows) throws JsonFormatException {
        double mean = json.number("mean");
        double meanSquare = json.number("meanSquare");
        Activity all = json.build(() -> new Activity(mean, meanSquare));
        if (!json.has("rowMeans") && !json.has("rowMeanSquares")) {
            return LayerActivity.uniform(all);
        }
        List<Double> means = numbers(json, "rowMeans", rows);
        List<Double> meanSquares = numbers(json, "rowMeanSquares", rows);
        return json.build(() -> {
            List<Activity> each = new ArrayList<>(rows);
            for (int row = 0; row < rows; row++) {
                each.add(new Activity(means.get(row), meanSquares.get(row)));
            }
            return new LayerActivity(all, each);
        });
    }

    private static List<Double> numbers(JsonFields json, String name, int rows) throws JsonFormatException {
        List<Double> numbers = json.numbers(name);
        if (numbers.size() != rows) {
            throw json.refused(name, numbers.size() + " values for " + rows + " rows", "evaluate again");
        }
        return numbers;
    }

    /** Adds the field, if something was measured. */
    static void put(ObjectNode parent, String name, List<LayerActivity> activities) {
        if (activities.isEmpty()) {
            return;
        }
        ArrayNode layers = parent.putArray(name);
        for (LayerActivity activity : activities) {
            ObjectNode json = layers.addObject();
            json.set("mean", JsonText.number(activity.mean().mean()));
            json.set("meanSquare", JsonText.number(activity.mean().meanSquare()));
            if (activity.byRow()) {
                putRows(json.putArray("rowMeans"), activity, Activity::mean);
                putRows(json.putArray("rowMeanSquares"), activity, Activity::meanSquare);
            }
        }
    }

    private static void putRows(ArrayNode numbers, LayerActivity activity, ToDoubleFunction<Activity> number) {
        activity.rows().forEach(row -> numbers.add(JsonText.number(number.applyAsDouble(row))));
    }
}
