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
import studio.crossbar.design.LearningSchedule;
import studio.crossbar.design.Optimiser;
import studio.crossbar.design.PolarityStart;
import studio.crossbar.design.Recipe;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Converters;
import studio.crossbar.hardware.DigitalScaling;
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
    void aPausedTrainingWaitsAndThenGivesTheBitsOfOneThatWasNot() {
        Design design = Waves.design(Polarity.DIFFERENTIAL, Waves.recipe(1, 1));
        TrainedNetwork straight = Trainer.train(design, parts, TrainingListener.NONE);
        int[] asked = {0};
        int[] batches = {0};
        int[] batchesAtPause = {0};
        TrainedNetwork paused = Trainer.train(design, parts, new TrainingListener() {
            @Override
            public void progress(double done, double loss) {
                batches[0]++;
            }

            @Override
            public boolean paused() {
                if (batches[0] == 2 && asked[0] < 5) {
                    asked[0]++;
                    batchesAtPause[0] = batches[0];
                    return true;
                }
                return false;
            }
        });
        assertThat(asked[0]).isEqualTo(5);
        assertThat(batchesAtPause[0]).isEqualTo(2);
        assertThat(paused.history()).isEqualTo(straight.history());
        assertThat(paused.layers().getLast().weights())
                .isEqualTo(straight.layers().getLast().weights());
    }

    @Test
    void aPausedTrainingCanBeCancelled() {
        assertThatThrownBy(() -> Trainer.train(
                        Waves.design(Polarity.DIFFERENTIAL, Waves.recipe(1, 1)), parts, new TrainingListener() {
                            private int asked;

                            @Override
                            public boolean paused() {
                                return true;
                            }

                            @Override
                            public boolean cancelled() {
                                return asked++ > 3;
                            }
                        }))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void momentumAndACosineLearnToo() {
        Recipe recipe = Waves.recipe(10, 10).with(r -> {
            r.optimiser = Optimiser.SGD;
            r.schedule = LearningSchedule.COSINE;
            r.floatLearningRate = 0.05;
            r.hardwareLearningRate = 0.02;
        });
        TrainedNetwork trained =
                Trainer.train(Waves.design(Polarity.DIFFERENTIAL, recipe), parts, TrainingListener.NONE);
        assertThat(trained.floatAccuracy()).isGreaterThan(0.95);
        assertThat(accuracy(trained)).isGreaterThan(0.9);
    }

    @Test
    void weightClippingBoundsWeightsByTheirRootMeanSquare() {
        Recipe free = Waves.recipe(8, 0);
        double most = 1.5;
        assertThat(greatestOverRootMeanSquare(free)).isGreaterThan(1.1 * most);
        // The last clip lowers the root mean square that it was taken from, by little.
        assertThat(greatestOverRootMeanSquare(free.with(r -> r.weightClipping = most)))
                .isLessThan(1.1 * most);
    }

    private double greatestOverRootMeanSquare(Recipe recipe) {
        // Without a multiplier a channel, calibration stretches no columns: weights stay as they were learned.
        Design design = Waves.design(Polarity.DIFFERENTIAL, recipe.with(r -> r.batchNormalisation = false));
        TrainedNetwork trained = Trainer.train(
                design.withHardware(design.hardware().withScaling(DigitalScaling.SHIFT)), parts, TrainingListener.NONE);
        float[] weights = trained.layers().get(1).weights();
        double squares = 0;
        double greatest = 0;
        for (float weight : weights) {
            squares += (double) weight * weight;
            greatest = Math.max(greatest, Math.abs(weight));
        }
        return greatest / Math.sqrt(squares / weights.length);
    }

    @Test
    void weightsOfOneSignThatStartFromTheFloatNetworkAreAheadOfRandomOnes() {
        Recipe recipe = Waves.recipe(8, 0);
        double random = firstPolarityLoss(recipe);
        double kept = firstPolarityLoss(recipe.with(r -> r.polarityStart = PolarityStart.FLOAT));
        assertThat(kept).isLessThan(0.8 * random);
    }

    private double firstPolarityLoss(Recipe recipe) {
        return Trainer.train(Waves.design(Polarity.ROW_BLOCK, recipe), parts, TrainingListener.NONE).history().stream()
                .filter(epoch -> epoch.phase() == Epoch.Phase.POLARITY)
                .findFirst()
                .orElseThrow()
                .loss();
    }

    @Test
    void historyTellsRangesClippingAndNoiseOfEveryLayer() {
        TrainedNetwork trained = Trainer.train(
                Waves.design(Polarity.DIFFERENTIAL, Waves.recipe(1, 4).with(r -> r.rampEpochs = 2)),
                parts,
                TrainingListener.NONE);
        Epoch floating = trained.history().getFirst();
        assertThat(floating.layers()).hasSize(3).allMatch(layer -> layer.clipping() == 0);
        assertThat(floating.programmingSigma()).isZero();
        List<Epoch> analog = trained.history().subList(1, 5);
        assertThat(analog).extracting(Epoch::programmingSigma).containsExactly(0.01, 0.02, 0.02, 0.02);
        assertThat(analog).anyMatch(epoch -> epoch.layers().stream().anyMatch(layer -> layer.clipping() > 0));
        assertThat(analog)
                .allMatch(epoch -> epoch.layers().stream()
                        .allMatch(layer ->
                                layer.clipping() < 0.5 && layer.ranges().adc() > 0));
    }

    @Test
    void aDivergingTrainingStopsWithLayerStepAndCause() {
        Recipe wild = Waves.recipe(5, 1).with(r -> {
            r.optimiser = Optimiser.SGD;
            r.floatLearningRate = 1;
            r.momentum = 0.99;
            r.batchNormalisation = false;
        });
        assertThatThrownBy(() -> Trainer.train(Waves.design(Polarity.DIFFERENTIAL, wild), parts, TrainingListener.NONE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageMatching("the training diverged in the float phase, epoch \\d+, step \\d+: loss .*layer"
                        + " [123] (conv1d|dense) \\d+ .*; lower recipe.floatLearningRate .*");
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
