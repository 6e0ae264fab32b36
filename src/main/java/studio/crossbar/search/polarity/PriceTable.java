package studio.crossbar.search.polarity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import studio.crossbar.cost.Cost;
import studio.crossbar.cost.CostItem;
import studio.crossbar.cost.Schedule;
import studio.crossbar.hardware.Encoding;
import studio.crossbar.hardware.SubMatrix;
import studio.crossbar.training.ChoicePrices;

/**
 * Prices of all choices from the cost model, relative to the design whose sub-matrices are all differential: what each
 * change of one sub-matrix does to that design's bill.
 *
 * <p>Counts of cells, columns, conversions and tiles add over sub-matrices, so sums of such changes give the area of every
 * map. What layers use in turn ({@link Schedule#LAYER_SERIAL}) is built as often as the neediest layer asks; what each asks
 * is read from the bill of the same design with layers side by side, where each has its own. Whole macros, replicas and the
 * leakage that a changed latency costs do not add up exactly; there the table is a linear estimate around the differential
 * design, and bills that are reported are written anew.
 */
final class PriceTable {

    private static final double EQUAL = 1e-9;

    private final Bills bills;
    private final PolarityPrice price;
    private final List<SubMatrix> parts;
    private final List<Encoding> reference;
    private final Cost whole;
    private final List<Need> needs;

    /**
     * What layers ask of a part that they share.
     *
     * @param key of the part
     * @param layers area for each layer, mm²
     */
    private record Need(String key, double[] layers) {

        double most() {
            return Arrays.stream(layers).max().orElse(0);
        }
    }

    private PriceTable(Bills bills, PolarityPrice price, List<Encoding> choices) {
        this.bills = bills;
        this.price = price;
        parts = bills.parts();
        reference = bills.differential();
        whole = bills.cost(reference, bills.options());
        needs = price == PolarityPrice.AREA ? sharedNeeds(choices) : List.of();
    }

    /** @param choices encodings to price */
    static ChoicePrices of(Bills bills, PolarityPrice price, List<Encoding> choices) {
        return new PriceTable(bills, price, choices).prices(choices);
    }

    private ChoicePrices prices(List<Encoding> choices) {
        double unit = price.of(whole);
        double[][] own = new double[parts.size()][choices.size()];
        List<ChoicePrices.Shared> shared = new ArrayList<>();
        double decided = 0;
        for (Need need : needs) {
            decided += need.most() / unit;
            double[] relative =
                    Arrays.stream(need.layers()).map(area -> area / unit).toArray();
            shared.add(new ChoicePrices.Shared(relative, new double[parts.size()][choices.size()]));
        }
        double before = own(whole);
        for (int s = 0; s < parts.size(); s++) {
            int layer = parts.get(s).layer();
            for (int k = 0; k < choices.size(); k++) {
                if (choices.get(k) == Encoding.DIFFERENTIAL) {
                    continue;
                }
                List<Encoding> changed = Bills.changed(reference, s, choices.get(k));
                own[s][k] = (own(bills.cost(changed, bills.options())) - before) / unit;
                Map<String, double[]> after = needs.isEmpty() ? Map.of() : sideBySide(changed);
                for (int n = 0; n < needs.size(); n++) {
                    double[] asked = after.get(needs.get(n).key());
                    shared.get(n).more()[s][k] =
                            ((asked == null ? 0 : asked[layer]) - needs.get(n).layers()[layer]) / unit;
                }
            }
        }
        // Whatever no choice changes is in the whole, which is 1.
        return new ChoicePrices(
                1 - decided, parts.stream().map(SubMatrix::layer).toList(), own, shared);
    }

    /** What adds up over sub-matrices: all energy, and the area that no layers share. */
    private double own(Cost cost) {
        return price == PolarityPrice.ENERGY
                ? cost.energyNanojoules()
                : cost.areaSquareMillimetres() - cost.areaSquareMillimetres(CostItem.SHARED);
    }

    /** Shared parts whose number encodings may change: of the differential design, and those that only other signs need. */
    private List<Need> sharedNeeds(List<Encoding> choices) {
        Map<String, double[]> asked = sideBySide(reference);
        double[] none = new double[whole.layers().size()];
        Set<String> seen = new HashSet<>();
        List<Need> found = new ArrayList<>();
        List<List<Encoding>> designs = new ArrayList<>(List.of(reference));
        choices.forEach(choice -> designs.add(Collections.nCopies(parts.size(), choice)));
        for (List<Encoding> design : designs) {
            Map<String, double[]> own = sideBySide(design);
            for (CostItem item : bills.cost(design, bills.options()).ofLayer(CostItem.SHARED)) {
                String key = key(item);
                double area = item.areaSquareMillimetres();
                double[] layers = own.get(key);
                // Buffers serve another traffic where layers work side by side; no encoding changes it.
                if (seen.add(key)
                        && layers != null
                        && Math.abs(Arrays.stream(layers).max().orElse(0) - area) <= EQUAL * area) {
                    found.add(new Need(key, asked.getOrDefault(key, none)));
                }
            }
        }
        return found;
    }

    private Map<String, double[]> sideBySide(List<Encoding> encodings) {
        Cost cost = bills.cost(encodings, bills.options().withSchedule(Schedule.LAYER_PARALLEL));
        Map<String, double[]> areas = new LinkedHashMap<>();
        for (CostItem item : cost.items()) {
            if (item.layer() != CostItem.SHARED) {
                areas.computeIfAbsent(key(item), _ -> new double[cost.layers().size()])[item.layer()] +=
                        item.areaSquareMillimetres();
            }
        }
        return areas;
    }

    private static String key(CostItem item) {
        return item.component() + " " + item.source();
    }
}
