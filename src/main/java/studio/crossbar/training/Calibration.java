package studio.crossbar.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;
import studio.crossbar.hardware.DigitalScaling;
import studio.crossbar.hardware.RangeSharing;
import studio.crossbar.hardware.RowPlan;

/**
 * Chooses the full scales at which fine-tuning starts.
 *
 * <p>A multiplier a channel and rectifiers that commute with positive factors leave the scale of every layer's inputs
 * and of every weight column free. So under affine scaling each column is stretched to the shared weight range, and each
 * layer's inputs to the shared DAC range, at no cost in float accuracy; without it the ranges cover the widest layer.
 */
final class Calibration {

    /** Windows whose values the percentiles are taken of. */
    private static final int WINDOWS = 512;

    private static final double INPUT_PERCENTILE = 0.999;
    private static final double SUM_PERCENTILE = 0.9995;

    private final Model model;
    private final BatchRunner runner;
    private final RangeSharing sharing;
    private final double sigma;
    private final List<Magnitudes> inputs = new ArrayList<>();
    private final List<List<Magnitudes>> sums = new ArrayList<>();

    Calibration(Model model, BatchRunner runner, RangeSharing sharing, double programmingSigma) {
        this.model = model;
        this.runner = runner;
        this.sharing = sharing;
        this.sigma = programmingSigma;
        for (CrossbarState layer : model.layers) {
            inputs.add(new Magnitudes());
            sums.add(layer.geometry.rows.blocks().stream()
                    .map(block -> new Magnitudes())
                    .toList());
        }
    }

    /** Sets all ranges from windows spread over {@code windows}. */
    void run(Windows windows) {
        int[] order = windows.mixed();
        observe(windows, order, this::observeInputs);
        fold();
        inputRanges();
        weightRanges();
        observe(windows, order, this::observeSums);
        sumRanges();
    }

    private void observe(Windows windows, int[] order, ObjIntConsumer<LaneNetwork> observer) {
        runner.program(Stage.FLOAT);
        int all = Math.min(WINDOWS, windows.size());
        int batch = runner.oneShardALane();
        for (int from = 0; from < all; from += batch) {
            int to = Math.min(all, from + batch);
            runner.infer(windows, order, from, to, Stage.FLOAT);
            for (int i = 0; i < runner.lanes().size(); i++) {
                observer.accept(runner.lanes().get(i), Math.min(model.shard, to - from - i * model.shard));
            }
        }
    }

    private void observeInputs(LaneNetwork lane, int samples) {
        for (CrossbarState layer : model.layers) {
            inputs.get(layer.index)
                    .add(lane.crossbars.get(layer.index).inputs(), samples * layer.geometry.input.size());
        }
    }

    private void observeSums(LaneNetwork lane, int samples) {
        for (CrossbarState layer : model.layers) {
            List<RowPlan.Block> blocks = layer.geometry.rows.blocks();
            for (int b = 0; b < blocks.size(); b++) {
                float[] values = lane.crossbars.get(layer.index).blockSums(b, samples);
                sums.get(layer.index).get(b).add(values, values.length);
            }
        }
    }

    /** Where no multiplier a channel can keep batch normalisation, it goes into the weights. */
    private void fold() {
        for (CrossbarState layer : model.layers) {
            if (layer.digital.normalised() && layer.digital.scaling != DigitalScaling.AFFINE) {
                layer.digital.foldInto(layer.weights.value);
            }
        }
    }

    private void inputRanges() {
        float[] reach = new float[model.layers.size()];
        float widest = 0;
        for (int l = 0; l < reach.length; l++) {
            reach[l] = inputs.get(l).percentile(INPUT_PERCENTILE);
            widest = Math.max(widest, reach[l]);
        }
        for (int l = 0; l < reach.length; l++) {
            CrossbarState layer = model.layers.get(l);
            if (sharing == RangeSharing.PER_LAYER) {
                layer.dacRange.value[0] = reach[l];
            } else if (layer.digital.scaling == DigitalScaling.AFFINE) {
                layer.dacRange.value[0] = reach[0];
                if (l > 0) {
                    scaleBetween(model.layers.get(l - 1), layer, reach[0] / reach[l]);
                }
            } else {
                layer.dacRange.value[0] = widest;
            }
        }
    }

    /** Multiplies what {@code before} gives by {@code factor} and has {@code after} take it back. */
    private static void scaleBetween(CrossbarState before, CrossbarState after, float factor) {
        scale(before.digital.multiplier.value, factor);
        scale(before.digital.bias.value, factor);
        if (after.digital.normalised()) {
            scale(after.digital.runningMean, factor);
            scale(after.digital.runningVariance, factor * factor);
        } else {
            scale(after.digital.multiplier.value, 1 / factor);
        }
    }

    private void weightRanges() {
        float widest = 0;
        for (CrossbarState layer : model.layers) {
            if (layer.digital.scaling == DigitalScaling.AFFINE) {
                layer.weightRange.value[0] = 1;
                for (int n = 0; n < layer.outputs; n++) {
                    stretchColumn(layer, n);
                }
            } else {
                float best = bestRange(layer, 0, 1);
                widest = Math.max(widest, best);
                layer.weightRange.value[0] = best;
            }
        }
        if (widest > 0 && sharing == RangeSharing.UNIFORM) {
            model.layers.getFirst().weightRange.value[0] = widest;
        }
    }

    private void stretchColumn(CrossbarState layer, int n) {
        float range = bestRange(layer, n, layer.outputs);
        for (int i = n; i < layer.weights.value.length; i += layer.outputs) {
            layer.weights.value[i] /= range;
        }
        if (layer.digital.normalised()) {
            layer.digital.runningMean[n] /= range;
            layer.digital.runningVariance[n] /= range * range;
        } else {
            layer.digital.multiplier.value[n] *= range;
        }
    }

    /** Full scale with the least sum of squared rounding, clipping and programming errors. */
    private float bestRange(CrossbarState layer, int first, int stride) {
        float[] weights = layer.weights.value;
        float largest = 1e-6f;
        for (int i = first; i < weights.length; i += stride) {
            largest = Math.max(largest, Math.abs(weights[i]));
        }
        float best = largest;
        double least = Double.POSITIVE_INFINITY;
        for (int tenth = 4; tenth <= 20; tenth++) {
            float range = largest * tenth / 20;
            double error = 0;
            for (int i = first; i < weights.length; i += stride) {
                double scaled =
                        Math.clamp(weights[i] / range * layer.deviceSteps, -layer.deviceSteps, layer.deviceSteps);
                double off = Math.rint(scaled) / layer.deviceSteps * range - weights[i];
                error += off * off + sigma * sigma * range * range;
            }
            if (error < least) {
                least = error;
                best = range;
            }
        }
        return best;
    }

    private void sumRanges() {
        float widest = 0;
        for (CrossbarState layer : model.layers) {
            float reach = 0;
            for (Magnitudes block : sums.get(layer.index)) {
                reach = Math.max(reach, block.percentile(SUM_PERCENTILE));
            }
            layer.adcRange.value[0] = reach;
            widest = Math.max(widest, reach);
        }
        if (sharing == RangeSharing.UNIFORM) {
            model.layers.getFirst().adcRange.value[0] = widest;
        }
    }

    private static void scale(float[] values, float factor) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
    }
}
