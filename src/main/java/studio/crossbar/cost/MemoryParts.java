package studio.crossbar.cost;

/**
 * Buffers and wires of a technology.
 *
 * @param bufferBit activation buffer, a bit
 * @param registerBit a tile's input register, a bit
 * @param wire one bit line of the bus between buffer and tiles; a use moves one bit
 * @param busWidth bit lines of the bus
 * @param rangeBits register of a layer's gain setting
 */
public record MemoryParts(
        UnitCost bufferBit, UnitCost registerBit, UnitCost wire, Quantity busWidth, Quantity rangeBits) {

    public MemoryParts {
        busWidth.checkWhole("busWidth", "bit", 1, 65_536);
        rangeBits.checkWhole("rangeBits", "bit", 1, 64);
    }
}
