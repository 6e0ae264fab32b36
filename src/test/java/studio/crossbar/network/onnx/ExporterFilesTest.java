package studio.crossbar.network.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.crossbar.network.Extent;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;

/** What PyTorch's exporter wrote is read as the layers that its source names; see the resources' README. */
class ExporterFilesTest {

    private static ImportedNetwork read(String name) throws Exception {
        return OnnxFile.read(Models.resource(name + ".onnx"));
    }

    @Test
    void convolutionsWithGroupsDilationAndBatchNormalisation() throws Exception {
        ImportedNetwork conv = read("conv");
        Extent one = Extent.ONE;
        assertThat(conv.network().network())
                .isEqualTo(new Network(
                        new Shape(2, 12, 10),
                        List.of(
                                new Layer.Conv2d(6, new Extent(5, 3), one, new Extent(2, 1), one, 1),
                                new Layer.ReluN(6),
                                new Layer.Conv2d(6, Extent.square(3), one, Extent.square(2), Extent.square(2), 6),
                                new Layer.Relu(),
                                new Layer.Conv2d(8, one, new Extent(1, 2), Extent.ZERO, one, 1),
                                new Layer.Relu(),
                                new Layer.MaxPool(Extent.square(2), Extent.square(2)),
                                new Layer.Flatten(),
                                new Layer.Dense(5))));
        assertThat(conv.producer()).startsWith("pytorch");
        assertThat(conv.remarks()).singleElement().asString().contains("LogSoftmax", "left out");
    }

    @Test
    void denseLayersBehindAViewOfTheBatch() throws Exception {
        assertThat(read("mlp").network().network())
                .isEqualTo(new Network(
                        new Shape(3, 7),
                        List.of(
                                new Layer.Flatten(),
                                new Layer.Dense(12),
                                new Layer.HardTanh(),
                                new Layer.Dense(9),
                                new Layer.ConcatRelu(),
                                new Layer.Dense(4))));
    }

    @Test
    void residualsWithBatchNormalisationAndWithItFoldedByTheExporter() throws Exception {
        Layer.Conv2d conv = Layer.Conv2d.same(6, 3, 1);
        Network expected = new Network(
                new Shape(3, 9, 9),
                List.of(
                        conv,
                        new Layer.Relu(),
                        new Layer.Residual(List.of(conv, new Layer.Relu(), conv), List.of()),
                        new Layer.Relu(),
                        new Layer.Residual(
                                List.of(Layer.Conv2d.same(8, 3, 2), new Layer.Relu(), Layer.Conv2d.same(8, 3, 1)),
                                List.of(Layer.Conv2d.same(8, 1, 2))),
                        new Layer.Relu(),
                        new Layer.MeanOverTime(),
                        new Layer.Dense(4)));
        assertThat(read("residual").network().network()).isEqualTo(expected);
        assertThat(read("residual-folded").network().network()).isEqualTo(expected);
    }

    @Test
    void signals() throws Exception {
        assertThat(read("signal").network().network())
                .isEqualTo(new Network(
                        new Shape(4, 30),
                        List.of(
                                new Layer.Conv1d(8, 5, 2, 2),
                                new Layer.Relu(),
                                new Layer.AveragePool(new Extent(1, 2), new Extent(1, 2)),
                                new Layer.Conv1d(6, 3, 1, 2, 2, 2),
                                new Layer.Relu(),
                                new Layer.MeanOverTime(),
                                new Layer.Dense(3))));
    }

    @Test
    void channelsLastAndMatrixProductsAsKerasHasThem() throws Exception {
        assertThat(read("keras").network().network())
                .isEqualTo(new Network(
                        new Shape(3, 8, 8),
                        List.of(
                                new Layer.Conv2d(5, Extent.square(3), Extent.ONE, Extent.square(2), Extent.ONE, 1),
                                new Layer.Relu(),
                                new Layer.MaxPool(Extent.square(5), Extent.ONE),
                                new Layer.Flatten(),
                                new Layer.Dense(7),
                                new Layer.Relu(),
                                new Layer.Dense(4))));
    }
}
