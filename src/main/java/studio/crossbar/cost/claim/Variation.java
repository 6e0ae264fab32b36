package studio.crossbar.cost.claim;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.cost.Technology;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.network.Network;

/**
 * A claim at {@value #BITS} bits a cell with one assumption changed.
 *
 * @param assumption what the bills assume
 * @param claim null where it cannot be built, as where another technology lacks the kind of ADC
 * @param refusal why it cannot; empty where it can
 */
public record Variation(Assumption assumption, @Nullable Claim claim, String refusal) {

    private static final int BITS = 2;

    /**
     * The claim as {@link Assumption#standard} has it, and each of {@link Assumption#variations}.
     *
     * @param options what bills assume beyond the design
     * @throws IOException if a technology file cannot be read
     */
    public static List<Variation> all(Network network, Hardware base, Technology technology, CostOptions options)
            throws IOException {
        List<Assumption> assumptions = new ArrayList<>();
        assumptions.add(Assumption.standard(technology, options));
        assumptions.addAll(
                Assumption.variations(technology, options, base.converters().adcBits()));
        return assumptions.stream()
                .map(assumption -> of(network, base, assumption))
                .toList();
    }

    private static Variation of(Network network, Hardware base, Assumption assumption) {
        try {
            return new Variation(assumption, Claim.of(network, base, BITS, assumption), "");
        } catch (IllegalArgumentException e) {
            return new Variation(assumption, null, String.valueOf(e.getMessage()));
        }
    }
}
