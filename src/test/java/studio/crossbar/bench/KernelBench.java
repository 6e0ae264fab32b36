package studio.crossbar.bench;

import java.util.List;
import java.util.Random;
import studio.crossbar.tensor.MatrixProduct;

/** Times the float kernels on one thread, best of many runs after warm-up; arguments choose groups by name. */
public final class KernelBench {

    private static final Random RANDOM = new Random(1);

    private KernelBench() {}

    public static void main(String[] args) {
        List<String> groups = List.of(args);
        if (groups.isEmpty() || groups.contains("product")) {
            products();
        }
        if (groups.isEmpty() || groups.contains("pass")) {
            PassBench.run();
        }
    }

    private static void products() {
        product("har-cnn 1, forward", 64, 32, 90, 36, 1);
        product("har-cnn 2, forward", 32, 64, 160, 64, 1);
        product("har-cnn 3, forward", 16, 64, 320, 128, 1);
        product("har-cnn 1, dW", 90, 32, 64, 1, 36);
        product("har-cnn 2, dW", 160, 64, 32, 1, 64);
        product("har-cnn 3, dW", 320, 64, 16, 1, 128);
        product("har-cnn 2, dX", 32, 32, 64, 64, 1);
        product("har-cnn 3, dX", 16, 64, 64, 64, 1);
        for (int n : new int[] {6, 9, 10, 16, 18, 24, 40, 48}) {
            product("narrow", 64, n, 64, 64, 1);
        }
        product("mlp 1, forward", 16, 128, 561, 561, 1);
        product("mlp 1, dW", 561, 128, 16, 1, 561);
        product("mlp 1, dX", 16, 561, 128, 128, 1);
        product("128 x 128 x 561", 128, 128, 561, 561, 1);
        product("256 cubed", 256, 256, 256, 256, 1);
        product("512 cubed", 512, 512, 512, 512, 1);
        product("1024 cubed", 1024, 1024, 1024, 1024, 1);
    }

    private static void product(String name, int m, int n, int k, int rowStride, int columnStride) {
        float[] a = random((m - 1) * rowStride + (k - 1) * columnStride + 1);
        float[] b = random(k * n);
        float[] c = new float[m * n];
        double seconds = Bench.seconds(
                2e-9 * m * n * k / 100,
                () -> MatrixProduct.multiply(m, n, k, a, 0, rowStride, columnStride, b, 0, n, c, 0, n, false));
        Bench.print("%-22s m %4d n %4d k %4d %8.1f GFLOP/s", name, m, n, k, 2e-9 * m * n * k / seconds);
    }

    static float[] random(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) RANDOM.nextGaussian();
        }
        return values;
    }
}
