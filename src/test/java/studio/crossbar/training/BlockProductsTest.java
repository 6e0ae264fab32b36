package studio.crossbar.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.crossbar.design.Design;
import studio.crossbar.hardware.InputCoding;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;

class BlockProductsTest {

    private static final int SAMPLES = 2;

    static List<Layer.Weighted> convolutions() {
        return List.of(Layer.Conv2d.same(7, 3, 1), Layer.Conv2d.depthwise(6, 3, 1));
    }

    @ParameterizedTest
    @MethodSource("convolutions")
    void theInputsGradientIsLeftWhereItIsNotWanted(Layer.Weighted layer) {
        Network network = new Network(new Shape(6, 4, 5), List.of(layer, new Layer.Flatten(), new Layer.Dense(3)));
        Design design = new Design(
                "one",
                network,
                Waves.hardware(Polarity.DIFFERENTIAL).withInputs(InputCoding.SIGNED),
                Waves.recipe(1, 0),
                1);
        CrossbarState state = Model.of(design).layers.getFirst();
        Arrays.fill(state.cells.programmed, 0.5f);
        Arrays.fill(state.cells.transposed, 0.5f);
        Staging staging = new Staging(state.geometry);
        Arrays.fill(staging.values, 1f);
        BlockProducts products = new BlockProducts(state, staging, SAMPLES);
        Runs runs = state.geometry.runs;
        float[] gradient = new float[SAMPLES * state.geometry.output.length() * state.outputs];
        Arrays.fill(gradient, 1f);
        float[][] weightGradients = new float[2][state.weights.value.length];
        for (boolean ofInputs : new boolean[] {false, true}) {
            for (Geometry.Band band : state.geometry.bands) {
                products.gradients(
                        band,
                        0,
                        runs.count(SAMPLES),
                        runs.length(SAMPLES),
                        gradient,
                        products.resultStarts,
                        weightGradients[ofInputs ? 1 : 0],
                        ofInputs);
            }
            float sum = 0;
            for (float value : staging.gradient) {
                sum += value;
            }
            assertThat(sum != 0).isEqualTo(ofInputs);
        }
        assertThat(weightGradients[0]).containsExactly(weightGradients[1]).doesNotContain(0f);
    }
}
