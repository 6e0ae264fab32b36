package studio.crossbar.training;

import java.util.List;
import studio.crossbar.network.Network;

/** Finds out where a training left the numbers, and says so. */
final class Divergence {

    /** Loss, over that of guessing, beyond which a training is taken for lost. */
    private static final double MOST = 1000;

    private Divergence() {}

    /** Whether a batch's loss says that the training is lost. */
    static boolean in(double loss, int classes) {
        return !(loss < MOST * Math.log(Math.max(2, classes)));
    }

    /**
     * What to tell the user.
     *
     * @param lanes that ran the batch
     * @param step of the phase, from 1
     * @param rate learning rate of the step before
     */
    static IllegalStateException explain(
            Model model, List<LaneNetwork> lanes, Epoch.Phase kind, int epoch, long step, double loss, double rate) {
        String field = kind == Epoch.Phase.HARDWARE ? "recipe.hardwareLearningRate" : "recipe.floatLearningRate";
        return new IllegalStateException(String.format(
                java.util.Locale.ROOT,
                "the training diverged in the %s phase, epoch %d, step %d: loss %s, %s; lower %s (now at %.3g)",
                kind.label(),
                epoch + 1,
                step,
                loss,
                place(model, lanes),
                field,
                rate));
    }

    /** First layer, in order, that holds or gives what is no number; else the one with the greatest outputs. */
    private static String place(Model model, List<LaneNetwork> lanes) {
        List<Network.Placed> placed = model.network.weighted();
        int greatest = 0;
        double most = -1;
        for (CrossbarState layer : model.layers) {
            String name = "layer " + placed.get(layer.index).name();
            if (!Double.isFinite(magnitude(layer.weights.value))) {
                return name + " has weights that are no numbers: an earlier step was too large";
            }
            for (Parameter range : List.of(layer.dacRange, layer.weightRange, layer.adcRange)) {
                if (!Float.isFinite(range.value[0])) {
                    return name + " has a full scale that is no number: an earlier step was too large";
                }
            }
            double outputs = 0;
            for (LaneNetwork lane : lanes) {
                outputs = Math.max(outputs, magnitude(lane.crossbars.get(layer.index).output));
            }
            if (!Double.isFinite(outputs)) {
                return name
                        + " gives outputs beyond what single precision holds (3.4e38): its sums or multipliers grew too large";
            }
            if (outputs > most) {
                most = outputs;
                greatest = layer.index;
            }
        }
        return String.format(
                java.util.Locale.ROOT,
                "layer %s gives the greatest values, up to %.3g: the steps grow instead of shrinking",
                placed.get(greatest).name(),
                most);
    }

    /** Greatest magnitude; infinite where a value is no number. */
    private static double magnitude(float[] values) {
        double greatest = 0;
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return Double.POSITIVE_INFINITY;
            }
            greatest = Math.max(greatest, Math.abs(value));
        }
        return greatest;
    }
}
