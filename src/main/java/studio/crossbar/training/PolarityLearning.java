package studio.crossbar.training;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import studio.crossbar.hardware.Encoding;
import studio.crossbar.hardware.SubMatrix;
import studio.crossbar.tensor.NoiseUse;

/**
 * Learns which encoding each sub-matrix takes while its weights are learned: each step mixes the weights by a relaxed
 * sample ({@link ChoiceLogits}, {@link PolarityMixture}), and adds λ times the expected price to the loss. The price is that
 * of the probabilities themselves, so its gradient has no noise (as the expected latency of Cai, Zhu, Han, ProxylessNAS,
 * ICLR 2019). The temperature falls geometrically.
 */
final class PolarityLearning implements StepHook {

    /** Jang et al. and Maddison et al. start near 1; the end makes nearly every sample one-hot. */
    static final double FIRST_TEMPERATURE = 1;

    static final double LAST_TEMPERATURE = 0.1;

    /** How far a logit can move over a search at most; the rate of a step follows from the number of steps. */
    private static final double TRAVEL = 20;

    private static final double MOST_RATE = 0.3;

    /** Logit that a choice of both signs starts with: the float network that the search begins with has them. */
    private static final float FIRST_DIFFERENTIAL = 2;

    private final Model model;
    private final PolarityProblem problem;
    private final List<SubMatrix> parts;
    private final List<PolarityMixture> mixtures = new ArrayList<>();
    /** Index of each layer's first sub-matrix. */
    private final List<Integer> first = new ArrayList<>();

    private final ChoiceLogits logits;
    private final double[][] bySign;
    private final long seed;
    private double temperature = FIRST_TEMPERATURE;
    private double[][] sample;
    private long step;
    private long steps = 1;

    /**
     * @param model whose layers get mixtures
     * @param parts all sub-matrices
     */
    PolarityLearning(Model model, PolarityProblem problem, List<SubMatrix> parts, long seed) {
        if (problem.prices().size() != parts.size()) {
            throw new IllegalArgumentException("prices: " + problem.prices().size() + " lines, but the network has "
                    + parts.size() + " sub-matrices; price each");
        }
        this.model = model;
        this.problem = problem;
        this.parts = List.copyOf(parts);
        this.seed = seed;
        logits = new ChoiceLogits(parts.size(), problem.choices().size());
        int differential = problem.choices().indexOf(Encoding.DIFFERENTIAL);
        for (int s = 0; s < parts.size() && differential >= 0; s++) {
            logits.value[s * logits.choices + differential] = FIRST_DIFFERENTIAL;
        }
        sample = logits.probabilities();
        bySign = new double[parts.size()][2];
        for (CrossbarState layer : model.layers) {
            List<SubMatrix> own =
                    parts.stream().filter(part -> part.layer() == layer.index).toList();
            first.add(parts.indexOf(own.getFirst()));
            PolarityMixture mixture = new PolarityMixture(own, layer.outputs);
            mixtures.add(mixture);
            layer.cells.mixture = mixture;
        }
    }

    double[][] probabilities() {
        return logits.probabilities();
    }

    ChoiceLogits logits() {
        return logits;
    }

    double temperature() {
        return temperature;
    }

    /** Relaxed choices of this step. */
    double[][] sample() {
        return sample;
    }

    @Override
    public void beginStep(long number, long count) {
        step = number;
        steps = count;
        double done = count < 2 ? 1 : (double) number / (count - 1);
        temperature = FIRST_TEMPERATURE * Math.pow(LAST_TEMPERATURE / FIRST_TEMPERATURE, done);
        sample = logits.sample(temperature, NoiseUse.POLARITY_SEARCH.noise(seed, NoiseUse.Part.VALUES, 0, number));
        show();
    }

    private void show() {
        double[][] probabilities = logits.probabilities();
        for (CrossbarState layer : model.layers) {
            int from = first.get(layer.index);
            for (int s = from; s < from + mixtures.get(layer.index).size(); s++) {
                Encoding likely = problem.choices().get(likeliest(probabilities[s]));
                mixtures.get(layer.index)
                        .set(
                                s - from,
                                1 - share(s, Encoding.NEGATIVE),
                                1 - share(s, Encoding.POSITIVE),
                                likely != Encoding.NEGATIVE,
                                likely != Encoding.POSITIVE);
            }
        }
    }

    private double share(int part, Encoding encoding) {
        int choice = problem.choices().indexOf(encoding);
        return choice < 0 ? 0 : sample[part][choice];
    }

    private static int likeliest(double[] probabilities) {
        int best = 0;
        for (int k = 1; k < probabilities.length; k++) {
            best = probabilities[k] > probabilities[best] ? k : best;
        }
        return best;
    }

    @Override
    public void gradientsReady() {
        addGradients();
        float rate = (float) Math.min(MOST_RATE, TRAVEL / steps);
        logits.update((int) (step + 1), rate);
    }

    /** Gradients of the logits, and of the weights in place of those of the mixture. */
    void addGradients() {
        double[][] byShare = new double[parts.size()][logits.choices];
        int negative = problem.choices().indexOf(Encoding.NEGATIVE);
        int positive = problem.choices().indexOf(Encoding.POSITIVE);
        for (CrossbarState layer : model.layers) {
            int from = first.get(layer.index);
            int count = (int)
                    parts.stream().filter(part -> part.layer() == layer.index).count();
            double[][] own = java.util.Arrays.copyOfRange(bySign, from, from + count);
            mixtures.get(layer.index).backward(layer.weights.value, layer.weights.gradient, own);
            for (int s = from; s < from + count; s++) {
                if (negative >= 0) {
                    byShare[s][negative] = -bySign[s][0];
                }
                if (positive >= 0) {
                    byShare[s][positive] = -bySign[s][1];
                }
            }
        }
        logits.clearGradient();
        logits.addGradient(sample, temperature, byShare, 1);
        double[][] probabilities = logits.probabilities();
        logits.addGradient(probabilities, 1, problem.prices().gradient(probabilities), problem.lambda());
    }

    @Override
    public Stream<float[]> state() {
        return logits.state();
    }
}
