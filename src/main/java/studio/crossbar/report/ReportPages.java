package studio.crossbar.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import studio.crossbar.study.Evaluation;

/** The pages of the PDF of a report, dated today, as pictures of any size. Used by one thread at a time. */
public final class ReportPages {

    /**
     * Size of a page.
     *
     * @param width in points
     * @param height in points
     */
    public record Size(double width, double height) {}

    private final byte[] pdf;
    private final List<Size> sizes;

    private ReportPages(byte[] pdf, List<Size> sizes) {
        this.pdf = pdf;
        this.sizes = sizes;
    }

    /** Lays the report out as {@link ReportWriter} writes it. */
    public static ReportPages of(Evaluation evaluation) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        new PdfReport(evaluation, LocalDate.now(ZoneId.systemDefault())).write(pdf);
        byte[] bytes = pdf.toByteArray();
        List<Size> sizes = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(bytes)) {
            for (PDPage page : document.getPages()) {
                sizes.add(new Size(
                        page.getMediaBox().getWidth(), page.getMediaBox().getHeight()));
            }
        }
        return new ReportPages(bytes, List.copyOf(sizes));
    }

    /** Sizes of the pages in their order. */
    public List<Size> sizes() {
        return sizes;
    }

    /**
     * Draws a page.
     *
     * @param index from 0
     * @param scale pixels a point
     */
    public BufferedImage render(int index, double scale) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImage(index, (float) scale, ImageType.RGB);
        }
    }
}
