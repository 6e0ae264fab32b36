package studio.crossbar.training;

import org.jspecify.annotations.Nullable;

/**
 * Cross-entropy with label smoothing (Szegedy et al., CVPR 2016) mixed with distillation (Hinton et al., 2015): the
 * target is {@code (1 − d) · smoothed label + d · teacher}, so one softmax serves both.
 *
 * @param smoothing share of a label spread over all classes
 * @param distillation weight d of the teacher's probabilities
 */
record Loss(double smoothing, double distillation) {

    /**
     * Loss of one sample, and its gradient by the logits times {@code weight}.
     *
     * @param teacher probabilities of a float network, or null for none
     * @param gradient receives the gradient from {@code at}
     * @return nats
     */
    double of(
            float[] logits,
            int at,
            int classes,
            int label,
            float @Nullable [] teacher,
            int teacherAt,
            float weight,
            float[] gradient) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < classes; c++) {
            highest = Math.max(highest, logits[at + c]);
        }
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            sum += Math.exp(logits[at + c] - highest);
        }
        double logSum = highest + Math.log(sum);
        double soft = teacher == null ? 0 : distillation;
        double loss = 0;
        for (int c = 0; c < classes; c++) {
            double target = (1 - soft) * ((c == label ? 1 - smoothing : 0) + smoothing / classes);
            if (teacher != null) {
                target += soft * teacher[teacherAt + c];
            }
            double logProbability = logits[at + c] - logSum;
            loss -= target * logProbability;
            gradient[at + c] = (float) (Math.exp(logProbability) - target) * weight;
        }
        return loss;
    }

    /** Index of the greatest of {@code classes} logits. */
    static int argMax(float[] logits, int at, int classes) {
        int best = 0;
        for (int c = 1; c < classes; c++) {
            if (logits[at + c] > logits[at + best]) {
                best = c;
            }
        }
        return best;
    }
}
