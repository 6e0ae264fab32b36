package studio.crossbar.network.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import com.google.protobuf.ByteString;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import studio.crossbar.network.Extent;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;
import studio.crossbar.network.onnx.GraphBuilder.Attributes;

/** Ways in which other exporters, or other operator sets, say the same. */
class ExporterPatternsTest {

    private static final Attributes NONE = Attributes.NONE;

    private static ImportedNetwork read(Consumer<GraphBuilder> nodes, long... sizes) throws OnnxException {
        GraphBuilder builder = new GraphBuilder();
        nodes.accept(builder);
        return OnnxFile.read(Models.model(builder, sizes).build().toByteArray());
    }

    private static float[] counting(int size) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = i + 1;
        }
        return values;
    }

    private static List<Layer> layers(ImportedNetwork read) {
        return read.network().network().layers();
    }

    /** The weights of pixel (h, w) and channel c must stay with them. */
    @Test
    void imagesWithChannelsLastIntoADenseLayer() throws OnnxException {
        ImportedNetwork read = read(
                builder -> {
                    builder.node("f", "Flatten", "x");
                    builder.node("y", "Gemm", "f", builder.floats("w", counting(4 * 5 * 3), 60, 1));
                },
                4,
                5,
                3);
        assertThat(read.network().network())
                .isEqualTo(new Network(new Shape(3, 4, 5), List.of(new Layer.Flatten(), new Layer.Dense(1))));
        // Position by position with channels fastest is the order of the file already.
        assertThat(read.network().layers().getFirst().weights()).isEqualTo(counting(60));
        assertThat(read.remarks()).singleElement().asString().contains("height × width × channels");
    }

    @Test
    void imagesWithChannelsFirstIntoADenseLayer() throws OnnxException {
        ImportedNetwork read = read(
                builder -> {
                    builder.node("f", "Reshape", "x", builder.longs("sizes", -1, 12));
                    builder.node("y", "MatMul", "f", builder.floats("w", counting(12), 12, 1));
                },
                3,
                2,
                2);
        assertThat(read.network().layers().getFirst().weights()).containsExactly(1, 5, 9, 2, 6, 10, 3, 7, 11, 4, 8, 12);
    }

    @Test
    void vectorsThatBecomeImages() throws OnnxException {
        ImportedNetwork read = read(
                builder -> {
                    builder.node("r", "Reshape", "x", builder.longs("sizes", -1, 1, 6, 6));
                    builder.node("c", "Conv", "r", builder.floats("w", counting(2 * 9), 2, 1, 3, 3));
                    builder.node(
                            "m",
                            "ReduceMean",
                            NONE.with("axes", new long[] {2, 3}).with("keepdims", 0),
                            "c");
                    builder.node("y", "Identity", "m");
                },
                36);
        assertThat(read.network().network().input()).isEqualTo(new Shape(1, 6, 6));
    }

    @Test
    void automaticPadding() throws OnnxException {
        GraphBuilder builder = new GraphBuilder();
        builder.node("c", "Conv", "x", builder.floats("w", counting(9), 1, 1, 3, 3));
        builder.node("m", "GlobalAveragePool", "c");
        builder.node("y", "Flatten", "m");
        ModelProto.Builder model = Models.model(builder, 1, 7, 7);
        model.getGraphBuilder()
                .getNodeBuilder(0)
                .addAttribute(AttributeProto.newBuilder()
                        .setName("auto_pad")
                        .setType(AttributeProto.AttributeType.STRING)
                        .setS(ByteString.copyFromUtf8("SAME_UPPER")))
                .addAllAttribute(NONE.with("strides", new long[] {2, 2}).list());
        assertThat(layers(OnnxFile.read(model.build().toByteArray())).getFirst())
                .isEqualTo(new Layer.Conv2d(1, Extent.square(3), Extent.square(2), Extent.ONE, Extent.ONE, 1));
    }

    @Test
    void rectifiersMadeOfLimits() throws OnnxException {
        ImportedNetwork read = read(
                builder -> {
                    builder.node("a", "Gemm", "x", builder.floats("w", counting(6), 3, 2));
                    builder.node("b", "Relu", "a");
                    builder.node("c", "Min", "b", builder.floats("six", new float[] {6}));
                    builder.node("d", "Gemm", "c", builder.floats("v", counting(4), 2, 2));
                    builder.node("e", "Max", "d", builder.floats("zero", new float[] {0}));
                    builder.node("y", "Relu", "e");
                },
                3);
        assertThat(layers(read))
                .containsExactly(new Layer.Dense(2), new Layer.ReluN(6), new Layer.Dense(2), new Layer.Relu());
    }

    @Test
    void limitsAsAttributesOfOlderOperatorSets() throws OnnxException {
        GraphBuilder builder = new GraphBuilder();
        builder.node("a", "Gemm", "x", builder.floats("w", counting(6), 3, 2), builder.floats("b", new float[2], 2));
        builder.node("y", "Clip", "a");
        ModelProto.Builder model = Models.model(builder, 3);
        model.setOpsetImport(0, OperatorSetIdProto.newBuilder().setVersion(9));
        model.getGraphBuilder().getNodeBuilder(1).addAttribute(number("min", 0)).addAttribute(number("max", 6));
        assertThat(layers(OnnxFile.read(model.build().toByteArray())))
                .containsExactly(new Layer.Dense(2), new Layer.ReluN(6));
    }

    private static AttributeProto.Builder number(String name, float value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.FLOAT)
                .setF(value);
    }

    @Test
    void factorsOfAMatrixProductAndScalesBehindIt() throws OnnxException {
        GraphBuilder builder = new GraphBuilder();
        builder.node(
                "a", "Gemm", "x", builder.floats("w", new float[] {1, 2}, 1, 2), builder.floats("b", counting(2), 2));
        builder.node("s", "Mul", "a", builder.floats("scale", new float[] {10, 100}, 2));
        builder.node("t", "Sub", builder.floats("one", new float[] {1}), "s");
        builder.node("y", "Div", "t", builder.floats("two", new float[] {2}));
        ModelProto.Builder model = Models.model(builder, 1);
        model.getGraphBuilder()
                .getNodeBuilder(0)
                .addAttribute(number("alpha", 3))
                .addAttribute(number("beta", 0.5f));
        FloatLayer layer =
                OnnxFile.read(model.build().toByteArray()).network().layers().getFirst();
        // y = (1 − s (3 w x + b / 2)) / 2
        assertThat(layer.weights()).containsExactly(-15, -300);
        assertThat(layer.bias()).containsExactly(-2, -49.5f);
    }

    @Test
    void aSplitOfTheInputByItsSign() throws OnnxException {
        ImportedNetwork read = read(
                builder -> {
                    builder.node("p", "Relu", "x");
                    builder.node("n", "Neg", "x");
                    builder.node("q", "Relu", "n");
                    builder.node("s", "Concat", NONE.with("axis", 1), "p", "q");
                    builder.node("y", "Gemm", "s", builder.floats("w", counting(6), 6, 1));
                },
                3);
        assertThat(read.split()).isTrue();
        assertThat(read.network().network()).isEqualTo(new Network(new Shape(6, 1), List.of(new Layer.Dense(1))));
    }
}
