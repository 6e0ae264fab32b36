package studio.crossbar.simulation;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import studio.crossbar.tensor.CounterNoise;

/**
 * Shapley's values of a game (Contributions to the Theory of Games II, 307, 1953): a player's mean marginal worth over all
 * orders in which players may join. They add up to the worth of all.
 */
final class Shapley {

    private final double[] sums;
    private final double[] squares;
    private final int orders;
    private final boolean exact;

    private Shapley(double[] sums, double[] squares, int orders, boolean exact) {
        this.sums = sums;
        this.squares = squares;
        this.orders = orders;
        this.exact = exact;
    }

    /** From the worth of every set, {@code 2^players} of them. */
    static Shapley exact(int players, ToDoubleFunction<BitSet> worth) {
        double[] values = new double[players];
        for (long set = 0; set < 1L << players; set++) {
            BitSet members = BitSet.valueOf(new long[] {set});
            double own = worth.applyAsDouble(members);
            int size = members.cardinality();
            for (int i = 0; i < players; i++) {
                // |S|! (n − |S| − 1)! / n! for the set S without i.
                double weight = members.get(i) ? share(players, size - 1) : -share(players, size);
                values[i] += weight * own;
            }
        }
        return new Shapley(values, new double[players], 1, true);
    }

    /** {@code size! (players − size − 1)! / players!}, or 0 for a set that nobody can join. */
    private static double share(int players, int size) {
        if (size >= players) {
            return 0;
        }
        double share = 1.0 / players;
        for (int i = 1; i <= size; i++) {
            share *= (double) i / (players - i);
        }
        return share;
    }

    /**
     * From random orders (Castro et al., Computers and Operations Research 36, 1726, 2009).
     *
     * @param affordable whether as many more sets may be asked for; asked before each order
     */
    static Shapley sampled(int players, ToDoubleFunction<BitSet> worth, IntPredicate affordable, long seed) {
        double[] sums = new double[players];
        double[] squares = new double[players];
        int orders = 0;
        // An order's first set is empty, its last one is all; sets with one member may be known, but need not be.
        while (affordable.test(Math.max(1, players - 2)) && orders < 10_000) {
            int[] order = order(players, seed, orders);
            BitSet members = new BitSet();
            double before = worth.applyAsDouble(members);
            for (int player : order) {
                members.set(player);
                double after = worth.applyAsDouble(members);
                double marginal = after - before;
                sums[player] += marginal;
                squares[player] += marginal * marginal;
                before = after;
            }
            orders++;
        }
        return new Shapley(sums, squares, orders, false);
    }

    /** A random order (Fisher and Yates). */
    private static int[] order(int players, long seed, int number) {
        CounterNoise random = new CounterNoise(seed, number);
        int[] order = new int[players];
        Arrays.setAll(order, i -> i);
        for (int i = players - 1; i > 0; i--) {
            int j = (int) Long.remainderUnsigned(random.bits(i), i + 1L);
            int other = order[j];
            order[j] = order[i];
            order[i] = other;
        }
        return order;
    }

    /** A player's value; NaN if not one order was affordable. */
    double value(int player) {
        return orders == 0 ? Double.NaN : sums[player] / orders;
    }

    /** Standard error of the value from the orders drawn; 0 if exact, NaN for fewer than two orders. */
    double standardError(int player) {
        if (exact) {
            return 0;
        }
        if (orders < 2) {
            return Double.NaN;
        }
        double mean = value(player);
        double variance = Math.max(0, squares[player] / orders - mean * mean) * orders / (orders - 1);
        return Math.sqrt(variance / orders);
    }
}
