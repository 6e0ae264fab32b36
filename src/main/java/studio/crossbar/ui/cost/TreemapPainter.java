package studio.crossbar.ui.cost;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import studio.crossbar.ui.common.Colours;
import studio.crossbar.ui.common.Theme;

/** Draws the rectangles of a treemap in the colours of a theme; text that does not fit is cut or left out. */
final class TreemapPainter {

    /** Width from which a rectangle has room for a few letters. */
    static final double LEAST_WIDTH = 34;

    private static final Font LABEL = Font.font(11);
    private static final Font HEADING = Font.font(12);
    private static final double PADDING = 4;
    private static final int LINE = 14;

    private final GraphicsContext graphics;
    private final Theme theme;

    TreemapPainter(GraphicsContext graphics, Theme theme) {
        this.graphics = graphics;
        this.theme = theme;
    }

    void clear(double width, double height) {
        graphics.setFill(Colours.fx(theme.background()));
        graphics.fillRect(0, 0, width, height);
    }

    /** Name of a layer, above its components. */
    void heading(String name, Treemap.Box box) {
        write(name, HEADING, Colours.fx(theme.text()), box, LINE - 1);
    }

    /** A component with its name and amount. */
    void cell(TreemapPicture.Cell cell, String amount, Treemap.Box box) {
        java.awt.Color colour = theme.series(cell.colour());
        graphics.setFill(Colours.fx(colour));
        graphics.fillRect(box.x(), box.y(), box.width(), box.height());
        graphics.setStroke(Colours.fx(theme.background()));
        graphics.setLineWidth(1);
        graphics.strokeRect(box.x(), box.y(), box.width(), box.height());
        if (box.height() > LINE + PADDING) {
            Color ink = Colours.ink(colour.getRGB());
            write(cell.name(), LABEL, ink, box, LINE);
            if (box.height() > 2 * LINE + PADDING) {
                write(amount, LABEL, ink, box, 2 * LINE);
            }
        }
    }

    /** Marks a rectangle, more strongly where the keyboard is. */
    void frame(Treemap.Box box, boolean pointed) {
        graphics.setStroke(Colours.fx(theme.text()));
        graphics.setLineWidth(pointed ? 3 : 2);
        graphics.strokeRect(box.x() + 1, box.y() + 1, box.width() - 2, box.height() - 2);
    }

    private void write(String text, Font font, Color ink, Treemap.Box box, double baseline) {
        double room = box.width() - 2 * PADDING;
        if (room < LEAST_WIDTH - 2 * PADDING) {
            return;
        }
        String cut = text;
        while (width(cut, font) > room && cut.length() > 2) {
            cut = cut.substring(0, cut.length() - 2).strip() + "…";
        }
        graphics.setFont(font);
        graphics.setFill(ink);
        graphics.fillText(cut, box.x() + PADDING, box.y() + baseline);
    }

    private static double width(String text, Font font) {
        Text measured = new Text(text);
        measured.setFont(font);
        return measured.getLayoutBounds().getWidth();
    }
}
