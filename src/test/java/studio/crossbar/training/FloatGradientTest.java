package studio.crossbar.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.crossbar.tensor.NoiseUse;
import studio.crossbar.data.Dataset;
import studio.crossbar.data.Standardisation;
import studio.crossbar.design.Design;
import studio.crossbar.design.Recipe;
import studio.crossbar.hardware.DigitalScaling;
import studio.crossbar.hardware.InputCoding;
import studio.crossbar.hardware.Noise;
import studio.crossbar.hardware.Polarity;

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
        Recipe base = Waves.recipe(1, 0);
        Recipe recipe = new Recipe(1, 0, 0, BATCH, 1e-2, 1e-2, 0, 0.05, 0, 0, 0, 0, normalised, 0);
        assertThat(base.batch()).isNotEqualTo(recipe.batch());
        Design design = new Design(
                "waves",
                Waves.network(polarity.unipolar()),
                Waves.hardware(polarity).withScaling(scaling),
                recipe,
                3);
        Model model = Model.of(design);
        model.initialise(5, true);
        Random random = new Random(11);
        for (CrossbarState layer : model.layers) {
            for (int i = 0; i < layer.digital.bias.value.length; i++) {
                layer.digital.bias.value[i] = 0.2f * (float) random.nextGaussian();
            }
        }
        Dataset data = Waves.parts().train();
        Windows windows = Windows.of(data, Standardisation.fit(data));
        try (Workers workers = new Workers(2)) {
            check(model, new BatchRunner(model, InputCoding.RECTIFIED_SPLIT, BATCH, workers), windows, random);
        }
    }

    private static void check(Model model, BatchRunner runner, Windows windows, Random random) {
        loss(model, runner, windows);
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
            double step = 2e-3 / Math.sqrt(norm);
            double above = lossAt(model, runner, windows, parameter, centre, direction, step);
            double below = lossAt(model, runner, windows, parameter, centre, direction, -step);
            System.arraycopy(centre, 0, parameter.value, 0, centre.length);
            double difference = (above - below) / (2 * step);
            assertThat(along)
                    .as("%s parameter of %d values", parameter.kind, centre.length)
                    .isCloseTo(difference, within(0.02 * Math.abs(difference) + 2e-3 * Math.sqrt(norm)));
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
        return loss(model, runner, windows);
    }

    private static double loss(Model model, BatchRunner runner, Windows windows) {
        runner.program(STAGE);
        int[] order = IntStream.range(0, BATCH).toArray();
        runner.learn(windows, order, 0, BATCH, Augmentation.NONE, 0, new Loss(0.05, 0), null, STAGE);
        return runner.loss();
    }
}
