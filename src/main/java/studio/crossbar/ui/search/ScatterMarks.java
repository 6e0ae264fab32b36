package studio.crossbar.ui.search;

import java.awt.Color;
import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.FillRule;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import studio.crossbar.search.Trial;
import studio.crossbar.ui.common.Colours;
import studio.crossbar.ui.common.TextScale;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/** The layer of a chart above its points: knee, pins, what is pointed at, and the outline that is being drawn. */
final class ScatterMarks extends Canvas {

    /** Where trials lie in the chart. */
    private record Places(SearchPicture search, ScatterPicture picture, PlotScale x, PlotScale y) {

        /** Pixels from the left and from the top; null for a trial that the chart does not show. */
        double @Nullable [] of(long id) {
            Trial trial = search.byId().get(id);
            if (trial == null) {
                return null;
            }
            double across = picture.x().of(trial);
            double up = picture.y().of(trial);
            return Double.isNaN(across) || Double.isNaN(up) ? null : new double[] {x.at(across), y.at(up)};
        }
    }

    private final ScatterViewModel model;
    private final ObservableValue<Theme> theme;
    private final TextScale text;
    private final GraphicsContext g = getGraphicsContext2D();

    ScatterMarks(ScatterViewModel model, ObservableValue<Theme> theme, TextScale text) {
        this.model = model;
        this.text = text;
        this.theme = theme;
    }

    /**
     * Draws all of it anew.
     *
     * @param x scale of the chart, as {@code y}; null while it has no room
     * @param drawn line around trials; null for none
     */
    void draw(@Nullable PlotScale x, @Nullable PlotScale y, @Nullable Lasso drawn) {
        g.clearRect(0, 0, getWidth(), getHeight());
        SearchPicture search = model.search();
        ScatterPicture picture = model.pictureProperty().get();
        if (search == null || picture == null || x == null || y == null) {
            return;
        }
        Places places = new Places(search, picture, x, y);
        Theme now = theme.getValue();
        g.setFont(Font.font(ScatterCanvas.TEXT * text.get()));
        drawKnee(now, places);
        drawPins(now, places);
        double[] hovered = places.of(model.selection().hoveredProperty().get());
        if (hovered != null) {
            ring(hovered, now.text());
        }
        if (drawn != null) {
            drawOutline(now, drawn);
        }
    }

    private void drawKnee(Theme now, Places places) {
        double[] knee = places.of(places.search().knee());
        if (knee != null) {
            g.setStroke(Colours.fx(now.text()));
            g.setLineWidth(1.5);
            g.strokePolygon(
                    new double[] {knee[0], knee[0] + 7, knee[0], knee[0] - 7},
                    new double[] {knee[1] - 7, knee[1], knee[1] + 7, knee[1]},
                    4);
            label(now, Texts.get("search.chart.knee"), knee);
        }
    }

    private void drawPins(Theme now, Places places) {
        for (long id : model.selection().pinned()) {
            double[] pin = places.of(id);
            if (pin != null) {
                ring(pin, Paints.pinned(now));
                if (id != places.search().knee()) {
                    label(now, Long.toString(id), pin);
                }
            }
        }
    }

    private void drawOutline(Theme now, Lasso drawn) {
        g.setFillRule(FillRule.NON_ZERO);
        g.setFill(Colours.fx(Paints.brushed(now), 0.12));
        g.fillPolygon(drawn.xs(), drawn.ys(), drawn.xs().length);
        g.setStroke(Colours.fx(Paints.brushed(now)));
        g.setLineWidth(1);
        g.strokePolygon(drawn.xs(), drawn.ys(), drawn.xs().length);
    }

    private void ring(double[] place, Color colour) {
        g.setStroke(Colours.fx(colour));
        g.setLineWidth(2);
        g.strokeOval(place[0] - 5.5, place[1] - 5.5, 11, 11);
    }

    /** Beside a point, on the side where there is room. */
    private void label(Theme now, String name, double[] place) {
        boolean right = place[0] < getWidth() - 50 * text.get();
        g.setTextAlign(right ? TextAlignment.LEFT : TextAlignment.RIGHT);
        g.setTextBaseline(VPos.BOTTOM);
        double x = place[0] + (right ? 8 : -8);
        double y = Math.max(14 * text.get(), place[1] - 5);
        // A rim keeps it readable on a cloud of points.
        g.setStroke(Colours.fx(now.background()));
        g.setLineWidth(3);
        g.strokeText(name, x, y);
        g.setFill(Colours.fx(now.text()));
        g.fillText(name, x, y);
    }
}
