package studio.crossbar.ui.search;

import java.awt.Color;
import java.util.Locale;
import java.util.Set;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/** A chart of two figures as SVG, in the light theme, for papers; a title in each point says which trial it is. */
final class ScatterSvg {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 440;
    private static final double LEFT = 64;
    private static final double RIGHT = 16;
    private static final double TOP = 14;
    private static final double BOTTOM = 48;
    private static final Theme LOOK = Theme.LIGHT;

    private final StringBuilder out = new StringBuilder();
    private final ScatterPicture picture;
    private final PlotScale x;
    private final PlotScale y;

    private ScatterSvg(ScatterPicture picture, boolean logarithmic) {
        this.picture = picture;
        x = picture.scaleX(logarithmic, LEFT, WIDTH - RIGHT);
        y = picture.scaleY(logarithmic, HEIGHT - BOTTOM, TOP);
    }

    /**
     * The document.
     *
     * @param brushed ids of points in another colour
     * @param knee id of the front's knee
     */
    static String of(ScatterPicture picture, boolean logarithmic, Set<Long> brushed, long knee) {
        return new ScatterSvg(picture, logarithmic).write(brushed, knee);
    }

    private String write(Set<Long> brushed, long knee) {
        out.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"12\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"%s\"/>%n",
                WIDTH,
                HEIGHT,
                hex(LOOK.background())));
        axes();
        double[][] stairs = picture.stairs(x, y);
        if (stairs[0].length > 0) {
            String path = points(stairs, stairs[0].length);
            out.append(String.format(
                    Locale.ROOT,
                    "<polygon points=\"%s\" fill=\"%s\" fill-opacity=\"0.08\"/>%n",
                    path,
                    hex(Paints.front(LOOK))));
            out.append(String.format(
                    Locale.ROOT,
                    "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\"/>%n",
                    points(stairs, stairs[0].length - 1),
                    hex(Paints.front(LOOK))));
        }
        for (ScatterPicture.Kind kind : ScatterPicture.Kind.values()) {
            for (int i = 0; i < picture.size(); i++) {
                if (picture.kinds()[i] == kind) {
                    point(i, brushed.contains(picture.ids()[i]), picture.ids()[i] == knee);
                }
            }
        }
        return out.append("</svg>\n").toString();
    }

    private void axes() {
        String muted = hex(LOOK.muted());
        String grid = hex(LOOK.grid());
        for (double tick : x.ticks(9)) {
            out.append(String.format(
                    Locale.ROOT, "<path d=\"M%.1f %.1fV%.1f\" stroke=\"%s\"/>%n", x.at(tick), y.from(), y.to(), grid));
            out.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\" fill=\"%s\">%s</text>%n",
                    x.at(tick),
                    y.from() + 16,
                    muted,
                    Numbers.amount(tick)));
        }
        for (double tick : y.ticks(9)) {
            out.append(String.format(
                    Locale.ROOT, "<path d=\"M%.1f %.1fH%.1f\" stroke=\"%s\"/>%n", x.from(), y.at(tick), x.to(), grid));
            out.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\" fill=\"%s\">%s</text>%n",
                    x.from() - 6,
                    y.at(tick) + 4,
                    muted,
                    Numbers.amount(tick)));
        }
        out.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" fill=\"%s\">%s</text>%n",
                (x.from() + x.to()) / 2,
                HEIGHT - 10,
                muted,
                picture.x().heading()));
        out.append(String.format(
                Locale.ROOT,
                "<text transform=\"translate(16 %.1f) rotate(-90)\" text-anchor=\"middle\" fill=\"%s\">%s</text>%n",
                (y.from() + y.to()) / 2,
                muted,
                picture.y().heading()));
    }

    private void point(int i, boolean brushed, boolean knee) {
        boolean front = picture.kinds()[i] == ScatterPicture.Kind.FRONT;
        Color colour = brushed ? Paints.brushed(LOOK) : front ? Paints.front(LOOK) : LOOK.muted();
        double opacity = brushed || front ? 1 : picture.kinds()[i] == ScatterPicture.Kind.SHORT ? 0.25 : 0.6;
        out.append(String.format(
                Locale.ROOT,
                "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%s\" fill=\"%s\" fill-opacity=\"%s\"%s><title>%s</title></circle>%n",
                x.at(picture.xs()[i]),
                y.at(picture.ys()[i]),
                front || brushed ? "3.2" : "2",
                hex(colour),
                opacity,
                knee ? " stroke=\"" + hex(LOOK.text()) + "\" stroke-width=\"2\"" : "",
                knee
                        ? Texts.format("search.svg.knee", picture.ids()[i])
                        : Texts.format("search.svg.trial", picture.ids()[i])));
    }

    private static String points(double[][] stairs, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(String.format(Locale.ROOT, "%.1f,%.1f ", stairs[0][i], stairs[1][i]));
        }
        return text.toString().strip();
    }

    private static String hex(Color colour) {
        return String.format(Locale.ROOT, "#%06x", colour.getRGB() & 0xFFFFFF);
    }
}
