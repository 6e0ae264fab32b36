package studio.crossbar.ui.tiles;

import java.nio.IntBuffer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/**
 * Shows the floor plan: cells as one image that {@link FloorRaster} paints anew for every frame, names and the pointer above
 * it. {@link FloorPlanGestures} zooms and moves it.
 */
final class FloorPlanCanvas extends Region {

    private static final double ZOOM_STEP = 1.25;

    private final TilesViewModel model;
    private final ObservableValue<Theme> theme;
    private final ImageView cells = new ImageView();
    private final Canvas names = new Canvas();
    private final Rectangle pointer = new Rectangle();
    private @Nullable PixelBuffer<IntBuffer> buffer;
    private @Nullable Viewport viewport;
    private @Nullable HeatColours colours;
    private boolean moved;
    private boolean stale = true;

    FloorPlanCanvas(TilesViewModel model, ObservableValue<Theme> theme) {
        this.model = model;
        this.theme = theme;
        setId("floor-plan");
        setAccessibleText(Texts.get("tiles.plan.accessible"));
        setFocusTraversable(true);
        getStyleClass().add("floor-plan");
        pointer.setFill(null);
        pointer.setStrokeWidth(2);
        pointer.setManaged(false);
        pointer.setMouseTransparent(true);
        getChildren().addAll(cells, names, pointer);
        setMinSize(100, 100);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        new FloorPlanGestures(this, model).listen();
        model.planProperty().subscribe(plan -> fit());
        model.quantityProperty().subscribe(quantity -> recolour());
        model.figuresProperty().subscribe(figures -> recolour());
        model.arrivalsProperty().subscribe(arrived -> recolour());
        theme.subscribe(now -> recolour());
        model.cellProperty().subscribe(cell -> point());
    }

    /** Shows everything. */
    void fit() {
        moved = false;
        viewport = null;
        repaint();
    }

    void zoomIn() {
        zoom(ZOOM_STEP, getWidth() / 2, getHeight() / 2);
    }

    void zoomOut() {
        zoom(1 / ZOOM_STEP, getWidth() / 2, getHeight() / 2);
    }

    void zoom(double factor, double x, double y) {
        if (viewport != null) {
            moved = true;
            viewport = viewport.zoom(factor, x, y);
            repaint();
        }
    }

    void pan(double dx, double dy) {
        if (viewport != null) {
            moved = true;
            viewport = viewport.pan(dx, dy);
            repaint();
        }
    }

    /** Fills the canvas with one tile. */
    void zoomTo(FloorPlan.Placed placed) {
        FloorPlan plan = model.planProperty().get();
        if (plan != null && viewport != null) {
            moved = true;
            viewport = Viewport.around(placed, plan.tile(), getWidth(), getHeight());
            repaint();
        }
    }

    /** What is seen; null before the first layout and without a result. */
    @Nullable
    Viewport viewport() {
        return viewport;
    }

    /** At the next frame, however often it is asked for until then. */
    private void repaint() {
        stale = true;
        requestLayout();
    }

    private void recolour() {
        colours = null;
        repaint();
    }

    @Override
    protected void layoutChildren() {
        int width = (int) Math.max(1, Math.ceil(getWidth()));
        int height = (int) Math.max(1, Math.ceil(getHeight()));
        if (names.getWidth() != width || names.getHeight() != height || buffer == null) {
            names.setWidth(width);
            names.setHeight(height);
            PixelBuffer<IntBuffer> made = new PixelBuffer<>(
                    width, height, IntBuffer.allocate(width * height), PixelFormat.getIntArgbPreInstance());
            buffer = made;
            cells.setImage(new WritableImage(made));
            if (!moved) {
                viewport = null;
            }
            stale = true;
        }
        if (stale) {
            stale = false;
            paint();
        }
    }

    private void paint() {
        GraphicsContext g = names.getGraphicsContext2D();
        g.clearRect(0, 0, names.getWidth(), names.getHeight());
        FloorPlan plan = model.planProperty().get();
        CellFigures figures = model.figuresProperty().get();
        PixelBuffer<IntBuffer> into = buffer;
        boolean shown = plan != null && figures != null && !plan.tiles().isEmpty() && into != null;
        cells.setVisible(shown);
        if (plan == null || figures == null || into == null || !shown) {
            viewport = null;
            point();
            return;
        }
        Viewport view = viewport == null ? Viewport.fit(plan, getWidth(), getHeight()) : viewport;
        viewport = view;
        HeatColours now = colours == null ? colours(figures) : colours;
        colours = now;
        new FloorRaster(into.getWidth(), into.getHeight(), into.getBuffer().array())
                .paint(plan, view, model::pyramid, now, theme.getValue());
        into.updateBuffer(_ -> null);
        for (FloorLabels.Label label : FloorLabels.of(plan, view, figures, now)) {
            write(g, label);
        }
        point();
    }

    /** Colours of what is shown. */
    private HeatColours colours(CellFigures figures) {
        Quantity quantity = model.quantityProperty().get();
        return HeatColours.of(quantity, quantity.largest(figures), theme.getValue());
    }

    private void write(GraphicsContext g, FloorLabels.Label label) {
        if (label.x() > getWidth() || label.y() < 0 || label.y() - label.size() > getHeight()) {
            return;
        }
        Color own = label.dark() ? Color.BLACK : Color.WHITE;
        g.setFill(label.ground() == 0 ? colour(theme.getValue().text()) : own);
        g.setFont(Font.font(label.size()));
        g.setTextAlign(label.middle() ? TextAlignment.CENTER : TextAlignment.LEFT);
        g.setTextBaseline(VPos.BASELINE);
        g.fillText(label.text(), label.x(), label.y());
    }

    /** A frame around the cell pointed at. */
    private void point() {
        CellInfo cell = model.cellProperty().get();
        FloorPlan plan = model.planProperty().get();
        Viewport view = viewport;
        FloorPlan.Placed placed = cell == null || plan == null
                ? null
                : plan.tiles().stream()
                        .filter(each -> each.index() + 1 == cell.tile())
                        .findFirst()
                        .orElse(null);
        pointer.setVisible(placed != null && view != null);
        if (cell == null || placed == null || view == null) {
            return;
        }
        double side = Math.max(6, view.scale());
        pointer.setStroke(colour(theme.getValue().text()));
        pointer.setX(view.pixelX(placed.x() + cell.tileColumn() + 0.5) - side / 2);
        pointer.setY(view.pixelY(placed.y() + cell.tileRow() + 0.5) - side / 2);
        pointer.setWidth(side);
        pointer.setHeight(side);
    }

    private static Color colour(java.awt.Color awt) {
        return Color.rgb(awt.getRed(), awt.getGreen(), awt.getBlue());
    }
}
