package studio.crossbar.cost.claim;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import studio.crossbar.cost.Cost;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.cost.Technology;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.network.Network;

/** Claims as Markdown. */
public final class ClaimTable {

    private static final List<Integer> BITS = List.of(4, 2);

    private ClaimTable() {}

    /**
     * The steps, at 4 and 2 bits a cell.
     *
     * @param options what bills assume beyond the design, as {@link Assumption#standard} takes them
     * @param accuracy text of a case's accuracy by bits
     */
    public static String steps(
            Network network,
            Hardware base,
            Technology technology,
            CostOptions options,
            BiFunction<Integer, ClaimCase, String> accuracy) {
        StringBuilder text = new StringBuilder();
        text.append("| bits a cell | mapping | area, mm² | saved | energy, nJ | saved | latency, µs | accuracy |\n")
                .append("|---|---|---|---|---|---|---|---|\n");
        for (int bits : BITS) {
            Claim claim = Claim.of(network, base, bits, Assumption.standard(technology, options));
            for (ClaimCase each : ClaimCase.values()) {
                Cost cost = claim.cost(each);
                boolean first = each == ClaimCase.CONVENTIONAL;
                text.append(String.format(
                        Locale.ROOT,
                        "| %d | %s | %.4f | %s | %.1f | %s | %.1f | %s |\n",
                        bits,
                        each.label(),
                        cost.areaSquareMillimetres(),
                        first ? "" : percent(claim.areaSaved(each)),
                        cost.energyNanojoules(),
                        first ? "" : percent(claim.energySaved(each)),
                        cost.latencyMicroseconds(),
                        accuracy.apply(bits, each)));
            }
        }
        return text.toString();
    }

    /**
     * How far both steps' savings move when one assumption changes, at 2 bits a cell.
     *
     * @throws IOException if a technology file cannot be read
     */
    public static String sensitivity(Network network, Hardware base, Technology technology, CostOptions options)
            throws IOException {
        StringBuilder text = new StringBuilder();
        text.append("| assumption | | area saved, only positive | row-block | energy saved, only positive | row-block |"
                        + " 67 % area | 40 % energy |\n")
                .append("|---|---|---|---|---|---|---|---|\n");
        text.append(row(network, base, Assumption.standard(technology, options)));
        for (Assumption assumption : Assumption.variations(technology, options)) {
            text.append(varied(network, base, assumption));
        }
        return text.toString();
    }

    /** A variation may lack what the options ask for, as another technology the kind of ADC. */
    private static String varied(Network network, Hardware base, Assumption assumption) {
        try {
            return row(network, base, assumption);
        } catch (IllegalArgumentException e) {
            return "| " + assumption.axis() + " | " + assumption.value() + " | not built: " + e.getMessage()
                    + " | | | | | |\n";
        }
    }

    private static String row(Network network, Hardware base, Assumption assumption) {
        Claim claim = Claim.of(network, base, 2, assumption);
        double area = claim.areaSaved(ClaimCase.UNIFORM_POSITIVE);
        double energy = claim.energySaved(ClaimCase.UNIFORM_POSITIVE);
        double areaOfBlocks = claim.areaSaved(ClaimCase.UNIFORM_ROW_BLOCK);
        double energyOfBlocks = claim.energySaved(ClaimCase.UNIFORM_ROW_BLOCK);
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %s | %s | %s |\n",
                assumption.axis(),
                assumption.value(),
                percent(area),
                percent(areaOfBlocks),
                percent(energy),
                percent(energyOfBlocks),
                verdict(area, areaOfBlocks, Claim.PAPER_AREA),
                verdict(energy, energyOfBlocks, Claim.PAPER_ENERGY));
    }

    /** Which of the two mappings saves what the paper says. */
    private static String verdict(double positive, double blocks, double paper) {
        if (positive >= paper && blocks >= paper) {
            return "both";
        }
        return positive >= paper ? "only positive" : blocks >= paper ? "row-block" : "neither";
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share).replace('-', '−');
    }
}
