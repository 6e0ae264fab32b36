package studio.crossbar.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;
import studio.crossbar.hardware.DigitalScaling;
import studio.crossbar.hardware.Encoding;
import studio.crossbar.hardware.Noise;
import studio.crossbar.hardware.RangeSharing;
import studio.crossbar.hardware.RowPlan;
import studio.crossbar.hardware.Slices;
import studio.crossbar.tensor.NoiseUse;

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

    /** Levels without noise: what the columns of slices carry cannot be told from weights that are not divided. */
    private static final Stage EXACT = new Stage(true, false, Noise.NONE, NoiseUse.TRAINING, 0, 0);

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
        observe(windows, order, Stage.FLOAT, this::observeInputs);
        fold();
        inputRanges();
        weightRanges();
        observe(windows, order, sliced() ? EXACT : Stage.FLOAT, this::observeSums);
        sumRanges();
    }

    private boolean sliced() {
        return model.layers.getFirst().slices.count() > 1;
    }

    private void observe(Windows windows, int[] order, Stage programmed, ObjIntConsumer<LaneNetwork> observer) {
        runner.program(programmed);
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
                lane.crossbars
                        .get(layer.index)
                        .readBlockSums(b, samples, sums.get(layer.index).get(b)::add);
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
                float best = bestRange(layer, 0, layer.outputs);
                widest = Math.max(widest, best);
                layer.weightRange.value[0] = best;
            }
        }
        if (widest > 0 && sharing == RangeSharing.UNIFORM) {
            model.layers.getFirst().weightRange.value[0] = widest;
        }
    }

    private void stretchColumn(CrossbarState layer, int n) {
        float range = bestRange(layer, n, 1);
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

    /** Full scale of some neighbouring columns with the least sum of squared rounding, clipping and programming errors. */
    private float bestRange(CrossbarState layer, int firstOutput, int count) {
        float largest = 1e-6f;
        for (int row = 0; row < layer.geometry.rows.rows(); row++) {
            for (int n = firstOutput; n < firstOutput + count; n++) {
                largest = Math.max(largest, Math.abs(layer.weights.value[row * layer.outputs + n]));
            }
        }
        float best = largest;
        double least = Double.POSITIVE_INFINITY;
        for (int tenth = 4; tenth <= 20; tenth++) {
            float range = largest * tenth / 20;
            double error = 0;
            for (RowPlan.Region region : layer.geometry.rows.regions()) {
                int first = Math.max(firstOutput, region.firstOutput());
                int last = Math.min(firstOutput + count, region.firstOutput() + region.outputs());
                error = error(layer, region, first, last, range, error);
            }
            if (error < least) {
                least = error;
                best = range;
            }
        }
        return best;
    }

    /** Adds the squared errors of the columns {@code first … last − 1} of a region to {@code before}. */
    private double error(CrossbarState layer, RowPlan.Region region, int first, int last, float range, double before) {
        int steps = layer.slices.steps();
        double noise = sigma * sigma * range * range * noisePower(layer.slices, region.encoding());
        double error = before;
        for (int row = region.firstRow(); row < region.firstRow() + region.rows(); row++) {
            for (int n = first; n < last; n++) {
                float weight = layer.weights.value[row * layer.outputs + n];
                double level = WeightLevels.nearest(region.encoding(), steps, weight / range * steps);
                double off = level / steps * range - weight;
                error += off * off + noise;
            }
        }
        return error;
    }

    /** Variance of a weight's programming noise over that of one cell relative to R: slices, and correction cells. */
    private static double noisePower(Slices slices, Encoding encoding) {
        double power = encoding.correctionColumns();
        for (int slice = 0; slice < slices.count(); slice++) {
            power += slices.share(slice) * slices.share(slice);
        }
        return power * encoding.noiseGain() * encoding.noiseGain();
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
