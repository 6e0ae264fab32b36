package studio.crossbar.training;

import java.util.Arrays;
import java.util.List;
import studio.crossbar.hardware.SubMatrix;

/**
 * Float weights of one layer between signs. With shares {@code y} of the encodings of its sub-matrix a signed weight w acts
 * as the mixture of what each would leave of it,
 *
 * <pre>y_D · w + y_P · max(w, 0) + y_N · min(w, 0) = (1 − y_N) · max(w, 0) + (1 − y_P) · min(w, 0)</pre>
 *
 * so that one product a step serves all encodings, as composite weights do in Cai and Vasconcelos (EdMIPS, CVPR 2020).
 */
final class PolarityMixture {

    private final List<SubMatrix> parts;
    private final int outputs;
    /** Factors of positive and of negative weights, of a training step. */
    private final float[] keepPositive;

    private final float[] keepNegative;
    /** The same of the most probable encodings. */
    private final float[] likelyPositive;

    private final float[] likelyNegative;

    /**
     * @param parts of the layer, covering its weights once
     * @param outputs weight columns of the layer
     */
    PolarityMixture(List<SubMatrix> parts, int outputs) {
        this.parts = List.copyOf(parts);
        this.outputs = outputs;
        keepPositive = new float[parts.size()];
        keepNegative = new float[parts.size()];
        likelyPositive = new float[parts.size()];
        likelyNegative = new float[parts.size()];
    }

    /** Parts. */
    int size() {
        return parts.size();
    }

    /** Sets the factors of one part: of a step, of inference. */
    void set(int part, double positive, double negative, boolean likelyPositives, boolean likelyNegatives) {
        keepPositive[part] = (float) positive;
        keepNegative[part] = (float) negative;
        likelyPositive[part] = likelyPositives ? 1 : 0;
        likelyNegative[part] = likelyNegatives ? 1 : 0;
    }

    /**
     * Writes the rows {@code firstRow … lastRow − 1} of the mixture.
     *
     * @param training whether the step's shares count, or the most probable encodings
     * @param weights {@code [rows × outputs]}
     */
    void mix(boolean training, float[] weights, int firstRow, int lastRow, float[] mixed) {
        for (int p = 0; p < parts.size(); p++) {
            SubMatrix part = parts.get(p);
            float plus = training ? keepPositive[p] : likelyPositive[p];
            float minus = training ? keepNegative[p] : likelyNegative[p];
            int end = Math.min(lastRow, part.firstRow() + part.rows());
            for (int row = Math.max(firstRow, part.firstRow()); row < end; row++) {
                int from = row * outputs + part.firstOutput();
                for (int i = from; i < from + part.outputs(); i++) {
                    mixed[i] = plus * Math.max(weights[i], 0) + minus * Math.min(weights[i], 0);
                }
            }
        }
    }

    /**
     * Turns the gradient by the mixture into that by the weights.
     *
     * @param gradient {@code [rows × outputs]}; by the mixture before, by the weights after
     * @param bySign receives for each part {@code [2]} the gradients by its two factors
     */
    void backward(float[] weights, float[] gradient, double[][] bySign) {
        for (int p = 0; p < parts.size(); p++) {
            SubMatrix part = parts.get(p);
            Arrays.fill(bySign[p], 0);
            for (int row = part.firstRow(); row < part.firstRow() + part.rows(); row++) {
                int from = row * outputs + part.firstOutput();
                double plus = 0;
                double minus = 0;
                for (int i = from; i < from + part.outputs(); i++) {
                    plus += gradient[i] * Math.max(weights[i], 0);
                    minus += gradient[i] * Math.min(weights[i], 0);
                    gradient[i] *= weights[i] < 0 ? keepNegative[p] : keepPositive[p];
                }
                bySign[p][0] += plus;
                bySign[p][1] += minus;
            }
        }
    }
}
