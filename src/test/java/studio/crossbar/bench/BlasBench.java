package studio.crossbar.bench;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import studio.crossbar.tensor.MatrixProduct;

/**
 * Single-precision products of {@link MatrixProduct} beside ND4J's gemm in one run, one thread each (set
 * {@code OMP_NUM_THREADS=1}), at the sizes in use and at large ones; and what ND4J costs before its first product.
 */
final class BlasBench {

    private BlasBench() {}

    static void main(String[] args) {
        long start = System.nanoTime();
        INDArray first = Nd4j.createFromArray(1f, 2f);
        double seconds = (System.nanoTime() - start) * 1e-9;
        Bench.print("ND4J %s: %.2f s until its first array, sum %.0f", Nd4j.getBackend(), seconds, first.sumNumber());
        Bench.print("OMP_NUM_THREADS %s", System.getenv("OMP_NUM_THREADS"));
        Bench.print(
                "%-20s %5s %5s %5s %12s %12s %12s %12s %7s",
                "GFLOP/s", "m", "n", "k", "ours", "ND4J gemm", "ND4J mmul", "with copies", "ratio");
        product("har-cnn 1, forward", 64, 32, 90);
        product("har-cnn 2, forward", 32, 64, 160);
        product("har-cnn 3, forward", 16, 64, 320);
        product("har-cnn 2, dW", 160, 64, 32);
        product("mlp 1, forward", 16, 128, 561);
        product("mlp 1, dW", 561, 128, 16);
        product("mlp 1, batch 128", 128, 128, 561);
        product("256 cubed", 256, 256, 256);
        product("512 cubed", 512, 512, 512);
        product("1024 cubed", 1024, 1024, 1024);
    }

    private static void product(String name, int m, int n, int k) {
        float[] a = KernelBench.random(m * k);
        float[] b = KernelBench.random(k * n);
        float[] c = new float[m * n];
        INDArray left = Nd4j.create(a, new long[] {m, k}, 'c');
        INDArray right = Nd4j.create(b, new long[] {k, n}, 'c');
        INDArray columnMajor = Nd4j.create(new long[] {m, n}, 'f');
        INDArray rowMajor = Nd4j.create(new long[] {m, n}, 'c');
        double estimate = 2e-9 * m * n * k / 60 + 5e-6;
        double ours =
                Bench.seconds(estimate, () -> MatrixProduct.multiply(m, n, k, a, 0, k, 1, b, 0, n, c, 0, n, false));
        double gemm = Bench.seconds(estimate, () -> Nd4j.gemm(left, right, columnMajor, false, false, 1, 0));
        double mmul = Bench.seconds(estimate, () -> left.mmuli(right, rowMajor));
        double copied = Bench.seconds(estimate, () -> {
            INDArray x = Nd4j.create(a, new long[] {m, k}, 'c');
            INDArray y = Nd4j.create(b, new long[] {k, n}, 'c');
            x.mmul(y).data().asFloat();
        });
        double work = 2e-9 * m * n * k;
        Bench.print(
                "%-20s %5d %5d %5d %12.1f %12.1f %12.1f %12.1f %7.2f",
                name, m, n, k, work / ours, work / gemm, work / mmul, work / copied, Math.min(gemm, mmul) / ours);
    }
}
