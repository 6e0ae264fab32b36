package studio.crossbar.ui.tiles;

import studio.crossbar.hardware.TileShape;

/**
 * Which part of the floor plan is seen: pixel = cell · scale + offset.
 *
 * @param scale pixels a cell
 * @param offsetX pixels
 * @param offsetY pixels
 */
record Viewport(double scale, double offsetX, double offsetY) {

    private static final double CLOSEST = 64;
    private static final double MARGIN = 14;

    /** Shows everything, centred. */
    static Viewport fit(FloorPlan plan, double width, double height) {
        double scale = Math.min((width - 2 * MARGIN) / plan.width(), (height - 2 * MARGIN) / plan.height());
        double bounded = Math.clamp(scale, 1e-4, CLOSEST);
        return new Viewport(bounded, (width - bounded * plan.width()) / 2, (height - bounded * plan.height()) / 2);
    }

    /** Shows one tile, centred. */
    static Viewport around(FloorPlan.Placed placed, TileShape tile, double width, double height) {
        double scale = Math.clamp(
                Math.min((width - 2 * MARGIN) / tile.columns(), (height - 2 * MARGIN) / tile.rows()), 1e-3, CLOSEST);
        return new Viewport(
                scale,
                width / 2 - scale * (placed.x() + tile.columns() / 2.0),
                height / 2 - scale * (placed.y() + tile.rows() / 2.0));
    }

    /** The same part in a picture that is {@code factor} times as large. */
    Viewport enlarged(double factor) {
        return new Viewport(scale * factor, offsetX * factor, offsetY * factor);
    }

    /** Zooms by {@code factor} with the pixel ({@code x}, {@code y}) fixed. */
    Viewport zoom(double factor, double x, double y) {
        double next = Math.clamp(scale * factor, 1e-3, CLOSEST);
        return new Viewport(next, x - (x - offsetX) * next / scale, y - (y - offsetY) * next / scale);
    }

    Viewport pan(double dx, double dy) {
        return new Viewport(scale, offsetX + dx, offsetY + dy);
    }

    double cellX(double pixel) {
        return (pixel - offsetX) / scale;
    }

    double cellY(double pixel) {
        return (pixel - offsetY) / scale;
    }

    double pixelX(double cell) {
        return cell * scale + offsetX;
    }

    double pixelY(double cell) {
        return cell * scale + offsetY;
    }
}
