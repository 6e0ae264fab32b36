package studio.crossbar.training;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.hardware.RowPlan;
import studio.crossbar.tensor.InputKernel;
import studio.crossbar.tensor.Quantizer;

/** Padded inputs of one crossbar layer in one lane, as the DACs give them, and their gradients; see {@link Geometry}. */
final class Staging {

    private final Geometry geometry;
    /** One plane that holds all channels in their order needs no rearrangement. */
    private final boolean straight;

    final float[] values;
    final float[] gradient;
    private final float[] row;
    private final float[] rowGradient;

    Staging(Geometry geometry) {
        this.geometry = geometry;
        straight = geometry.planeOffset.length == 1;
        values = new float[geometry.stagingSize];
        gradient = new float[geometry.stagingSize];
        int width = geometry.input.width() * geometry.input.channels();
        row = new float[straight ? 0 : width];
        rowGradient = new float[straight ? 0 : width];
    }

    /**
     * Copies inputs into the planes.
     *
     * @param from {@code [samples, positions, channels]}
     * @param dac quantises on the way; null in float
     */
    void load(float[] from, int samples, @Nullable Quantizer dac) {
        load(from, samples, dac, 0, 0);
    }

    /**
     * Copies one digit of the inputs into the planes, as the row drivers apply it in one of several cycles.
     *
     * @param bits of a cycle
     * @param cycle from 0 for the least significant digit
     */
    void loadDigit(float[] from, int samples, Quantizer dac, int bits, int cycle) {
        load(from, samples, dac, bits, cycle);
    }

    private void load(float[] from, int samples, @Nullable Quantizer dac, int bits, int cycle) {
        int height = geometry.input.height();
        int count = geometry.input.width() * geometry.input.channels();
        for (int i = 0; i < samples * height; i++) {
            float[] target = straight ? values : row;
            int at = straight ? geometry.imageRow(0, i / height, i % height) : 0;
            if (dac == null) {
                System.arraycopy(from, i * count, target, at, count);
            } else if (bits == 0) {
                InputKernel.quantise(dac, from, i * count, count, target, at);
            } else {
                InputKernel.digit(dac, bits, cycle * bits, from, i * count, count, target, at);
            }
            if (!straight) {
                divide(i / height, i % height);
            }
        }
    }

    /** Forgets the gradients of {@code samples} samples. */
    void clearGradient(int samples) {
        for (int p = 0; p < geometry.planeOffset.length; p++) {
            int from = geometry.planeOffset[p];
            Arrays.fill(gradient, from, from + samples * geometry.sampleStep(p), 0f);
        }
    }

    /**
     * Writes the gradient of the inputs.
     *
     * @param from inputs as {@link #load} took them
     * @param into receives their gradient
     * @return gradient of the DAC's range; 0 in float
     */
    double unload(float[] from, float[] into, int samples, @Nullable Quantizer dac) {
        int height = geometry.input.height();
        int count = geometry.input.width() * geometry.input.channels();
        double range = 0;
        for (int i = 0; i < samples * height; i++) {
            float[] source = straight ? gradient : rowGradient;
            int at = straight ? geometry.imageRow(0, i / height, i % height) : 0;
            if (!straight) {
                unite(i / height, i % height);
            }
            if (dac == null) {
                System.arraycopy(source, at, into, i * count, count);
            } else {
                range += InputKernel.backward(dac, from, i * count, count, source, at, into, i * count);
            }
        }
        return range;
    }

    /** Copies the channels of each plane from the row. */
    private void divide(int sample, int y) {
        List<RowPlan.Plane> planes = geometry.rows.planes();
        for (int p = 0; p < planes.size(); p++) {
            List<Integer> chosen = planes.get(p).channels();
            int at = geometry.imageRow(p, sample, y);
            int width = chosen.size();
            int firstChannel = chosen.getFirst();
            int turn = width > 1 ? chosen.get(1) - firstChannel : 1;
            int perGroup = geometry.input.channels() / geometry.groups;
            for (int unit = 0; unit < geometry.input.width() * geometry.groups; unit++) {
                int source = unit * perGroup + firstChannel;
                int target = at + unit * width;
                for (int c = 0; c < width; c++) {
                    values[target + c] = row[source + c * turn];
                }
            }
        }
    }

    /** The reverse, for the gradient. */
    private void unite(int sample, int y) {
        List<RowPlan.Plane> planes = geometry.rows.planes();
        for (int p = 0; p < planes.size(); p++) {
            List<Integer> chosen = planes.get(p).channels();
            int at = geometry.imageRow(p, sample, y);
            int width = chosen.size();
            int firstChannel = chosen.getFirst();
            int turn = width > 1 ? chosen.get(1) - firstChannel : 1;
            int perGroup = geometry.input.channels() / geometry.groups;
            for (int unit = 0; unit < geometry.input.width() * geometry.groups; unit++) {
                int target = unit * perGroup + firstChannel;
                int source = at + unit * width;
                for (int c = 0; c < width; c++) {
                    rowGradient[target + c * turn] = gradient[source + c];
                }
            }
        }
    }
}
