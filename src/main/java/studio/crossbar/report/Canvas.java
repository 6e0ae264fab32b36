package studio.crossbar.report;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;

/** A page to draw on. The origin is the top left corner, y runs down, lengths are points, colours 0xRRGGBB. */
final class Canvas implements Closeable {

    static final int INK = 0x1C1C1C;
    static final int FAINT = 0x666666;
    static final int RULE = 0xC8C8C8;

    private final PDPageContentStream out;
    private final Typeface typeface;
    private final float pageHeight;

    Canvas(PDDocument document, PDPage page, Typeface typeface) throws IOException {
        this.out = new PDPageContentStream(document, page);
        this.typeface = typeface;
        this.pageHeight = page.getMediaBox().getHeight();
    }

    /** Where text sits against its x. */
    enum Align {
        LEFT(0),
        CENTRE(0.5f),
        RIGHT(1);

        private final float share;

        Align(float share) {
            this.share = share;
        }
    }

    Typeface typeface() {
        return typeface;
    }

    /** Text whose baseline is at {@code y}. */
    void text(String text, float x, float y, float size, int colour, Align align) throws IOException {
        String clean = typeface.clean(text);
        show(
                clean,
                Matrix.getTranslateInstance(x - align.share * typeface.width(clean, size), pageHeight - y),
                size,
                colour);
    }

    /** Text in a heavier weight: outlined in its own colour, as the typeface has one weight. */
    void heading(String text, float x, float y, float size, int colour) throws IOException {
        stroke(colour, size * 0.035f);
        out.setRenderingMode(RenderingMode.FILL_STROKE);
        text(text, x, y, size, colour, Align.LEFT);
        out.setRenderingMode(RenderingMode.FILL);
    }

    /** Text that runs upwards, centred at {@code y}, its baseline at {@code x}. */
    void upward(String text, float x, float y, float size, int colour) throws IOException {
        String clean = typeface.clean(text);
        AffineTransform turn = AffineTransform.getTranslateInstance(x, pageHeight - y);
        turn.rotate(Math.PI / 2);
        turn.translate(-typeface.width(clean, size) / 2, 0);
        show(clean, new Matrix(turn), size, colour);
    }

    private void show(String clean, Matrix place, float size, int colour) throws IOException {
        fill(colour);
        out.beginText();
        out.setFont(typeface.font(), size);
        out.setTextMatrix(place);
        out.showText(clean);
        out.endText();
    }

    void rectangle(float x, float y, float width, float height, int colour) throws IOException {
        fill(colour);
        out.addRect(x, pageHeight - y - height, width, height);
        out.fill();
    }

    void frame(float x, float y, float width, float height, float thickness, int colour) throws IOException {
        stroke(colour, thickness);
        out.addRect(x, pageHeight - y - height, width, height);
        out.stroke();
    }

    void line(float x1, float y1, float x2, float y2, float thickness, int colour) throws IOException {
        polyline(new float[] {x1, x2}, new float[] {y1, y2}, thickness, colour);
    }

    void polyline(float[] x, float[] y, float thickness, int colour) throws IOException {
        stroke(colour, thickness);
        out.setLineJoinStyle(1);
        out.moveTo(x[0], pageHeight - y[0]);
        for (int i = 1; i < x.length; i++) {
            out.lineTo(x[i], pageHeight - y[i]);
        }
        out.stroke();
    }

    /** Lines drawn by {@code body} are dashed. */
    void dashed(Drawing body) throws IOException {
        out.setLineDashPattern(new float[] {3, 2}, 0);
        body.draw();
        out.setLineDashPattern(new float[0], 0);
    }

    /** Within {@code body}, one unit is a cell of {@code width × height} and the origin is (x, y). */
    void grid(float x, float y, float width, float height, Drawing body) throws IOException {
        out.saveGraphicsState();
        out.transform(new Matrix(width, 0, 0, -height, x, pageHeight - y));
        body.draw();
        out.restoreGraphicsState();
    }

    /** A rectangle in the units of {@link #grid}. */
    void cells(float column, float line, float columns, float lines, int colour) throws IOException {
        fill(colour);
        out.addRect(column, line, columns, lines);
        out.fill();
    }

    /** A raster image whose top left corner is (x, y), without loss or smoothing. */
    void image(PDDocument document, BufferedImage image, float x, float y, float width, float height)
            throws IOException {
        PDImageXObject embedded = LosslessFactory.createFromImage(document, image);
        embedded.setInterpolate(false);
        out.drawImage(embedded, x, pageHeight - y - height, width, height);
    }

    /** A part of a drawing. */
    interface Drawing {

        void draw() throws IOException;
    }

    private void fill(int colour) throws IOException {
        out.setNonStrokingColor((colour >> 16 & 0xFF) / 255f, (colour >> 8 & 0xFF) / 255f, (colour & 0xFF) / 255f);
    }

    private void stroke(int colour, float thickness) throws IOException {
        out.setLineWidth(thickness);
        out.setStrokingColor((colour >> 16 & 0xFF) / 255f, (colour >> 8 & 0xFF) / 255f, (colour & 0xFF) / 255f);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
