package studio.crossbar.ui.tiles;

import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Goes from used cell to used cell of a floor plan, over the gaps between its tiles.
 *
 * @param plan with at least one tile
 */
record CellSteps(FloorPlan plan) {

    /**
     * The cell beside another one; that itself at the edge of the plan.
     *
     * @param from the other one; null for none
     * @param columns −1, 0 or 1
     * @param rows −1, 0 or 1
     * @param x place in cells, to which the cell is nearest that stands in for none
     * @param y likewise
     */
    FloorPlan.Hit beside(@Nullable CellInfo from, int columns, int rows, double x, double y) {
        Optional<FloorPlan.Placed> placed = from == null
                ? Optional.empty()
                : plan.tiles().stream()
                        .filter(tile -> tile.index() + 1 == from.tile())
                        .findFirst();
        return from == null || placed.isEmpty()
                ? nearest(x, y)
                : beside(new FloorPlan.Hit(placed.get(), from.tileRow(), from.tileColumn()), columns, rows);
    }

    private FloorPlan.Hit nearest(double x, double y) {
        return plan.tiles().stream()
                .map(tile -> nearest(tile, x, y))
                .min(Comparator.comparingDouble(hit -> Math.hypot(centreX(hit) - x, centreY(hit) - y)))
                .orElseThrow();
    }

    private static FloorPlan.Hit nearest(FloorPlan.Placed tile, double x, double y) {
        return new FloorPlan.Hit(tile, (int) Math.clamp(Math.floor(y - tile.y()), 0, lastRow(tile)), (int)
                Math.clamp(Math.floor(x - tile.x()), 0, lastColumn(tile)));
    }

    private FloorPlan.Hit beside(FloorPlan.Hit from, int columns, int rows) {
        int row = from.row() + rows;
        int column = from.column() + columns;
        if (row >= 0 && row <= lastRow(from.placed()) && column >= 0 && column <= lastColumn(from.placed())) {
            return new FloorPlan.Hit(from.placed(), row, column);
        }
        double x = centreX(from);
        double y = centreY(from);
        return plan.tiles().stream()
                .filter(tile -> !tile.equals(from.placed()))
                .map(tile -> nearest(tile, x, y))
                .filter(hit -> (centreX(hit) - x) * columns + (centreY(hit) - y) * rows > 0)
                .min(Comparator.comparingDouble(hit -> Math.hypot(centreX(hit) - x, centreY(hit) - y)))
                .orElse(from);
    }

    private static double centreX(FloorPlan.Hit hit) {
        return hit.placed().x() + hit.column() + 0.5;
    }

    private static double centreY(FloorPlan.Hit hit) {
        return hit.placed().y() + hit.row() + 0.5;
    }

    private static int lastRow(FloorPlan.Placed tile) {
        return tile.tile().slot().rows() - 1;
    }

    private static int lastColumn(FloorPlan.Placed tile) {
        return tile.tile().slot().deviceColumns() - 1;
    }
}
