package studio.crossbar.study;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.json.JsonFields;
import studio.crossbar.json.JsonFormatException;
import studio.crossbar.training.Confusion;

/** Counts of classes in stored results: {@code {"draws": 20, "counts": [row after row]}}. */
final class ConfusionJson {

    private ConfusionJson() {}

    /** Null where there is no such field. */
    static @Nullable Confusion read(JsonFields parent, String name) throws JsonFormatException {
        if (!parent.has(name)) {
            return null;
        }
        JsonFields json = parent.object(name, "draws", "counts");
        int draws = json.integer("draws");
        List<Integer> counts = json.integers("counts");
        return json.build(() -> new Confusion(draws, counts));
    }

    /** Adds the field, if there are counts. */
    static void put(ObjectNode parent, String name, @Nullable Confusion confusion) {
        if (confusion != null) {
            ObjectNode json = JsonNodeFactory.instance.objectNode().put("draws", confusion.draws());
            ArrayNode counts = json.putArray("counts");
            confusion.counts().forEach(counts::add);
            parent.set(name, json);
        }
    }
}
