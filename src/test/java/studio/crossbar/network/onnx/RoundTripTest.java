package studio.crossbar.network.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.crossbar.network.Extent;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.ReferenceNetwork;
import studio.crossbar.network.Shape;

class RoundTripTest {

    private static void assertSame(FloatNetwork found, FloatNetwork expected) {
        assertThat(found.network()).isEqualTo(expected.network());
        for (int i = 0; i < expected.layers().size(); i++) {
            assertThat(found.layers().get(i).weights())
                    .isEqualTo(expected.layers().get(i).weights());
            assertThat(found.layers().get(i).bias())
                    .isEqualTo(expected.layers().get(i).bias());
        }
    }

    @ParameterizedTest
    @EnumSource(ReferenceNetwork.class)
    void aReferenceNetworkComesBackWithItsWeights(ReferenceNetwork reference) throws Exception {
        FloatNetwork network = Models.random(reference.network(new Layer.Relu(), 1), 1);
        ImportedNetwork read = OnnxFile.read(Models.bytes(network));
        assertSame(read.network(), network);
        assertThat(read.split()).isFalse();
        assertThat(read.remarks()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = ReferenceNetwork.class,
            names = {"VGG8"},
            mode = EnumSource.Mode.EXCLUDE)
    void theSameWithSplitCompandedInputsAndConcatenatedRectifiers(ReferenceNetwork reference) throws Exception {
        FloatNetwork network = Models.random(reference.network(new Layer.ConcatRelu(), 2), 2);
        int signals = reference.signals().channels();
        Random random = new Random(3);
        Preparation preparation = new Preparation(
                new Preparation.Power(0.3, 0.003, List.of()),
                Models.values(random, signals),
                Models.values(random, signals),
                true);
        List<String> classes = List.of("walking", "say \"hello\", ä");
        byte[] bytes = new OnnxExport("test", "1.2", network, preparation, classes, Map.of("project", "mine")).bytes();
        ImportedNetwork read = OnnxFile.read(bytes);
        assertSame(read.network(), network);
        assertThat(read.split()).isTrue();
        assertThat(read.companding()).isEqualTo(preparation.companding());
        assertThat(read.classes()).isEqualTo(classes);
        assertThat(read.producer()).isEqualTo("Crossbar Studio 1.2");
    }

    @Test
    void aForeignReaderFindsPreparationProjectAndClassesInTheFile() throws Exception {
        FloatNetwork network = Models.random(ReferenceNetwork.HAR_CNN.network(new Layer.Relu(), 2), 1);
        float[] mean = new float[9];
        float[] deviation = new float[9];
        Arrays.fill(deviation, 2);
        ModelProto model = ModelProto.parseFrom(new OnnxExport(
                        "har",
                        "1",
                        network,
                        new Preparation(null, mean, deviation, true),
                        List.of("a", "b"),
                        Map.of("project", "mine"))
                .bytes());
        assertThat(model.getMetadataPropsList())
                .anySatisfy(entry -> {
                    assertThat(entry.getKey()).isEqualTo("class_labels");
                    assertThat(entry.getValue()).isEqualTo("[\"a\",\"b\"]");
                })
                .anySatisfy(entry -> {
                    assertThat(entry.getKey()).isEqualTo("project");
                    assertThat(entry.getValue()).isEqualTo("mine");
                });
        assertThat(model.getGraph().getInput(0).getDocString()).contains("standardises", "splits");
        // Without our properties the split is recognised by its nodes, and the standardisation is left out.
        ImportedNetwork foreign =
                OnnxFile.read(model.toBuilder().clearMetadataProps().build().toByteArray());
        assertSame(foreign.network(), network);
        assertThat(foreign.split()).isTrue();
        assertThat(foreign.remarks()).hasSize(2).allMatch(remark -> remark.contains("in front of all layers"));
    }

    @Test
    void everyKindOfLayerComesBack() throws Exception {
        Network network = new Network(
                new Shape(4, 12, 10),
                List.of(
                        new Layer.Conv2d(8, new Extent(3, 5), new Extent(1, 2), new Extent(2, 2), new Extent(2, 1), 2),
                        new Layer.HardTanh(),
                        new Layer.AveragePool(new Extent(2, 1), new Extent(2, 1)),
                        new Layer.Residual(
                                List.of(
                                        Layer.Conv2d.depthwise(8, 3, 1),
                                        new Layer.ReluN(0.1),
                                        new Layer.Dropout(0.3),
                                        new Layer.Residual(List.of(Layer.Conv2d.same(8, 1, 1)), List.of()),
                                        new Layer.Relu()),
                                List.of(Layer.Conv2d.same(8, 1, 1), new Layer.Dropout(0.2))),
                        new Layer.ConcatRelu(),
                        new Layer.MaxPool(new Extent(3, 2), new Extent(1, 1)),
                        new Layer.Flatten(),
                        new Layer.ConcatRelu(),
                        new Layer.Dropout(0.5),
                        new Layer.Dense(7),
                        new Layer.ReluN(6),
                        new Layer.Residual(List.of(new Layer.Dense(7)), List.of()),
                        new Layer.Dense(3)));
        FloatNetwork random = Models.random(network, 4);
        assertSame(OnnxFile.read(Models.bytes(random)).network(), random);
    }
}
