package studio.crossbar.training;

import java.util.Arrays;

/** The float stages of a layer whose products are {@link WinogradProducts}, part by part. */
final class WinogradPass {

    private final CrossbarState state;
    private final WinogradProducts products;
    private final DigitalPass digital;

    WinogradPass(CrossbarState state, Staging staging, DigitalPass digital) {
        this.state = state;
        this.digital = digital;
        products = new WinogradProducts(state.geometry, staging);
    }

    /** Writes sums and activations of what is staged. */
    void forward(Run run, float[] sums, float[] output) {
        boolean rowByRow = digital.rowByRow(run.stage);
        products.take(state.cells.programmed);
        for (int part = 0; part < products.parts(run.samples); part++) {
            products.sums(part, sums);
            if (rowByRow) {
                digital.forward(products.firstPosition(part), products.endPosition(part), sums, output);
            }
        }
        if (!rowByRow) {
            digital.forward(run, sums, output);
        }
    }

    /**
     * Writes the gradients of sums and staged inputs, and adds that of the weights, between the digital part's beginning and
     * its end.
     *
     * @param fresh whether {@code weightGradient} holds nothing yet
     */
    void backward(
            Run run,
            float[] sums,
            float[] output,
            float[] outputGradient,
            float[] sumGradient,
            float[] weightGradient,
            boolean fresh,
            boolean ofInputs) {
        products.takeTransposed(state.cells.transposed);
        for (int part = 0; part < products.parts(run.samples); part++) {
            int from = products.firstPosition(part);
            digital.backward(from, products.endPosition(part), sums, output, outputGradient, sumGradient, null);
            products.gradients(part, sumGradient, ofInputs);
        }
        if (fresh) {
            Arrays.fill(weightGradient, 0f);
        }
        products.addWeightGradient(weightGradient);
    }
}
