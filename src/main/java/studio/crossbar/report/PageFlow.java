package studio.crossbar.report;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** A4 pages filled from top to bottom; what does not fit goes on the next page. */
final class PageFlow implements Closeable {

    /** Ground and ink of a note that must not be overlooked. */
    static final int WARNING = 0xFFF1C9;

    static final int WARNING_INK = 0x7A2F00;

    private static final float MARGIN = 46;
    private static final float FOOTER = 30;
    private static final float SIZE = 8.5f;
    private static final float LEADING = 11.5f;
    private static final float PADDING = 5;
    private static final int MOST_LINES = 40;

    /** Paragraphs up to this length are not broken over pages. */
    private static final int KEPT_LINES = 8;

    private final PDDocument document;
    private final Typeface typeface;
    private final List<Canvas> pages = new ArrayList<>();
    private float y;

    PageFlow(PDDocument document, Typeface typeface) throws IOException {
        this.document = document;
        this.typeface = typeface;
        turn();
    }

    private float width() {
        return PDRectangle.A4.getWidth() - 2 * MARGIN;
    }

    private float bottom() {
        return PDRectangle.A4.getHeight() - MARGIN - FOOTER;
    }

    private Canvas page() {
        return pages.getLast();
    }

    private void turn() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        pages.add(new Canvas(document, page, typeface));
        y = MARGIN;
    }

    /** Makes sure that {@code height} is left, if a page has so much. */
    private void need(float height) throws IOException {
        if (y + height > bottom() && y > MARGIN) {
            turn();
        }
    }

    void title(String text) throws IOException {
        for (String line : typeface.wrapped(text, 17, width(), 3)) {
            page().heading(line, MARGIN, y + 16, 17, Canvas.INK);
            y += 21;
        }
        y += 2;
    }

    /**
     * Starts a section.
     *
     * @param following height of what must stand under it on the same page
     */
    void section(String text, float following) throws IOException {
        need(32 + following);
        y += y > MARGIN ? 14 : 0;
        page().heading(text, MARGIN, y + 10, 11.5f, Canvas.INK);
        page().line(MARGIN, y + 14, MARGIN + width(), y + 14, 0.8f, Canvas.INK);
        y += 22;
    }

    void paragraph(String text, int colour) throws IOException {
        List<String> lines = typeface.wrapped(text, SIZE, width(), Integer.MAX_VALUE);
        need(LEADING * Math.min(lines.size(), KEPT_LINES));
        for (String line : lines) {
            need(LEADING);
            page().text(line, MARGIN, y + 8.5f, SIZE, colour, Canvas.Align.LEFT);
            y += LEADING;
        }
        y += 3;
    }

    /** A framed note that cannot be overlooked. */
    void warning(String text) throws IOException {
        List<String> lines = typeface.wrapped(text, 10, width() - 20, 4);
        float height = 13 * lines.size() + 11;
        need(height + 6);
        y += 6;
        page().rectangle(MARGIN, y, width(), height, WARNING);
        page().frame(MARGIN, y, width(), height, 1.2f, 0xB24500);
        for (int i = 0; i < lines.size(); i++) {
            page().heading(lines.get(i), MARGIN + 10, y + 15 + 13 * i, 10, WARNING_INK);
        }
        y += height + 4;
    }

    void figure(Figure figure) throws IOException {
        float height = figure.height(width());
        need(height);
        figure.draw(page(), MARGIN, y, width());
        y += height + 4;
    }

    float heightOf(Figure figure) {
        return figure.height(width());
    }

    /** A table whose header is repeated on each page. */
    void table(Table table) throws IOException {
        List<String> headers =
                table.columns().stream().map(Table.Column::header).toList();
        boolean headed = headers.stream().anyMatch(header -> !header.isEmpty());
        need(4 * LEADING);
        if (headed) {
            header(table, headers);
        }
        for (List<String> row : table.rows()) {
            List<List<String>> cells = cells(table, row);
            float height = height(cells);
            if (y + height > bottom()) {
                turn();
                if (headed) {
                    header(table, headers);
                }
            }
            draw(table, cells, false);
            y += height;
            page().line(MARGIN, y - 1, MARGIN + width(), y - 1, 0.3f, Canvas.RULE);
        }
        y += 4;
    }

    private void header(Table table, List<String> headers) throws IOException {
        List<List<String>> cells = cells(table, headers);
        draw(table, cells, true);
        y += height(cells);
        page().line(MARGIN, y - 1, MARGIN + width(), y - 1, 0.7f, Canvas.INK);
    }

    private List<List<String>> cells(Table table, List<String> row) {
        List<List<String>> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            cells.add(
                    typeface.wrapped(row.get(i), SIZE, table.columns().get(i).share() * width() - PADDING, MOST_LINES));
        }
        return cells;
    }

    private static float height(List<List<String>> cells) {
        return LEADING * cells.stream().mapToInt(List::size).max().orElse(1) + 3;
    }

    private void draw(Table table, List<List<String>> cells, boolean bold) throws IOException {
        float left = MARGIN;
        for (int i = 0; i < cells.size(); i++) {
            Table.Column column = table.columns().get(i);
            boolean right = column.align() == Canvas.Align.RIGHT;
            for (int line = 0; line < cells.get(i).size(); line++) {
                String text = cells.get(i).get(line);
                float x = right ? left + column.share() * width() - typeface.width(text, SIZE) : left;
                float baseline = y + 9 + LEADING * line;
                if (bold) {
                    page().heading(text, x, baseline, SIZE, Canvas.INK);
                } else {
                    page().text(text, x, baseline, SIZE, Canvas.INK, Canvas.Align.LEFT);
                }
            }
            left += column.share() * width();
        }
    }

    /** Numbers the pages, beside {@code text}. */
    void footers(String text) throws IOException {
        float line = PDRectangle.A4.getHeight() - MARGIN;
        for (int i = 0; i < pages.size(); i++) {
            Canvas page = pages.get(i);
            page.line(MARGIN, line - 12, MARGIN + width(), line - 12, 0.4f, Canvas.RULE);
            page.text(typeface.fitted(text, 8, width() - 80), MARGIN, line, 8, Canvas.FAINT, Canvas.Align.LEFT);
            page.text(
                    "page " + (i + 1) + " of " + pages.size(),
                    MARGIN + width(),
                    line,
                    8,
                    Canvas.FAINT,
                    Canvas.Align.RIGHT);
        }
    }

    @Override
    public void close() throws IOException {
        for (Canvas page : pages) {
            page.close();
        }
    }
}
