package studio.crossbar.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.crossbar.data.Dataset;
import studio.crossbar.data.Standardisation;
import studio.crossbar.design.Design;
import studio.crossbar.design.Recipe;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Converters;
import studio.crossbar.hardware.DigitalScaling;
import studio.crossbar.hardware.Encoding;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.InputCoding;
import studio.crossbar.hardware.Noise;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.RangeSharing;
import studio.crossbar.hardware.RowPlan;
import studio.crossbar.hardware.TileShape;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;

class AdcInputProbeTest {

    private static final double FULL_SCALE = 2;

    /** A dense layer from 4 signals to 2 outputs on 16 levels; DACs of 8 bits reach to 1, weights to 1, ADCs to 2. */
    private static TrainedNetwork dense(
            Polarity polarity,
            Converters converters,
            TileShape tile,
            InputCoding inputs,
            int slices,
            float... weights) {
        Network network = new Network(new Shape(4 * inputs.channelsPerSignal(), 1), List.of(new Layer.Dense(2)));
        Hardware hardware = new Hardware(
                Cell.ofBits(4),
                polarity,
                converters,
                tile,
                RangeSharing.PER_LAYER,
                DigitalScaling.AFFINE,
                inputs,
                new Noise(0.1, 0.1),
                slices);
        Network.Placed placed = network.weighted(inputs != InputCoding.SIGNED).getFirst();
        RowPlan rows = RowPlan.of(placed, hardware);
        TrainedLayer layer = new TrainedLayer(
                0, rows, 2, weights, new float[] {1, 1}, new float[2], new Ranges(1, 1, (float) FULL_SCALE));
        float[] ones = new float[4];
        Arrays.fill(ones, 1);
        return new TrainedNetwork(
                new Design("dense", network, hardware, Recipe.standard(), 1),
                new Standardisation(new float[4], ones),
                List.of(layer),
                List.of(),
                0);
    }

    private static TrainedNetwork withFullScale(TrainedNetwork trained, float fullScale) {
        TrainedLayer layer = trained.layers().getFirst();
        Ranges ranges = new Ranges(1, 1, fullScale);
        return new TrainedNetwork(
                trained.design(),
                trained.standardisation(),
                List.of(new TrainedLayer(
                        0, layer.plan(), 2, layer.weights(), layer.multiplier(), layer.bias(), ranges)),
                List.of(),
                0);
    }

    private static Dataset windows(int copies, float... window) {
        float[] features = new float[copies * window.length];
        for (int i = 0; i < features.length; i++) {
            features[i] = window[i % window.length];
        }
        return new Dataset(
                "made",
                true,
                features,
                List.of("a", "b", "c", "d"),
                1,
                new int[copies],
                List.of("x", "y"),
                new int[copies],
                "made for a test");
    }

    /** Sums of 1 + 1 + 1 + 1 and of −1/3 each; the first is twice the full scale. */
    @Test
    void sumsCountRelativeToTheFullScaleBeforeTheAdcClipsThem() {
        float third = 5 / 15f;
        TrainedNetwork trained = dense(
                Polarity.DIFFERENTIAL,
                new Converters(8, 8),
                new TileShape(8, 8),
                InputCoding.SIGNED,
                1,
                1,
                -third,
                1,
                -third,
                1,
                -third,
                1,
                -third);

        AdcInputs found = AdcInputProbe.measure(trained, windows(30, 1, 1, 1, 1), () -> false)
                .getFirst();

        assertThat(found.fullScale()).isEqualTo(FULL_SCALE);
        assertThat(found.columns()).hasSize(1);
        AdcInputs.Columns columns = found.columns().getFirst();
        assertThat(columns.belowZero()).isTrue();
        assertThat(columns.aboveZero()).isTrue();
        assertThat(columns.steps(8)).isEqualTo(127);
        SumHistogram sums = columns.sums();
        assertThat(sums.total()).isEqualTo(60);
        assertThat(sums.largest()).isCloseTo(2, within(1e-6));
        assertThat(sums.shareOutside(-1, 1)).isEqualTo(0.5);
        assertThat(sums.shareOutside(-2, 2)).as("just at the limit").isZero();
        assertThat(sums.shareOutside(0, 2)).isEqualTo(0.5);
        assertThat(sums.countBetween(-0.7, -0.6)).isCloseTo(30, within(1e-6));
        assertThat(sums.rootMeanSquare()).isCloseTo(Math.sqrt((4 + 4 / 9.0) / 2), within(1e-5));
    }

    @Test
    void everyKindOfAdcIsCountedOnItsOwn() {
        TrainedNetwork trained = dense(
                Polarity.ROW_BLOCK,
                new Converters(8, 8),
                new TileShape(8, 8),
                InputCoding.RECTIFIED_SPLIT,
                1,
                new float[16]);
        TrainedLayer layer = trained.layers().getFirst();
        for (int i = 0; i < layer.weights().length; i++) {
            layer.weights()[i] = layer.plan().encoding(i / 2, i % 2).highestLevel(2) > 0 ? 1 : -1;
        }

        AdcInputs found = AdcInputProbe.measure(trained, windows(5, 1, 1, 1, -1), () -> false)
                .getFirst();

        assertThat(found.columns()).hasSize(2);
        for (AdcInputs.Columns columns : found.columns()) {
            assertThat(columns.belowZero()).isNotEqualTo(columns.aboveZero());
            assertThat(columns.steps(8)).isEqualTo(255);
            assertThat(columns.sums().total()).isEqualTo(5 * 2);
            assertThat(columns.sums().shareOutside(columns.low(4), columns.high(4)))
                    .as("sums have the sign of their cells")
                    .isZero();
        }
    }

    /** Slices of a weight and digits of an input are conversions of their own, on the same full scale. */
    @Test
    void slicesAndCyclesAreConvertedOnTheirOwn() {
        TrainedNetwork trained = dense(
                Polarity.DIFFERENTIAL,
                new Converters(8, 8, 4),
                new TileShape(8, 8),
                InputCoding.RECTIFIED_SPLIT,
                2,
                new float[16]);
        Arrays.fill(trained.layers().getFirst().weights(), 1);

        AdcInputs found = AdcInputProbe.measure(trained, windows(7, 1, 1, 1, 1), () -> false)
                .getFirst();

        SumHistogram sums = found.columns().getFirst().sums();
        assertThat(sums.total()).isEqualTo(7 * 2 * 2 * 2);
        assertThat(sums.countBetween(1.999, 2)).isCloseTo(sums.total(), within(1e-6));
    }

    /** The engine's own converters count the same conversions and clip the same share of them. */
    @ParameterizedTest
    @EnumSource(
            value = Polarity.class,
            names = {"DIFFERENTIAL", "ROW_BLOCK", "OFFSET"})
    void theClippedShareIsWhatTheConvertersCount(Polarity polarity) {
        TrainedNetwork wide = dense(
                polarity, new Converters(8, 6, 4), new TileShape(8, 8), InputCoding.RECTIFIED_SPLIT, 2, new float[16]);
        TrainedNetwork trained = withFullScale(wide, 0.8f);
        TrainedLayer layer = trained.layers().getFirst();
        Random random = new Random(6);
        for (int i = 0; i < layer.weights().length; i++) {
            Encoding encoding = layer.plan().encoding(i / 2, i % 2);
            float size = 0.5f + random.nextFloat() / 2;
            layer.weights()[i] =
                    encoding.unipolar() ? encoding.highestLevel(2) * size + encoding.lowestLevel(2) * size : size;
        }
        Dataset data = windows(200, 1, 1, 1, 1);
        for (int i = 0; i < data.features().length; i++) {
            data.features()[i] = random.nextFloat() * 1.5f;
        }
        AtomicLong made = new AtomicLong();
        AtomicLong clipped = new AtomicLong();
        Probe.run(
                trained, Model.of(trained), data, AdcInputProbe.MOST_WINDOWS, () -> false, (lane, network, samples) -> {
                    Conversions conversions = network.crossbars.getFirst().conversions();
                    made.addAndGet(conversions.made());
                    clipped.addAndGet(conversions.clippings());
                });

        AdcInputs found = AdcInputProbe.measure(trained, data, () -> false).getFirst();

        long total = 0;
        double outside = 0;
        for (AdcInputs.Columns columns : found.columns()) {
            total += columns.sums().total();
            outside += columns.sums().countOutside(columns.low(1), columns.high(1));
        }
        assertThat(total).isEqualTo(made.get());
        assertThat(clipped.get()).isPositive().isLessThan(made.get());
        assertThat(outside).isCloseTo(clipped.get(), within(1e-9));
    }

    @Test
    void layersTogetherKeepEverySum() {
        TrainedNetwork trained = dense(
                Polarity.DIFFERENTIAL,
                new Converters(8, 8),
                new TileShape(8, 8),
                InputCoding.SIGNED,
                1,
                1,
                0,
                1,
                0,
                1,
                0,
                1,
                0);
        AdcInputs one = AdcInputProbe.measure(trained, windows(10, 1, 1, 1, 1), () -> false)
                .getFirst();

        List<AdcInputs.Columns> all = AdcInputs.together(List.of(one, one, one));

        assertThat(all).hasSize(1);
        assertThat(all.getFirst().sums().total()).isEqualTo(60);
        assertThat(all.getFirst().sums().shareOutside(-1, 1)).isEqualTo(0.5);
        assertThat(all.getFirst().sums().countBetween(-0.01, 0.01)).isEqualTo(30);
    }

    @Test
    void cancellingStopsIt() {
        TrainedNetwork trained = dense(
                Polarity.DIFFERENTIAL, new Converters(8, 8), new TileShape(8, 8), InputCoding.SIGNED, 1, new float[8]);
        Dataset data = windows(9, 1, 1, 1, 1);
        assertThatThrownBy(() -> AdcInputProbe.measure(trained, data, () -> true))
                .isInstanceOf(CancellationException.class);
    }
}
