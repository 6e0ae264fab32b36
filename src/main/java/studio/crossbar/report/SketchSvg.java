package studio.crossbar.report;

import java.awt.BasicStroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@link Sketch} as SVG, its texts as text. */
final class SketchSvg {

    private static final String[] CAPS = {"butt", "round", "square"};
    private static final String[] JOINS = {"miter", "round", "bevel"};

    private final Sketch sketch;
    private final StringBuilder out = new StringBuilder();
    private final Map<Rectangle2D, Integer> clips = new LinkedHashMap<>();

    SketchSvg(Sketch sketch) {
        this.sketch = sketch;
    }

    void write(OutputStream target) throws IOException {
        add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        add("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ", number(sketch.width()), " ");
        add(number(sketch.height()), "\" width=\"", number(sketch.width()), "\" height=\"", number(sketch.height()));
        add("\" font-family=\"Liberation Sans, Arial, sans-serif\">\n<title>", escaped(sketch.title()), "</title>\n");
        for (Sketch.Mark mark : sketch.marks()) {
            String clip = clip(mark.clip());
            switch (mark) {
                case Sketch.Area area -> {
                    path(area.shape());
                    add(paint("fill", area.argb()), clip, "/>\n");
                }
                case Sketch.Line line -> {
                    path(line.shape());
                    add(" fill=\"none\"", paint("stroke", line.argb()), stroke(line.stroke()), clip, "/>\n");
                }
                case Sketch.Words words -> words(words, clip);
            }
        }
        add("</svg>\n");
        target.write(out.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Attribute of a clip, which is defined before its first use. */
    private String clip(@Nullable Rectangle2D clip) {
        if (clip == null) {
            return "";
        }
        Integer known = clips.get(clip);
        int number = known == null ? clips.size() + 1 : known;
        if (known == null) {
            clips.put(clip, number);
            add("<clipPath id=\"c", Integer.toString(number), "\"><rect x=\"", number(clip.getX()), "\" y=\"");
            add(number(clip.getY()), "\" width=\"", number(clip.getWidth()), "\" height=\"", number(clip.getHeight()));
            add("\"/></clipPath>\n");
        }
        return " clip-path=\"url(#c" + number + ")\"";
    }

    private void path(Path2D shape) {
        add("<path d=\"");
        double[] c = new double[6];
        for (PathIterator at = shape.getPathIterator(null); !at.isDone(); at.next()) {
            switch (at.currentSegment(c)) {
                case PathIterator.SEG_MOVETO -> points("M", c, 2);
                case PathIterator.SEG_LINETO -> points("L", c, 2);
                case PathIterator.SEG_QUADTO -> points("Q", c, 4);
                case PathIterator.SEG_CUBICTO -> points("C", c, 6);
                default -> add("Z");
            }
        }
        add("\"", shape.getWindingRule() == PathIterator.WIND_EVEN_ODD ? " fill-rule=\"evenodd\"" : "");
    }

    private void points(String command, double[] c, int count) {
        add(command);
        for (int i = 0; i < count; i++) {
            add(i == 0 ? "" : " ", number(c[i]));
        }
    }

    private static String stroke(BasicStroke stroke) {
        StringBuilder text =
                new StringBuilder(" stroke-width=\"" + number(stroke.getLineWidth()) + "\" stroke-linecap=\""
                        + CAPS[stroke.getEndCap()] + "\" stroke-linejoin=\"" + JOINS[stroke.getLineJoin()] + "\"");
        float[] dashes = stroke.getDashArray();
        if (dashes != null) {
            text.append(" stroke-dasharray=\"");
            for (float dash : dashes) {
                text.append(number(dash)).append(' ');
            }
            text.append('"');
        }
        return text.toString();
    }

    /** The width is stated, since whoever opens the file may have another typeface. */
    private void words(Sketch.Words words, String clip) {
        AffineTransform place = words.place();
        boolean turned = place.getShearX() != 0 || place.getShearY() != 0;
        String where = turned
                ? " transform=\"matrix(" + number(place.getScaleX()) + " " + number(place.getShearY()) + " "
                        + number(place.getShearX()) + " " + number(place.getScaleY()) + " "
                        + number(place.getTranslateX()) + " " + number(place.getTranslateY()) + ")\""
                : " x=\"" + number(place.getTranslateX()) + "\" y=\"" + number(place.getTranslateY()) + "\"";
        // A clip is in the units of the element, which a turned text changes.
        add("<g", clip, "><text", where, " font-size=\"", number(words.font().getSize2D()), "\"");
        add(words.font().isBold() ? " font-weight=\"bold\"" : "", paint("fill", words.argb()), " textLength=\"");
        add(number(words.width()), "\" lengthAdjust=\"spacingAndGlyphs\">", escaped(words.text()), "</text></g>\n");
    }

    private static String paint(String attribute, int argb) {
        String colour = String.format(Locale.ROOT, " %s=\"#%06x\"", attribute, argb & 0xFFFFFF);
        int alpha = argb >>> 24;
        return alpha == 0xFF ? colour : colour + " " + attribute + "-opacity=\"" + number(alpha / 255.0) + "\"";
    }

    private void add(String... texts) {
        for (String text : texts) {
            out.append(text);
        }
    }

    /** At most three decimals, without those that say nothing. */
    private static String number(double value) {
        double rounded = Math.round(value * 1000) / 1000.0;
        return rounded == Math.rint(rounded) && Math.abs(rounded) < 1e9
                ? Long.toString((long) rounded)
                : Double.toString(rounded);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
