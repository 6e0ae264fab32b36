package studio.crossbar.search.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import studio.crossbar.search.Genome;
import studio.crossbar.search.Metric;
import studio.crossbar.search.Parameter;
import studio.crossbar.search.SearchSpace;
import studio.crossbar.search.Trial;

/**
 * How much of a metric's variance over a space hangs on each parameter: functional analysis of variance on a random forest,
 * as by Hutter et al. (ICML 2014), with the total effects of Jansen's estimator (Computer Physics Communications 117, 35,
 * 1999): half the mean squared change of the forest's answer when one parameter is drawn anew, over the answers' variance.
 * Total effects count interactions with each of their parameters, so that they may add up to more than 1.
 *
 * @param metric that was looked at
 * @param method in words, for whoever reads the result
 * @param rows trials that the forest learned from
 * @param samples designs drawn from the space
 * @param fit share of the variance of trials left out of the training that the forest explains, at most 1; near 0 or below,
 *     the effects mean nothing
 * @param effects one a parameter, the greatest first
 */
public record Importance(Metric metric, String method, int rows, int samples, double fit, List<Effect> effects) {

    private static final int MOST_ROWS = 400;
    private static final int TREES = 16;

    /** The usual part in regression (Breiman, 2001). */
    private static final double FEATURE_SHARE = 1.0 / 3;

    private static final int SAMPLES = 1024;
    private static final int FEWEST_ROWS = 10;

    /** Share of the variance below which a forest explains too little for its effects to mean much. */
    private static final double LEAST_FIT = 0.5;

    /** Every fifth row tests the forest. */
    private static final int FOLD = 5;

    /**
     * What hangs on a parameter.
     *
     * @param parameter its name
     * @param total share of the variance, 0 … 1
     */
    public record Effect(String parameter, double total) {}

    public Importance {
        effects = List.copyOf(effects);
    }

    /** Whether the forest explains enough for the effects to mean something. */
    public boolean trusted() {
        return fit >= LEAST_FIT;
    }

    /**
     * Effects on {@code metric}. Of more than {@value #MOST_ROWS} trials as many are drawn.
     *
     * @param trials those without the metric are left out
     * @throws IllegalArgumentException if fewer than {@value #FEWEST_ROWS} have it
     */
    public static Importance of(SearchSpace space, List<Trial> trials, Metric metric, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<Trial> rows = drawn(
                trials.stream().filter(trial -> trial.has(List.of(metric))).toList(), random);
        if (rows.size() < FEWEST_ROWS) {
            throw new IllegalArgumentException("importance: " + rows.size() + " trials have " + metric.label()
                    + ", but " + FEWEST_ROWS + " are needed; search on");
        }
        Features features = new Features(space);
        List<Trial> learning = new ArrayList<>();
        List<Trial> testing = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            (i % FOLD == 0 ? testing : learning).add(rows.get(i));
        }
        Forest forest =
                Forest.train(vectors(features, learning), targets(learning, metric), TREES, FEATURE_SHARE, seed);
        return new Importance(
                metric,
                "total effects (Jansen) on a random forest of " + TREES + " trees",
                learning.size(),
                SAMPLES,
                fit(forest, features, testing, metric),
                effects(
                        space,
                        features,
                        forest,
                        rows.stream().mapToInt(Importance::rung).max().orElse(0),
                        random));
    }

    private static List<Trial> drawn(List<Trial> trials, RandomGenerator random) {
        List<Trial> rows = new ArrayList<>(trials);
        int count = Math.min(MOST_ROWS, rows.size());
        for (int i = 0; i < count; i++) {
            int other = random.nextInt(i, rows.size());
            Trial swapped = rows.get(i);
            rows.set(i, rows.get(other));
            rows.set(other, swapped);
        }
        return rows.subList(0, count);
    }

    private static double[][] vectors(Features features, List<Trial> trials) {
        return trials.stream()
                .map(trial -> features.of(trial.genome(), rung(trial)))
                .toArray(double[][]::new);
    }

    private static int rung(Trial trial) {
        return trial.measurements().isEmpty()
                ? 0
                : trial.measurements().getLast().rung();
    }

    private static double[] targets(List<Trial> trials, Metric metric) {
        return trials.stream()
                .mapToDouble(trial -> trial.values(List.of(metric))[0])
                .toArray();
    }

    private static double fit(Forest forest, Features features, List<Trial> testing, Metric metric) {
        double[][] vectors = vectors(features, testing);
        double[] targets = targets(testing, metric);
        double[] residuals = new double[targets.length];
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = targets[i] - forest.predict(vectors[i]);
        }
        double all = variance(targets);
        double left = 0;
        for (double residual : residuals) {
            left += residual * residual / residuals.length;
        }
        return all > 0 ? 1 - left / all : 0;
    }

    private static List<Effect> effects(
            SearchSpace space, Features features, Forest forest, int rung, RandomGenerator random) {
        Genome[] designs = new Genome[SAMPLES];
        double[] answers = new double[SAMPLES];
        for (int s = 0; s < SAMPLES; s++) {
            designs[s] = space.random(random);
            answers[s] = forest.predict(features.of(designs[s], rung));
        }
        double variance = variance(answers);
        List<Effect> effects = new ArrayList<>();
        for (int p = 0; p < space.parameters().size(); p++) {
            Parameter parameter = space.parameters().get(p);
            double squares = 0;
            for (int s = 0; s < SAMPLES; s++) {
                Genome changed = redrawn(space, designs[s], p, random);
                double change = answers[s] - forest.predict(features.of(changed, rung));
                squares += change * change;
            }
            double total = variance > 0 ? squares / SAMPLES / 2 / variance : 0;
            effects.add(new Effect(parameter.name(), Math.min(1, total)));
        }
        effects.sort(Comparator.comparingDouble(Effect::total).reversed());
        return effects;
    }

    /** The design with one parameter drawn anew, and those that only become active by it. */
    private static Genome redrawn(SearchSpace space, Genome genome, int parameter, RandomGenerator random) {
        List<Integer> indices = new ArrayList<>(genome.indices());
        if (!space.active(parameter, indices)) {
            return genome;
        }
        int values = space.parameters().get(parameter).values().size();
        indices.set(parameter, random.nextInt(values));
        for (int p = parameter + 1; p < indices.size(); p++) {
            if (!space.active(p, indices)) {
                indices.set(p, 0);
            } else if (!space.active(p, genome.indices())) {
                indices.set(p, random.nextInt(space.parameters().get(p).values().size()));
            }
        }
        return new Genome(indices);
    }

    private static double variance(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean) / values.length;
        }
        return sum;
    }
}
