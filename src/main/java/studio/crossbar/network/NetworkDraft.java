package studio.crossbar.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A network while it is edited, whose layers need not fit each other yet; {@link #network} makes it one that is checked.
 *
 * @param input shape of a sample
 * @param layers in order; may be empty
 */
public record NetworkDraft(Shape input, List<Layer> layers) {

    /**
     * A layer and what is known of it.
     *
     * @param path where it stands
     * @param layer the layer
     * @param input shape that enters; null behind a layer that does not fit
     * @param output shape that leaves; null if it is not known
     * @param unsignedInput whether what enters is never negative
     * @param problem why the layer cannot take what enters, in words of the layer; null if it can or if nothing is known.
     *     A residual whose branches have a problem has none of its own
     */
    public record Place(
            LayerPath path,
            Layer layer,
            @Nullable Shape input,
            @Nullable Shape output,
            boolean unsignedInput,
            @Nullable String problem) {}

    public NetworkDraft {
        layers = List.copyOf(layers);
    }

    /** The draft of a network. */
    public static NetworkDraft of(Network network) {
        return new NetworkDraft(network.input(), network.layers());
    }

    /**
     * The network.
     *
     * @throws IllegalArgumentException naming the first layer that does not fit
     */
    public Network network() {
        return new Network(input, layers);
    }

    /** The same layers on another input. */
    public NetworkDraft withInput(Shape value) {
        return new NetworkDraft(value, layers);
    }

    /** The longest chain from the input on whose layers fit each other; empty if none of them has weights. */
    public Optional<Network> fittingPart() {
        int fitting = 0;
        Shape shape = input;
        try {
            for (Layer layer : layers) {
                shape = layer.output(shape);
                shape.size();
                fitting++;
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            // What follows is left out.
        }
        List<Layer> part = layers.subList(0, fitting);
        return Network.has(part, Layer.Weighted.class) ? Optional.of(new Network(input, part)) : Optional.empty();
    }

    /**
     * All layers, depth first: a residual before its body, the body before the shortcut.
     *
     * @param unsigned whether the network's input is never negative
     */
    public List<Place> places(boolean unsigned) {
        List<Place> places = new ArrayList<>();
        chain(null, LayerPath.Branch.MAIN, layers, input, unsigned, places);
        return places;
    }

    private static @Nullable Shape chain(
            @Nullable LayerPath residual,
            LayerPath.Branch branch,
            List<Layer> layers,
            @Nullable Shape input,
            boolean unsignedInput,
            List<Place> places) {
        Shape shape = input;
        boolean unsigned = unsignedInput;
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            LayerPath path = new LayerPath(residual, branch, i);
            int at = places.size();
            boolean branchesFit = true;
            if (layer instanceof Layer.Residual(List<Layer> body, List<Layer> shortcut)) {
                Shape main = chain(path, LayerPath.Branch.BODY, body, shape, unsigned, places);
                Shape other = chain(path, LayerPath.Branch.SHORTCUT, shortcut, shape, unsigned, places);
                branchesFit = main != null && other != null;
            }
            Shape output = null;
            String problem = null;
            if (shape != null && branchesFit) {
                try {
                    output = layer.output(shape);
                    output.size();
                } catch (IllegalArgumentException e) {
                    problem = e.getMessage();
                } catch (ArithmeticException e) {
                    output = null;
                    problem = "gives more values than can be counted";
                }
            }
            places.add(at, new Place(path, layer, shape, output, unsigned, problem));
            unsigned = layer.unsignedOutput(unsigned);
            shape = output;
        }
        return shape;
    }

    /**
     * The layer at {@code path}.
     *
     * @throws IndexOutOfBoundsException if there is none
     */
    public Layer layer(LayerPath path) {
        return siblings(path).get(path.index());
    }

    /** Whether there is a layer at {@code path}. */
    public boolean has(LayerPath path) {
        LayerPath residual = path.residual();
        return (residual == null || (has(residual) && layer(residual) instanceof Layer.Residual))
                && path.index() < siblings(path).size();
    }

    /** The chain that {@code path} is part of. */
    public List<Layer> siblings(LayerPath path) {
        LayerPath residual = path.residual();
        if (residual == null) {
            return layers;
        }
        Layer.Residual around = (Layer.Residual) layer(residual);
        return path.branch() == LayerPath.Branch.BODY ? around.body() : around.shortcut();
    }

    /** A copy with another layer at {@code path}. */
    public NetworkDraft with(LayerPath path, Layer layer) {
        return changed(path, chain -> chain.set(path.index(), layer));
    }

    /** A copy with one layer more, which stands at {@code path}; those from there on move by one. */
    public NetworkDraft inserted(LayerPath path, Layer layer) {
        return changed(path, chain -> chain.add(path.index(), layer));
    }

    /**
     * A copy without the layer at {@code path}.
     *
     * @throws IllegalArgumentException if it is the only layer of a residual's body
     */
    public NetworkDraft without(LayerPath path) {
        if (path.branch() == LayerPath.Branch.BODY && siblings(path).size() == 1) {
            throw new IllegalArgumentException("layer " + path + " is the only one of its residual's body, which cannot"
                    + " be empty; delete the residual instead");
        }
        return changed(path, chain -> chain.remove(path.index()));
    }

    /**
     * A copy with the layer at {@code path} at another place of its chain.
     *
     * @param index where it then stands
     */
    public NetworkDraft moved(LayerPath path, int index) {
        return changed(path, chain -> chain.add(index, chain.remove(path.index())));
    }

    private interface Edit {

        void apply(List<Layer> chain);
    }

    private NetworkDraft changed(LayerPath path, Edit edit) {
        List<Layer> chain = new ArrayList<>(siblings(path));
        edit.apply(chain);
        LayerPath residual = path.residual();
        if (residual == null) {
            return new NetworkDraft(input, chain);
        }
        Layer.Residual around = (Layer.Residual) layer(residual);
        return with(
                residual,
                path.branch() == LayerPath.Branch.BODY
                        ? new Layer.Residual(chain, around.shortcut())
                        : new Layer.Residual(around.body(), chain));
    }
}
