package studio.crossbar.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.crossbar.simulation.irdrop.EffectiveConductance;
import studio.crossbar.simulation.irdrop.IrDropSolution;
import studio.crossbar.simulation.irdrop.IrDropSolver;
import studio.crossbar.simulation.irdrop.ResistiveCrossbar;

/**
 * Exact IR drop beside SciPy's sparse LU on crossbars of the same distribution (4-bit cells of 1 … 100 µS, 1 Ω a
 * segment, 4 inputs), turn by turn in one run; everything from conductances to currents counts for us, factorisation and
 * solutions without the assembly of the matrix for the peer. Then 1024 × 1024, and the approximation's time and error.
 */
final class IrDropBench {

    private static final int INPUTS = 4;
    private static final Path PEER = Path.of("../shared/baseline/irdrop_splu.py");
    private static final Pattern PRINTED = Pattern.compile("factor_s=(\\S+) solve_s=(\\S+)");

    private IrDropBench() {}

    /** @param args rounds, 5 if not given */
    static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        int cores = Runtime.getRuntime().availableProcessors();
        try (ForkJoinPool one = new ForkJoinPool(1);
                ForkJoinPool all = new ForkJoinPool(cores)) {
            Bench.print(
                    "%-10s %10s %12s %7s %12s %7s %11s %10s   (ms, median of %d rounds)",
                    "size",
                    "SciPy LU",
                    "1 thread",
                    "ratio",
                    cores + " threads",
                    "ratio",
                    "iterations",
                    "bound",
                    rounds);
            for (int size : new int[] {64, 128, 256}) {
                beside(size, rounds, one, all);
            }
            large(all);
            Bench.print(
                    "%n%-28s %10s %10s %12s %12s %12s   (1 thread, ms; L2 error)",
                    "crossbar", "approx.", "exact", "error ideal", "approx. +", "approx. ±");
            for (double ohm : new double[] {0.25, 1, 2.5}) {
                one.submit(() -> effective(128, ohm)).get();
            }
        }
    }

    private static void beside(int size, int rounds, ForkJoinPool one, ForkJoinPool all)
            throws IOException, InterruptedException, ExecutionException {
        ResistiveCrossbar crossbar = crossbar(size, 1);
        double[] volts = volts(size, INPUTS, false);
        long calls = Math.max(1, 40_000_000L / (100L * size * size));
        for (int warm = 0; warm < 3; warm++) {
            ours(crossbar, volts, calls, one);
            ours(crossbar, volts, calls, all);
        }
        double[] peer = new double[rounds];
        double[] single = new double[rounds];
        double[] parallel = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            peer[round] = peer(size);
            single[round] = ours(crossbar, volts, calls, one);
            parallel[round] = ours(crossbar, volts, calls, all);
        }
        IrDropSolution solution = new IrDropSolver(crossbar).solve(volts, INPUTS);
        double theirs = median(peer);
        Bench.print(
                "%-10s %10.2f %12.3f %7.1f %12.3f %7.1f %11d %10.1g",
                size + "x" + size,
                1e3 * theirs,
                1e3 * median(single),
                theirs / median(single),
                1e3 * median(parallel),
                theirs / median(parallel),
                solution.iterations(),
                solution.errorBound());
    }

    /** Seconds a call, devices to currents, nothing kept between calls. */
    private static double ours(ResistiveCrossbar crossbar, double[] volts, long calls, ForkJoinPool pool)
            throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        for (long i = 0; i < calls; i++) {
            pool.submit(() -> new IrDropSolver(crossbar).solve(volts, INPUTS)).get();
        }
        return (System.nanoTime() - start) * 1e-9 / calls;
    }

    private static double peer(int size) throws IOException, InterruptedException {
        if (!Files.exists(PEER)) {
            throw new IOException(PEER.toAbsolutePath() + " is missing; run from the project's folder beside shared");
        }
        ProcessBuilder builder = new ProcessBuilder("/usr/bin/python3", PEER.toString(), size + "x" + size);
        builder.environment().put("OMP_NUM_THREADS", "1");
        builder.environment().put("OPENBLAS_NUM_THREADS", "1");
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher figures = PRINTED.matcher(printed);
        if (process.waitFor() != 0 || !figures.find()) {
            throw new IOException("the peer failed; it needs Debian's python3-scipy");
        }
        return Double.parseDouble(figures.group(1)) + INPUTS * Double.parseDouble(figures.group(2));
    }

    private static void large(ForkJoinPool all) throws InterruptedException, ExecutionException {
        int size = 1024;
        for (double ohm : new double[] {1, 2.5}) {
            ResistiveCrossbar crossbar = ohm == 1 ? crossbar(size, ohm) : allOn(size, ohm);
            double[] volts = volts(size, INPUTS, false);
            long start = System.nanoTime();
            IrDropSolution solution = all.submit(() -> new IrDropSolver(crossbar).solve(volts, INPUTS))
                    .get();
            Bench.print(
                    "%-10s %10s %12s %7s %12.1f %7s %11d %10.1g   %s",
                    size + "x" + size,
                    "-",
                    "-",
                    "-",
                    (System.nanoTime() - start) * 1e-6,
                    "-",
                    solution.iterations(),
                    solution.errorBound(),
                    ohm == 1 ? "" : "all devices 1 kΩ, 2.5 Ω a segment");
        }
    }

    private static void effective(int size, double ohm) {
        ResistiveCrossbar crossbar = crossbar(size, ohm);
        IrDropSolver solver = new IrDropSolver(crossbar);
        EffectiveConductance ideal = EffectiveConductance.ideal(crossbar);
        EffectiveConductance approximate = EffectiveConductance.approximate(solver, () -> false);
        double[] positive = volts(size, 64, false);
        double[] either = volts(size, 64, true);
        Bench.print(
                "%-28s %10.3f %10.3f %12.1e %12.1e %12.1e",
                size + " x " + size + ", " + ohm + " ohm",
                1e3
                        * Bench.seconds(
                                5e-3, () -> EffectiveConductance.approximate(new IrDropSolver(crossbar), () -> false)),
                1e3 * Bench.seconds(0.2, () -> EffectiveConductance.exact(new IrDropSolver(crossbar), () -> false)),
                ideal.errorAgainst(solver, positive, 64).relativeL2(),
                approximate.errorAgainst(solver, positive, 64).relativeL2(),
                approximate.errorAgainst(solver, either, 64).relativeL2());
    }

    private static ResistiveCrossbar crossbar(int size, double ohm) {
        Random random = new Random(1);
        double[] g = new double[size * size];
        Arrays.setAll(g, _ -> (1 + 99 * random.nextInt(16) / 15.0) * 1e-6);
        return new ResistiveCrossbar(size, size, g, ohm, ohm);
    }

    private static ResistiveCrossbar allOn(int size, double ohm) {
        double[] g = new double[size * size];
        Arrays.fill(g, 1e-3);
        return new ResistiveCrossbar(size, size, g, ohm, ohm);
    }

    private static double[] volts(int rows, int inputs, boolean signed) {
        return new Random(2)
                .doubles((long) rows * inputs, signed ? -0.2 : 0, 0.2)
                .toArray();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
