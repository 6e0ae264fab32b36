package studio.crossbar.ui.training;

import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import studio.crossbar.ui.common.Colours;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/** One drawing of a confusion matrix: cells in {@link MatrixColours}, names of the classes, recalls and precisions. */
final class ConfusionPainter {

    private static final double PAD = 6;
    private static final int MARGIN_COLUMN = 72;
    private static final Font FONT = Font.font(12);
    private static final Font BOLD = Font.font(null, FontWeight.BOLD, 12);

    /** Number that a cell with text has room for. */
    private static final String WIDEST = "99.9";

    private final GraphicsContext g;
    private final Theme look;
    private final ConfusionMatrix matrix;
    private final ConfusionMatrix.Unit unit;
    private final ConfusionLayout place;

    /** @param place as {@link #layout} has it */
    ConfusionPainter(
            GraphicsContext g, Theme look, ConfusionMatrix matrix, ConfusionMatrix.Unit unit, ConfusionLayout place) {
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
        g.setTextBaseline(VPos.CENTER);
        drawCells();
        drawRowNames();
        drawColumnNames();
        drawHeadings();
        drawMargins();
    }

    /** Marks a cell with a frame. */
    void frame(int row, int column) {
        g.setStroke(Colours.fx(look.text()));
        g.setLineWidth(2);
        g.strokeRect(place.x(column) + 0.5, place.y(row) + 0.5, place.cellWidth() - 1, place.cellHeight() - 1);
    }

    private void drawCells() {
        double gap = place.cellHeight() > 8 ? 1 : 0;
        boolean written = place.cellWidth() > width(WIDEST) + 2 && place.cellHeight() > 13;
        g.setTextAlign(TextAlignment.CENTER);
        for (int r = 0; r < matrix.classes().size(); r++) {
            for (int c = 0; c < matrix.classes().size(); c++) {
                double share = matrix.counts().share(r, c);
                Color fill = MatrixColours.cell(look, r == c, share);
                g.setFill(Colours.fx(fill));
                g.fillRect(place.x(c), place.y(r), place.cellWidth() - gap, place.cellHeight() - gap);
                if (gap > 0) {
                    g.setStroke(Colours.fx(look.grid()));
                    g.setLineWidth(1);
                    g.strokeRect(place.x(c) + 0.5, place.y(r) + 0.5, place.cellWidth(), place.cellHeight());
                }
                if (written) {
                    g.setFill(Colours.fx(MatrixColours.readable(fill)));
                    g.fillText(
                            matrix.text(r, c, unit),
                            place.x(c) + place.cellWidth() / 2,
                            place.y(r) + place.cellHeight() / 2);
                }
            }
        }
    }

    private void drawRowNames() {
        boolean everyRow = place.cellHeight() >= 12;
        g.setFill(Colours.fx(look.text()));
        g.setTextAlign(TextAlignment.RIGHT);
        for (int i = 0; everyRow && i < matrix.classes().size(); i++) {
            g.fillText(
                    fitting(matrix.classes().get(i), place.left() - PAD),
                    place.left() - PAD,
                    place.y(i) + place.cellHeight() / 2);
        }
    }

    private void drawColumnNames() {
        boolean everyColumn = place.cellWidth() >= 12;
        for (int i = 0; everyColumn && i < matrix.classes().size(); i++) {
            double middle = place.x(i) + place.cellWidth() / 2;
            String name = matrix.classes().get(i);
            if (place.lines() > 0) {
                g.setTextAlign(TextAlignment.CENTER);
                String[] lines = place.lines() == 1 ? new String[] {name} : words(name);
                for (int line = 0; line < lines.length; line++) {
                    g.fillText(
                            lines[line], middle, place.top() - 10 - ConfusionLayout.LINE * (lines.length - 1 - line));
                }
            } else {
                g.save();
                g.translate(middle, place.top() - 4);
                g.rotate(-90);
                g.setTextAlign(TextAlignment.LEFT);
                g.fillText(fitting(name, place.top() - 4 - ConfusionLayout.HEADING), 0, 0);
                g.restore();
            }
        }
    }

    private void drawHeadings() {
        g.setFill(Colours.fx(look.muted()));
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(Texts.get("training.confusion.chosen"), place.left(), ConfusionLayout.HEADING / 2);
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(
                fitting(Texts.get("training.confusion.true"), place.left() - PAD),
                place.left() - PAD,
                place.top() - 10);
    }

    private void drawMargins() {
        g.setFont(BOLD);
        g.setFill(Colours.fx(look.text()));
        double right = place.x(matrix.classes().size());
        double below = place.y(matrix.classes().size()) + ConfusionLayout.FOOT / 2;
        boolean everyColumn = place.cellWidth() > width(WIDEST) + PAD;
        for (int i = 0; i < matrix.classes().size(); i++) {
            g.setTextAlign(TextAlignment.RIGHT);
            if (place.cellHeight() >= 12) {
                g.fillText(
                        percent(matrix.counts().recall(i)),
                        right + MARGIN_COLUMN - PAD,
                        place.y(i) + place.cellHeight() / 2);
            }
            g.setTextAlign(TextAlignment.CENTER);
            if (everyColumn) {
                g.fillText(percent(matrix.counts().precision(i)), place.x(i) + place.cellWidth() / 2, below);
            }
        }
        g.setFont(FONT);
        g.setFill(Colours.fx(look.muted()));
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(Texts.get("training.confusion.recall"), right + MARGIN_COLUMN - PAD, place.top() - 10);
        if (everyColumn) {
            g.fillText(Texts.get("training.confusion.precision"), place.left() - PAD, below);
        }
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.1f", 100 * share);
    }

    private static String[] words(String name) {
        return name.split("[ _]", -1);
    }

    private static double width(String text) {
        Text measured = new Text(text);
        measured.setFont(FONT);
        return measured.getLayoutBounds().getWidth();
    }

    private static String fitting(String text, double room) {
        if (width(text) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 1 && width(text.substring(0, end) + "…") > room) {
            end--;
        }
        return text.substring(0, end) + "…";
    }
}
