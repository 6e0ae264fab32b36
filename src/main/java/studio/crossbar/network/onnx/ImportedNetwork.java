package studio.crossbar.network.onnx;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.network.onnx.Preparation.Power;

/**
 * What a file holds.
 *
 * @param network topology and weights; batch normalisation is in the weights
 * @param split whether the network's input has each signal twice, {@code max(x, 0)} of all first, then {@code max(−x, 0)}
 * @param companding of the signals that the network was trained on, without its triads; null for none or if it is not known
 * @param producer program that wrote the file, may be empty
 * @param classes names of the outputs; empty if the file does not say
 * @param remarks sentences on what was left out or understood in one of several ways
 */
public record ImportedNetwork(
        FloatNetwork network,
        boolean split,
        @Nullable Power companding,
        String producer,
        List<String> classes,
        List<String> remarks) {

    public ImportedNetwork {
        classes = List.copyOf(classes);
        remarks = List.copyOf(remarks);
    }
}
