package studio.crossbar.cost;

/**
 * A group of crossbars with what serves it, the unit in which {@link Floorplan#MACROS} builds.
 *
 * @param crossbars in a macro
 * @param bufferBits of its activation buffer
 * @param activations units for activations
 * @param poolers units for pooling
 * @param accumulators beyond those at the crossbars
 * @param outputStorage output registers, all of one macro; a use stores one bit of a sum
 * @param router a macro's share of the network; a use moves one bit
 * @param link off the chip, once
 */
public record MacroParts(
        Quantity crossbars,
        Quantity bufferBits,
        Quantity activations,
        Quantity poolers,
        Quantity accumulators,
        UnitCost outputStorage,
        UnitCost router,
        LinkParts link) {

    public MacroParts {
        crossbars.checkWhole("crossbars", "crossbars", 1, 1_000_000);
        bufferBits.checkWhole("bufferBits", "bit", 0, 1_000_000_000);
        activations.checkWhole("activations", "units", 0, 1_000_000);
        poolers.checkWhole("poolers", "units", 0, 1_000_000);
        accumulators.checkWhole("accumulators", "units", 0, 1_000_000);
    }
}
