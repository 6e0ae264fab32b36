package studio.crossbar.training;

import org.jspecify.annotations.Nullable;

/**
 * The passes of a layer whose products are {@link WinogradProducts}, part by part: those of the float stages, and backward
 * those behind ADCs that clipped little.
 */
final class WinogradPass {

    private final CrossbarState state;
    private final WinogradProducts products;
    private final DigitalPass digital;
    private final ClippedGradients clippedGradients;

    WinogradPass(CrossbarState state, Staging staging, DigitalPass digital) {
        this.state = state;
        this.digital = digital;
        clippedGradients = new ClippedGradients(state, staging);
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
     * @param conversions that the sums come from, whose inputs' gradient is wanted then; null in float
     * @return gradient of the ADC range
     */
    double backward(
            Run run,
            @Nullable Conversions conversions,
            float[] sums,
            float[] output,
            float[] outputGradient,
            float[] sumGradient,
            float[] weightGradient,
            boolean ofInputs) {
        products.forgetGradient();
        if (ofInputs) {
            products.takeTransposed(state.cells.transposed);
        }
        float[] residual = conversions == null ? null : conversions.residual;
        double range = 0;
        for (int part = 0; part < products.parts(run.samples); part++) {
            int from = products.firstPosition(part);
            int to = products.endPosition(part);
            range += digital.backward(from, to, sums, output, outputGradient, sumGradient, residual);
            products.gradients(part, sumGradient, ofInputs);
        }
        products.addWeightGradient(weightGradient);
        if (conversions != null && conversions.clippingsOfShard() > 0) {
            clippedGradients.subtract(run.samples, conversions.clipBits(), sumGradient, weightGradient);
        }
        return range;
    }
}
