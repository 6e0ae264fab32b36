package studio.crossbar.mapping;

/**
 * Where one cell sits.
 *
 * @param tile index in {@link MappingPlan#tiles()}
 * @param row wordline in the tile
 * @param column bitline in the tile
 * @param sign +1 or −1: how the cell's current counts in the weight that it holds
 * @param slice digit of the weight that it holds, from 0 for the least significant
 */
public record DevicePlace(int tile, int row, int column, int sign, int slice) {}
