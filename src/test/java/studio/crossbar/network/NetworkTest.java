package studio.crossbar.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.crossbar.network.Layer.ConcatRelu;
import studio.crossbar.network.Layer.Conv1d;
import studio.crossbar.network.Layer.Dense;
import studio.crossbar.network.Layer.MeanOverTime;
import studio.crossbar.network.Layer.Relu;

class NetworkTest {

    @Test
    void shapesAndWeightsOfTheReferenceHarNetwork() {
        Network network = new Network(
                new Shape(18, 128),
                List.of(
                        new Conv1d(32, 5, 2, 2),
                        new Relu(),
                        new Conv1d(64, 5, 2, 2),
                        new Relu(),
                        new Conv1d(64, 5, 2, 2),
                        new Relu(),
                        new MeanOverTime(),
                        new Dense(6)));
        assertThat(network.shapes().stream().map(Shape::toString))
                .containsExactly(
                        "18 × 128",
                        "32 × 64",
                        "32 × 64",
                        "64 × 32",
                        "64 × 32",
                        "64 × 16",
                        "64 × 16",
                        "64 × 1",
                        "6 × 1");
        assertThat(network.weights()).isEqualTo(90 * 32 + 160 * 64 + 320 * 64 + 64 * 6);
    }

    @Test
    void concatenatedRectifierDoublesTheRowsOfTheNextLayer() {
        Network network = new Network(new Shape(4, 1), List.of(new Dense(3), new ConcatRelu(), new Dense(2)));
        assertThat(network.weights()).isEqualTo(4 * 3 + 6 * 2);
    }

    @Test
    void aLayerThatDoesNotFitIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Network(new Shape(1, 3), List.of(new Relu(), new Conv1d(2, 9, 1, 0))))
                .withMessageContaining("layer 2")
                .withMessageContaining("kernel: 9 taps do not fit");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Network(new Shape(1, 3), List.of(new Relu())))
                .withMessageContaining("weights");
    }
}
