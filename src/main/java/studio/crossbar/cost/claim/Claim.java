package studio.crossbar.cost.claim;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import studio.crossbar.cost.Cost;
import studio.crossbar.cost.CostModel;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.mapping.MappingPlan;
import studio.crossbar.network.Network;

/**
 * What each step saves of a network's area and energy.
 *
 * @param bits a cell
 * @param assumption that the bills make
 * @param costs one bill a case
 */
public record Claim(int bits, Assumption assumption, Map<ClaimCase, Cost> costs) {

    /** Bits a cell that the paper has. */
    public static final List<Integer> BITS = List.of(4, 2);

    /** Area that the paper says is saved, at least. */
    public static final double PAPER_AREA = 0.67;

    /** Energy that the paper says is saved, at least. */
    public static final double PAPER_ENERGY = 0.40;

    public Claim {
        costs = Map.copyOf(costs);
    }

    /**
     * Bills of all cases.
     *
     * @param base what the cases share: converters, tile, digital scaling
     */
    public static Claim of(Network network, Hardware base, int bits, Assumption assumption) {
        Cell cell =
                new Cell(1 << bits, base.cell().gMinMicroSiemens(), base.cell().gMaxMicroSiemens());
        Hardware assumed = assumption.hardware(base.withCell(cell));
        Map<ClaimCase, Cost> costs = new EnumMap<>(ClaimCase.class);
        for (ClaimCase each : ClaimCase.values()) {
            Hardware hardware = each.hardware(assumed);
            costs.put(
                    each,
                    CostModel.cost(
                            MappingPlan.of(assumption.network(network, each), hardware),
                            hardware,
                            assumption.technology(),
                            assumption.options(each)));
        }
        return new Claim(bits, assumption, costs);
    }

    /** Bill of a case. */
    public Cost cost(ClaimCase which) {
        Cost cost = costs.get(which);
        if (cost == null) {
            throw new IllegalArgumentException("costs: has no " + which);
        }
        return cost;
    }

    /** Share of the conventional area that a case saves; below 0 if it takes more. */
    public double areaSaved(ClaimCase which) {
        return 1
                - cost(which).areaSquareMillimetres()
                        / cost(ClaimCase.CONVENTIONAL).areaSquareMillimetres();
    }

    /** The same of the energy of an inference. */
    public double energySaved(ClaimCase which) {
        return 1 - cost(which).energyNanojoules() / cost(ClaimCase.CONVENTIONAL).energyNanojoules();
    }
}
