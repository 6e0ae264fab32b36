package studio.crossbar.training;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.hardware.Noise;
import studio.crossbar.hardware.RowPlan;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;

/**
 * Starts a network from the learned values of another one, layer by layer.
 *
 * <p>A layer inherits if the parent has one of the same kind, kernel, input channels and outputs at its place, counted
 * from the first layer, for the last layer from the end. Order of rows and tiles may differ. As long as all layers before
 * it have inherited, it computes in float what the parent's computes: statistics of the sums are taken anew, and gain and
 * bias of batch normalisation are set so that together they give the parent's multiplier and bias. Behind a layer that is
 * new, only weights are inherited. All columns get the root mean square of random ones, √(2 / rows), so that steps of the
 * optimiser are as large beside them as beside random ones.
 *
 * <p>Children that inherit weights need fewer epochs: Real et al., "Large-scale evolution of image classifiers", ICML 2017,
 * section 3.3.
 */
final class Inheritance {

    /** Batches that statistics are taken of. */
    private static final int BATCHES = 4;

    private final Model model;
    private final BatchRunner runner;
    private final Windows windows;
    private final TrainedNetwork parent;
    private final List<Network.Placed> parentLayers;
    private final List<Network.Placed> ownLayers;

    /**
     * @param network of the model
     * @param windows that statistics are taken of
     */
    Inheritance(Model model, BatchRunner runner, Network network, Windows windows, TrainedNetwork parent) {
        this.model = model;
        this.runner = runner;
        this.windows = windows;
        this.parent = parent;
        parentLayers = parent.design().network().weighted();
        ownLayers = network.weighted();
    }

    /**
     * Replaces initial values by the parent's.
     *
     * @param signed whether weights of both signs are allowed whatever the encoding; otherwise a layer some of whose
     *     weights have the wrong sign does not inherit
     * @return number of layers that inherited
     */
    int run(boolean signed, long seed) {
        boolean whole = true;
        int inherited = 0;
        for (CrossbarState layer : model.layers) {
            TrainedLayer source = source(layer.index);
            float[] weights = source == null ? null : reordered(source, layer.geometry.rows);
            if (source == null || weights == null || !(signed || fits(weights, layer))) {
                whole = false;
                continue;
            }
            inherited++;
            take(layer, source, weights, whole, seed);
        }
        return inherited;
    }

    private @Nullable TrainedLayer source(int index) {
        boolean last = index == ownLayers.size() - 1;
        int place = last ? parentLayers.size() - 1 : index;
        boolean parentsLast = place >= parentLayers.size() - 1;
        if (last != parentsLast) {
            return null;
        }
        Layer.Weighted own = ownLayers.get(index).spec();
        Layer.Weighted other = parentLayers.get(place).spec();
        boolean sameKind = own.getClass().equals(other.getClass()) && own.groups() == other.groups();
        return sameKind ? parent.layers().get(place) : null;
    }

    /** The parent's weights in the order of {@code rows}; null if the shapes differ. */
    private float @Nullable [] reordered(TrainedLayer source, RowPlan rows) {
        int[] from = source.plan().rowsByTapAndChannel();
        int[] to = rows.rowsByTapAndChannel();
        int outputs = source.outputs();
        if (source.plan().taps() != rows.taps() || from.length != to.length || outputs != outputsOf(rows)) {
            return null;
        }
        float[] weights = new float[source.weights().length];
        for (int i = 0; i < from.length; i++) {
            System.arraycopy(source.weights(), from[i] * outputs, weights, to[i] * outputs, outputs);
        }
        return weights;
    }

    private static int outputsOf(RowPlan rows) {
        RowPlan.TileColumns last = rows.blocks().getFirst().tiles().getLast();
        return last.firstOutput() + last.outputs();
    }

    /** Whether all weights have signs that their encodings can hold. */
    private static boolean fits(float[] weights, CrossbarState layer) {
        for (RowPlan.Region region : layer.geometry.rows.regions()) {
            int low = region.encoding().lowestLevel(2);
            int high = region.encoding().highestLevel(2);
            for (int row = region.firstRow(); row < region.firstRow() + region.rows(); row++) {
                int from = row * layer.outputs + region.firstOutput();
                for (int i = from; i < from + region.outputs(); i++) {
                    float sign = Math.signum(weights[i]);
                    if (sign < low || sign > high) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** @param whole whether all layers before it compute what the parent's do */
    private void take(CrossbarState layer, TrainedLayer source, float[] weights, boolean whole, long seed) {
        float[] factors = factors(weights, layer.outputs);
        for (int i = 0; i < weights.length; i++) {
            layer.weights.value[i] = weights[i] * factors[i % layer.outputs];
        }
        if (!whole) {
            return;
        }
        DigitalState digital = layer.digital;
        float[] gain = digital.gain().value;
        if (digital.normalised()) {
            Statistics.settle(model, runner, windows, false, Noise.NONE, seed, BATCHES);
            for (int n = 0; n < layer.outputs; n++) {
                float multiplier = source.multiplier()[n] / factors[n];
                gain[n] = multiplier * (float) Math.sqrt(digital.runningVariance[n] + DigitalState.EPSILON);
                digital.bias.value[n] = source.bias()[n] + multiplier * digital.runningMean[n];
            }
            return;
        }
        System.arraycopy(source.bias(), 0, digital.bias.value, 0, layer.outputs);
        if (gain.length == layer.outputs) {
            for (int n = 0; n < layer.outputs; n++) {
                gain[n] = source.multiplier()[n] / factors[n];
            }
        } else {
            // One neutral multiplier for all: the parent's go into the weights.
            for (int i = 0; i < weights.length; i++) {
                layer.weights.value[i] = weights[i] * source.multiplier()[i % layer.outputs];
            }
        }
    }

    /** What brings each column to the root mean square of random weights; 1 for columns of zeros. */
    private static float[] factors(float[] weights, int outputs) {
        double[] squares = new double[outputs];
        for (int i = 0; i < weights.length; i++) {
            squares[i % outputs] += (double) weights[i] * weights[i];
        }
        float[] factors = new float[outputs];
        Arrays.fill(factors, 1);
        for (int n = 0; n < outputs; n++) {
            if (squares[n] > 0) {
                // √(2 / rows) over √(squares / rows)
                factors[n] = (float) Math.sqrt(2 / squares[n]);
            }
        }
        return factors;
    }
}
