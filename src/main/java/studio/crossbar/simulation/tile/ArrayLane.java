package studio.crossbar.simulation.tile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.tensor.AdcKernel;
import studio.crossbar.tensor.BitPlaneKernel;
import studio.crossbar.tensor.CounterNoise;
import studio.crossbar.tensor.Quantizer;
import studio.crossbar.tensor.ReadNoiseKernel;
import studio.crossbar.training.AnalogLayer;
import studio.crossbar.training.StagedWindows;

/** One thread's use of a {@link CrossbarArray}. Allocates when first used and when inputs get larger. */
final class ArrayLane implements AnalogLayer.Lane {

    /** Elements converted at a time, so that they are still in the first-level cache. */
    private static final int TILE = 2048;

    private final CrossbarArray array;
    private final @Nullable RangeRecorder recorder;
    private final BlockProduct product = new BlockProduct();
    private final boolean noisy;
    private float[] bits = new float[0];
    private float[] squares = new float[0];
    private float[] analog = new float[0];
    private float[] variance = new float[0];
    private float[] deviates = new float[0];

    /** @param recorder takes the magnitudes of all sums before they are converted; null to record nothing */
    ArrayLane(CrossbarArray array, @Nullable RangeRecorder recorder) {
        this.array = array;
        this.recorder = recorder;
        noisy = array.noisy();
    }

    @Override
    public void convert(StagedWindows inputs, CounterNoise noise, float[] sums) {
        int cycles = array.drive().cycles();
        for (int cycle = 0; cycle < cycles; cycle++) {
            float[] driven = inputs.values();
            if (cycles > 1) {
                bits = grown(bits, inputs.length());
                BitPlaneKernel.part(
                        inputs.values(),
                        0,
                        inputs.length(),
                        array.drive().step(),
                        array.drive().mask(cycle),
                        bits);
                driven = bits;
            }
            if (noisy) {
                squares = grown(squares, inputs.length());
                ReadNoiseKernel.square(driven, 0, inputs.length(), squares);
            }
            cycle(cycle, inputs, driven, noise, sums);
        }
    }

    private void cycle(int cycle, StagedWindows inputs, float[] driven, CounterNoise noise, float[] sums) {
        int planes = array.blocks().stream().mapToInt(b -> b.planes().size()).sum();
        int tileRows = tileRows(inputs.runLength());
        for (int run = 0; run < inputs.runs(); run++) {
            for (int row = 0; row < inputs.runLength(); row += tileRows) {
                int rows = Math.min(tileRows, inputs.runLength() - row);
                int draw = cycle * planes;
                for (int b = 0; b < array.blocks().size(); b++) {
                    product.at(inputs, array.blocks().get(b), array.outputs(), b, run, row, rows);
                    List<Plane> all = array.blocks().get(b).planes();
                    for (int p = 0; p < all.size(); p++) {
                        convert(all.get(p), cycle, draw, driven, noise, sums);
                        draw++;
                    }
                }
            }
        }
    }

    /** Windows at a time: few where products are short, more where they read much of the matrix. */
    private int tileRows(int length) {
        int deepest = array.blocks().stream()
                .mapToInt(CrossbarArray.Block::rows)
                .max()
                .orElseThrow();
        int elements = Math.clamp(64L * deepest, TILE, 32 * TILE);
        return Math.min(length, Math.max(16, elements / array.widest()));
    }

    private void convert(Plane plane, int cycle, int draw, float[] driven, CounterNoise noise, float[] sums) {
        int count = product.rows() * plane.columns();
        analog = grown(analog, count);
        product.multiply(plane, plane.weights(), driven, analog);
        // Of tiles side by side only some may be noisy.
        boolean noisySums = plane.noisy();
        for (int s = 0; s < plane.spans().size(); s++) {
            noisySums |= plane.spans().get(s).sigma(cycle) > 0;
        }
        if (noisySums) {
            deviates = grown(deviates, count);
            long elements = product.windows() * array.outputs();
            noise.gaussian(draw * elements + product.firstWindow() * plane.columns(), deviates, 0, count);
        }
        if (plane.noisy()) {
            variance = grown(variance, count);
            product.multiply(plane, plane.variance(), squares, variance);
        }
        boolean first = draw == 0;
        for (int s = 0; s < plane.spans().size(); s++) {
            Span span = plane.spans().get(s);
            if (recorder != null) {
                recorder.record(
                        span,
                        analog,
                        product.rows(),
                        plane.columns(),
                        array.drive().weight(cycle));
            }
            boolean whole = span.columns() == plane.columns() && !span.shared();
            int pieces = whole ? 1 : product.rows();
            int each = whole ? count : span.columns();
            for (int piece = 0; piece < pieces; piece++) {
                int from = piece * plane.columns() + span.column();
                int to = (int) (product.firstWindow() + piece) * array.outputs() + span.firstOutput();
                piece(plane, span, cycle, first, each, from, sums, to);
            }
        }
    }

    /** Converts neighbouring sums. */
    private void piece(Plane plane, Span span, int cycle, boolean first, int count, int from, float[] sums, int to) {
        Quantizer adc = span.adc(cycle);
        float sigma = span.sigma(cycle);
        if (plane.noisy()) {
            ReadNoiseKernel.add(count, analog, from, variance, from, sigma * sigma, deviates, from);
        } else if (sigma > 0) {
            ReadNoiseKernel.accumulate(span.shared() ? 1 : count, sigma, deviates, from, analog, from);
        }
        if (span.shared()) {
            float value = analog[from];
            if (adc != null) {
                AdcKernel.convert(adc, 1f, true, 1, analog, from, analog, null, null, from, 1, true);
                value = analog[from];
            }
            for (int o = to; o < to + span.outputs(); o++) {
                sums[o] += value;
            }
        } else if (adc != null) {
            AdcKernel.convert(adc, 1f, first, count, analog, from, sums, null, null, to, 1, true);
        } else if (first) {
            System.arraycopy(analog, from, sums, to, count);
        } else {
            ReadNoiseKernel.accumulate(count, 1f, analog, from, sums, to);
        }
    }

    private static float[] grown(float[] buffer, int needed) {
        return buffer.length >= needed ? buffer : new float[needed];
    }
}
