package studio.crossbar.simulation;

import java.util.List;

/**
 * What costs accuracy.
 *
 * @param ideal mean accuracy without any of the causes
 * @param all mean accuracy with all of them
 * @param chips chips behind each mean; the same ones everywhere
 * @param evaluations means that were measured
 * @param exact whether every set of causes was measured, so that the shares hold all of their interplay
 * @param causes in the order given
 */
public record Sensitivity(double ideal, double all, int chips, int evaluations, boolean exact, List<Cause> causes) {

    /**
     * A source of noise, a layer or a tile.
     *
     * @param name for people
     * @param alone accuracy lost if nothing else acts; negative if it gains
     * @param shapley its share of the loss of all, by Shapley's value: its mean marginal loss over orders of joining (Owen,
     *     SIAM/ASA J. Uncertainty Quantification 2, 245, 2014); NaN if not asked for
     * @param standardError of {@code shapley} from the orders drawn, apart from the choice of chips; 0 if exact
     */
    public record Cause(String name, double alone, double shapley, double standardError) {}

    public Sensitivity {
        causes = List.copyOf(causes);
    }
}
