package studio.crossbar.search.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.tribuo.common.tree.LeafNode;
import org.tribuo.common.tree.Node;
import org.tribuo.common.tree.SplitNode;
import org.tribuo.regression.Regressor;

/** A regression tree in arrays: a search asks for millions of predictions. */
final class FlatTree {

    private static final int LEAF = -1;

    /** A node; of a leaf only the value counts. */
    private record Entry(int feature, double threshold, int less, int greater, double value) {}

    private final int[] feature;
    private final double[] threshold;
    private final int[] less;
    private final int[] greater;
    private final double[] value;

    /**
     * Copies a tree.
     *
     * @param featureOf place in vectors of a feature by its number in the tree
     */
    FlatTree(Node<Regressor> root, IntUnaryOperator featureOf) {
        List<Entry> entries = new ArrayList<>();
        flatten(root, featureOf, entries);
        int size = entries.size();
        feature = entries.stream().mapToInt(Entry::feature).toArray();
        less = entries.stream().mapToInt(Entry::less).toArray();
        greater = entries.stream().mapToInt(Entry::greater).toArray();
        threshold = new double[size];
        value = new double[size];
        for (int i = 0; i < size; i++) {
            threshold[i] = entries.get(i).threshold();
            value[i] = entries.get(i).value();
        }
    }

    /** Puts the nodes below {@code node} before it; returns its index. */
    private static int flatten(Node<Regressor> node, IntUnaryOperator featureOf, List<Entry> entries) {
        if (node instanceof SplitNode<Regressor> split) {
            int low = flatten(split.getLessThanOrEqual(), featureOf, entries);
            int high = flatten(split.getGreaterThan(), featureOf, entries);
            entries.add(new Entry(featureOf.applyAsInt(split.getFeatureID()), split.splitValue(), low, high, 0));
        } else if (node instanceof LeafNode<Regressor> leaf) {
            entries.add(new Entry(LEAF, 0, 0, 0, leaf.getOutput().getValues()[0]));
        } else {
            throw new IllegalStateException("tree: " + node.getClass() + " is neither split nor leaf");
        }
        return entries.size() - 1;
    }

    double predict(double[] vector) {
        int node = feature.length - 1;
        while (feature[node] != LEAF) {
            node = vector[feature[node]] <= threshold[node] ? less[node] : greater[node];
        }
        return value[node];
    }
}
