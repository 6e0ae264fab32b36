package studio.crossbar.mapping;

import studio.crossbar.hardware.TileShape;

/**
 * A programmed tile in a few numbers.
 *
 * @param slot place in the layer
 * @param meanAbsoluteLevel mean of the weights' |level|, in states
 * @param zeroShare share of weights of level 0, 0 … 1
 * @param usedCells cells that hold weights
 * @param utilisation {@code usedCells} over the cells of the largest crossbar, 0 … 1
 */
public record TileSummary(
        TileSlot slot, double meanAbsoluteLevel, double zeroShare, long usedCells, double utilisation) {

    /**
     * Summary of {@code tile}.
     *
     * @param largest crossbar that the design allows
     */
    public static TileSummary of(Tile tile, TileShape largest) {
        TileSlot slot = tile.slot();
        long sum = 0;
        long zeros = 0;
        for (int row = 0; row < slot.rows(); row++) {
            for (int output = 0; output < slot.outputs(); output++) {
                int level = tile.level(row, output);
                sum += Math.abs(level);
                zeros += level == 0 ? 1 : 0;
            }
        }
        double weights = (double) slot.rows() * slot.outputs();
        return new TileSummary(
                slot,
                sum / weights,
                zeros / weights,
                slot.devices(),
                slot.devices() / ((double) largest.rows() * largest.columns()));
    }
}
