package studio.crossbar.cost.claim;

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
        for (int bits : Claim.BITS) {
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

    /** How far both steps' savings move when one assumption changes. */
    public static String sensitivity(List<Variation> variations) {
        StringBuilder text = new StringBuilder();
        text.append("| assumption | | area saved, only positive | row-block | energy saved, only positive | row-block |"
                        + " 67 % area | 40 % energy |\n")
                .append("|---|---|---|---|---|---|---|---|\n");
        for (Variation variation : variations) {
            text.append(row(variation));
        }
        return text.toString();
    }

    private static String row(Variation variation) {
        Assumption assumption = variation.assumption();
        Claim claim = variation.claim();
        if (claim == null) {
            return "| " + assumption.axis() + " | " + assumption.value() + " | not built: " + variation.refusal()
                    + " | | | | | |\n";
        }
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
