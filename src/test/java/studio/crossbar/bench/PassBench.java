package studio.crossbar.bench;

import studio.crossbar.tensor.AdamW;
import studio.crossbar.tensor.AffineActivation;
import studio.crossbar.tensor.CounterNoise;
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
        pass("affine activation", () -> AffineActivation.forward(rows, COLUMNS, true, x, 0, scale, bias, out, 0));
        pass(
                "its gradient",
                () -> AffineActivation.backward(rows, COLUMNS, true, out, 0, x, 0, scale, y, 0, dz, 0, dScale, dBias));
        float[] values = KernelBench.random(COUNT);
        pass("AdamW", () -> AdamW.STANDARD.update(10, 1e-6f, 0.01f, values, y, m, v, 0, COUNT, -1f, 1f));
    }

    private static void pass(String name, Runnable call) {
        Bench.print("%-28s %6.3f ns an element", name, Bench.seconds(COUNT * 1e-9, call) * 1e9 / COUNT);
    }
}
