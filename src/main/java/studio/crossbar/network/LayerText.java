package studio.crossbar.network;

import java.util.ArrayList;
import java.util.List;

/** Layers in words. */
public final class LayerText {

    private LayerText() {}

    /** Kind as in a design's file, such as "conv1d". */
    public static String kind(Layer layer) {
        return switch (layer) {
            case Layer.Dense _ -> "dense";
            case Layer.Conv1d _ -> "conv1d";
            case Layer.Conv2d _ -> "conv2d";
            case Layer.MaxPool _ -> "max pool";
            case Layer.AveragePool _ -> "average pool";
            case Layer.MeanOverTime _ -> "mean";
            case Layer.Relu _ -> "ReLU";
            case Layer.ReluN _ -> "ReLU-N";
            case Layer.HardTanh _ -> "hard tanh";
            case Layer.ConcatRelu _ -> "CReLU";
            case Layer.Flatten _ -> "flatten";
            case Layer.Dropout _ -> "dropout";
            case Layer.Residual _ -> "residual sum";
        };
    }

    /** Kind and outputs, such as "conv1d 64". */
    public static String name(Layer layer) {
        return layer instanceof Layer.Weighted weighted ? kind(layer) + " " + weighted.outputs() : kind(layer);
    }

    /** What else it is set to, such as "kernel 9, stride 2, padding 4"; empty if there is nothing to set. */
    public static String settings(Layer layer) {
        return switch (layer) {
            case Layer.Conv1d conv ->
                convolution(
                        Integer.toString(conv.kernel()),
                        Integer.toString(conv.stride()),
                        Integer.toString(conv.padding()),
                        Integer.toString(conv.dilation()),
                        conv.groups());
            case Layer.Conv2d conv ->
                convolution(
                        both(conv.kernel()),
                        both(conv.stride()),
                        both(conv.padding()),
                        both(conv.dilation()),
                        conv.groups());
            case Layer.Pool pool -> "window " + both(pool.kernel()) + ", stride " + both(pool.stride());
            case Layer.ReluN relu -> "limit " + number(relu.limit());
            case Layer.Dropout dropout -> "rate " + number(dropout.rate());
            case Layer.Residual residual ->
                residual.shortcut().isEmpty() ? "identity shortcut" : "shortcut of its own layers";
            case Layer.Dense _,
                    Layer.MeanOverTime _,
                    Layer.Relu _,
                    Layer.HardTanh _,
                    Layer.ConcatRelu _,
                    Layer.Flatten _ -> "";
        };
    }

    private static String convolution(String kernel, String stride, String padding, String dilation, int groups) {
        List<String> parts = new ArrayList<>();
        parts.add("kernel " + kernel);
        parts.add("stride " + stride);
        parts.add("padding " + padding);
        if (!dilation.equals("1")) {
            parts.add("dilation " + dilation);
        }
        if (groups > 1) {
            parts.add(groups + " groups");
        }
        return String.join(", ", parts);
    }

    /** Height × width; one number if they are equal. */
    private static String both(Extent extent) {
        return extent.height() == extent.width()
                ? Integer.toString(extent.height())
                : extent.height() + " × " + extent.width();
    }

    private static String number(double value) {
        return value == Math.rint(value) && value < 1e9 ? Long.toString((long) value) : Double.toString(value);
    }
}
