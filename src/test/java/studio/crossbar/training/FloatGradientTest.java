package studio.crossbar.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.crossbar.data.Dataset;
import studio.crossbar.data.Standardisation;
import studio.crossbar.design.Design;
import studio.crossbar.design.Recipe;
import studio.crossbar.hardware.DigitalScaling;
import studio.crossbar.hardware.InputCoding;
import studio.crossbar.hardware.Noise;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.network.Extent;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;
import studio.crossbar.tensor.NoiseUse;

/** Gradients of the whole float network against central differences along random directions. */
class FloatGradientTest {

    private static final Stage STAGE = new Stage(false, true, Noise.NONE, NoiseUse.TRAINING, 0, 0);
    private static final int BATCH = 40;

    @ParameterizedTest
    @CsvSource({
        "DIFFERENTIAL, AFFINE, true",
        "DIFFERENTIAL, AFFINE, false",
        "ROW_BLOCK, AFFINE, true",
        "ROW_BLOCK, NONE, false",
        "POSITIVE, AFFINE, false"
    })
    void matchDifferences(Polarity polarity, DigitalScaling scaling, boolean normalised) {
        Recipe recipe = Waves.recipe(1, 0).with(r -> {
            r.batch = BATCH;
            r.batchNormalisation = normalised;
        });
        Design design = new Design(
                "waves",
                Waves.network(polarity.unipolar()),
                Waves.hardware(polarity).withScaling(scaling),
                recipe,
                3);
        check(design);
    }

    /** Every kind of layer in one network: each gradient on the way to the first convolution passes through all of them. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void matchDifferencesThroughEveryKindOfLayer(boolean normalised) {
        Extent two = Extent.square(2);
        Network network = new Network(
                new Shape(4, 4, 6),
                List.of(
                        Layer.Conv2d.same(6, 3, 1),
                        new Layer.Relu(),
                        new Layer.Residual(
                                List.of(
                                        Layer.Conv2d.same(6, 3, 1),
                                        new Layer.HardTanh(),
                                        Layer.Conv2d.depthwise(6, 3, 1)),
                                List.of()),
                        new Layer.ReluN(2.5),
                        new Layer.MaxPool(two, new Extent(1, 2)),
                        new Layer.Residual(
                                List.of(new Layer.Conv2d(8, two, Extent.ONE, Extent.ONE, two, 2)),
                                List.of(new Layer.Conv2d(8, Extent.ONE, Extent.ONE, Extent.ZERO, Extent.ONE, 1))),
                        new Layer.ConcatRelu(),
                        new Layer.AveragePool(two, Extent.ONE),
                        new Layer.Flatten(),
                        new Layer.Dropout(0.3),
                        new Layer.Dense(9),
                        new Layer.HardTanh(),
                        new Layer.Dense(3)));
        check(new Design(
                "all",
                network,
                Waves.hardware(Polarity.DIFFERENTIAL),
                Waves.recipe(1, 0).with(r -> {
                    r.batch = BATCH;
                    r.batchNormalisation = normalised;
                }),
                3));
    }

    /** A convolution whose float products are those of tiles, before and behind others. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void matchDifferencesThroughTiles(boolean normalised) {
        Design design = tiles(Waves.tiles(), InputCoding.RECTIFIED_SPLIT, normalised);
        List<CrossbarState> layers = Model.of(design).layers;
        assertThat(WinogradProducts.fit(layers.get(0).geometry)).isFalse();
        assertThat(WinogradProducts.fit(layers.get(1).geometry)).isTrue();
        check(design);
    }

    /** Whose inputs need no gradient. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void matchDifferencesThroughTilesOfTheFirstLayer(boolean normalised) {
        Shape shape = new Shape(16, 8, 8);
        Network network = Waves.tiles(shape, Layer.Conv2d.same(16, 3, 1));
        Design design = tiles(network, InputCoding.SIGNED, normalised);
        assertThat(WinogradProducts.fit(Model.of(design).layers.getFirst().geometry))
                .isTrue();
        Random random = new Random(2);
        float[] values = new float[BATCH * shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        int[] labels = IntStream.range(0, BATCH).map(i -> i % 3).toArray();
        float[] deviation = new float[16];
        Arrays.fill(deviation, 1f);
        Standardisation none = new Standardisation(new float[16], deviation);
        check(design, new Windows(values, 16, 8, 8, labels, none, List.of()));
    }

    private static Design tiles(Network network, InputCoding inputs, boolean normalised) {
        return new Design(
                "tiles",
                network,
                Waves.hardware(Polarity.DIFFERENTIAL).withInputs(inputs),
                Waves.recipe(1, 0).with(r -> {
                    r.batch = BATCH;
                    r.batchNormalisation = normalised;
                }),
                3);
    }

    private static void check(Design design) {
        Dataset data = Waves.parts().train();
        check(design, Windows.of(data, Standardisation.fit(data)));
    }

    private static void check(Design design, Windows windows) {
        Model model = Model.of(design);
        model.initialise(5, true);
        Random random = new Random(11);
        for (CrossbarState layer : model.layers) {
            for (int i = 0; i < layer.digital.bias.value.length; i++) {
                layer.digital.bias.value[i] = 0.2f * (float) random.nextGaussian();
            }
        }
        try (Workers workers = new Workers(2)) {
            check(model, new BatchRunner(model, design.hardware().inputs(), BATCH, workers), windows, random);
        }
    }

    private static void check(Model model, BatchRunner runner, Windows windows, Random random) {
        loss(runner, windows);
        for (Parameter parameter : model.parameters) {
            if (parameter.kind == Parameter.Kind.RANGE) {
                continue;
            }
            float[] gradient = parameter.gradient.clone();
            float[] centre = parameter.value.clone();
            float[] direction = new float[centre.length];
            double along = 0;
            double norm = 0;
            for (int i = 0; i < centre.length; i++) {
                direction[i] = (float) (random.nextGaussian() + 2 * Math.signum(gradient[i]));
                along += gradient[i] * direction[i];
                norm += direction[i] * direction[i];
            }
            double step = 3e-4 / Math.sqrt(norm);
            double above = lossAt(model, runner, windows, parameter, centre, direction, step);
            double below = lossAt(model, runner, windows, parameter, centre, direction, -step);
            System.arraycopy(centre, 0, parameter.value, 0, centre.length);
            double difference = (above - below) / (2 * step);
            assertThat(Math.abs(difference)).as("a gradient that shows").isGreaterThan(5e-3 * Math.sqrt(norm));
            assertThat(along)
                    .as("%s parameter of %d values", parameter.kind, centre.length)
                    .isCloseTo(difference, within(0.02 * Math.abs(difference) + 1e-3 * Math.sqrt(norm)));
        }
    }

    private static double lossAt(
            Model model,
            BatchRunner runner,
            Windows windows,
            Parameter parameter,
            float[] centre,
            float[] direction,
            double step) {
        for (int i = 0; i < centre.length; i++) {
            parameter.value[i] = (float) (centre[i] + step * direction[i]);
        }
        return loss(runner, windows);
    }

    private static double loss(BatchRunner runner, Windows windows) {
        runner.program(STAGE);
        int[] order = IntStream.range(0, BATCH).toArray();
        runner.learn(windows, order, 0, BATCH, Augmentation.NONE, 0, new Loss(0.05, 0), null, STAGE);
        return runner.loss();
    }
}
