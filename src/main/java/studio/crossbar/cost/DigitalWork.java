package studio.crossbar.cost;

import studio.crossbar.mapping.LayerPlan;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Shape;

/**
 * What the layers without weights behind a layer compute, a sample.
 *
 * @param rectified activations that are compared with a limit
 * @param compared elements of windows of which the largest is taken
 * @param averaged elements that enter a mean
 */
record DigitalWork(double rectified, double compared, double averaged) {

    static DigitalWork of(LayerPlan plan) {
        double rectified = 0;
        double compared = 0;
        double averaged = 0;
        Shape shape = plan.output();
        for (Layer layer : plan.digital()) {
            Shape next = layer.output(shape);
            switch (layer) {
                case Layer.MeanOverTime _ -> averaged += shape.size();
                case Layer.AveragePool pool ->
                    averaged += (double) next.size() * pool.kernel().area();
                case Layer.MaxPool pool ->
                    compared += (double) next.size() * pool.kernel().area();
                case Layer.Clip _, Layer.ConcatRelu _ -> rectified += next.size();
                case Layer.Flatten _, Layer.Dropout _, Layer.Weighted _, Layer.Residual _ -> {}
            }
            shape = next;
        }
        return new DigitalWork(rectified, compared, averaged);
    }
}
