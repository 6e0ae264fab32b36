package studio.crossbar.ui.search;

import java.util.Arrays;

/** Pixels that thousands of dots and lines are drawn into faster than as shapes; colours are ARGB, not premultiplied. */
final class Raster {

    private final int width;
    private final int height;
    private final int[] pixels;

    /** Transparent. */
    Raster(int width, int height) {
        this.width = width;
        this.height = height;
        pixels = new int[width * height];
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** ARGB, row by row. */
    int[] pixels() {
        return pixels;
    }

    void clear() {
        Arrays.fill(pixels, 0);
    }

    /** A filled circle around a place; its rim is smoothed. */
    void dot(double x, double y, double radius, int argb) {
        int alpha = argb >>> 24;
        for (int row = (int) Math.floor(y - radius - 1); row <= y + radius + 1; row++) {
            for (int column = (int) Math.floor(x - radius - 1); column <= x + radius + 1; column++) {
                double distance = Math.hypot(column + 0.5 - x, row + 0.5 - y);
                double share = Math.clamp(radius + 0.5 - distance, 0, 1);
                if (share > 0) {
                    blend(column, row, argb, (int) Math.round(alpha * share));
                }
            }
        }
    }

    /** A line one pixel wide between two places. */
    void line(double x1, double y1, double x2, double y2, int argb) {
        int steps = (int) Math.ceil(Math.max(Math.abs(x2 - x1), Math.abs(y2 - y1)));
        double dx = steps == 0 ? 0 : (x2 - x1) / steps;
        double dy = steps == 0 ? 0 : (y2 - y1) / steps;
        int alpha = argb >>> 24;
        for (int i = 0; i <= steps; i++) {
            blend((int) (x1 + i * dx), (int) (y1 + i * dy), argb, alpha);
        }
    }

    private void blend(int column, int row, int argb, int alpha) {
        if (column < 0 || row < 0 || column >= width || row >= height) {
            return;
        }
        int index = row * width + column;
        int below = pixels[index];
        int under = (below >>> 24) * (255 - alpha) / 255;
        int total = alpha + under;
        if (total == 0) {
            return;
        }
        int result = total << 24;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int mixed = ((argb >> shift & 0xFF) * alpha + (below >> shift & 0xFF) * under) / total;
            result |= mixed << shift;
        }
        pixels[index] = result;
    }
}
