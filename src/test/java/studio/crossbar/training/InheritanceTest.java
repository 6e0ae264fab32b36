package studio.crossbar.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.crossbar.data.Parts;
import studio.crossbar.design.Design;
import studio.crossbar.design.PolarityStart;
import studio.crossbar.hardware.DigitalScaling;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.TileShape;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;

class InheritanceTest {

    private static final Parts PARTS = Waves.parts();

    private static TrainedNetwork train(Design design) {
        return Trainer.train(design, PARTS, TrainingListener.NONE);
    }

    private static float[] floatScores(Model model, Design design, Windows windows) {
        try (BatchRunner runner = new BatchRunner(model, design.hardware().inputs(), 32, new Workers(1))) {
            runner.program(Stage.FLOAT);
            return runner.inferAll(windows, Stage.FLOAT, () -> false);
        }
    }

    /** Rows lie in another order, tiles are others, and batch normalisation starts anew. */
    @ParameterizedTest
    @CsvSource({"DIFFERENTIAL, AFFINE", "ROW_BLOCK, AFFINE", "DIFFERENTIAL, SHIFT"})
    void aChildOfTheSameShapeComputesInFloatWhatItsParentDoes(Polarity polarity, DigitalScaling scaling) {
        Design base = Waves.design(Polarity.DIFFERENTIAL, Waves.recipe(2, 1));
        TrainedNetwork parent = train(base);
        Design child = base.withHardware(
                base.hardware().withPolarity(polarity).withScaling(scaling).withTile(new TileShape(16, 8)));
        Windows windows = Windows.of(PARTS.train(), parent.standardisation());
        Model model = Model.of(child);
        model.initialise(99, true);
        try (BatchRunner runner = new BatchRunner(model, child.hardware().inputs(), 32, new Workers(1))) {
            int inherited = new Inheritance(model, runner, child.network(), windows, parent).run(true, 5);
            assertThat(inherited).isEqualTo(3);
        }
        float[] expected = floatScores(Model.of(parent), base, windows);
        float[] found = floatScores(model, child, windows);
        for (int i = 0; i < expected.length; i++) {
            assertThat(found[i]).isCloseTo(expected[i], within(2e-3f * (1 + Math.abs(expected[i]))));
        }
    }

    @Test
    void layersOfOtherShapeStartFromRandomValues() {
        Design base = Waves.design(Polarity.DIFFERENTIAL, Waves.recipe(1, 0));
        TrainedNetwork parent = train(base);
        List<Layer> layers = List.of(
                new Layer.Conv1d(10, 5, 2, 2),
                new Layer.Relu(),
                new Layer.Conv1d(14, 3, 1, 1),
                new Layer.Relu(),
                new Layer.MeanOverTime(),
                new Layer.Dense(3));
        Network wider = new Network(base.network().input(), layers);
        Design child = new Design("wider", wider, base.hardware(), base.recipe(), 7);
        Windows windows = Windows.of(PARTS.train(), parent.standardisation());
        Model model = Model.of(child);
        model.initialise(3, true);
        Model fresh = Model.of(child);
        fresh.initialise(3, true);
        try (BatchRunner runner = new BatchRunner(model, child.hardware().inputs(), 32, new Workers(1))) {
            assertThat(new Inheritance(model, runner, wider, windows, parent).run(true, 5))
                    .isEqualTo(1);
        }
        assertThat(model.layers.get(0).weights.value).isNotEqualTo(fresh.layers.get(0).weights.value);
        assertThat(model.layers.get(1).weights.value).isEqualTo(fresh.layers.get(1).weights.value);
        assertThat(model.layers.get(2).weights.value).isEqualTo(fresh.layers.get(2).weights.value);
    }

    @Test
    void weightsOfTheWrongSignAreNotInheritedWhereCellsHaveOne() {
        TrainedNetwork parent = train(Waves.design(Polarity.DIFFERENTIAL, Waves.recipe(1, 0)));
        Design child = Waves.design(Polarity.DIFFERENTIAL, Waves.recipe(1, 0));
        Design positive = child.withHardware(child.hardware().withPolarity(Polarity.POSITIVE));
        Windows windows = Windows.of(PARTS.train(), parent.standardisation());
        Model model = Model.of(positive);
        model.initialise(3, false);
        try (BatchRunner runner = new BatchRunner(model, positive.hardware().inputs(), 32, new Workers(1))) {
            assertThat(new Inheritance(model, runner, positive.network(), windows, parent).run(false, 5))
                    .isZero();
        }
        for (CrossbarState layer : model.layers) {
            for (float weight : layer.weights.value) {
                assertThat(weight).isNotNegative();
            }
        }
    }

    /** A parent with weights of both signs fits no layer; what the child has learned from it in float is kept nevertheless. */
    @Test
    void whereNoLayerFitsTheFloatNetworkIsKeptIfTheRecipeSaysSo() {
        Design design = Waves.design(Polarity.ROW_BLOCK, Waves.recipe(8, 0));
        TrainedNetwork parent = train(design.withHardware(design.hardware().withPolarity(Polarity.DIFFERENTIAL)));
        double random = firstPolarityLoss(design, parent);
        Design kept = design.withRecipe(design.recipe().with(r -> r.polarityStart = PolarityStart.FLOAT));
        assertThat(firstPolarityLoss(kept, parent)).isLessThan(0.8 * random);
    }

    private static double firstPolarityLoss(Design design, TrainedNetwork parent) {
        TrainingOptions options = new TrainingOptions(1, parent);
        return Trainer.train(design, PARTS, TrainingListener.NONE, null, TrainingState.Store.NONE, options)
                .history()
                .stream()
                .filter(epoch -> epoch.phase() == Epoch.Phase.POLARITY)
                .findFirst()
                .orElseThrow()
                .loss();
    }

    @Test
    void aChildNeedsFewerEpochsAndAnyNumberOfThreads() {
        Design design = Waves.design(Polarity.ROW_BLOCK, Waves.recipe(8, 8));
        TrainedNetwork parent = train(design);
        Design brief = design.withRecipe(Waves.recipe(1, 1)).withSeed(21);
        TrainedNetwork alone = train(brief);
        TrainedNetwork child = Trainer.train(
                brief, PARTS, TrainingListener.NONE, null, TrainingState.Store.NONE, new TrainingOptions(1, parent));
        TrainedNetwork again = Trainer.train(
                brief, PARTS, TrainingListener.NONE, null, TrainingState.Store.NONE, new TrainingOptions(3, parent));
        assertThat(child.history().getLast().loss())
                .isLessThan(alone.history().getLast().loss());
        for (int i = 0; i < child.layers().size(); i++) {
            assertThat(again.layers().get(i).weights())
                    .isEqualTo(child.layers().get(i).weights());
        }
    }
}
