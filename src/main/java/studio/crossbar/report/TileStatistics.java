package studio.crossbar.report;

import java.util.List;
import studio.crossbar.hardware.TileShape;
import studio.crossbar.mapping.Tile;

/**
 * What a programmed tile holds, on average.
 *
 * @param meanMagnitude mean |level| of its weights
 * @param zeroShare share of weights of level 0, 0 … 1
 * @param meanConductanceMicroSiemens mean over the cells used, µS
 * @param utilisation cells used over cells of the crossbar, 0 … 1
 */
record TileStatistics(double meanMagnitude, double zeroShare, double meanConductanceMicroSiemens, double utilisation) {

    static TileStatistics of(Tile tile, TileShape shape) {
        int rows = tile.slot().rows();
        int outputs = tile.slot().outputs();
        long magnitude = 0;
        long zeros = 0;
        for (int r = 0; r < rows; r++) {
            for (int o = 0; o < outputs; o++) {
                int level = tile.level(r, o);
                magnitude += Math.abs(level);
                zeros += level == 0 ? 1 : 0;
            }
        }
        double weights = (double) rows * outputs;
        return new TileStatistics(
                magnitude / weights,
                zeros / weights,
                Tile.meanConductanceMicroSiemens(List.of(tile)),
                (double) tile.slot().devices() / ((double) shape.rows() * shape.columns()));
    }
}
