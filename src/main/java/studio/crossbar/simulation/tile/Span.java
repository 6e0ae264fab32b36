package studio.crossbar.simulation.tile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.tensor.Quantizer;

/**
 * Columns of a plane that share a converter design.
 *
 * @param tile index of the tile, for calibration
 * @param column first column of the plane
 * @param columns 1 if {@code shared}, else {@code outputs}
 * @param firstOutput first output of the layer
 * @param outputs of the layer
 * @param shared whether one conversion counts for all outputs
 * @param scale magnitude of the results beside those of a digit of 1
 * @param adcs one a cycle; empty where there is none
 * @param converting whether they round and clip; otherwise only their full scales count, for the noise
 * @param columnSigma standard deviation of a conversion over the full scale
 */
record Span(
        int tile,
        int column,
        int columns,
        int firstOutput,
        int outputs,
        boolean shared,
        float scale,
        List<Quantizer> adcs,
        boolean converting,
        float columnSigma) {

    Span {
        adcs = List.copyOf(adcs);
    }

    /** What rounds and clips; null for nothing. */
    @Nullable
    Quantizer adc(int cycle) {
        return adcs.isEmpty() || !converting ? null : adcs.get(cycle);
    }

    /** Standard deviation of a conversion of {@code cycle}, in the unit of the results. */
    float sigma(int cycle) {
        return adcs.isEmpty() ? 0 : columnSigma * adcs.get(cycle).fullScale();
    }

    /** One span for this and its right neighbour, if both convert alike; null otherwise. */
    @Nullable
    Span joined(Span next) {
        boolean alike = !shared
                && !next.shared
                && next.column == column + columns
                && next.firstOutput == firstOutput + outputs
                && scale == next.scale
                && converting == next.converting
                && columnSigma == next.columnSigma
                && adcs.equals(next.adcs);
        return alike
                ? new Span(
                        tile,
                        column,
                        columns + next.columns,
                        firstOutput,
                        outputs + next.outputs,
                        false,
                        scale,
                        adcs,
                        converting,
                        columnSigma)
                : null;
    }
}
