package studio.crossbar.ui.cost;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import studio.crossbar.ui.common.Colours;
import studio.crossbar.ui.common.Lettering;
import studio.crossbar.ui.common.Theme;

/** Draws the rectangles of a treemap in the colours of a theme; text that does not fit is cut or left out. */
final class TreemapPainter {

    /** Width from which a rectangle has room for a few letters. */
    static final double LEAST_WIDTH = 34;

    private static final Font LABEL = Lettering.font(Font.PLAIN, 11);
    private static final Font HEADING = Lettering.font(Font.PLAIN, 12);
    private static final double PADDING = 4;
    private static final int LINE = 14;

    private final Graphics2D graphics;
    private final Theme theme;

    TreemapPainter(Graphics2D graphics, Theme theme) {
        this.graphics = graphics;
        this.theme = theme;
    }

    void clear(double width, double height) {
        graphics.setPaint(theme.background());
        graphics.fill(new Rectangle2D.Double(0, 0, width, height));
    }

    /** Name of a layer, above its components. */
    void heading(String name, Treemap.Box box) {
        write(name, HEADING, theme.text(), box, LINE - 1);
    }

    /** A component with its name and amount. */
    void cell(TreemapPicture.Cell cell, String amount, Treemap.Box box) {
        Color colour = theme.series(cell.colour());
        Rectangle2D area = new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height());
        graphics.setPaint(colour);
        graphics.fill(area);
        graphics.setPaint(theme.background());
        graphics.setStroke(new BasicStroke(1));
        graphics.draw(area);
        if (box.height() > LINE + PADDING) {
            Color ink = Colours.darkInk(colour.getRGB()) ? Color.BLACK : Color.WHITE;
            write(cell.name(), LABEL, ink, box, LINE);
            if (box.height() > 2 * LINE + PADDING) {
                write(amount, LABEL, ink, box, 2 * LINE);
            }
        }
    }

    /** Marks a rectangle, more strongly where the keyboard is. */
    void frame(Treemap.Box box, boolean pointed) {
        graphics.setPaint(theme.text());
        graphics.setStroke(new BasicStroke(pointed ? 3 : 2));
        graphics.draw(new Rectangle2D.Double(box.x() + 1, box.y() + 1, box.width() - 2, box.height() - 2));
    }

    private void write(String text, Font font, Color ink, Treemap.Box box, double baseline) {
        double room = box.width() - 2 * PADDING;
        if (room >= LEAST_WIDTH - 2 * PADDING) {
            graphics.setFont(font);
            graphics.setPaint(ink);
            graphics.drawString(
                    Lettering.cut(text, font, room), (float) (box.x() + PADDING), (float) (box.y() + baseline));
        }
    }
}
