package studio.crossbar.training;

import java.util.List;

/**
 * What sub-matrices cost by their encodings, as plain numbers relative to a reference design: a sum over sub-matrices, and
 * parts that all layers use in turn, of which the neediest layer decides the number. The expected price of independent
 * choices with probabilities {@code p} is taken as
 *
 * <pre>base + Σ_s Σ_k p_sk · own_sk + Σ_j max_l (need_jl + Σ_{s in l} Σ_k p_sk · more_jsk)</pre>
 *
 * which is exact where every choice is certain.
 *
 * @param base price of what does not depend on any choice
 * @param layers layer of each sub-matrix
 * @param own {@code [sub-matrices][choices]} price of each choice
 * @param shared parts that layers share
 */
public record ChoicePrices(double base, List<Integer> layers, double[][] own, List<Shared> shared) {

    /**
     * A part that layers use in turn.
     *
     * @param need {@code [layers]} price of what each layer needs of it whatever is chosen
     * @param more {@code [sub-matrices][choices]} price of what each choice needs beyond
     */
    public record Shared(double[] need, double[][] more) {}

    public ChoicePrices {
        layers = List.copyOf(layers);
        shared = List.copyOf(shared);
        if (own.length != layers.size()) {
            throw new IllegalArgumentException(
                    "own: " + own.length + " sub-matrices, but layers names " + layers.size() + "; give one line each");
        }
    }

    /** Sub-matrices. */
    int size() {
        return own.length;
    }

    /**
     * Expected price.
     *
     * @param probabilities {@code [sub-matrices][choices]}
     */
    public double expected(double[][] probabilities) {
        double price = base + weighted(probabilities, own);
        for (Shared part : shared) {
            double[] needs = needs(part, probabilities);
            price += needs[neediest(needs)];
        }
        return price;
    }

    /**
     * Derivatives of {@link #expected} by the probabilities; where layers tie for a shared part the first one counts.
     *
     * @return {@code [sub-matrices][choices]}
     */
    public double[][] gradient(double[][] probabilities) {
        double[][] gradient = new double[own.length][];
        for (int s = 0; s < own.length; s++) {
            gradient[s] = own[s].clone();
        }
        for (Shared part : shared) {
            int layer = neediest(needs(part, probabilities));
            for (int s = 0; s < own.length; s++) {
                for (int k = 0; k < own[s].length && layers.get(s) == layer; k++) {
                    gradient[s][k] += part.more()[s][k];
                }
            }
        }
        return gradient;
    }

    private static double weighted(double[][] probabilities, double[][] prices) {
        double sum = 0;
        for (int s = 0; s < prices.length; s++) {
            for (int k = 0; k < prices[s].length; k++) {
                sum += probabilities[s][k] * prices[s][k];
            }
        }
        return sum;
    }

    private double[] needs(Shared part, double[][] probabilities) {
        double[] needs = part.need().clone();
        for (int s = 0; s < own.length; s++) {
            for (int k = 0; k < own[s].length; k++) {
                needs[layers.get(s)] += probabilities[s][k] * part.more()[s][k];
            }
        }
        return needs;
    }

    private static int neediest(double[] needs) {
        int most = 0;
        for (int layer = 1; layer < needs.length; layer++) {
            most = needs[layer] > needs[most] ? layer : most;
        }
        return most;
    }
}
