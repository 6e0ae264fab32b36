package studio.crossbar.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** Writes a {@link Drawing} to a file, which is whole or not there. */
public enum DrawingFile {
    /** Pixels, two a unit. */
    PNG {
        @Override
        void write(Drawing drawing, OutputStream out) throws IOException {
            writePng(render(drawing), out);
        }
    },
    /** Texts, frames and images that stay what they are. */
    SVG {
        @Override
        void write(Drawing drawing, OutputStream out) throws IOException {
            new DrawingSvg(drawing).write(out);
        }
    },
    /** One page with searchable text. */
    PDF {
        @Override
        void write(Drawing drawing, OutputStream out) throws IOException {
            writePdf(drawing, out);
        }
    };

    /** Pixels of a PNG a unit. */
    public static final int SCALE = 2;

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    /** What its name ends in. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Writes {@code drawing}.
     *
     * @throws IOException with path and remedy; an earlier file of that name is then as before
     */
    public void write(Drawing drawing, Path file) throws IOException {
        ExportedFile.write(file, out -> write(drawing, out));
    }

    abstract void write(Drawing drawing, OutputStream out) throws IOException;

    static void writePng(BufferedImage image, OutputStream out) throws IOException {
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            if (!ImageIO.write(image, "png", stream)) {
                throw new IOException("this Java runtime writes no PNG");
            }
        }
    }

    static BufferedImage image(Drawing.Pixels pixels) {
        BufferedImage image = new BufferedImage(pixels.columns(), pixels.rows(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, pixels.columns(), pixels.rows(), pixels.rgb(), 0, pixels.columns());
        return image;
    }

    private static BufferedImage render(Drawing drawing) throws IOException {
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(SCALE * drawing.width()),
                (int) Math.ceil(SCALE * drawing.height()),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        try {
            g.scale(SCALE, SCALE);
            g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
            g.setColor(new Color(drawing.background()));
            g.fill(new Rectangle2D.Double(0, 0, drawing.width(), drawing.height()));
            Font font = font();
            for (Drawing.Mark mark : drawing.marks()) {
                draw(g, mark, font);
            }
        } finally {
            g.dispose();
        }
        return image;
    }

    private static void draw(Graphics2D g, Drawing.Mark mark, Font font) {
        switch (mark) {
            case Drawing.Pixels pixels ->
                g.drawImage(
                        image(pixels),
                        (int) Math.round(pixels.x()),
                        (int) Math.round(pixels.y()),
                        (int) Math.round(pixels.width()),
                        (int) Math.round(pixels.height()),
                        null);
            case Drawing.Frame frame -> {
                g.setColor(new Color(frame.colour()));
                g.draw(new Rectangle2D.Double(frame.x(), frame.y(), frame.width(), frame.height()));
            }
            case Drawing.Text text -> {
                g.setColor(new Color(text.colour()));
                g.setFont(font.deriveFont((float) text.size()));
                double width =
                        g.getFontMetrics().getStringBounds(text.text(), g).getWidth();
                double shift = switch (text.anchor()) {
                    case START -> 0;
                    case MIDDLE -> width / 2;
                    case END -> width;
                };
                g.drawString(text.text(), (float) (text.x() - shift), (float) text.y());
            }
        }
    }

    /** The typeface of reports, so that pictures do not depend on the machine's fonts. */
    private static Font font() throws IOException {
        try (InputStream in = PDFont.class.getResourceAsStream(FONT)) {
            if (in == null) {
                throw new IOException("PDFBox's " + FONT + " is missing from the class path");
            }
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (FontFormatException e) {
            throw new IOException("PDFBox's " + FONT + " is no font", e);
        }
    }

    private static void writePdf(Drawing drawing, OutputStream out) throws IOException {
        try (PDDocument document = new PDDocument();
                Typeface typeface = new Typeface(document)) {
            PDPage page = new PDPage(new PDRectangle((float) drawing.width(), (float) drawing.height()));
            document.addPage(page);
            try (Canvas canvas = new Canvas(document, page, typeface)) {
                canvas.rectangle(0, 0, (float) drawing.width(), (float) drawing.height(), drawing.background());
                for (Drawing.Mark mark : drawing.marks()) {
                    draw(document, canvas, mark);
                }
            }
            document.getDocumentInformation().setTitle(drawing.title());
            document.getDocumentInformation().setCreator("Crossbar Studio");
            document.getDocumentCatalog().setLanguage("en");
            document.save(out);
        }
    }

    private static void draw(PDDocument document, Canvas canvas, Drawing.Mark mark) throws IOException {
        switch (mark) {
            case Drawing.Pixels pixels ->
                canvas.image(
                        document, image(pixels), (float) pixels.x(), (float) pixels.y(), (float) pixels.width(), (float)
                                pixels.height());
            case Drawing.Frame frame ->
                canvas.frame(
                        (float) frame.x(),
                        (float) frame.y(),
                        (float) frame.width(),
                        (float) frame.height(),
                        1,
                        frame.colour());
            case Drawing.Text text ->
                canvas.text(
                        text.text(),
                        (float) text.x(),
                        (float) text.y(),
                        (float) text.size(),
                        text.colour(),
                        switch (text.anchor()) {
                            case START -> Canvas.Align.LEFT;
                            case MIDDLE -> Canvas.Align.CENTRE;
                            case END -> Canvas.Align.RIGHT;
                        });
        }
    }
}
