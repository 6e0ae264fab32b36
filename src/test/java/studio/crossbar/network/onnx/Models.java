package studio.crossbar.network.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import studio.crossbar.network.Network;

/** Networks with random weights, and small models put together node by node. */
public final class Models {

    private Models() {}

    /** Weights such that values keep their size from layer to layer. */
    public static FloatNetwork random(Network network, long seed) {
        Random random = new Random(seed);
        List<FloatLayer> layers = new ArrayList<>();
        for (Network.Placed placed : network.weighted()) {
            int rows = placed.spec().rows(placed.input());
            int outputs = placed.spec().outputs();
            float[] weights = values(random, rows * outputs);
            for (int i = 0; i < weights.length; i++) {
                weights[i] *= (float) Math.sqrt(2.0 / rows);
            }
            layers.add(new FloatLayer(weights, values(random, outputs)));
        }
        return new FloatNetwork(network, layers);
    }

    /** Deviates of variance 1. */
    public static float[] values(Random random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    /** Neither companded nor split. */
    public static Preparation plain(int signals) {
        float[] ones = new float[signals];
        Arrays.fill(ones, 1);
        return new Preparation(null, new float[signals], ones, false);
    }

    /** The model of a network without preparation of its input. */
    public static byte[] bytes(FloatNetwork network) {
        int signals = network.network().input().channels();
        return new OnnxExport("test", "1", network, plain(signals), List.of(), Map.of()).bytes();
    }

    /** A file of the folder {@code onnx} of the test resources. */
    public static byte[] resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Models.class.getResourceAsStream("/onnx/" + name), name)) {
            return in.readAllBytes();
        }
    }

    /** A model of {@code builder}'s graph, from tensor x of samples of these sizes to tensor y. */
    static ModelProto.Builder model(GraphBuilder builder, long... sizes) {
        builder.graph
                .setName("test")
                .addInput(GraphBuilder.samples("x", "", sizes))
                .addOutput(GraphBuilder.samples("y", "", 1));
        return ModelProto.newBuilder()
                .setIrVersion(7)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(13))
                .setGraph(builder.graph);
    }
}
