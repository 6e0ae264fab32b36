package studio.crossbar.network.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import studio.crossbar.network.Extent;

/** Operators that only move values: {@code Transpose}, {@code Gather}, {@code Pad}. */
final class ShapeOperators {

    private final Reading reading;

    ShapeOperators(Reading reading) {
        this.reading = reading;
    }

    Value unsqueeze(Node node) throws OnnxException {
        Value.Feature feature = node.feature(0);
        long[] axes = node.axes(1);
        List<List<Axis>> more = new ArrayList<>(feature.layout().dimensions());
        long[] added = axes == null ? new long[0] : axes;
        for (int d : sorted(node, added, more.size() + added.length)) {
            if (d > more.size()) {
                throw node.problem("adds dimension " + d + " to " + feature.layout()
                        + "; the file is damaged, export it" + " again");
            }
            more.add(d, List.of());
        }
        return feature.withLayout(new Layout(more));
    }

    static List<Integer> sorted(Node node, long[] axes, int rank) throws OnnxException {
        List<Integer> places = new ArrayList<>();
        for (long axis : axes) {
            places.add(node.axis(axis, rank));
        }
        Collections.sort(places);
        return places;
    }

    Value transpose(Node node) throws OnnxException {
        Value.Feature feature = node.feature(0);
        return feature.withLayout(
                feature.layout().transposed(permutation(node, feature.layout().rank())));
    }

    /** Where each dimension of the result comes from. */
    static int[] permutation(Node node, int rank) throws OnnxException {
        long[] given = node.integers("perm");
        int[] order = new int[rank];
        boolean[] used = new boolean[rank];
        for (int d = 0; d < rank; d++) {
            order[d] = given == null ? rank - 1 - d : given.length == rank ? node.axis(given[d], rank) : 0;
            if (used[order[d]]) {
                throw node.problem("has a perm that is no order of " + rank
                        + " dimensions; the file is damaged, export it" + " again");
            }
            used[order[d]] = true;
        }
        return order;
    }

    /** Puts a vector's values in another order. */
    Value gather(Node node) throws OnnxException {
        Value.Feature feature = reading.settled(node, node.feature(0));
        long[] places = node.longs(1);
        int size = reading.shape(node, feature).size();
        boolean[] used = new boolean[size];
        int[] order = new int[size];
        boolean same = true;
        boolean vector = feature.layout().rank() == 2 && node.integer("axis", 0) == 1 && places.length == size;
        for (int i = 0; i < places.length && vector; i++) {
            vector = places[i] >= 0 && places[i] < size && !used[(int) places[i]];
            if (vector) {
                used[(int) places[i]] = true;
                order[i] = FlattenOrder.at(feature.order(), (int) places[i]);
                same &= order[i] == i;
            }
        }
        if (!vector) {
            throw node.problem(
                    "picks some of the values of " + feature.layout() + ", which no layer here does; remove it");
        }
        return new Value.Feature(feature.step(), feature.layout(), same ? null : order, feature.zeros(), feature.end());
    }

    /** Zeros around an image or a signal, which the next convolution takes over. */
    Value pad(Node node) throws OnnxException {
        Value.Feature feature = reading.settled(node, node.feature(0), false);
        long[] pads = node.has(1) ? node.longs(1) : node.integers("pads");
        float filled = node.has(2) ? node.scalar(2) : node.number("value", 0);
        Layout layout = feature.layout();
        if (pads == null || pads.length != 2 * layout.rank() || node.has(3)) {
            throw node.problem(
                    "pads other dimensions than " + layout + " has; export it with padding in the convolutions");
        }
        if (Arrays.stream(pads).allMatch(pad -> pad == 0)) {
            return feature;
        }
        if (!node.text("mode", "constant").equals("constant") || filled != 0) {
            throw node.problem("pads with other values than zeros; train the network with padding by zeros");
        }
        int[] around = new int[2];
        for (int d = 0; d < layout.rank(); d++) {
            long before = pads[d];
            long behind = pads[layout.rank() + d];
            Axis.Role role = layout.dimensions().get(d).size() == 1
                    ? layout.dimensions().get(d).getFirst().role()
                    : Axis.Role.BATCH;
            boolean row = role == Axis.Role.HEIGHT;
            if (before != behind || (before != 0 && !row && role != Axis.Role.WIDTH)) {
                throw node.problem("pads dimension " + d + " of " + layout + " by " + before + " in front and " + behind
                        + " behind; only rows and columns can be padded, and alike on both sides");
            }
            if (before != 0) {
                around[row ? 0 : 1] = node.count("padding", before, 0);
            }
        }
        Extent zeros = feature.zeros();
        return feature.withZeros(new Extent(zeros.height() + around[0], zeros.width() + around[1]));
    }
}
