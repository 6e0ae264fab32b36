package studio.crossbar.ui.network;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.InputCoding;
import studio.crossbar.network.LayerPath;
import studio.crossbar.network.NetworkDraft;
import studio.crossbar.network.Shape;
import studio.crossbar.ui.common.Texts;

/**
 * What is edited.
 *
 * @param network layers and input
 * @param hardware what they run on
 */
public record EditedNetwork(NetworkDraft network, Hardware hardware) {

    /** Layers, depth first, with what is known of their shapes and signs. */
    List<NetworkDraft.Place> places() {
        return network.places(hardware.inputs() != InputCoding.SIGNED);
    }

    /** Another way for signals to enter, and the channels that they then take. */
    EditedNetwork withInputs(InputCoding inputs) {
        Shape input = network.input();
        int signals = input.channels() / hardware.inputs().channelsPerSignal();
        return new EditedNetwork(
                network.withInput(new Shape(signals * inputs.channelsPerSignal(), input.height(), input.width())),
                hardware.withInputs(inputs));
    }

    /**
     * Shape before or after a layer; the input's where layers do not fit.
     *
     * @param path of the layer; null for the input
     */
    Shape shapeAt(@Nullable LayerPath path, boolean after) {
        return places().stream()
                .filter(place -> place.path().equals(path))
                .map(place -> Optional.ofNullable(after ? place.output() : place.input()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(network.input());
    }

    /** Kinds of layers that make sense there. */
    List<LayerKind> insertable(@Nullable LayerPath path, boolean after) {
        Shape shape = shapeAt(path, after);
        return List.of(LayerKind.values()).stream()
                .filter(kind -> kind.suits(shape))
                .toList();
    }

    /** Why a layer cannot move by {@code by} places in its chain; empty if it can. */
    String moveReason(LayerPath path, int by) {
        int to = path.index() + by;
        if (to < 0) {
            return Texts.get("network.move.first");
        }
        return to >= network.siblings(path).size() ? Texts.get("network.move.last") : "";
    }
}
