package studio.crossbar.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** A {@link Drawing} as SVG; images are embedded without loss. */
final class DrawingSvg {

    private final Drawing drawing;
    private final StringBuilder out = new StringBuilder();

    DrawingSvg(Drawing drawing) {
        this.drawing = drawing;
    }

    void write(OutputStream target) throws IOException {
        add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>%n");
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.2f %.2f\" width=\"%.2f\" height=\"%.2f\""
                        + " font-family=\"Liberation Sans, Arial, sans-serif\">%n<title>%s</title>%n",
                drawing.width(), drawing.height(), drawing.width(), drawing.height(), escaped(drawing.title()));
        add("<rect width=\"100%%\" height=\"100%%\" fill=\"%s\"/>%n", hex(drawing.background()));
        for (Drawing.Mark mark : drawing.marks()) {
            switch (mark) {
                case Drawing.Pixels pixels -> image(pixels);
                case Drawing.Frame frame ->
                    add(
                            "<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\" fill=\"none\" stroke=\"%s\"/>%n",
                            frame.x(), frame.y(), frame.width(), frame.height(), hex(frame.colour()));
                case Drawing.Text text ->
                    add(
                            "<text x=\"%.2f\" y=\"%.2f\" font-size=\"%.1f\" fill=\"%s\" text-anchor=\"%s\">%s</text>%n",
                            text.x(),
                            text.y(),
                            text.size(),
                            hex(text.colour()),
                            text.anchor().name().toLowerCase(Locale.ROOT),
                            escaped(text.text()));
            }
        }
        add("</svg>%n");
        target.write(out.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void image(Drawing.Pixels pixels) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        DrawingFile.writePng(DrawingFile.image(pixels), png);
        add(
                "<image x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\" preserveAspectRatio=\"none\""
                        + " style=\"image-rendering:pixelated\" href=\"data:image/png;base64,%s\"/>%n",
                pixels.x(),
                pixels.y(),
                pixels.width(),
                pixels.height(),
                Base64.getEncoder().encodeToString(png.toByteArray()));
    }

    @SuppressWarnings("AnnotateFormatMethod") // All formats are literals of this class.
    private void add(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String hex(int colour) {
        return String.format(Locale.ROOT, "#%06x", colour & 0xFFFFFF);
    }
}
