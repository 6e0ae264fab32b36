package studio.crossbar.network.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.network.Extent;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;
import studio.crossbar.network.onnx.GraphBuilder.Attributes;

/** Files that cannot be networks for crossbars end in one sentence that says where and what to do. */
class OnnxRefusalsTest {

    @TempDir
    static Path folder;

    private static String refusal(byte[] bytes) {
        try {
            OnnxFile.read(bytes);
        } catch (OnnxException e) {
            return String.valueOf(e.getMessage());
        }
        throw new AssertionError("was read");
    }

    /** A convolution of 4 outputs on x, which has 3 channels, with {@code rest} from tensor c to y. */
    private static ModelProto.Builder image(Attributes attributes, Consumer<GraphBuilder> rest) {
        GraphBuilder builder = new GraphBuilder();
        builder.node("c", "Conv", attributes, "x", builder.floats("w", new float[4 * 3 * 9], 4, 3, 3, 3));
        rest.accept(builder);
        return Models.model(builder, 3, 8, 8);
    }

    private static ModelProto.Builder image(Consumer<GraphBuilder> rest) {
        return image(Attributes.NONE, rest);
    }

    private static void mean(GraphBuilder builder, String from) {
        builder.node("m", "GlobalAveragePool", from);
        builder.node("y", "Flatten", "m");
    }

    private static String refusal(ModelProto.Builder model) {
        return refusal(model.build().toByteArray());
    }

    @Test
    void theNetworkOfTheseTestsIsReadWithoutTheirFaults() throws Exception {
        ImportedNetwork read =
                OnnxFile.read(image(builder -> mean(builder, "c")).build().toByteArray());
        assertThat(read.network().network())
                .isEqualTo(new Network(
                        new Shape(3, 8, 8),
                        List.of(
                                new Layer.Conv2d(4, Extent.square(3), Extent.ONE, Extent.ZERO, Extent.ONE, 1),
                                new Layer.MeanOverTime())));
    }

    @Test
    void operatorsThatNoLayerHasAreNamedWithTheirPlaceAndAnAlternative() {
        assertThat(refusal(image(builder -> {
                    builder.node("act", "Sigmoid", "c");
                    mean(builder, "act");
                })))
                .isEqualTo(
                        "node 2 \"act\" (Sigmoid): is an operator that no layer here has; train the network with ReLU,"
                                + " ReLU-N, hard tanh or the concatenated rectifier");
        assertThat(refusal(image(builder -> {
                    builder.node("q", "QuantizeLinear", "c");
                    mean(builder, "q");
                })))
                .contains("(QuantizeLinear)", "export the float network");
    }

    @Test
    void paddingThatDiffersBetweenTheSides() {
        assertThat(refusal(image(
                        Attributes.NONE.with("pads", new long[] {0, 0, 1, 1}).with("strides", new long[] {2, 2}),
                        builder -> mean(builder, "c"))))
                .contains("node 1 \"c\" (Conv)", "pads rows by 0 in front and 1 behind", "pad by 1 on both sides");
        assertThat(refusal(image(builder -> {
                    builder.node("p", "Pad", "c", builder.longs("pads", 0, 0, 1, 0, 0, 0, 2, 0));
                    mean(builder, "p");
                })))
                .contains("(Pad)", "by 1 in front and 2 behind");
        assertThat(refusal(image(builder -> {
                    builder.node("p", "Pad", "c", builder.longs("pads", 0, 0, 1, 1, 0, 0, 1, 1));
                    mean(builder, "p");
                })))
                .contains("(GlobalAveragePool)", "only convolutions take padding");
    }

    @Test
    void poolsWithPadding() {
        assertThat(refusal(image(builder -> {
                    builder.node(
                            "p",
                            "MaxPool",
                            Attributes.NONE
                                    .with("kernel_shape", new long[] {3, 3})
                                    .with("pads", new long[] {1, 1, 1, 1}),
                            "c");
                    mean(builder, "p");
                })))
                .contains("(MaxPool)", "pools here have no padding");
    }

    @Test
    void openSizes() {
        ModelProto.Builder model = image(builder -> mean(builder, "c"));
        model.getGraphBuilder()
                .getInputBuilder(0)
                .getTypeBuilder()
                .getTensorTypeBuilder()
                .getShapeBuilder()
                .getDimBuilder(2)
                .setDimParam("height");
        assertThat(refusal(model)).contains("input \"x\"", "dimension 2 open", "only the batch dynamic");
    }

    @Test
    void sizesBeyondMeasureTakeNoMemory() {
        ModelProto.Builder model = image(builder -> mean(builder, "c"));
        model.getGraphBuilder()
                .getInputBuilder(0)
                .getTypeBuilder()
                .getTensorTypeBuilder()
                .getShapeBuilder()
                .getDimBuilder(2)
                .setDimValue(1L << 40);
        assertThat(refusal(model)).contains("more than 16777216 values a sample");
        ModelProto.Builder weights = image(builder -> mean(builder, "c"));
        weights.getGraphBuilder().getInitializerBuilder(0).setDims(0, 1L << 28);
        assertThat(refusal(weights)).contains("tensor \"w\"", "[268435456, 3, 3, 3]", "more than can be counted");
        weights.getGraphBuilder().getInitializerBuilder(0).setDims(0, 40);
        assertThat(refusal(weights)).contains("holds 108 values, but its dimensions", "want 1080");
        ModelProto.Builder wide = image(builder -> {
            builder.node("wide", "ConstantOfShape", builder.longs("sizes", 1L << 20, 1L << 20));
            builder.node("s", "Add", "c", "wide");
            mean(builder, "s");
        });
        assertThat(refusal(wide)).contains("(ConstantOfShape)", "equal numbers");
    }

    @Test
    void weightsThatAreNoNumbers() {
        float[] weights = new float[108];
        weights[17] = Float.NaN;
        ModelProto.Builder model = image(builder -> mean(builder, "c"));
        model.getGraphBuilder()
                .setInitializer(
                        0,
                        TensorProto.newBuilder()
                                .setName("w")
                                .setDataType(TensorProto.DataType.FLOAT.getNumber())
                                .addAllDims(List.of(4L, 3L, 3L, 3L))
                                .addAllFloatData(floats(weights)));
        assertThat(refusal(model)).contains("node 1", "value 17 of \"w\" is NaN", "train the network again");
    }

    private static List<Float> floats(float[] values) {
        Float[] boxed = new Float[values.length];
        Arrays.setAll(boxed, i -> values[i]);
        return List.of(boxed);
    }

    @Test
    void weightsOfOtherTypesOrInOtherFiles() {
        ModelProto.Builder model = image(builder -> mean(builder, "c"));
        TensorProto.Builder weights = model.getGraphBuilder().getInitializerBuilder(0);
        weights.setDataType(TensorProto.DataType.INT8.getNumber());
        assertThat(refusal(model)).contains("holds INT8 values", "32-bit float weights");
        weights.setDataType(TensorProto.DataType.FLOAT.getNumber()).setDataLocation(TensorProto.DataLocation.EXTERNAL);
        assertThat(refusal(model)).contains("node 1", "\"w\" lies in another file", "in one file");
        ModelProto.Builder bytes = image(builder -> mean(builder, "c"));
        bytes.getGraphBuilder()
                .getInputBuilder(0)
                .getTypeBuilder()
                .getTensorTypeBuilder()
                .setElemType(TensorProto.DataType.UINT8.getNumber());
        assertThat(refusal(bytes)).contains("input \"x\" takes UINT8 values", "float inputs");
    }

    @Test
    void halfPrecisionWeightsAreRead() throws Exception {
        ModelProto.Builder model = image(builder -> mean(builder, "c"));
        byte[] halves = new byte[216];
        halves[1] = 0x3c;
        model.getGraphBuilder()
                .getInitializerBuilder(0)
                .setDataType(TensorProto.DataType.FLOAT16.getNumber())
                .setRawData(ByteString.copyFrom(halves));
        ImportedNetwork read = OnnxFile.read(model.build().toByteArray());
        assertThat(read.network().layers().getFirst().weights()[0]).isEqualTo(1);
    }

    @Test
    void scalesThatNoLayerCanTake() {
        assertThat(refusal(image(builder -> {
                    builder.node("r", "Relu", "c");
                    builder.node("b", "Mul", "r", builder.floats("scale", new float[] {2}));
                    mean(builder, "b");
                })))
                .contains("(Mul)", "directly behind a convolution or a dense layer");
    }

    @Test
    void batchNormalisationInTrainingMode() {
        assertThat(refusal(image(builder -> {
                    String four = builder.floats("four", new float[4], 4);
                    builder.node(
                            "b",
                            "BatchNormalization",
                            Attributes.NONE.with("training_mode", 1),
                            "c",
                            four,
                            four,
                            four,
                            four);
                    mean(builder, "b");
                })))
                .contains("(BatchNormalization)", "model.eval()");
    }

    @Test
    void branchesThatAreNoResiduals() {
        assertThat(refusal(image(builder -> {
                    builder.node("r", "Relu", "c");
                    builder.node("j", "Concat", Attributes.NONE.with("axis", 1), "c", "r");
                    mean(builder, "j");
                })))
                .contains("(Concat)", "Join branches by addition");
        assertThat(refusal(image(builder -> {
                    builder.node("j", "Add", "c", "c");
                    mean(builder, "j");
                })))
                .contains("(Add)", "two chains of layers");
        assertThat(refusal(image(builder -> {
                    builder.node("j", "Add", "c", "x");
                    mean(builder, "j");
                })))
                .contains("(Add)", "adds [batch, 4, 6, 6] and [batch, 3, 8, 8]");
    }

    @Test
    void anotherOrderOfSamples() {
        assertThat(refusal(image(builder -> {
                    builder.node("f", "Reshape", "c", builder.longs("sizes", -1, 36));
                    builder.node("y", "Relu", "f");
                })))
                .contains("(Reshape)", "does not keep the samples apart");
        assertThat(refusal(image(builder -> builder.node("y", "Softmax", "c"))))
                .contains("a classifier gives one a class");
    }

    @Test
    void damagedGraphs() {
        assertThat(refusal(image(builder -> mean(builder, "gone"))))
                .contains("(GlobalAveragePool)", "reads \"gone\", which no node before it writes");
        assertThat(refusal(image(builder -> {}))).contains("output \"y\" does not come from the input");
        ModelProto.Builder old = image(builder -> mean(builder, "c"));
        old.setOpsetImport(0, OperatorSetIdProto.newBuilder().setVersion(6));
        assertThat(refusal(old)).contains("operator set 6, older than 7");
        ModelProto.Builder two = image(builder -> mean(builder, "c"));
        two.getGraphBuilder().addInput(GraphBuilder.samples("z", "", 1));
        assertThat(refusal(two)).contains("2 inputs (x, z)");
    }

    @Test
    void filesOfOtherKinds() throws IOException {
        assertThat(refusal(new byte[0])).contains("is no ONNX model: it is empty");
        assertThat(refusal("PK\u0003\u0004 archive of tensors".getBytes(StandardCharsets.ISO_8859_1)))
                .contains("an archive, perhaps of PyTorch");
        Path missing = folder.resolve("missing.onnx");
        assertThatThrownBy(() -> OnnxFile.read(missing)).isInstanceOf(NoSuchFileException.class);
        Path text = Files.writeString(folder.resolve("text.onnx"), "{\"layers\": []}");
        assertThatThrownBy(() -> OnnxFile.read(text))
                .isInstanceOf(OnnxException.class)
                .hasMessageContaining(text + ": is no ONNX model")
                .hasMessageContaining("a text");
    }

    /** Whatever is cut off or flipped ends in a refusal or in a network, never in another failure. */
    @Test
    void damagedBytesNeverFailOtherwise() throws IOException {
        byte[] whole = Models.resource("residual.onnx");
        Random random = new Random(1);
        for (int i = 0; i < 400; i++) {
            byte[] damaged = i % 2 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            for (int j = 0; i % 2 == 1 && j <= i / 40; j++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            assertThatCode(() -> {
                        try {
                            OnnxFile.read(damaged);
                        } catch (OnnxException e) {
                            assertThat(e.getMessage()).doesNotContain("Exception", "null");
                        }
                    })
                    .as("damage %d", i)
                    .doesNotThrowAnyException();
        }
        assertThat(refusal(Arrays.copyOf(whole, whole.length / 2))).contains("cut off or damaged");
    }
}
