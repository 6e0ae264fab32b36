package studio.crossbar.search.dimension;

import java.util.ArrayList;
import java.util.List;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;

/** Recognises a plain network as a {@link Topology}. */
final class TopologyReader {

    private final List<Stage> stages = new ArrayList<>();
    private final List<Integer> denseWidths = new ArrayList<>();
    private Pooling pooling = Pooling.NONE;
    private Head head = Head.FLATTEN;
    private double dropout;
    private Rectifier denseRectifier = Rectifier.RELU;

    private TopologyReader() {}

    /**
     * The topology of {@code network}.
     *
     * @throws IllegalArgumentException if it has layers that a topology has not; the message names the first
     */
    static Topology read(Network network) {
        TopologyReader reader = new TopologyReader();
        for (int i = 0; i < network.layers().size(); i++) {
            reader.take(network.layers().get(i), i + 1);
        }
        return reader.topology(network);
    }

    private void take(Layer layer, int number) {
        Rectifier rectifier = Rectifier.of(layer);
        if (rectifier != null) {
            rectify(rectifier);
            return;
        }
        switch (layer) {
            case Layer.Conv1d conv
            when conv.groups() == 1 && denseWidths.isEmpty() ->
                stages.add(new Stage(conv.outputs(), conv.kernel(), conv.stride(), conv.dilation(), Rectifier.RELU));
            case Layer.Conv2d conv
            when conv.groups() == 1 && denseWidths.isEmpty() ->
                stages.add(new Stage(
                        conv.outputs(),
                        conv.kernel().width(),
                        conv.stride().width(),
                        conv.dilation().width(),
                        Rectifier.RELU));
            case Layer.Pool pool
            when !stages.isEmpty() && denseWidths.isEmpty() -> {
                pooling = pool instanceof Layer.MaxPool ? Pooling.MAX : Pooling.AVERAGE;
                stages.getLast().stride *= pool.stride().width();
            }
            case Layer.MeanOverTime _ -> head = Head.MEAN;
            case Layer.Flatten _ -> {
                // The default.
            }
            case Layer.Dropout drop -> dropout = drop.rate();
            case Layer.Dense plain -> denseWidths.add(plain.outputs());
            default ->
                throw new IllegalArgumentException("network: layer " + number + ", " + layer
                        + ", is none that topology parameters know; leave those out or choose a plain network as base");
        }
    }

    private void rectify(Rectifier rectifier) {
        if (!denseWidths.isEmpty()) {
            denseRectifier = rectifier;
        } else if (!stages.isEmpty()) {
            stages.getLast().rectifier = rectifier;
        }
    }

    private Topology topology(Network network) {
        if (denseWidths.isEmpty()) {
            throw new IllegalArgumentException(
                    "network: has no dense layer of classes at its end; topology parameters" + " need one");
        }
        int classes = denseWidths.removeLast();
        if (!stages.isEmpty()) {
            if (denseWidths.size() > 1) {
                throw new IllegalArgumentException("network: has " + denseWidths.size()
                        + " hidden dense layers after its convolutions; topology parameters know one");
            }
            int hidden = denseWidths.isEmpty() ? 0 : denseWidths.getFirst();
            boolean image = network.input().height() > 1;
            return new Topology(false, image, classes, stages, pooling, head, hidden, dropout);
        }
        if (denseWidths.isEmpty()) {
            throw new IllegalArgumentException("network: has no hidden layers that topology parameters could vary");
        }
        denseWidths.forEach(width -> stages.add(new Stage(width, 1, 1, 1, denseRectifier)));
        return new Topology(true, false, classes, stages, Pooling.NONE, Head.FLATTEN, 0, dropout);
    }
}
