package studio.crossbar.simulation.tile;

import java.util.Random;
import org.jspecify.annotations.Nullable;
import studio.crossbar.tensor.Quantizer;

/** A tile cell by cell in double precision, each device read anew for each conversion. */
record NaiveTile(
        TileConductance cells,
        TileReadout readout,
        double weightPerMicroSiemens,
        @Nullable Quantizer dac,
        boolean serial,
        @Nullable Quantizer adc) {

    double[] multiply(float[] inputs, int vectors, @Nullable Random random) {
        int outputs = readout.outputs();
        double[] results = new double[vectors * outputs];
        for (int v = 0; v < vectors; v++) {
            for (int o = 0; o < outputs; o++) {
                for (Conversion conversion : readout.conversions()) {
                    results[v * outputs + o] += conversion(inputs, v * cells.rows(), o, conversion, random);
                }
            }
        }
        return results;
    }

    private double conversion(float[] inputs, int from, int output, Conversion conversion, @Nullable Random random) {
        if (!serial || dac == null) {
            double current = 0;
            for (int r = 0; r < cells.rows(); r++) {
                double x = dac == null ? inputs[from + r] : dac.code(inputs[from + r]) * (double) dac.step();
                current += x * conductance(r, output, conversion, random);
            }
            return conversion.digit() * convert(current);
        }
        double sum = 0;
        int steps = dac.steps();
        for (int bit = 0; 1 << bit <= steps; bit++) {
            double current = 0;
            for (int r = 0; r < cells.rows(); r++) {
                int code = dac.code(inputs[from + r]);
                if ((Math.abs(code) & 1 << bit) != 0) {
                    current += Math.signum(code) * dac.fullScale() * conductance(r, output, conversion, random);
                }
            }
            sum += (double) (1 << bit) / steps * convert(current);
        }
        return conversion.digit() * sum;
    }

    private double convert(double current) {
        double value = current * weightPerMicroSiemens;
        if (adc == null) {
            return value;
        }
        double step = (double) adc.fullScale() / adc.steps();
        return Math.rint(Math.min(Math.max(value / step, adc.low()), adc.high())) * step;
    }

    private double conductance(int row, int output, Conversion conversion, @Nullable Random random) {
        double sum = -conversion.baselineMicroSiemens();
        for (Conversion.Term term : conversion.terms()) {
            int at = row * cells.columns() + term.column(output);
            double read = cells.microSiemens()[at];
            if (random != null && cells.noisy()) {
                read += Math.sqrt(cells.readVariances()[at]) * random.nextGaussian();
            }
            sum += term.factor() * read;
        }
        return sum;
    }
}
