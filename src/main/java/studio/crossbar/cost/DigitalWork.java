package studio.crossbar.cost;

import studio.crossbar.mapping.LayerPlan;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.network.Shape;

/**
 * What the layers without weights behind a layer compute, and the additions of residuals, a sample.
 *
 * @param rectified activations that are compared with a limit
 * @param compared elements of windows of which the largest is taken
 * @param averaged elements that enter a mean
 * @param added elements of sums of two branches
 */
record DigitalWork(double rectified, double compared, double averaged, double added) {

    static DigitalWork of(LayerPlan plan) {
        double rectified = 0;
        double compared = 0;
        double averaged = 0;
        double added = 0;
        for (Network.Digital digital : plan.digital()) {
            Shape shape = digital.input();
            Shape next = digital.layer().output(shape);
            switch (digital.layer()) {
                case Layer.MeanOverTime _ -> averaged += shape.size();
                case Layer.AveragePool pool ->
                    averaged += (double) next.size() * pool.kernel().area();
                case Layer.MaxPool pool ->
                    compared += (double) next.size() * pool.kernel().area();
                case Layer.Clip _, Layer.ConcatRelu _ -> rectified += next.size();
                case Layer.Residual _ -> added += next.size();
                case Layer.Flatten _, Layer.Dropout _, Layer.Weighted _ -> {}
            }
        }
        return new DigitalWork(rectified, compared, averaged, added);
    }
}
