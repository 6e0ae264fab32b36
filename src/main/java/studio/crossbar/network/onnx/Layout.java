package studio.crossbar.network.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import studio.crossbar.network.Shape;

/**
 * How a tensor's dimensions hold the axes of samples, row-major: {@code [batch][channel][height][width]} for an image,
 * {@code [batch][channel height width]} after flattening. A dimension of size 1 holds no axis.
 *
 * @param dimensions axes of each
 */
record Layout(List<List<Axis>> dimensions) {

    Layout {
        dimensions = dimensions.stream().map(List::copyOf).toList();
    }

    /** {@code [batch, channels, (height,) width]}, of {@code rank} dimensions from 2 to 4. */
    static Layout channelsFirst(Shape shape, int rank) {
        List<List<Axis>> dimensions = new ArrayList<>();
        dimensions.add(List.of(Axis.BATCH));
        dimensions.add(axis(Axis.Role.CHANNEL, shape.channels()));
        if (rank == 4) {
            dimensions.add(axis(Axis.Role.HEIGHT, shape.height()));
        }
        if (rank >= 3) {
            dimensions.add(axis(Axis.Role.WIDTH, shape.width()));
        }
        return new Layout(dimensions);
    }

    private static List<Axis> axis(Axis.Role role, int size) {
        return size == 1 ? List.of() : List.of(new Axis(role, 0, size));
    }

    int rank() {
        return dimensions.size();
    }

    /** Size of a dimension; {@link Axis#ANY} for the batch. */
    long size(int dimension) {
        long size = 1;
        for (Axis axis : dimensions.get(dimension)) {
            size *= axis.size();
        }
        return size;
    }

    /** Whether the first dimension is the batch and no other is. */
    boolean batchFirst() {
        return rank() > 0 && dimensions.getFirst().equals(List.of(Axis.BATCH));
    }

    /** Values of a sample. */
    long sample() {
        return axes().stream()
                .filter(axis -> axis.role() != Axis.Role.BATCH)
                .mapToLong(Axis::size)
                .reduce(1, Math::multiplyExact);
    }

    /** All axes, slowest first. */
    List<Axis> axes() {
        return dimensions.stream().flatMap(List::stream).toList();
    }

    boolean raw() {
        return axes().stream().anyMatch(axis -> axis.role() == Axis.Role.RAW);
    }

    /** The dimension that holds the axis of this role alone; -1 if there is none. */
    int dimensionOf(Axis.Role role) {
        for (int d = 0; d < rank(); d++) {
            List<Axis> axes = dimensions.get(d);
            if (axes.size() == 1 && axes.getFirst().role() == role) {
                return d;
            }
        }
        return -1;
    }

    /** Dimensions in another order. */
    Layout transposed(int[] order) {
        List<List<Axis>> moved = new ArrayList<>();
        for (int from : order) {
            moved.add(dimensions.get(from));
        }
        return new Layout(moved);
    }

    /** With another size of the axis of {@code role}. */
    Layout resized(int dimension, Axis.Role role, int size) {
        List<List<Axis>> changed = new ArrayList<>(dimensions);
        changed.set(dimension, axis(role, size));
        return new Layout(changed);
    }

    /** Sizes for a message, such as "[batch, 3, 32, 32]". */
    @Override
    public String toString() {
        List<String> sizes = new ArrayList<>();
        for (int d = 0; d < rank(); d++) {
            sizes.add(dimensions.get(d).contains(Axis.BATCH) ? "batch" : Long.toString(size(d)));
        }
        return sizes.stream().collect(Collectors.joining(", ", "[", "]"));
    }
}
