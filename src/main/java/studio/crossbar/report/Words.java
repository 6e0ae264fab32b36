package studio.crossbar.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import studio.crossbar.design.Recipe;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Converters;
import studio.crossbar.hardware.DigitalScaling;
import studio.crossbar.hardware.Encoding;
import studio.crossbar.hardware.InputCoding;
import studio.crossbar.hardware.Noise;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.PolarityAssignment;
import studio.crossbar.hardware.PolarityMap;
import studio.crossbar.hardware.RangeSharing;
import studio.crossbar.hardware.RowPlan;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;

/** Numbers and choices as a reader of a report wants them. */
final class Words {

    private Words() {}

    /** At most four significant digits, without trailing zeros. */
    static String number(double value) {
        String text = measured(value);
        return text.contains(".") && !text.contains("e") ? text.replaceFirst("\\.?0+$", "") : text;
    }

    /** Four significant digits, plain from 0.0001 to a million, with a true minus sign. */
    static String measured(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? "0" : Double.isNaN(value) ? "–" : value > 0 ? "∞" : "−∞";
        }
        double magnitude = Math.abs(value);
        String text = magnitude >= 1e-4 && magnitude < 1e6
                ? plain(new BigDecimal(value).round(new MathContext(4)))
                : String.format(Locale.ROOT, "%.3e", value);
        return text.replaceFirst("e([+-])0", "e$1").replace("+", "").replace('-', '−');
    }

    private static String plain(BigDecimal rounded) {
        int decimals = rounded.scale() + 4 - rounded.precision();
        return rounded.setScale(Math.max(decimals, 0)).toPlainString();
    }

    /** A share in percent with two decimals. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    /** A share in percent with one decimal. */
    static String shortPercent(double share) {
        if (share > 0 && share < 0.0005) {
            return "< 0.1 %";
        }
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** A count in groups of three digits. */
    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    static String network(Network network) {
        return "input " + network.input() + " → " + layers(network.layers());
    }

    private static String layers(List<Layer> layers) {
        return layers.stream().map(Words::layer).collect(Collectors.joining(" → "));
    }

    private static String extras(String dilation, int groups) {
        return dilation + (groups > 1 ? ", " + groups + " groups)" : ")");
    }

    private static String layer(Layer layer) {
        return switch (layer) {
            case Layer.Conv1d c ->
                "conv1d " + c.outputs() + " (kernel " + c.kernel() + ", stride " + c.stride() + ", padding "
                        + c.padding() + extras(c.dilation() > 1 ? ", dilation " + c.dilation() : "", c.groups());
            case Layer.Conv2d c ->
                "conv2d " + c.outputs() + " (kernel " + c.kernel() + ", stride " + c.stride() + ", padding "
                        + c.padding()
                        + extras(c.dilation().area() > 1 ? ", dilation " + c.dilation() : "", c.groups());
            case Layer.Dense d -> "dense " + d.outputs();
            case Layer.MaxPool p -> "maximum of " + p.kernel() + " (stride " + p.stride() + ")";
            case Layer.AveragePool p -> "mean of " + p.kernel() + " (stride " + p.stride() + ")";
            case Layer.MeanOverTime m -> "mean over all positions";
            case Layer.Relu r -> "ReLU";
            case Layer.ReluN r -> "ReLU up to " + number(r.limit());
            case Layer.HardTanh t -> "hard tanh";
            case Layer.ConcatRelu r -> "concatenated ReLU";
            case Layer.Flatten f -> "flatten";
            case Layer.Dropout d -> "dropout " + number(d.rate());
            case Layer.Residual r ->
                "[" + layers(r.body()) + "] + [" + (r.shortcut().isEmpty() ? "input" : layers(r.shortcut())) + "]";
        };
    }

    static String cell(Cell cell) {
        return number(cell.bits()) + " bit, " + cell.levels() + " levels from " + number(cell.gMinMicroSiemens())
                + " to " + number(cell.gMaxMicroSiemens()) + " µS";
    }

    static String polarity(PolarityAssignment polarity) {
        return switch (polarity) {
            case Polarity.DIFFERENTIAL -> "differential: two cells a weight";
            case Polarity.POSITIVE -> "only positive: one cell a weight";
            case Polarity.NEGATIVE -> "only negative: one cell a weight";
            case Polarity.ROW_BLOCK -> "one sign a row block: one cell a weight";
            case Polarity.OFFSET -> "offset: one cell a weight and a correction column a tile";
            case PolarityMap map -> "a map, an encoding each " + granularity(map.granularity());
        };
    }

    private static String granularity(PolarityMap.Granularity granularity) {
        return switch (granularity) {
            case LAYER -> "layer";
            case ROW_BLOCK -> "row block";
            case COLUMN_BLOCK -> "column block";
            case TILE -> "row block and column block";
        };
    }

    /** Name of the assignment in tables for machines: that of a {@link Polarity}, or "MAP" and the map's granularity. */
    static String polarityName(PolarityAssignment polarity) {
        return switch (polarity) {
            case Polarity rule -> rule.name();
            case PolarityMap map -> "MAP_" + map.granularity();
        };
    }

    static String slices(int slices) {
        return slices == 1 ? "one" : slices + ", each converted on its own, added by significance";
    }

    static String converters(Converters converters) {
        return "DAC " + converters.dacBits() + " bit"
                + (converters.serial() ? ", " + converters.inputCycleBits() + " bit a cycle" : "") + ", ADC "
                + converters.adcBits() + " bit";
    }

    /** Sign of the weights. */
    static String sign(Encoding encoding) {
        return switch (encoding) {
            case DIFFERENTIAL -> "±";
            case POSITIVE -> "+";
            case NEGATIVE -> "−";
            case OFFSET -> "± offset";
        };
    }

    /** Signs of a row block's tiles from left to right, each run once. */
    static String signs(RowPlan.Block block) {
        StringBuilder signs = new StringBuilder();
        String last = "";
        for (RowPlan.TileColumns tile : block.tiles()) {
            String sign = sign(tile.encoding());
            if (!sign.equals(last)) {
                signs.append(signs.isEmpty() ? "" : " ").append(sign);
            }
            last = sign;
        }
        return signs.toString();
    }

    static String ranges(RangeSharing ranges) {
        return switch (ranges) {
            case UNIFORM -> "uniform: one triple of full scales for all layers";
            case PER_LAYER -> "per layer: a triple of full scales each";
        };
    }

    static String scaling(DigitalScaling scaling) {
        return switch (scaling) {
            case NONE -> "none: one constant for the network";
            case SHIFT -> "shift: a power of two a layer";
            case AFFINE -> "affine: a multiplier an output channel";
        };
    }

    static String inputs(InputCoding inputs) {
        return switch (inputs) {
            case SIGNED -> "signed";
            case RECTIFIED_SPLIT -> "rectified split, two channels a signal";
        };
    }

    static String noise(Noise noise) {
        return "programming σ " + shortPercent(noise.programmingSigma()) + " of the cell's range, read σ "
                + shortPercent(noise.readSigma()) + " of the ADC full scale";
    }

    static String recipe(Recipe recipe) {
        return recipe.floatEpochs() + " float and " + recipe.hardwareEpochs() + " hardware-aware epochs (ramp "
                + recipe.rampEpochs() + "), batch " + recipe.batch() + ", peak learning rates "
                + number(recipe.floatLearningRate()) + " and " + number(recipe.hardwareLearningRate())
                + ", weight decay " + number(recipe.weightDecay()) + ", label smoothing "
                + number(recipe.labelSmoothing()) + ", distillation " + number(recipe.distillation())
                + ", augmentation " + number(recipe.augmentation()) + ", rotation "
                + number(recipe.rotationDegrees()) + "°, averaging " + number(recipe.averaging())
                + ", validation subjects "
                + recipe.validationSubjects() + ", batch normalisation "
                + (recipe.batchNormalisation() ? "on" : "off");
    }
}
