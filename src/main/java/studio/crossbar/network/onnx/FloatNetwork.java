package studio.crossbar.network.onnx;

import java.util.List;
import studio.crossbar.network.Network;

/**
 * A network with float weights.
 *
 * @param network topology
 * @param layers one entry a layer with weights, in the order of {@link Network#weighted}
 */
public record FloatNetwork(Network network, List<FloatLayer> layers) {

    public FloatNetwork {
        layers = List.copyOf(layers);
        List<Network.Placed> placed = network.weighted();
        if (placed.size() != layers.size()) {
            throw new IllegalArgumentException(
                    "layers: " + layers.size() + ", but the network has " + placed.size() + " with weights");
        }
        for (Network.Placed one : placed) {
            FloatLayer layer = layers.get(one.index());
            if (layer.outputs() != one.spec().outputs()
                    || layer.rows() != one.spec().rows(one.input())) {
                throw new IllegalArgumentException("layer " + one.name() + ": " + layer.rows() + " × " + layer.outputs()
                        + " weights, but it has " + one.spec().rows(one.input()) + " rows and "
                        + one.spec().outputs() + " outputs");
            }
        }
    }
}
