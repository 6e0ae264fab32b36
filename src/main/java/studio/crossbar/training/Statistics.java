package studio.crossbar.training;

import studio.crossbar.hardware.Noise;

/** Replaces the running averages of batch normalisation by averages over the training windows under the final weights. */
final class Statistics {

    private static final int BATCHES = 64;

    private Statistics() {}

    static void settle(Model model, BatchRunner runner, Windows windows, boolean analog, Noise noise, long seed) {
        int layers = model.layers.size();
        double[][] mean = new double[layers][];
        double[][] square = new double[layers][];
        for (CrossbarState layer : model.layers) {
            mean[layer.index] = new double[layer.outputs];
            square[layer.index] = new double[layer.outputs];
        }
        int count = 0;
        int batch = runner.capacity();
        // Evenly spread over the windows, which are ordered by subject and activity.
        int batches = Math.min(BATCHES, windows.size() / batch);
        for (int b = 0; b < batches; b++) {
            int from = (int) ((long) b * (windows.size() - batch) / Math.max(1, batches - 1));
            Stage stage = new Stage(analog, true, noise, seed, b);
            model.program(stage);
            runner.infer(windows, from, from + batch, stage);
            for (ShardNetwork shard : runner.shards()) {
                count++;
                for (CrossbarState layer : model.layers) {
                    DigitalPass digital = shard.crossbars.get(layer.index).digital;
                    for (int n = 0; n < layer.outputs; n++) {
                        mean[layer.index][n] += digital.mean[n];
                        square[layer.index][n] += digital.variance[n] + (double) digital.mean[n] * digital.mean[n];
                    }
                }
            }
        }
        for (CrossbarState layer : model.layers) {
            if (layer.digital.normalised && count > 0) {
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
