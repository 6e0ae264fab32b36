package studio.crossbar.design;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import studio.crossbar.json.JsonFields;
import studio.crossbar.json.JsonFormatException;
import studio.crossbar.json.JsonText;
import studio.crossbar.network.Extent;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Shape;

/** Layers as an array of JSON objects, told apart by their {@code type}. Extents are numbers, or text such as "10x4". */
final class LayerJson {

    private static final String[] ALL = {
        "type", "outputs", "kernel", "stride", "padding", "dilation", "groups", "limit", "rate", "body", "shortcut"
    };
    private static final String TYPES =
            "conv1d, conv2d, dense, maxPool, averagePool, meanOverTime, relu, reluN, hardTanh, concatRelu, flatten, "
                    + "dropout, residual";

    /** More do not fit the memory that training needs; a wrong figure in a file is likelier. */
    private static final long MOST_WEIGHTS = 50_000_000;

    /** Whether layers have to fit each other. */
    private final boolean fitting;

    private long weights;

    private LayerJson(boolean fitting) {
        this.fitting = fitting;
    }

    /** Of layers that fit each other. */
    static LayerJson ofNetwork() {
        return new LayerJson(true);
    }

    /** Of layers that need not fit yet. */
    static LayerJson ofDraft() {
        return new LayerJson(false);
    }

    /** Reads a chain of layers on {@code input}; what has to fit and does not is refused at the layer that it concerns. */
    List<Layer> read(JsonFields json, String field, Shape input) throws JsonFormatException {
        List<Layer> layers = new ArrayList<>();
        Shape at = input;
        for (JsonFields entry : json.objects(field, ALL)) {
            Layer layer = layer(entry, at);
            if (fitting) {
                at = output(entry, layer, at);
            }
            layers.add(layer);
        }
        return layers;
    }

    private Shape output(JsonFields entry, Layer layer, Shape input) throws JsonFormatException {
        Shape output = entry.build(() -> {
            Shape after = layer.output(input);
            after.size();
            return after;
        });
        if (layer instanceof Layer.Weighted weighted) {
            weights += entry.build(() -> (long) weighted.rows(input) * weighted.outputs());
        }
        if (weights > MOST_WEIGHTS) {
            throw entry.refused(
                    "brings the network to " + weights + " weights, more than " + MOST_WEIGHTS,
                    "use fewer outputs, a smaller kernel or a smaller input");
        }
        return output;
    }

    private Layer layer(JsonFields json, Shape input) throws JsonFormatException {
        String type = json.text("type");
        return switch (type) {
            case "conv1d" ->
                conv1d(json.knowing("type", "outputs", "kernel", "stride", "padding", "dilation", "groups"));
            case "conv2d" ->
                conv2d(json.knowing("type", "outputs", "kernel", "stride", "padding", "dilation", "groups"));
            case "dense" -> {
                int outputs = json.knowing("type", "outputs").integer("outputs");
                yield json.build(() -> new Layer.Dense(outputs));
            }
            case "maxPool", "averagePool" -> {
                JsonFields pool = json.knowing("type", "kernel", "stride");
                Extent kernel = extent(pool, "kernel");
                Extent stride = extent(pool, "stride");
                yield json.build(() -> type.equals("maxPool")
                        ? new Layer.MaxPool(kernel, stride)
                        : new Layer.AveragePool(kernel, stride));
            }
            case "meanOverTime" -> plain(json, new Layer.MeanOverTime());
            case "relu" -> plain(json, new Layer.Relu());
            case "reluN" -> {
                double limit = json.knowing("type", "limit").number("limit");
                yield json.build(() -> new Layer.ReluN(limit));
            }
            case "hardTanh" -> plain(json, new Layer.HardTanh());
            case "concatRelu" -> plain(json, new Layer.ConcatRelu());
            case "flatten" -> plain(json, new Layer.Flatten());
            case "dropout" -> {
                double rate = json.knowing("type", "rate").number("rate");
                yield json.build(() -> new Layer.Dropout(rate));
            }
            case "residual" -> {
                JsonFields branches = json.knowing("type", "body", "shortcut");
                List<Layer> body = read(branches, "body", input);
                List<Layer> shortcut = branches.has("shortcut") ? read(branches, "shortcut", input) : List.of();
                yield json.build(() -> new Layer.Residual(body, shortcut));
            }
            default -> throw json.refused("type", "\"" + type + "\" is none of " + TYPES, "choose one of them");
        };
    }

    private static Layer plain(JsonFields json, Layer layer) throws JsonFormatException {
        json.knowing("type");
        return layer;
    }

    private static Layer conv1d(JsonFields json) throws JsonFormatException {
        int outputs = json.integer("outputs");
        int kernel = json.integer("kernel");
        int stride = json.integer("stride");
        int padding = json.integer("padding");
        int dilation = json.has("dilation") ? json.integer("dilation") : 1;
        int groups = json.has("groups") ? json.integer("groups") : 1;
        return json.build(() -> new Layer.Conv1d(outputs, kernel, stride, padding, dilation, groups));
    }

    private static Layer conv2d(JsonFields json) throws JsonFormatException {
        int outputs = json.integer("outputs");
        Extent kernel = extent(json, "kernel");
        Extent stride = extent(json, "stride");
        Extent padding = extent(json, "padding");
        Extent dilation = json.has("dilation") ? extent(json, "dilation") : Extent.ONE;
        int groups = json.has("groups") ? json.integer("groups") : 1;
        return json.build(() -> new Layer.Conv2d(outputs, kernel, stride, padding, dilation, groups));
    }

    private static Extent extent(JsonFields json, String field) throws JsonFormatException {
        if (json.isText(field)) {
            String text = json.text(field);
            try {
                return Extent.parse(text);
            } catch (IllegalArgumentException e) {
                throw json.refused(field, String.valueOf(e.getMessage()), "give a number, or text such as \"10x4\"");
            }
        }
        return Extent.square(json.integer(field));
    }

    static ArrayNode tree(List<Layer> layers) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        for (Layer layer : layers) {
            ObjectNode entry = json.addObject();
            switch (layer) {
                case Layer.Conv1d conv -> {
                    entry.put("type", "conv1d")
                            .put("outputs", conv.outputs())
                            .put("kernel", conv.kernel())
                            .put("stride", conv.stride())
                            .put("padding", conv.padding());
                    putExtras(entry, Extent.square(conv.dilation()), conv.groups());
                }
                case Layer.Conv2d conv -> {
                    put(entry.put("type", "conv2d").put("outputs", conv.outputs()), "kernel", conv.kernel());
                    put(entry, "stride", conv.stride());
                    put(entry, "padding", conv.padding());
                    putExtras(entry, conv.dilation(), conv.groups());
                }
                case Layer.Dense dense -> entry.put("type", "dense").put("outputs", dense.outputs());
                case Layer.MaxPool pool -> {
                    put(entry.put("type", "maxPool"), "kernel", pool.kernel());
                    put(entry, "stride", pool.stride());
                }
                case Layer.AveragePool pool -> {
                    put(entry.put("type", "averagePool"), "kernel", pool.kernel());
                    put(entry, "stride", pool.stride());
                }
                case Layer.MeanOverTime _ -> entry.put("type", "meanOverTime");
                case Layer.Relu _ -> entry.put("type", "relu");
                case Layer.ReluN relu -> entry.put("type", "reluN").set("limit", JsonText.number(relu.limit()));
                case Layer.HardTanh _ -> entry.put("type", "hardTanh");
                case Layer.ConcatRelu _ -> entry.put("type", "concatRelu");
                case Layer.Flatten _ -> entry.put("type", "flatten");
                case Layer.Dropout dropout -> entry.put("type", "dropout").set("rate", JsonText.number(dropout.rate()));
                case Layer.Residual residual -> {
                    entry.put("type", "residual").set("body", tree(residual.body()));
                    if (!residual.shortcut().isEmpty()) {
                        entry.set("shortcut", tree(residual.shortcut()));
                    }
                }
            }
        }
        return json;
    }

    private static void putExtras(ObjectNode entry, Extent dilation, int groups) {
        if (!dilation.equals(Extent.ONE)) {
            put(entry, "dilation", dilation);
        }
        if (groups > 1) {
            entry.put("groups", groups);
        }
    }

    private static void put(ObjectNode entry, String field, Extent extent) {
        if (extent.height() == extent.width()) {
            entry.put(field, extent.width());
        } else {
            entry.put(field, extent.toString());
        }
    }
}
