package studio.crossbar.study;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.json.JsonFields;
import studio.crossbar.json.JsonFormatException;
import studio.crossbar.training.Epoch;
import studio.crossbar.training.LayerReading;
import studio.crossbar.training.Ranges;

/** An {@link Epoch} as a JSON object; a validation accuracy that does not exist is null. */
public final class EpochFields {

    static final String[] NAMES = {
        "phase",
        "index",
        "total",
        "loss",
        "trainAccuracy",
        "validationAccuracy",
        "learningRate",
        "programmingSigma",
        "layers"
    };

    private EpochFields() {}

    static Epoch read(JsonFields json) throws JsonFormatException {
        return new Epoch(
                json.choice("phase", Epoch.Phase.class),
                json.integer("index"),
                json.integer("total"),
                json.numberOrNaN("loss"),
                json.number("trainAccuracy"),
                json.numberOrNaN("validationAccuracy"),
                json.number("learningRate"),
                json.number("programmingSigma"),
                layers(json));
    }

    private static List<LayerReading> layers(JsonFields json) throws JsonFormatException {
        List<LayerReading> layers = new ArrayList<>();
        for (JsonFields layer : json.objects("layers", "dac", "weight", "adc", "clipping")) {
            layers.add(new LayerReading(ranges(layer), layer.number("clipping")));
        }
        return layers;
    }

    /** The epoch as a JSON object. */
    public static ObjectNode tree(Epoch epoch) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("phase", JsonFields.nameOf(epoch.phase()))
                .put("index", epoch.index())
                .put("total", epoch.total())
                .put("loss", finite(epoch.loss()))
                .put("trainAccuracy", epoch.trainAccuracy())
                .put("validationAccuracy", finite(epoch.validationAccuracy()))
                .put("learningRate", epoch.learningRate())
                .put("programmingSigma", epoch.programmingSigma());
        ArrayNode layers = json.putArray("layers");
        epoch.layers().forEach(layer -> layers.add(tree(layer.ranges()).put("clipping", layer.clipping())));
        return json;
    }

    static Ranges ranges(JsonFields json) throws JsonFormatException {
        return new Ranges(
                (float) json.numberOrNaN("dac"), (float) json.numberOrNaN("weight"), (float) json.numberOrNaN("adc"));
    }

    static ObjectNode tree(Ranges ranges) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("dac", finite(ranges.dac()))
                .put("weight", finite(ranges.weight()))
                .put("adc", finite(ranges.adc()));
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
