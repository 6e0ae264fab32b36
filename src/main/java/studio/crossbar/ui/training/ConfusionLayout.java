package studio.crossbar.ui.training;

/**
 * Where the parts of a confusion matrix lie, in pixels.
 *
 * @param left where the cells begin; true classes' names are left of it
 * @param top where the cells begin; chosen classes' names are above
 * @param cellWidth of one cell with the gap to the next
 * @param cellHeight of one cell with the gap to the next
 * @param classes rows and columns
 * @param lines of the names above the columns, which fit side by side; 0 if they do not and are turned
 */
record ConfusionLayout(double left, double top, double cellWidth, double cellHeight, int classes, int lines) {

    static final ConfusionLayout NONE = new ConfusionLayout(0, 0, 1, 1, 0, 1);

    /** Height of the line over the columns' names. */
    static final double HEADING = 20;

    /** Height of the line of precisions. */
    static final double FOOT = 22;

    /** Height of a line of names. */
    static final double LINE = 15;

    /** Names of more lines are turned. */
    private static final int MOST_LINES = 3;

    /** Names take no more than this part of the width or height. */
    private static final double MOST_NAMES = 0.3;

    /** Wider cells look no better. */
    private static final double WIDEST_CELL = 150;

    /**
     * Fills an area.
     *
     * @param names width of the longest name
     * @param word width of the longest word in a name
     * @param words most words of a name
     * @param margin width of the column of recalls
     */
    static ConfusionLayout of(
            double width, double height, int classes, double names, double word, int words, double margin) {
        double left = Math.min(names, MOST_NAMES * width);
        double cellWidth = Math.min(WIDEST_CELL, (width - left - margin) / classes);
        int lines = names <= cellWidth ? 1 : word <= cellWidth && words <= MOST_LINES ? words : 0;
        double top = HEADING + (lines > 0 ? lines * LINE + 5 : Math.min(names + 4, MOST_NAMES * height));
        double cellHeight = Math.min(WIDEST_CELL, (height - top - FOOT) / classes);
        return new ConfusionLayout(left, top, Math.max(1, cellWidth), Math.max(1, cellHeight), classes, lines);
    }

    double x(int column) {
        return left + column * cellWidth;
    }

    double y(int row) {
        return top + row * cellHeight;
    }

    /** Column at a place, −1 if it is none. */
    int columnAt(double x) {
        int column = (int) Math.floor((x - left) / cellWidth);
        return column >= 0 && column < classes ? column : -1;
    }

    /** Row at a place, −1 if it is none. */
    int rowAt(double y) {
        int row = (int) Math.floor((y - top) / cellHeight);
        return row >= 0 && row < classes ? row : -1;
    }
}
