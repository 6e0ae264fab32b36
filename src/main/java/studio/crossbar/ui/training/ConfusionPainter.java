package studio.crossbar.ui.training;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import studio.crossbar.ui.common.Lettering;
import studio.crossbar.ui.common.Lettering.Align;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/** One drawing of a confusion matrix: cells in {@link MatrixColours}, names of the classes, recalls and precisions. */
final class ConfusionPainter {

    private static final double PAD = 6;
    private static final int MARGIN_COLUMN = 72;
    private static final Font FONT = Lettering.font(Font.PLAIN, 12);
    private static final Font BOLD = Lettering.font(Font.BOLD, 12);
    /** Number that a cell with text has room for. */
    private static final String WIDEST = "99.9";

    private final Graphics2D g;
    private final Theme look;
    private final ConfusionMatrix matrix;
    private final ConfusionMatrix.Unit unit;
    private final ConfusionLayout place;

    /** @param place as {@link #layout} has it */
    ConfusionPainter(
            Graphics2D g, Theme look, ConfusionMatrix matrix, ConfusionMatrix.Unit unit, ConfusionLayout place) {
        this.g = g;
        this.look = look;
        this.matrix = matrix;
        this.unit = unit;
        this.place = place;
    }

    /** Where the matrix of {@code classes} lies in an area, in pixels. */
    static ConfusionLayout layout(List<String> classes, double width, double height) {
        double names =
                classes.stream().mapToDouble(ConfusionPainter::width).max().orElse(0);
        double word = classes.stream()
                .flatMap(name -> Stream.of(words(name)))
                .mapToDouble(ConfusionPainter::width)
                .max()
                .orElse(0);
        int words = classes.stream().mapToInt(name -> words(name).length).max().orElse(1);
        return ConfusionLayout.of(width, height, classes.size(), names + PAD, word + PAD, words, MARGIN_COLUMN);
    }

    void draw() {
        g.setFont(FONT);
        drawCells();
        drawRowNames();
        drawColumnNames();
        drawHeadings();
        drawMargins();
    }

    /** Marks a cell with a frame. */
    void frame(int row, int column) {
        g.setPaint(look.text());
        g.setStroke(new BasicStroke(2));
        g.draw(new Rectangle2D.Double(
                place.x(column) + 0.5, place.y(row) + 0.5, place.cellWidth() - 1, place.cellHeight() - 1));
    }

    private void drawCells() {
        double gap = place.cellHeight() > 8 ? 1 : 0;
        boolean written = place.cellWidth() > width(WIDEST) + 2 && place.cellHeight() > 13;
        g.setStroke(new BasicStroke(1));
        for (int r = 0; r < matrix.classes().size(); r++) {
            for (int c = 0; c < matrix.classes().size(); c++) {
                double share = matrix.counts().share(r, c);
                Color fill = MatrixColours.cell(look, r == c, share);
                g.setPaint(fill);
                g.fill(new Rectangle2D.Double(
                        place.x(c), place.y(r), place.cellWidth() - gap, place.cellHeight() - gap));
                if (gap > 0) {
                    g.setPaint(look.grid());
                    g.draw(new Rectangle2D.Double(
                            place.x(c) + 0.5, place.y(r) + 0.5, place.cellWidth(), place.cellHeight()));
                }
                if (written) {
                    g.setPaint(MatrixColours.readable(fill));
                    write(
                            matrix.text(r, c, unit),
                            place.x(c) + place.cellWidth() / 2,
                            place.y(r) + place.cellHeight() / 2,
                            Align.CENTRE);
                }
            }
        }
    }

    private void drawRowNames() {
        boolean everyRow = place.cellHeight() >= 12;
        g.setPaint(look.text());
        for (int i = 0; everyRow && i < matrix.classes().size(); i++) {
            write(
                    fitting(matrix.classes().get(i), place.left() - PAD),
                    place.left() - PAD,
                    place.y(i) + place.cellHeight() / 2,
                    Align.RIGHT);
        }
    }

    private void drawColumnNames() {
        boolean everyColumn = place.cellWidth() >= 12;
        for (int i = 0; everyColumn && i < matrix.classes().size(); i++) {
            double middle = place.x(i) + place.cellWidth() / 2;
            String name = matrix.classes().get(i);
            if (place.lines() > 0) {
                String[] lines = place.lines() == 1 ? new String[] {name} : words(name);
                for (int line = 0; line < lines.length; line++) {
                    write(
                            lines[line],
                            middle,
                            place.top() - 10 - ConfusionLayout.LINE * (lines.length - 1 - line),
                            Align.CENTRE);
                }
            } else {
                AffineTransform before = g.getTransform();
                g.translate(middle, place.top() - 4);
                g.rotate(-Math.PI / 2);
                write(fitting(name, place.top() - 4 - ConfusionLayout.HEADING), 0, 0, Align.LEFT);
                g.setTransform(before);
            }
        }
    }

    private void drawHeadings() {
        g.setPaint(look.muted());
        write(Texts.get("training.confusion.chosen"), place.left(), ConfusionLayout.HEADING / 2, Align.LEFT);
        write(
                fitting(Texts.get("training.confusion.true"), place.left() - PAD),
                place.left() - PAD,
                place.top() - 10,
                Align.RIGHT);
    }

    private void drawMargins() {
        g.setFont(BOLD);
        g.setPaint(look.text());
        double right = place.x(matrix.classes().size());
        double below = place.y(matrix.classes().size()) + ConfusionLayout.FOOT / 2;
        boolean everyColumn = place.cellWidth() > width(WIDEST) + PAD;
        for (int i = 0; i < matrix.classes().size(); i++) {
            if (place.cellHeight() >= 12) {
                write(
                        percent(matrix.counts().recall(i)),
                        right + MARGIN_COLUMN - PAD,
                        place.y(i) + place.cellHeight() / 2,
                        Align.RIGHT);
            }
            if (everyColumn) {
                write(percent(matrix.counts().precision(i)), place.x(i) + place.cellWidth() / 2, below, Align.CENTRE);
            }
        }
        g.setFont(FONT);
        g.setPaint(look.muted());
        write(Texts.get("training.confusion.recall"), right + MARGIN_COLUMN - PAD, place.top() - 10, Align.RIGHT);
        if (everyColumn) {
            write(Texts.get("training.confusion.precision"), place.left() - PAD, below, Align.RIGHT);
        }
    }

    private void write(String text, double x, double middle, Align align) {
        Lettering.draw(g, text, x, middle, align);
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.1f", 100 * share);
    }

    private static String[] words(String name) {
        return name.split("[ _]", -1);
    }

    private static double width(String text) {
        return Lettering.width(text, FONT);
    }

    private static String fitting(String text, double room) {
        return Lettering.cut(text, FONT, room);
    }
}
