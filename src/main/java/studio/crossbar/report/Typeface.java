package studio.crossbar.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Liberation Sans, as PDFBox ships it, embedded in a document; measures and breaks text. Sizes are in points. */
final class Typeface implements Closeable {

    private static final String RESOURCE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final String ELLIPSIS = "…";

    private final TrueTypeFont outlines;
    private final PDType0Font font;
    private final Map<Integer, Float> widths = new HashMap<>();

    Typeface(PDDocument document) throws IOException {
        try (InputStream in = PDFont.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IOException("PDFBox's " + RESOURCE + " is missing from the class path");
            }
            outlines = new TTFParser().parse(RandomAccessReadBuffer.createBufferFromStream(in));
        }
        // Ligatures would make "fi" unsearchable in some viewers.
        outlines.setEnableGsub(false);
        font = PDType0Font.load(document, outlines, true);
    }

    PDFont font() {
        return font;
    }

    /** {@code text} on one line, with "?" for what the font lacks. */
    String clean(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isWhitespace(c) || Character.isISOControl(c)) {
                clean.append(' ');
            } else {
                clean.appendCodePoint(width(c) < 0 ? '?' : c);
            }
        });
        return clean.toString();
    }

    /** Width of cleaned text. */
    float width(String text, float size) {
        float sum = 0;
        for (int c : text.codePoints().toArray()) {
            sum += Math.max(width(c), 0);
        }
        return sum * size / 1000;
    }

    /** Width in thousandths of the size, −1 for a character that the font lacks. */
    private float width(int character) {
        return widths.computeIfAbsent(character, c -> {
            try {
                return font.getStringWidth(Character.toString(c));
            } catch (IllegalArgumentException | IOException e) {
                return -1f;
            }
        });
    }

    /** Cleaned {@code text}, cut to {@code room} with an ellipsis. */
    String fitted(String text, float size, float room) {
        String clean = clean(text);
        if (width(clean, size) <= room) {
            return clean;
        }
        float left = room - width(ELLIPSIS, size);
        int end = 0;
        while (end < clean.length()) {
            int character = clean.codePointAt(end);
            left -= Math.max(width(character), 0) * size / 1000;
            if (left < 0) {
                break;
            }
            end += Character.charCount(character);
        }
        return clean.substring(0, end).stripTrailing() + ELLIPSIS;
    }

    /** Cleaned {@code text} in lines of at most {@code room}; the last of {@code most} lines ends in an ellipsis. */
    List<String> wrapped(String text, float size, float room, int most) {
        List<String> lines = new ArrayList<>();
        String rest = clean(text).strip();
        while (!rest.isEmpty() && lines.size() < most - 1) {
            int end = lineEnd(rest, size, room);
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        if (!rest.isEmpty() || lines.isEmpty()) {
            lines.add(fitted(rest, size, room));
        }
        return lines;
    }

    private int lineEnd(String text, float size, float room) {
        float sum = 0;
        int lastSpace = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            sum += Math.max(width(text.codePointAt(i)), 0) * size / 1000;
            if (text.charAt(i) == ' ') {
                lastSpace = i;
            } else if (sum > room) {
                return lastSpace > 0 ? lastSpace : Math.max(i, Character.charCount(text.codePointAt(0)));
            }
        }
        return text.length();
    }

    @Override
    public void close() throws IOException {
        outlines.close();
    }
}
