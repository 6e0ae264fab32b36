package studio.crossbar.network;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Two numbers that belong to height and width: of a kernel, a stride, a padding or a dilation.
 *
 * @param height along the rows of an image; 1 (a padding: 0) for signals
 * @param width along the columns, or in time
 */
public record Extent(int height, int width) {

    /** Steps of one position. */
    public static final Extent ONE = new Extent(1, 1);

    /** No padding. */
    public static final Extent ZERO = new Extent(0, 0);

    private static final Pattern TEXT = Pattern.compile("(\\d{1,6})(?:\\s*[x×]\\s*(\\d{1,6}))?");

    /** The same number in both directions. */
    public static Extent square(int side) {
        return new Extent(side, side);
    }

    /**
     * Reads "3", which is square, or "10x4", height first.
     *
     * @throws IllegalArgumentException if {@code text} is neither
     */
    public static Extent parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is neither a number nor like 10x4, height first");
        }
        int height = Integer.parseInt(matcher.group(1));
        return new Extent(height, matcher.group(2) == null ? height : Integer.parseInt(matcher.group(2)));
    }

    /** Positions. */
    public int area() {
        return Math.multiplyExact(height, width);
    }

    /** What {@link #parse} reads. */
    @Override
    public String toString() {
        return height == width ? Integer.toString(height) : height + "x" + width;
    }

    Extent atLeast(String field, int least) {
        if (height < least || width < least) {
            throw new IllegalArgumentException(field + ": " + this + " is below " + least);
        }
        return this;
    }
}
