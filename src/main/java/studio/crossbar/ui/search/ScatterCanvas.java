package studio.crossbar.ui.search;

import java.util.List;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import studio.crossbar.ui.common.Colours;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.TextScale;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/**
 * Draws a chart of two figures. Points are painted into pixels, so that ten thousand take a few milliseconds; what moves with
 * the mouse is on a layer above and costs nothing of that.
 */
final class ScatterCanvas extends Pane {

    private static final double LEFT = 52;
    private static final double RIGHT = 12;
    private static final double TOP = 8;
    private static final double BOTTOM = 36;
    private static final double TICK_WIDTH = 52;
    private static final double TICK_HEIGHT = 26;
    /** Usual size of the text. */
    static final double TEXT = 11;

    private final ScatterViewModel model;
    private final ObservableValue<Theme> theme;
    private final TextScale text = new TextScale(getChildren());
    private final Canvas ground = new Canvas();
    private final ScatterMarks marks;
    private @Nullable PlotScale scaleX;
    private @Nullable PlotScale scaleY;

    ScatterCanvas(ScatterViewModel model, ObservableValue<Theme> theme) {
        this.model = model;
        this.theme = theme;
        marks = new ScatterMarks(model, theme, text);
        getChildren().addAll(ground, marks);
        setMinSize(120, 110);
        setFocusTraversable(true);
        getStyleClass().add("trial-chart");
        setId("search-chart-" + model.name());
        setAccessibleText(Texts.get("search.chart.accessible"));
        model.pictureProperty().subscribe(picture -> draw());
        model.logarithmicProperty().subscribe((before, now) -> draw());
        model.selection().selectedProperty().subscribe((before, now) -> draw());
        theme.subscribe(now -> draw());
        text.scaleProperty().subscribe((before, now) -> draw());
        model.selection().hoveredProperty().subscribe((before, now) -> drawMarks(null));
        model.selection().pinned().addListener((javafx.beans.InvalidationListener) observable -> drawMarks(null));
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        if (width != ground.getWidth() || height != ground.getHeight()) {
            for (Canvas canvas : List.of(ground, marks)) {
                canvas.setWidth(width);
                canvas.setHeight(height);
            }
            draw();
        }
    }

    @Nullable
    PlotScale scaleX() {
        return scaleX;
    }

    @Nullable
    PlotScale scaleY() {
        return scaleY;
    }

    /** Index of the point under a place, or −1. */
    int pointAt(double x, double y) {
        ScatterPicture picture = model.pictureProperty().get();
        return picture == null || scaleX == null || scaleY == null ? -1 : picture.nearest(scaleX, scaleY, x, y, 9);
    }

    private void draw() {
        GraphicsContext g = ground.getGraphicsContext2D();
        Theme now = theme.getValue();
        double width = ground.getWidth();
        double height = ground.getHeight();
        g.setFill(Colours.fx(now.background()));
        g.fillRect(0, 0, width, height);
        ScatterPicture picture = model.pictureProperty().get();
        double left = LEFT * text.get();
        double bottom = BOTTOM * text.get();
        if (picture == null || width < left + RIGHT + 20 || height < TOP + bottom + 20) {
            scaleX = null;
            scaleY = null;
            drawMarks(null);
            return;
        }
        boolean log = model.logarithmicProperty().get();
        PlotScale x = picture.scaleX(log, left, width - RIGHT);
        PlotScale y = picture.scaleY(log, height - bottom, TOP);
        scaleX = x;
        scaleY = y;
        drawAxes(g, now, picture, x, y);
        drawDominated(g, now, picture, x, y);
        drawPoints(g, now, picture, x, y);
        drawMarks(null);
    }

    private void drawAxes(GraphicsContext g, Theme now, ScatterPicture picture, PlotScale x, PlotScale y) {
        double scale = text.get();
        g.setFont(Font.font(TEXT * scale));
        g.setLineWidth(1);
        g.setStroke(Colours.fx(now.grid()));
        g.setFill(Colours.fx(now.muted()));
        g.setTextBaseline(VPos.TOP);
        g.setTextAlign(TextAlignment.CENTER);
        for (double tick : x.ticks(Math.max(2, (int) ((x.to() - x.from()) / (TICK_WIDTH * scale))))) {
            double place = Math.round(x.at(tick)) + 0.5;
            g.strokeLine(place, y.from(), place, y.to());
            g.fillText(Numbers.amount(tick), place, y.from() + 3);
        }
        g.fillText(title(picture.x(), x), (x.from() + x.to()) / 2, y.from() + 18 * scale);
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.RIGHT);
        for (double tick : y.ticks(Math.max(2, (int) ((y.from() - y.to()) / (TICK_HEIGHT * scale))))) {
            double place = Math.round(y.at(tick)) + 0.5;
            g.strokeLine(x.from(), place, x.to(), place);
            g.fillText(Numbers.amount(tick), x.from() - 4, place);
        }
        g.save();
        g.translate(8 * scale, (y.from() + y.to()) / 2);
        g.rotate(-90);
        g.setTextAlign(TextAlignment.CENTER);
        g.fillText(title(picture.y(), y), 0, 0);
        g.restore();
    }

    private static String title(TrialFigure figure, PlotScale scale) {
        String heading = figure.heading();
        return scale.logarithmic() ? Texts.format("search.chart.axis.logarithmic", heading) : heading;
    }

    /** The front as a staircase, and the region that it dominates. */
    private static void drawDominated(GraphicsContext g, Theme now, ScatterPicture picture, PlotScale x, PlotScale y) {
        double[][] stairs = picture.stairs(x, y);
        int count = stairs[0].length;
        if (count > 0) {
            g.setFill(Colours.fx(Paints.front(now), 0.08));
            g.fillPolygon(stairs[0], stairs[1], count);
            g.setStroke(Colours.fx(Paints.front(now), 0.8));
            g.setLineWidth(1.2);
            g.strokePolyline(stairs[0], stairs[1], count - 1);
        }
    }

    private void drawPoints(GraphicsContext g, Theme now, ScatterPicture picture, PlotScale x, PlotScale y) {
        int width = (int) ground.getWidth();
        int height = (int) ground.getHeight();
        Raster raster = new Raster(width, height);
        Set<Long> brushed = model.selection().selectedProperty().get();
        for (ScatterPicture.Kind kind : ScatterPicture.Kind.values()) {
            int colour = switch (kind) {
                case SHORT -> Colours.argb(now.muted(), 0.25);
                case DOMINATED -> Colours.argb(now.muted(), 0.6);
                case FRONT -> Colours.argb(Paints.front(now), 1);
            };
            double radius = kind == ScatterPicture.Kind.FRONT ? 3.2 : 2;
            for (int i = 0; i < picture.size(); i++) {
                if (picture.kinds()[i] == kind) {
                    raster.dot(x.at(picture.xs()[i]), y.at(picture.ys()[i]), radius, colour);
                }
            }
        }
        if (!brushed.isEmpty()) {
            int colour = Colours.argb(Paints.brushed(now), 1);
            for (int i = 0; i < picture.size(); i++) {
                if (brushed.contains(picture.ids()[i])) {
                    raster.dot(x.at(picture.xs()[i]), y.at(picture.ys()[i]), 2.8, colour);
                }
            }
        }
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter()
                .setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), raster.pixels(), 0, width);
        g.drawImage(image, 0, 0);
    }

    /**
     * Draws the layer above anew.
     *
     * @param drawn line around trials that is being drawn; null for none
     */
    void drawMarks(@Nullable Lasso drawn) {
        marks.draw(scaleX, scaleY, drawn);
    }
}
