package studio.crossbar.network.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;
import studio.crossbar.network.onnx.GraphBuilder.Attributes;
import studio.crossbar.network.onnx.LayerNodes.Place;

/**
 * A network as an ONNX model that takes raw signals {@code [batch, signals, (height,) width]} and gives scores
 * {@code [batch, classes]}, the greatest of which names the class.
 *
 * <p>Operator set 13 of December 2020 is the first in which Softmax, Squeeze and their like mean what they still do, and
 * every runtime of since reads it; nothing here needs a later one.
 *
 * @param name of the graph
 * @param version of the program that writes it
 * @param network with its weights
 * @param preparation of the signals before it
 * @param classes names of the outputs; empty if they have none
 * @param properties further ones of the model, such as the project's name
 */
public record OnnxExport(
        String name,
        String version,
        FloatNetwork network,
        Preparation preparation,
        List<String> classes,
        Map<String, String> properties) {

    /** Tensor that raw signals enter. */
    public static final String INPUT = "input";

    /** Tensor of the results. */
    public static final String OUTPUT = "scores";

    static final String PRODUCER = "Crossbar Studio";
    /** Property that names the tensor with which the network proper begins, behind the signals' preparation. */
    static final String NETWORK_INPUT = "crossbar.network_input";
    /** Property "split" or "signed": whether that tensor has each signal twice. */
    static final String CODING = "crossbar.input_coding";
    /** Property with exponent and floor of the companding. */
    static final String COMPANDING = "crossbar.companding";
    /** Property with the classes' names, a JSON array of texts. */
    static final String CLASSES = "class_labels";

    private static final int OPERATORS = 13;
    private static final int FORMAT = 7;

    public OnnxExport {
        classes = List.copyOf(classes);
        properties = Map.copyOf(properties);
        int channels = network.network().input().channels();
        if (channels != preparation.channels()) {
            throw new IllegalArgumentException(
                    "preparation: gives " + preparation.channels() + " channels, but the network takes " + channels);
        }
    }

    /** The model. */
    public byte[] bytes() {
        GraphBuilder builder = new GraphBuilder();
        Network topology = network.network();
        Shape shape = topology.input();
        boolean images = shape.height() > 1 || topology.has(Layer.Conv2d.class);
        Shape raw = new Shape(preparation.signals(), shape.height(), shape.width());
        builder.graph.setName(name).addInput(GraphBuilder.samples(INPUT, described(raw), sides(raw, images)));
        LayerNodes nodes = new LayerNodes(builder, network.layers(), images);
        Place start = prepared(builder, nodes, raw, images);
        builder.graph.addValueInfo(
                GraphBuilder.samples(start.name(), "what the first layer reads", sides(shape, images)));
        Place end = nodes.chain(start, topology.layers(), "layer_");
        end = nodes.ordered(nodes.flatten(end, "output_flatten"), "output");
        builder.node(OUTPUT, "Identity", end.name());
        builder.graph.addOutput(GraphBuilder.samples(
                OUTPUT, "one score a class, not normalised", topology.output().size()));
        ModelProto.Builder model = ModelProto.newBuilder()
                .setIrVersion(FORMAT)
                .setProducerName(PRODUCER)
                .setProducerVersion(version)
                .setDocString(
                        "Network of a design for analog crossbars, trained with the hardware in the loop, in float: without"
                                + " converters and noise, with digital scales and batch normalisation in the weights. "
                                + described(raw))
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPERATORS))
                .setGraph(builder.graph);
        properties.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> property(model, entry.getKey(), entry.getValue()));
        property(model, NETWORK_INPUT, start.name());
        property(model, CODING, preparation.split() ? "split" : "signed");
        Preparation.Power power = preparation.companding();
        if (power != null) {
            property(model, COMPANDING, power.exponent() + " " + power.floor());
        }
        if (!classes.isEmpty()) {
            ArrayNode labels = JsonNodeFactory.instance.arrayNode();
            classes.forEach(labels::add);
            property(model, CLASSES, labels.toString());
        }
        return model.build().toByteArray();
    }

    private static void property(ModelProto.Builder model, String key, @Nullable String value) {
        model.addMetadataProps(StringStringEntryProto.newBuilder().setKey(key).setValue(value == null ? "" : value));
    }

    private String described(Shape raw) {
        return "Takes raw signals, " + raw + " a sample; the graph itself "
                + (preparation.companding() == null ? "" : "compands and ") + "standardises them"
                + (preparation.split() ? " and splits them by their sign." : ".");
    }

    private static long[] sides(Shape shape, boolean images) {
        return images
                ? new long[] {shape.channels(), shape.height(), shape.width()}
                : new long[] {shape.channels(), shape.width()};
    }

    /** Companding, standardisation and split as nodes. */
    private Place prepared(GraphBuilder graph, LayerNodes nodes, Shape raw, boolean images) {
        String signals = INPUT;
        int channels = raw.channels();
        long[] perChannel = images ? new long[] {channels, 1, 1} : new long[] {channels, 1};
        Preparation.Power power = preparation.companding();
        if (power != null) {
            signals = companded(graph, power, channels, images);
        }
        float[] factor = new float[channels];
        for (int c = 0; c < channels; c++) {
            factor[c] = 1 / preparation.deviation()[c];
        }
        String mean = graph.floats("input_mean", preparation.mean(), perChannel);
        String scale = graph.floats("input_scale", factor, perChannel);
        String centred = graph.node("input_centred", "Sub", signals, mean);
        Place standardised = new Place(graph.node("input_standardised", "Mul", centred, scale), raw, false, null);
        return preparation.split() ? nodes.concatRelu(standardised, "input_") : standardised;
    }

    /** A convolution with ones adds the squares of each vector's components and the floor's. */
    private static String companded(GraphBuilder graph, Preparation.Power power, int channels, boolean images) {
        float[] ones = new float[channels * channels];
        float[] floor = new float[channels];
        for (int to = 0; to < channels; to++) {
            floor[to] = (float) (power.floor() * power.floor());
            for (int from = 0; from < channels; from++) {
                ones[to * channels + from] = power.vector(from) == power.vector(to) ? 1 : 0;
            }
        }
        long[] kernel = images ? new long[] {channels, channels, 1, 1} : new long[] {channels, channels, 1};
        String squares = graph.node("input_squares", "Mul", INPUT, INPUT);
        String sums = graph.node(
                "input_magnitudes",
                "Conv",
                Attributes.NONE,
                squares,
                graph.floats("input_vectors", ones, kernel),
                graph.floats("input_floor", floor, channels));
        String exponent = graph.floats("input_exponent", new float[] {(float) ((power.exponent() - 1) / 2)});
        return graph.node("input_companded", "Mul", INPUT, graph.node("input_gain", "Pow", sums, exponent));
    }
}
