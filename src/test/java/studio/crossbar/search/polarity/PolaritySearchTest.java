package studio.crossbar.search.polarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.cost.Technology;
import studio.crossbar.data.Parts;
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
import studio.crossbar.hardware.PolarityMap;
import studio.crossbar.hardware.RangeSharing;
import studio.crossbar.hardware.TileShape;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;
import studio.crossbar.study.SyntheticWindows;
import studio.crossbar.training.Epoch;
import studio.crossbar.training.TrainedNetwork;
import studio.crossbar.training.TrainingListener;

class PolaritySearchTest {

    private static final Parts DATA = SyntheticWindows.ALL;

    private static Design design() {
        Network network = new Network(
                new Shape(18, 128),
                List.of(
                        new Layer.Conv1d(16, 9, 4, 4),
                        new Layer.Relu(),
                        new Layer.Conv1d(24, 5, 2, 2),
                        new Layer.Relu(),
                        new Layer.MeanOverTime(),
                        new Layer.Dense(6)));
        Hardware hardware = new Hardware(
                Cell.ofBits(4),
                Polarity.DIFFERENTIAL,
                new Converters(8, 8),
                new TileShape(32, 16),
                RangeSharing.UNIFORM,
                DigitalScaling.AFFINE,
                InputCoding.RECTIFIED_SPLIT,
                new Noise(0.05, 0));
        return new Design("small", network, hardware, Recipe.standard().withEpochs(4, 2), 1);
    }

    private static PolaritySearch search(Parts data, PolaritySettings settings, @Nullable Path folder) {
        return new PolaritySearch(design(), data, settings, Technology.standard(), CostOptions.STANDARD, 2, folder);
    }

    private static final PolaritySettings SHORT = PolaritySettings.STANDARD
            .withGranularity(PolarityMap.Granularity.TILE, 1)
            .withEpochs(3, 1);

    @Test
    void aHigherPriceGivesFewerPairsAndLessAreaFromOneFloatNetwork(@TempDir Path folder) throws IOException {
        List<Epoch.Phase> phases = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void epoch(Epoch epoch) {
                phases.add(epoch.phase());
            }
        };
        PolaritySearch search = search(DATA, SHORT, folder);
        List<PolarityPoint> front = search.run(List.of(0.0, 1.0, 1e5), listener, _ -> {});
        assertThat(phases.stream().filter(phase -> phase == Epoch.Phase.FLOAT)).hasSize(4);
        assertThat(front.get(0).share(Encoding.DIFFERENTIAL)).isGreaterThan(0.5);
        assertThat(front.get(0).accuracy().mean()).isGreaterThan(0.85);
        assertThat(front.get(2).share(Encoding.DIFFERENTIAL)).isZero();
        for (int i = 1; i < front.size(); i++) {
            assertThat(front.get(i).weightShare(Encoding.DIFFERENTIAL))
                    .isLessThan(front.get(i - 1).weightShare(Encoding.DIFFERENTIAL));
            assertThat(front.get(i).cost().areaSquareMillimetres())
                    .isLessThan(front.get(i - 1).cost().areaSquareMillimetres());
        }
        for (PolarityPoint point : front) {
            double sum =
                    Arrays.stream(Encoding.values()).mapToDouble(point::share).sum();
            assertThat(sum).isCloseTo(1, within(1e-12));
        }
        assertThat(folder).isNotEmptyDirectory();
        search.forget();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void goesOnWhereItWasStoppedWithTheBitsOfOneThatWasNot(@TempDir Path folder) throws IOException {
        List<Double> lambdas = List.of(0.5, 2.0);
        List<PolarityPoint> whole =
                search(SyntheticWindows.FEW, SHORT, null).run(lambdas, TrainingListener.NONE, _ -> {});
        for (int stop : new int[] {2, 4, 5}) {
            assertThatThrownBy(() ->
                            search(SyntheticWindows.FEW, SHORT, folder).run(lambdas, new StopAfter(stop), _ -> {}))
                    .isInstanceOf(CancellationException.class);
        }
        PolaritySearch again = search(SyntheticWindows.FEW, SHORT, folder);
        List<PolarityPoint> resumed = again.run(lambdas, TrainingListener.NONE, _ -> {});
        for (int i = 0; i < whole.size(); i++) {
            assertThat(resumed.get(i).encodings()).isEqualTo(whole.get(i).encodings());
            assertThat(resumed.get(i).accuracy()).isEqualTo(whole.get(i).accuracy());
            assertThat(weights(resumed.get(i).trained()))
                    .isEqualTo(weights(whole.get(i).trained()));
        }
        again.forget();
        assertThat(folder).isEmptyDirectory();
    }

    private static List<List<Float>> weights(TrainedNetwork trained) {
        List<List<Float>> all = new ArrayList<>();
        trained.layers().forEach(layer -> {
            List<Float> weights = new ArrayList<>();
            for (float weight : layer.weights()) {
                weights.add(weight);
            }
            all.add(weights);
        });
        return all;
    }

    /** Stops in the epoch after so many. */
    private static final class StopAfter implements TrainingListener {

        private int left;

        StopAfter(int epochs) {
            left = epochs;
        }

        @Override
        public void epoch(Epoch epoch) {
            left--;
        }

        @Override
        public boolean cancelled() {
            return left <= 0;
        }
    }

    @Test
    void constraintsHoldExactly() throws IOException {
        for (PolarityConstraint constraint : PolarityConstraint.values()) {
            PolaritySettings settings =
                    PolaritySettings.STANDARD.withEpochs(1, 0).withConstraint(constraint);
            if (constraint == PolarityConstraint.FREE) {
                settings = settings.withMaxDifferential(30);
            }
            PolarityPoint point = search(SyntheticWindows.FEW, settings, null)
                    .run(List.of(0.0), TrainingListener.NONE, _ -> {})
                    .getFirst();
            assertThat(constraint.choices()).containsAll(point.encodings());
            if (constraint == PolarityConstraint.FREE) {
                assertThat(point.weightShare(Encoding.DIFFERENTIAL)).isBetween(0.01, 0.30);
            }
            if (constraint == PolarityConstraint.UNIPOLAR_LAYER) {
                assertThat(point.parts()).hasSize(3);
            }
        }
    }

    @Test
    void settingsThatContradictEachOtherAreRefused() {
        assertThatThrownBy(() -> PolaritySettings.STANDARD
                        .withConstraint(PolarityConstraint.UNIPOLAR_LAYER)
                        .withGranularity(PolarityMap.Granularity.TILE, 1))
                .hasMessageContaining("granularity: TILE contradicts the constraint UNIPOLAR_LAYER");
        assertThatThrownBy(() -> PolaritySettings.STANDARD.withMaxDifferential(101))
                .hasMessageContaining("maxDifferential: 101.0 is outside 0 … 100");
        assertThatThrownBy(() -> PolaritySettings.STANDARD
                        .withConstraint(PolarityConstraint.ONLY_POSITIVE)
                        .withMaxDifferential(10))
                .hasMessageContaining("maxDifferential: 10.0 says nothing");
        assertThatThrownBy(() -> PolaritySettings.STANDARD.withEpochs(0, 1))
                .hasMessageContaining("searchEpochs: 0 is outside 1");
    }
}
