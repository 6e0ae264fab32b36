package studio.crossbar.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.mapping.LayerPlan;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.mapping.MappingPlan;
import studio.crossbar.mapping.TileSlot;
import studio.crossbar.training.LayerActivity;

/**
 * One tile's part of a bill. The area of what is counted by cells, rows, columns and so on divides by what of it each tile
 * is built with, the energy by what of it works there, that of cells by their conductances and inputs; what belongs to a
 * layer as a whole divides by cells; what layers use in turn divides by the time that they take.
 *
 * @param tile index in {@link MappingPlan#tiles()}; where a layer has copies, all of theirs
 * @param areaSquareMillimetres mm²
 * @param energyNanojoules nJ an inference
 */
public record TileCost(int tile, double areaSquareMillimetres, double energyNanojoules) {

    /**
     * All tiles of a design that need not be trained; their sums are the totals of {@code cost}.
     *
     * @param plan whose bill it is
     * @param hardware of {@code plan}
     * @throws IllegalArgumentException if the bill is that of a trained network
     */
    public static List<TileCost> of(Cost cost, MappingPlan plan, Hardware hardware) {
        return of(cost, plan, hardware, ExpectedReads.of(hardware, cost.options()));
    }

    /**
     * All tiles of a trained network; their sums are the totals of {@code cost}.
     *
     * @param mapped whose bill it is
     * @param measured that it was written with, one entry a layer, or empty
     * @throws IllegalArgumentException if the bill was written without them, or before training
     */
    public static List<TileCost> of(Cost cost, MappedNetwork mapped, List<LayerActivity> measured) {
        return of(
                cost,
                mapped.plan(),
                mapped.trained().design().hardware(),
                ProgrammedReads.of(mapped, cost.options(), measured));
    }

    private static List<TileCost> of(Cost cost, MappingPlan plan, Hardware hardware, CellReads reads) {
        if (reads.basis() != cost.energyBasis()) {
            throw new IllegalArgumentException("cost: its energy is " + cost.energyBasis() + ", its tiles' would be "
                    + reads.basis() + "; give the network and the inputs that it was written with");
        }
        Technology technology = cost.technology();
        LayerCounts.Periphery periphery = LayerCounts.Periphery.of(technology, cost.options());
        // Pulses are equally long in all tiles.
        CellEnergy cells = new CellEnergy(technology.cell(), cost.options().drive(), 1);
        List<TileCost> costs = new ArrayList<>();
        for (LayerPlan layer : plan.layers()) {
            List<TileParts> tiles = new ArrayList<>();
            for (TileSlot slot : layer.tiles()) {
                int t = tiles.size();
                CellRead read = reads.of(layer, t, t + 1);
                tiles.add(TileParts.of(Crossbar.of(slot, hardware.cell()), plan.tile(), periphery, read));
            }
            double[] areas = new double[tiles.size()];
            double[] energies = new double[tiles.size()];
            for (CostItem item : cost.items()) {
                double share = item.layer() == layer.layer()
                        ? 1
                        : item.layer() == CostItem.SHARED ? cost.shareOfTime(layer.layer()) : 0;
                if (share > 0) {
                    Basis basis = item.basis();
                    spread(share * item.areaSquareMillimetres(), tiles, tile -> tile.area(basis, periphery), areas);
                    spread(share * item.energyNanojoules(), tiles, tile -> tile.energy(basis, cells), energies);
                }
            }
            for (int i = 0; i < areas.length; i++) {
                costs.add(new TileCost(costs.size(), areas[i], energies[i]));
            }
        }
        return costs;
    }

    private static void spread(
            double amount, List<TileParts> tiles, ToDoubleFunction<TileParts> weight, double[] sums) {
        if (amount == 0) {
            return;
        }
        double all = tiles.stream().mapToDouble(weight).sum();
        for (int i = 0; i < sums.length; i++) {
            // A shared part that this layer does not use is nobody's in particular.
            sums[i] += amount * (all == 0 ? 1.0 / sums.length : weight.applyAsDouble(tiles.get(i)) / all);
        }
    }
}
