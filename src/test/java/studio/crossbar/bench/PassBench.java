package studio.crossbar.bench;

import studio.crossbar.tensor.AdamW;
import studio.crossbar.tensor.AdcKernel;
import studio.crossbar.tensor.CounterNoise;
import studio.crossbar.tensor.DigitalKernel;
import studio.crossbar.tensor.InputKernel;
import studio.crossbar.tensor.Quantizer;
import studio.crossbar.tensor.WeightKernel;

/** Times the passes over arrays between two products. */
final class PassBench {

    private static final int COUNT = 32_768;
    private static final int COLUMNS = 64;

    private PassBench() {}

    static void run() {
        float[] x = KernelBench.random(COUNT);
        float[] y = KernelBench.random(COUNT);
        float[] out = new float[COUNT];
        float[] m = new float[COUNT];
        float[] v = new float[COUNT];
        Quantizer converter = Quantizer.signed(2f, 8);
        CounterNoise noise = new CounterNoise(1, 2);
        pass("Gaussian deviates", () -> noise.gaussian(0, out, 0, COUNT));
        pass("quantise inputs", () -> InputKernel.quantise(converter, x, 0, COUNT, out, 0));
        pass("gradient of inputs", () -> InputKernel.backward(converter, x, 0, COUNT, y, 0, out, 0));
        pass("program weights", () -> WeightKernel.program(converter, x, 0, COUNT, 0.05f, y, 0, out));
        pass("gradient of weights' range", () -> WeightKernel.fullScaleGradient(converter, x, 0, COUNT, y));
        float[] scale = KernelBench.random(COLUMNS);
        float[] bias = KernelBench.random(COLUMNS);
        float[] dScale = new float[COLUMNS];
        float[] dBias = new float[COLUMNS];
        float[] dz = new float[COUNT];
        int rows = COUNT / COLUMNS;
        float[] residual = new float[COUNT];
        int[] clipped = new int[COUNT];
        pass(
                "conversion, inference",
                () -> AdcKernel.convert(converter, 1f, true, COUNT, x, 0, out, null, null, 0, 1, true));
        pass(
                "conversion, training",
                () -> AdcKernel.convert(converter, 1f, true, COUNT, x, 0, out, residual, clipped, 0, 1, true));
        pass("clip mask", () -> AdcKernel.passUnclipped(COUNT, x, clipped, 0, 1, out, 0));
        float inf = Float.POSITIVE_INFINITY;
        pass("batch statistics", () -> DigitalKernel.statistics(rows, COLUMNS, x, dScale, dBias));
        pass("multiplier and rectifier", () -> DigitalKernel.forward(0, rows, COLUMNS, x, scale, bias, 0, inf, out));
        pass(
                "column sums of its gradient",
                () -> DigitalKernel.addBackwardSums(0, rows, COLUMNS, out, 0, inf, y, x, dScale, dBias));
        pass(
                "its gradient",
                () -> DigitalKernel.backward(0, rows, COLUMNS, out, 0, inf, y, x, scale, bias, bias, dz, residual));
        float[] values = KernelBench.random(COUNT);
        pass("AdamW", () -> AdamW.STANDARD.update(10, 1e-6f, 0.01f, values, y, m, v, 0, COUNT, -1f, 1f));
    }

    private static void pass(String name, Runnable call) {
        Bench.print("%-28s %6.3f ns an element", name, Bench.seconds(COUNT * 1e-9, call) * 1e9 / COUNT);
    }
}
