package studio.crossbar.report;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Figures under a title as a PNG of {@value #PIXELS} pixels' width. */
final class FigurePng {

    static final int PIXELS = 1600;

    /** Width of the drawing in points; a point is two pixels. */
    static final float WIDTH = 800;

    /** Points a pixel. */
    static final float PIXEL = WIDTH / PIXELS;

    private static final float MARGIN = 24;

    private final String title;
    private final String subtitle;
    private final boolean synthetic;
    private final List<? extends Figure> figures;

    FigurePng(String title, String subtitle, boolean synthetic, List<? extends Figure> figures) {
        this.title = title;
        this.subtitle = subtitle;
        this.synthetic = synthetic;
        this.figures = figures;
    }

    void write(OutputStream out) throws IOException {
        try (MemoryCacheImageOutputStream image = new MemoryCacheImageOutputStream(out)) {
            if (!ImageIO.write(render(), "png", image)) {
                throw new IOException("this Java runtime writes no PNG");
            }
        }
    }

    private BufferedImage render() throws IOException {
        float inner = WIDTH - 2 * MARGIN;
        float height = 2 * MARGIN + 44;
        for (Figure figure : figures) {
            height += figure.height(inner) + 6;
        }
        try (PDDocument document = new PDDocument();
                Typeface typeface = new Typeface(document)) {
            PDPage page = new PDPage(new PDRectangle(WIDTH, (float) Math.ceil(height)));
            document.addPage(page);
            try (Canvas canvas = new Canvas(document, page, typeface)) {
                canvas.heading(typeface.fitted(title, 15, inner - 110), MARGIN, MARGIN + 13, 15, Canvas.INK);
                canvas.text(
                        typeface.fitted(subtitle, 9, inner), MARGIN, MARGIN + 28, 9, Canvas.FAINT, Canvas.Align.LEFT);
                if (synthetic) {
                    String note = "Synthetic data";
                    float left = WIDTH - MARGIN - typeface.width(note, 11) - 16;
                    canvas.rectangle(left, MARGIN - 4, WIDTH - MARGIN - left, 20, PageFlow.WARNING);
                    canvas.heading(note, left + 8, MARGIN + 10, 11, PageFlow.WARNING_INK);
                }
                float y = MARGIN + 44;
                for (Figure figure : figures) {
                    figure.draw(canvas, MARGIN, y, inner);
                    y += figure.height(inner) + 6;
                }
            }
            return new PDFRenderer(document).renderImage(0, PIXELS / WIDTH, ImageType.RGB);
        }
    }
}
