package studio.crossbar.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReferenceNetworkTest {

    /** Weights without biases, by hand or from the papers. */
    @ParameterizedTest
    @CsvSource({
        // 9·9·32 + 9·32·64 + 9·64·64 + 64·6
        "HAR_CNN, 58272",
        // 1152·128 + 128·64 + 64·6
        "HAR_MLP, 156032",
        // LeNet-5's 61,706 parameters less 236 biases
        "LENET, 61470",
        // 27·32 + 9·32·32 + 9·32·64 + 9·64·64 + 4096·128 + 1280
        "CIFAR_CNN, 590944",
        // 27·32 + 9·(32·64 + 64·64 + 64·128 + 128·128) + 1280
        "CIFAR_STRIDED, 278624",
        // 9·(3·24 + 24·64 + 64² + 64·128 + 128² + 128·192 + 192²) + 1920
        "CIFAR_DEEP, 827400",
        // 9·(3·128 + 128² + 128·256 + 256² + 256·512 + 512²) + 8192·1024 + 10240
        "VGG8, 12973440",
        // 432 + 2·2304 + 4608 + 9216 + 512 + 18432 + 36864 + 2048 + 640
        "RESNET8, 77360",
        // 40·64 + 4·(9·64 + 64·64) + 64·12
        "DS_CNN, 22016"
    })
    void hasTheWeightsOfItsDefinition(ReferenceNetwork reference, long weights) {
        assertThat(reference.network(new Layer.Relu(), 1).weights()).isEqualTo(weights);
    }

    @ParameterizedTest
    @EnumSource
    void fitsBothRectifiersAndSplitInputs(ReferenceNetwork reference) {
        for (Layer rectifier : List.of(new Layer.Relu(), new Layer.ConcatRelu(), new Layer.ReluN(6))) {
            for (int perSignal : new int[] {1, 2}) {
                Network network = reference.network(rectifier, perSignal);
                assertThat(network.input().channels())
                        .isEqualTo(perSignal * reference.signals().channels());
                assertThat(network.output().size()).isEqualTo(reference.classes());
            }
        }
    }

    @Test
    void theKeywordNetworkIsMostlyDepthwise() {
        List<Network.Placed> layers =
                ReferenceNetwork.DS_CNN.network(new Layer.Relu(), 1).weighted();
        assertThat(layers.stream().filter(placed -> placed.spec().groups() > 1)).hasSize(4);
    }
}
