package studio.crossbar.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.crossbar.data.Parts;
import studio.crossbar.design.Design;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Converters;
import studio.crossbar.hardware.Encoding;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.PolarityMap;
import studio.crossbar.hardware.RangeSharing;
import studio.crossbar.hardware.Slices;
import studio.crossbar.hardware.TileShape;

class TrainerTest {

    private final Parts parts = Waves.parts();

    @ParameterizedTest
    @EnumSource(Polarity.class)
    void learnsUnderEveryPolarityAndKeepsItsSigns(Polarity polarity) {
        TrainedNetwork trained =
                Trainer.train(Waves.design(polarity, Waves.recipe(10, 10)), parts, TrainingListener.NONE);
        assertThat(trained.floatAccuracy()).isGreaterThan(0.95);
        assertThat(accuracy(trained)).isGreaterThan(0.9);
        requireLevels(trained);
    }

    private static void requireLevels(TrainedNetwork trained) {
        int steps = trained.design().hardware().weightSlices().weightLevels();
        for (TrainedLayer layer : trained.layers()) {
            short[] levels = layer.levels(trained.design().hardware().cell());
            for (int i = 0; i < levels.length; i++) {
                Encoding encoding = layer.plan().encoding(i / layer.outputs(), i % layer.outputs());
                assertThat(encoding.holds(levels[i], steps)).isTrue();
            }
        }
    }

    /** Two slices of two bits, of every encoding. */
    @ParameterizedTest
    @EnumSource(Polarity.class)
    void learnsWithSlicedWeights(Polarity polarity) {
        Design design = Waves.design(polarity, Waves.recipe(10, 10));
        TrainedNetwork trained = Trainer.train(
                design.withHardware(design.hardware().withCell(Cell.ofBits(2)).withSlices(2)),
                parts,
                TrainingListener.NONE);
        assertThat(accuracy(trained)).isGreaterThan(0.9);
        requireLevels(trained);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void learnsWithInputsInSeveralCycles(int cycleBits) {
        Design design = Waves.design(Polarity.DIFFERENTIAL, Waves.recipe(10, 10));
        TrainedNetwork trained = Trainer.train(
                design.withHardware(design.hardware().withConverters(new Converters(8, 8, cycleBits))),
                parts,
                TrainingListener.NONE);
        assertThat(accuracy(trained)).isGreaterThan(0.9);
    }

    /** Encodings of all kinds side by side in one layer: every weight stays within its own. */
    @ParameterizedTest
    @EnumSource(PolarityMap.Granularity.class)
    void learnsUnderEveryMapAndKeepsItsSigns(PolarityMap.Granularity granularity) {
        Hardware hardware = Waves.hardware(Polarity.DIFFERENTIAL).withTile(new TileShape(8, 8));
        PolarityMap map = PolarityMap.filled(Waves.network(true), hardware, granularity, 2, Encoding.DIFFERENTIAL);
        Encoding[] turn = {Encoding.POSITIVE, Encoding.NEGATIVE, Encoding.DIFFERENTIAL, Encoding.OFFSET};
        for (int layer = 0; layer < map.layers().size(); layer++) {
            int lines = map.layers().get(layer).lines().size();
            int entries = map.layers().get(layer).lines().getFirst().size();
            for (int i = 0; i < lines * entries; i++) {
                map = map.with(layer, i / entries, i % entries, turn[(i + layer + i / entries) % turn.length]);
            }
        }
        Design design = new Design("mixed", Waves.network(true), hardware.withPolarity(map), Waves.recipe(10, 10), 7);
        TrainedNetwork trained = Trainer.train(design, parts, TrainingListener.NONE);
        assertThat(accuracy(trained)).isGreaterThan(0.9);
        requireLevels(trained);
    }

    @Test
    void sharesRangesOnlyUnderUniformScaling() {
        Design design = Waves.design(Polarity.DIFFERENTIAL, Waves.recipe(2, 2));
        TrainedNetwork uniform = Trainer.train(design, parts, TrainingListener.NONE);
        assertThat(uniform.layers().stream().map(TrainedLayer::ranges).distinct())
                .hasSize(1);
        TrainedNetwork perLayer = Trainer.train(
                design.withHardware(design.hardware().withRanges(RangeSharing.PER_LAYER)),
                parts,
                TrainingListener.NONE);
        assertThat(perLayer.layers().stream().map(TrainedLayer::ranges).distinct())
                .hasSize(3);
    }

    @Test
    void givesTheSameBitsForASeedOnAnyNumberOfThreads() throws Exception {
        Design design = Waves.design(Polarity.ROW_BLOCK, Waves.recipe(2, 2));
        TrainedNetwork here = Trainer.train(design, parts, TrainingListener.NONE);
        TrainedNetwork alone;
        try (ForkJoinPool one = new ForkJoinPool(1)) {
            alone = one.submit(() -> Trainer.train(design, parts, TrainingListener.NONE))
                    .get();
        }
        TrainedNetwork other = Trainer.train(design.withSeed(8), parts, TrainingListener.NONE);
        for (int i = 0; i < here.layers().size(); i++) {
            assertThat(alone.layers().get(i).weights())
                    .isEqualTo(here.layers().get(i).weights());
            assertThat(alone.layers().get(i).multiplier())
                    .isEqualTo(here.layers().get(i).multiplier());
            assertThat(other.layers().get(i).weights())
                    .isNotEqualTo(here.layers().get(i).weights());
        }
        assertThat(alone.history()).isEqualTo(here.history());
    }

    @Test
    void reportsEveryEpochAndRisingProgress() {
        List<Epoch> epochs = new ArrayList<>();
        List<Double> progress = new ArrayList<>();
        Trainer.train(Waves.design(Polarity.POSITIVE, Waves.recipe(2, 3)), parts, new TrainingListener() {
            @Override
            public void epoch(Epoch epoch) {
                epochs.add(epoch);
            }

            @Override
            public void progress(double done, double loss) {
                progress.add(done);
            }
        });
        assertThat(epochs).extracting(Epoch::index).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(epochs).extracting(Epoch::total).containsOnly(7);
        assertThat(epochs)
                .extracting(Epoch::phase)
                .containsExactly(
                        Epoch.Phase.FLOAT,
                        Epoch.Phase.FLOAT,
                        Epoch.Phase.POLARITY,
                        Epoch.Phase.POLARITY,
                        Epoch.Phase.HARDWARE,
                        Epoch.Phase.HARDWARE,
                        Epoch.Phase.HARDWARE);
        assertThat(progress).isSorted().endsWith(1.0);
    }

    @Test
    void stopsWithinOneBatchOfACancellation() {
        int[] batches = {0};
        assertThatThrownBy(() -> Trainer.train(
                        Waves.design(Polarity.DIFFERENTIAL, Waves.recipe(50, 50)), parts, new TrainingListener() {
                            @Override
                            public void progress(double done, double loss) {
                                batches[0]++;
                            }

                            @Override
                            public boolean cancelled() {
                                return batches[0] >= 3;
                            }
                        }))
                .isInstanceOf(CancellationException.class);
        assertThat(batches[0]).isEqualTo(3);
    }

    @Test
    void refusesDataThatDoNotFit() {
        Design design = Waves.design(Polarity.DIFFERENTIAL, Waves.recipe(1, 1));
        Parts wrong = new Parts(
                parts.name(),
                parts.train().withFeatures(parts.train().features().clone()),
                parts.test());
        wrong.train().features()[5] = Float.NaN;
        assertThatThrownBy(() -> Trainer.train(design, wrong, TrainingListener.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("value 5")
                .hasMessageContaining("NaN");
        Design narrow = new Design(
                "narrow",
                new studio.crossbar.network.Network(
                        new studio.crossbar.network.Shape(6, Waves.LENGTH),
                        Waves.network(false).layers()),
                design.hardware(),
                design.recipe(),
                1);
        assertThatThrownBy(() -> Trainer.train(narrow, parts, TrainingListener.NONE))
                .hasMessageContaining("6 × 24")
                .hasMessageContaining("4 × 24");
    }

    private double accuracy(TrainedNetwork trained) {
        Slices slices = trained.design().hardware().weightSlices();
        try (AnalogInference inference = new AnalogInference(trained, parts.test())) {
            for (int i = 0; i < trained.layers().size(); i++) {
                TrainedLayer layer = trained.layers().get(i);
                short[] levels = layer.levels(trained.design().hardware().cell());
                float[][] cells = new float[slices.count()][levels.length];
                for (int k = 0; k < levels.length; k++) {
                    Encoding encoding = layer.plan().encoding(k / layer.outputs(), k % layer.outputs());
                    for (int j = 0; j < slices.count(); j++) {
                        cells[j][k] = slices.digitLevel(encoding, levels[k], j)
                                * layer.ranges().weight()
                                / (slices.cellLevels() - 1);
                    }
                }
                inference.program(i, cells);
            }
            return inference.accuracy(1, 0, () -> false);
        }
    }
}
