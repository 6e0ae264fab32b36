package studio.crossbar.data;

import java.util.Random;

/** Multinomial logistic regression on all values of a window, by stochastic gradient descent with momentum. */
final class LinearClassifier {

    private static final int BATCH = 64;
    private static final float MOMENTUM = 0.9f;

    private final int inputs;
    private final int classes;
    private final float[][] weights;
    private final float[][] steps;

    private LinearClassifier(int inputs, int classes) {
        this.inputs = inputs;
        this.classes = classes;
        weights = new float[classes][inputs + 1];
        steps = new float[classes][inputs + 1];
    }

    static LinearClassifier train(Dataset data, int epochs, double rate, long seed) {
        LinearClassifier model = new LinearClassifier(
                data.channelNames().size() * data.length(), data.classNames().size());
        Random random = new Random(seed);
        int[] order = new int[data.size()];
        for (int epoch = 0; epoch < epochs; epoch++) {
            for (int i = 0; i < order.length; i++) {
                int j = random.nextInt(i + 1);
                order[i] = order[j];
                order[j] = i;
            }
            double annealed = rate * 0.5 * (1 + Math.cos(Math.PI * epoch / epochs));
            for (int first = 0; first < order.length; first += BATCH) {
                model.step(data, order, first, Math.min(BATCH, order.length - first), (float) annealed);
            }
        }
        return model;
    }

    double accuracy(Dataset data) {
        int right = 0;
        for (int i = 0; i < data.size(); i++) {
            float[] scores = scores(data, i);
            int best = 0;
            for (int k = 1; k < classes; k++) {
                best = scores[k] > scores[best] ? k : best;
            }
            right += best == data.labels()[i] ? 1 : 0;
        }
        return (double) right / data.size();
    }

    private void step(Dataset data, int[] order, int first, int count, float rate) {
        float[][] gradient = new float[classes][inputs + 1];
        for (int b = first; b < first + count; b++) {
            float[] scores = scores(data, order[b]);
            double sum = 0;
            for (float score : scores) {
                sum += Math.exp(score);
            }
            for (int k = 0; k < classes; k++) {
                float error = (float) (Math.exp(scores[k]) / sum) - (data.labels()[order[b]] == k ? 1 : 0);
                int at = order[b] * inputs;
                for (int j = 0; j < inputs; j++) {
                    gradient[k][j] += error * data.features()[at + j];
                }
                gradient[k][inputs] += error;
            }
        }
        for (int k = 0; k < classes; k++) {
            for (int j = 0; j <= inputs; j++) {
                steps[k][j] = MOMENTUM * steps[k][j] - rate * gradient[k][j] / count;
                weights[k][j] += steps[k][j];
            }
        }
    }

    private float[] scores(Dataset data, int window) {
        float[] scores = new float[classes];
        int at = window * inputs;
        for (int k = 0; k < classes; k++) {
            float sum = weights[k][inputs];
            for (int j = 0; j < inputs; j++) {
                sum += weights[k][j] * data.features()[at + j];
            }
            scores[k] = sum;
        }
        return scores;
    }
}
