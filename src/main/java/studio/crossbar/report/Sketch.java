package studio.crossbar.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What was drawn on a Graphics2D, kept as lines, areas and words, so that another thread can write it while what it was drawn
 * from goes on changing.
 *
 * @param title for readers that cannot see it
 * @param width above 0
 * @param height above 0
 * @param marks in the order in which they were drawn
 */
public record Sketch(String title, double width, double height, List<Mark> marks) {

    /** Something drawn; {@code clip} is where it is seen, null for everywhere. Colours are 0xAARRGGBB. */
    sealed interface Mark {

        int argb();

        @Nullable
        Rectangle2D clip();
    }

    record Area(Path2D shape, int argb, @Nullable Rectangle2D clip) implements Mark {}

    record Line(
            Path2D shape,
            BasicStroke stroke,
            int argb,
            @Nullable Rectangle2D clip) implements Mark {}

    /**
     * A line of text.
     *
     * @param place moves and turns the origin to the left end of its baseline
     * @param width before that
     */
    record Words(
            String text,
            AffineTransform place,
            Font font,
            double width,
            int argb,
            @Nullable Rectangle2D clip) implements Mark {}

    public Sketch {
        if (!(width > 0 && height > 0)) {
            throw new IllegalArgumentException("size: " + width + " × " + height + " is empty");
        }
        marks = List.copyOf(marks);
    }

    /** Keeps what {@code drawing} draws. */
    public static Sketch of(String title, double width, double height, Consumer<Graphics2D> drawing) {
        List<Mark> marks = new ArrayList<>();
        Graphics2D graphics = new SketchGraphics(marks);
        try {
            drawing.accept(graphics);
        } finally {
            graphics.dispose();
        }
        return new Sketch(title, width, height, marks);
    }

    /**
     * Writes it as SVG, in place of an earlier file of that name.
     *
     * @throws IOException with path and remedy; an earlier file is then as before
     */
    public void writeSvg(Path file) throws IOException {
        ExportedFile.write(file, new SketchSvg(this)::write);
    }

    /** Writes it as PNG of {@value DrawingFile#SCALE} pixels a unit, as {@link #writeSvg}. */
    public void writePng(Path file) throws IOException {
        PngFile.write(render(), file);
    }

    private BufferedImage render() {
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(DrawingFile.SCALE * width),
                (int) Math.ceil(DrawingFile.SCALE * height),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        try {
            g.scale(DrawingFile.SCALE, DrawingFile.SCALE);
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            for (Mark mark : marks) {
                g.setClip(mark.clip());
                g.setColor(new Color(mark.argb(), true));
                draw(g, mark);
            }
        } finally {
            g.dispose();
        }
        return image;
    }

    private static void draw(Graphics2D g, Mark mark) {
        switch (mark) {
            case Area area -> g.fill(area.shape());
            case Line line -> {
                g.setStroke(line.stroke());
                g.draw(line.shape());
            }
            case Words words -> {
                AffineTransform before = g.getTransform();
                g.transform(words.place());
                g.setFont(words.font());
                g.drawString(words.text(), 0, 0);
                g.setTransform(before);
            }
        }
    }
}
