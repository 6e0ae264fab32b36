package studio.crossbar.ui.tiles;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.crossbar.hardware.TileShape;
import studio.crossbar.mapping.LayerPlan;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.mapping.Tile;
import studio.crossbar.report.CellsCsv;

/**
 * Where every tile is drawn, in cells: within a layer row blocks run downwards and columns to the right; layers follow
 * each other in rows of about the plan's width.
 *
 * @param tile cells of a whole tile
 * @param tiles drawn tiles
 * @param captions layer names above their tiles
 * @param width of everything
 * @param height of everything
 */
record FloorPlan(TileShape tile, List<Placed> tiles, List<Caption> captions, double width, double height) {

    private static final double ASPECT = 1.9;

    /** Of a cell, what of it must be in sight: less is rounding. */
    private static final double EDGE = 1e-6;

    /**
     * A tile with its upper left corner.
     *
     * @param tile contents
     * @param index among the network's tiles
     * @param layer it belongs to
     */
    record Placed(Tile tile, int index, LayerPlan layer, double x, double y) {}

    /** A layer's name, its lower left corner. */
    record Caption(String text, double x, double y) {}

    /** A cell that was pointed at. */
    record Hit(Placed placed, int row, int column) {}

    FloorPlan {
        tiles = List.copyOf(tiles);
        captions = List.copyOf(captions);
    }

    /** Plan of one layer, or with −1 of all. */
    static FloorPlan of(MappedNetwork mapped, int onlyLayer) {
        TileShape shape = mapped.plan().tile();
        double gapX = Math.max(2, 0.06 * shape.columns());
        double gapY = Math.max(2, 0.06 * shape.rows());
        double captionHeight = 0.22 * shape.rows();
        List<LayerPlan> layers = mapped.plan().layers().stream()
                .filter(layer -> onlyLayer < 0 || layer.layer() == onlyLayer)
                .toList();
        double area = layers.stream()
                .mapToDouble(layer -> columnsOf(layer)
                        * (shape.columns() + gapX)
                        * (blocksOf(layer) * (shape.rows() + gapY) + captionHeight))
                .sum();
        double target = Math.sqrt(area * ASPECT);
        List<Placed> placed = new ArrayList<>();
        List<Caption> captions = new ArrayList<>();
        double x = 0;
        double y = 0;
        double rowHeight = 0;
        double width = 0;
        Map<Integer, List<Integer>> tilesOf = tilesByLayer(mapped);
        for (LayerPlan layer : layers) {
            double layerWidth = columnsOf(layer) * (shape.columns() + gapX);
            double layerHeight = captionHeight + blocksOf(layer) * (shape.rows() + gapY);
            if (x > 0 && x + layerWidth > 1.15 * target) {
                x = 0;
                y += rowHeight + gapY;
                rowHeight = 0;
            }
            captions.add(new Caption(layer.name(), x, y + captionHeight - gapY));
            place(
                    mapped,
                    tilesOf.getOrDefault(layer.layer(), List.of()),
                    layer,
                    x,
                    y + captionHeight,
                    gapX,
                    gapY,
                    placed);
            x += layerWidth + 2 * gapX;
            width = Math.max(width, x - 3 * gapX);
            rowHeight = Math.max(rowHeight, layerHeight);
        }
        return new FloorPlan(shape, placed, captions, width, y + rowHeight);
    }

    private static Map<Integer, List<Integer>> tilesByLayer(MappedNetwork mapped) {
        Map<Integer, List<Integer>> tilesOf = new HashMap<>();
        for (int i = 0; i < mapped.tiles().size(); i++) {
            tilesOf.computeIfAbsent(mapped.tiles().get(i).slot().layer(), _ -> new ArrayList<>())
                    .add(i);
        }
        return tilesOf;
    }

    private static void place(
            MappedNetwork mapped,
            List<Integer> indices,
            LayerPlan layer,
            double left,
            double top,
            double gapX,
            double gapY,
            List<Placed> placed) {
        TileShape shape = mapped.plan().tile();
        int block = -1;
        int inBlock = 0;
        for (int i : indices) {
            Tile tile = mapped.tiles().get(i);
            inBlock = tile.slot().block() == block ? inBlock + 1 : 0;
            block = tile.slot().block();
            double x = left + inBlock * (shape.columns() + gapX);
            double y = top + tile.slot().block() * (shape.rows() + gapY);
            placed.add(new Placed(tile, i, layer, x, y));
        }
    }

    private static int blocksOf(LayerPlan layer) {
        return layer.rows().blocks().size();
    }

    private static long columnsOf(LayerPlan layer) {
        return layer.rows().blocks().stream()
                .mapToLong(block -> block.tiles().size())
                .max()
                .orElseThrow();
    }

    /** All used cells, tile by tile. */
    List<CellsCsv.Part> parts() {
        return tiles.stream()
                .map(each -> new CellsCsv.Part(
                        each.index(),
                        0,
                        each.tile().slot().rows(),
                        0,
                        each.tile().slot().deviceColumns()))
                .toList();
    }

    /** Used cells of which at least a part is seen, tile by tile. */
    List<CellsCsv.Part> parts(Viewport view, double width, double height) {
        List<CellsCsv.Part> seen = new ArrayList<>();
        for (Placed each : tiles) {
            int left = bounded(
                    Math.floor(view.cellX(0) - each.x() + EDGE),
                    each.tile().slot().deviceColumns());
            int right = bounded(
                    Math.ceil(view.cellX(width) - each.x() - EDGE),
                    each.tile().slot().deviceColumns());
            int top = bounded(
                    Math.floor(view.cellY(0) - each.y() + EDGE),
                    each.tile().slot().rows());
            int bottom = bounded(
                    Math.ceil(view.cellY(height) - each.y() - EDGE),
                    each.tile().slot().rows());
            if (left < right && top < bottom) {
                seen.add(new CellsCsv.Part(each.index(), top, bottom - top, left, right - left));
            }
        }
        return seen;
    }

    private static int bounded(double place, int most) {
        return (int) Math.clamp(place, 0, most);
    }

    /** The tile at a point, used there or not. */
    Optional<Placed> tileAt(double x, double y) {
        return tiles.stream()
                .filter(each ->
                        x >= each.x() && y >= each.y() && x < each.x() + tile.columns() && y < each.y() + tile.rows())
                .findFirst();
    }

    /** The used cell at a point. */
    Optional<Hit> at(double x, double y) {
        for (Placed each : tiles) {
            int row = (int) Math.floor(y - each.y());
            int column = (int) Math.floor(x - each.x());
            if (row >= 0
                    && column >= 0
                    && row < each.tile().slot().rows()
                    && column < each.tile().slot().deviceColumns()) {
                return Optional.of(new Hit(each, row, column));
            }
        }
        return Optional.empty();
    }
}
