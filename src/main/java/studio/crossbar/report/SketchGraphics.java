package studio.crossbar.report;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Notes what is drawn on it, in the units of the whole picture; transforms of lines keep their width. */
final class SketchGraphics extends ShapeGraphics {

    private final List<Sketch.Mark> marks;

    /** @param marks receives what is drawn */
    SketchGraphics(List<Sketch.Mark> marks) {
        this(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics(), marks);
    }

    private SketchGraphics(Graphics2D state, List<Sketch.Mark> marks) {
        super(state);
        this.marks = marks;
    }

    @Override
    public Graphics create() {
        return new SketchGraphics(copyOfState(), marks);
    }

    @Override
    public void draw(Shape shape) {
        if (getStroke() instanceof BasicStroke stroke) {
            marks.add(new Sketch.Line(placed(shape), stroke, argb(), clipped()));
        } else {
            fill(getStroke().createStrokedShape(shape));
        }
    }

    @Override
    public void fill(Shape shape) {
        marks.add(new Sketch.Area(placed(shape), argb(), clipped()));
    }

    @Override
    public void drawString(String text, float x, float y) {
        if (!text.isBlank()) {
            AffineTransform place = getTransform();
            place.translate(x, y);
            double width =
                    getFont().getStringBounds(text, getFontRenderContext()).getWidth();
            marks.add(new Sketch.Words(text, place, getFont(), width, argb(), clipped()));
        }
    }

    private Path2D placed(Shape shape) {
        return new Path2D.Double(shape, getTransform());
    }

    private @Nullable Rectangle2D clipped() {
        Shape clip = getClip();
        return clip == null ? null : getTransform().createTransformedShape(clip).getBounds2D();
    }

    private int argb() {
        int argb = (getPaint() instanceof Color colour ? colour : getColor()).getRGB();
        double share = getComposite() instanceof AlphaComposite composite ? composite.getAlpha() : 1;
        return (int) Math.round((argb >>> 24) * share) << 24 | argb & 0xFFFFFF;
    }
}
