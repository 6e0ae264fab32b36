package studio.crossbar.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.crossbar.data.Dataset;
import studio.crossbar.data.Standardisation;
import studio.crossbar.design.Design;
import studio.crossbar.hardware.Encoding;
import studio.crossbar.hardware.Noise;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.PolarityMap;
import studio.crossbar.hardware.SubMatrix;
import studio.crossbar.tensor.NoiseUse;

class PolarityLearningTest {

    private static final Stage STAGE = new Stage(false, true, Noise.NONE, NoiseUse.TRAINING, 0, 0);
    private static final int BATCH = 40;
    private static final List<Encoding> CHOICES = List.of(Encoding.POSITIVE, Encoding.NEGATIVE, Encoding.DIFFERENTIAL);

    /** Differential design on the sub-matrices of a granularity, two planes of channels. */
    private static Design waves(PolarityMap.Granularity granularity, int floatEpochs, int hardwareEpochs) {
        var hardware = Waves.hardware(Polarity.DIFFERENTIAL);
        PolarityMap map = PolarityMap.filled(Waves.network(true), hardware, granularity, 2, Encoding.DIFFERENTIAL);
        return new Design(
                "waves", Waves.network(true), hardware.withPolarity(map), Waves.recipe(floatEpochs, hardwareEpochs), 7);
    }

    private static List<SubMatrix> parts(Design design, PolarityMap.Granularity granularity) {
        return SubMatrix.of(design.network(), design.hardware(), granularity, 2);
    }

    /** A sub-matrix of one sign costs its share of the weights less than one of both. */
    private static PolarityProblem problem(
            List<SubMatrix> parts, PolarityMap.Granularity granularity, double lambda, int epochs) {
        double all = parts.stream().mapToLong(SubMatrix::weights).sum();
        double[][] own = parts.stream()
                .map(part -> new double[] {-part.weights() / all / 2, -part.weights() / all / 2, 0})
                .toArray(double[][]::new);
        return new PolarityProblem(
                granularity,
                2,
                CHOICES,
                new ChoicePrices(1, parts.stream().map(SubMatrix::layer).toList(), own, List.of()),
                lambda,
                epochs);
    }

    @ParameterizedTest
    @EnumSource(PolarityMap.Granularity.class)
    void subMatricesCoverEveryWeightOnceAndMapsPutTheirEncodingsThere(PolarityMap.Granularity granularity) {
        Design design = waves(granularity, 1, 0);
        List<SubMatrix> parts = parts(design, granularity);
        Random random = new Random(2);
        List<Encoding> encodings =
                parts.stream().map(_ -> CHOICES.get(random.nextInt(3))).toList();
        PolarityMap map = SubMatrix.map(design.network(), design.hardware(), granularity, 2, encodings);
        Model model = Model.of(design.withHardware(design.hardware().withPolarity(map)));
        long weights = 0;
        for (int s = 0; s < parts.size(); s++) {
            SubMatrix part = parts.get(s);
            weights += part.weights();
            var plan = model.layers.get(part.layer()).geometry.rows;
            for (int row = part.firstRow(); row < part.firstRow() + part.rows(); row++) {
                for (int n = part.firstOutput(); n < part.firstOutput() + part.outputs(); n++) {
                    assertThat(plan.encoding(row, n)).isEqualTo(encodings.get(s));
                }
            }
        }
        assertThat(weights).isEqualTo(design.network().weights());
        assertThatThrownBy(() -> SubMatrix.map(
                        design.network(), design.hardware(), granularity, 2, encodings.subList(1, encodings.size())))
                .hasMessageContaining("encodings: ");
    }

    @Test
    void mixesWeightsAndTheirGradientsByClosedForm() {
        var part = new SubMatrix(0, 0, 0, 0, 1, 0, 3);
        PolarityMixture mixture = new PolarityMixture(List.of(part), 3);
        mixture.set(0, 0.75, 0.5, false, true);
        float[] weights = {2, -4, 1};
        float[] mixed = new float[3];
        mixture.mix(true, weights, 0, 1, mixed);
        assertThat(mixed).containsExactly(1.5f, -2, 0.75f);
        mixture.mix(false, weights, 0, 1, mixed);
        assertThat(mixed).containsExactly(0, -4, 0);
        float[] gradient = {1, 10, 100};
        double[][] bySign = new double[1][2];
        mixture.backward(weights, gradient, bySign);
        assertThat(gradient).containsExactly(0.75f, 5, 75);
        assertThat(bySign[0]).containsExactly(2 + 100, -40);
    }

    /** Logits and weights along random directions, the Gumbel noise held. */
    @ParameterizedTest
    @EnumSource(PolarityMap.Granularity.class)
    void gradientsMatchDifferences(PolarityMap.Granularity granularity) {
        Design design = waves(granularity, 1, 0);
        Model model = Model.of(design);
        model.initialise(5, true);
        List<SubMatrix> parts = parts(design, granularity);
        PolarityProblem problem = problem(parts, granularity, 0.7, 1);
        PolarityLearning learning = new PolarityLearning(model, problem, parts, 1);
        Random random = new Random(11);
        ChoiceLogits logits = learning.logits();
        for (int i = 0; i < logits.value.length; i++) {
            logits.value[i] = (float) random.nextGaussian();
        }
        Dataset data = Waves.parts().train();
        Windows windows = Windows.of(data, Standardisation.fit(data));
        try (Workers workers = new Workers(2);
                BatchRunner runner = new BatchRunner(model, design.hardware().inputs(), BATCH, workers)) {
            loss(learning, problem, runner, windows);
            learning.addGradients();
            float[] byLogits = logits.gradient().clone();
            float[] byWeights = model.layers.getFirst().weights.gradient.clone();
            check(logits.value, byLogits, random, () -> loss(learning, problem, runner, windows));
            check(
                    model.layers.getFirst().weights.value,
                    byWeights,
                    random,
                    () -> loss(learning, problem, runner, windows));
        }
    }

    private static void check(float[] values, float[] gradient, Random random, java.util.function.DoubleSupplier loss) {
        float[] centre = values.clone();
        float[] direction = new float[values.length];
        double along = 0;
        double norm = 0;
        for (int i = 0; i < values.length; i++) {
            direction[i] = (float) (random.nextGaussian() + 2 * Math.signum(gradient[i]));
            along += gradient[i] * direction[i];
            norm += direction[i] * direction[i];
        }
        double step = 1e-3 / Math.sqrt(norm);
        double[] losses = new double[2];
        for (int side = 0; side < 2; side++) {
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (centre[i] + (2 * side - 1) * step * direction[i]);
            }
            losses[side] = loss.getAsDouble();
        }
        System.arraycopy(centre, 0, values, 0, centre.length);
        double difference = (losses[1] - losses[0]) / (2 * step);
        assertThat(along).isCloseTo(difference, within(0.02 * Math.abs(difference) + 1e-3 * Math.sqrt(norm)));
        assertThat(Math.abs(difference)).as("a gradient that shows").isGreaterThan(5e-3 * Math.sqrt(norm));
    }

    /** Of the batch, with the price. */
    private static double loss(
            PolarityLearning learning, PolarityProblem problem, BatchRunner runner, Windows windows) {
        learning.beginStep(2, 9);
        runner.program(STAGE);
        int[] order = IntStream.range(0, BATCH).toArray();
        runner.learn(windows, order, 0, BATCH, Augmentation.NONE, 0, new Loss(0.05, 0), null, STAGE);
        return runner.loss() + problem.lambda() * problem.prices().expected(learning.probabilities());
    }

    private record Found(double[][] probabilities, TrainedNetwork trained, List<TrainingState> states) {}

    private static Found search(double lambda, int epochs) {
        PolarityMap.Granularity granularity = PolarityMap.Granularity.ROW_BLOCK;
        Design design = waves(granularity, 6, 2);
        List<SubMatrix> parts = parts(design, granularity);
        FloatStart start = PolarityTraining.pretrain(
                design, Waves.parts(), 20, TrainingListener.NONE, null, TrainingState.Store.NONE);
        List<TrainingState> states = new ArrayList<>();
        PolarityProblem problem = problem(parts, granularity, lambda, epochs);
        PolarityOutcome outcome = PolarityTraining.search(
                design, Waves.parts(), start, problem, 20, TrainingListener.NONE, null, states::add);
        for (TrainingState state : states) {
            PolarityOutcome resumed = PolarityTraining.search(
                    design, Waves.parts(), start, problem, 20, TrainingListener.NONE, state, TrainingState.Store.NONE);
            assertThat(resumed.probabilities()).isDeepEqualTo(outcome.probabilities());
            for (int i = 0; i < resumed.values().values().size(); i++) {
                assertThat(resumed.values().values().get(i))
                        .isEqualTo(outcome.values().values().get(i));
            }
        }
        PolarityMap map = SubMatrix.map(
                design.network(),
                design.hardware(),
                granularity,
                2,
                Arrays.stream(outcome.probabilities())
                        .map(line -> CHOICES.get(likeliest(line)))
                        .toList());
        TrainedNetwork trained = Trainer.fineTune(
                design.withHardware(design.hardware().withPolarity(map)),
                Waves.parts(),
                outcome.values(),
                2,
                TrainingListener.NONE,
                null,
                TrainingState.Store.NONE);
        return new Found(outcome.probabilities(), trained, states);
    }

    private static int likeliest(double[] line) {
        return line[0] >= line[1] && line[0] >= line[2] ? 0 : line[1] >= line[2] ? 1 : 2;
    }

    /** From any epoch a search goes on bit for bit; a heavy price leaves no pair, none keeps what the float network can. */
    @Test
    void aPriceOfNothingKeepsAccuracyAndAHighOneLeavesNoPair() {
        Found free = search(0, 3);
        Found dear = search(1000, 3);
        assertThat(free.states()).hasSize(3);
        assertThat(Arrays.stream(free.probabilities()).filter(line -> likeliest(line) == 2))
                .hasSizeGreaterThan(free.probabilities().length / 2);
        assertThat(free.trained().floatAccuracy()).isGreaterThan(0.9);
        assertThat(free.trained().history().getLast().trainAccuracy()).isGreaterThan(0.9);
        assertThat(Arrays.stream(dear.probabilities()).map(line -> line[2])).allMatch(p -> p < 0.01);
        assertThat(dear.trained().history()).extracting(Epoch::phase).containsExactlyElementsOf(phases(6, 3, 2, 2));
    }

    private static List<Epoch.Phase> phases(int floating, int search, int polarity, int hardware) {
        List<Epoch.Phase> phases = new ArrayList<>(Collections.nCopies(floating, Epoch.Phase.FLOAT));
        phases.addAll(Collections.nCopies(search, Epoch.Phase.SEARCH));
        phases.addAll(Collections.nCopies(polarity, Epoch.Phase.POLARITY));
        phases.addAll(Collections.nCopies(hardware, Epoch.Phase.HARDWARE));
        return phases;
    }

    @Test
    void refusesWhatIsNoProblem() {
        Design design = waves(PolarityMap.Granularity.LAYER, 1, 0);
        List<SubMatrix> parts = parts(design, PolarityMap.Granularity.LAYER);
        PolarityProblem one = problem(parts, PolarityMap.Granularity.LAYER, 1, 1);
        assertThatThrownBy(() -> problem(parts, PolarityMap.Granularity.LAYER, -1, 1))
                .hasMessageContaining("lambda: -1.0 is outside 0");
        assertThatThrownBy(() -> problem(parts, PolarityMap.Granularity.LAYER, 1, 0))
                .hasMessageContaining("epochs: 0 is outside 1");
        assertThatThrownBy(
                        () -> new PolarityProblem(one.granularity(), 2, List.of(Encoding.OFFSET), one.prices(), 1, 1))
                .hasMessageContaining("choices: [OFFSET]");
        assertThatThrownBy(() -> new PolarityLearning(Model.of(design), one, parts.subList(1, parts.size()), 1))
                .hasMessageContaining("prices: ");
    }
}
