package studio.crossbar.ui.common;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.LineMetrics;
import javafx.scene.canvas.GraphicsContext;
import org.jfree.fx.FXGraphics2D;

/** Words of pictures that are drawn alike on the screen and in files. */
public final class Lettering {

    /** Where words lie against their place. */
    public enum Align {
        LEFT(0),
        CENTRE(0.5),
        RIGHT(1);

        private final double share;

        Align(double share) {
            this.share = share;
        }
    }

    private static final String ELLIPSIS = "…";
    private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);

    private Lettering() {}

    /** What pictures are drawn with on a canvas. */
    public static Graphics2D on(GraphicsContext canvas) {
        Graphics2D graphics = new FXGraphics2D(canvas);
        // It takes the font that it begins with for set on the canvas, which has another.
        graphics.setFont(font(Font.BOLD, 1));
        return graphics;
    }

    /** A font without serifs. */
    public static Font font(int style, double size) {
        return new Font(Font.SANS_SERIF, style, 1).deriveFont((float) size);
    }

    public static double width(String text, Font font) {
        return font.getStringBounds(text, MEASURE).getWidth();
    }

    /** As much of a text as has room, with an ellipsis for the rest; at least its first letter. */
    public static String cut(String text, Font font, double room) {
        if (width(text, font) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 1 && width(text.substring(0, end) + ELLIPSIS, font) > room) {
            end--;
        }
        return text.substring(0, end).strip() + ELLIPSIS;
    }

    /** Draws in the font of {@code g}, the middle of the letters' height at {@code y}. */
    public static void draw(Graphics2D g, String text, double x, double y, Align align) {
        if (text.isEmpty()) {
            return;
        }
        LineMetrics lines = g.getFont().getLineMetrics(text, MEASURE);
        g.drawString(text, (float) (x - align.share * width(text, g.getFont())), (float)
                (y + (lines.getAscent() - lines.getDescent()) / 2));
    }
}
