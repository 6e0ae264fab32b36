package studio.crossbar.training;

import studio.crossbar.hardware.Noise;
import studio.crossbar.tensor.NoiseUse;

/** Replaces the running averages of batch normalisation by averages over the training windows under the final weights. */
final class Statistics {

    private static final int BATCHES = 64;

    private Statistics() {}

    static void settle(Model model, BatchRunner runner, Windows windows, boolean analog, Noise noise, long seed) {
        settle(model, runner, windows, analog, noise, seed, BATCHES);
    }

    /** @param most batches that are looked at */
    static void settle(
            Model model, BatchRunner runner, Windows windows, boolean analog, Noise noise, long seed, int most) {
        int layers = model.layers.size();
        double[][] mean = new double[layers][];
        double[][] square = new double[layers][];
        for (CrossbarState layer : model.layers) {
            mean[layer.index] = new double[layer.outputs];
            square[layer.index] = new double[layer.outputs];
        }
        int count = 0;
        int batch = runner.oneShardALane();
        int[] order = windows.mixed();
        int batches = Math.clamp(windows.size() / batch, 1, most);
        for (int b = 0; b < batches; b++) {
            Stage stage = new Stage(analog, true, noise, NoiseUse.STATISTICS, seed, b);
            runner.program(stage);
            int from = b * batch;
            runner.infer(windows, order, from, Math.min(windows.size(), from + batch), stage);
            for (LaneNetwork lane : runner.lanes()) {
                count++;
                for (CrossbarState layer : model.layers) {
                    DigitalPass digital = lane.crossbars.get(layer.index).digital;
                    for (int n = 0; n < layer.outputs; n++) {
                        mean[layer.index][n] += digital.mean[n];
                        square[layer.index][n] += digital.variance[n] + (double) digital.mean[n] * digital.mean[n];
                    }
                }
            }
        }
        for (CrossbarState layer : model.layers) {
            if (layer.digital.normalised() && count > 0) {
                for (int n = 0; n < layer.outputs; n++) {
                    double centre = mean[layer.index][n] / count;
                    layer.digital.runningMean[n] = (float) centre;
                    layer.digital.runningVariance[n] =
                            (float) Math.max(0, square[layer.index][n] / count - centre * centre);
                }
            }
        }
    }
}
