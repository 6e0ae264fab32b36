package studio.crossbar.report;

import java.util.List;

/**
 * A picture of a screen that can be written as PNG, SVG or PDF. The origin is the top left corner, y runs down; lengths are
 * pixels of the screen, points in a PDF. Colours are 0xRRGGBB.
 *
 * @param width above 0
 * @param height above 0
 * @param background colour of the ground
 * @param marks in the order in which they are drawn
 */
public record Drawing(String title, double width, double height, int background, List<Mark> marks) {

    /** Something that is drawn. */
    public sealed interface Mark {}

    /**
     * A raster image, shown without smoothing.
     *
     * @param columns of the image
     * @param rows of the image
     * @param rgb {@code [rows × columns]}, opaque; not copied
     */
    @SuppressWarnings("ArrayRecordComponent") // A table; nothing compares it.
    public record Pixels(double x, double y, double width, double height, int columns, int rows, int[] rgb)
            implements Mark {

        public Pixels {
            if (rgb.length != columns * rows) {
                throw new IllegalArgumentException(
                        "rgb: " + rgb.length + " values for " + columns + " × " + rows + " pixels; give one a pixel");
            }
        }
    }

    /**
     * A line of text.
     *
     * @param x its left end, its middle or its right end
     * @param y its baseline
     */
    public record Text(String text, double x, double y, double size, int colour, Anchor anchor) implements Mark {}

    /** A border one unit thick. */
    public record Frame(double x, double y, double width, double height, int colour) implements Mark {}

    /** Where text sits against its x. */
    public enum Anchor {
        START,
        MIDDLE,
        END
    }

    public Drawing {
        if (!(width > 0 && height > 0)) {
            throw new IllegalArgumentException("size: " + width + " × " + height + " is empty");
        }
        marks = List.copyOf(marks);
    }
}
