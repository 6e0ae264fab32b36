package studio.crossbar.ui.tiles;

import java.nio.IntBuffer;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import studio.crossbar.ui.common.Colours;
import studio.crossbar.ui.common.TextScale;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/**
 * Shows the floor plan: cells as one image that {@link FloorRaster} paints anew for every frame, names and the pointer above
 * it. {@link FloorPlanGestures} zooms and moves it.
 */
final class FloorPlanCanvas extends Region implements SeenPlan {

    private static final double ZOOM_STEP = 1.25;

    private final TilesViewModel model;
    private final ObservableValue<Theme> theme;
    private final TextScale text = new TextScale(getChildren());
    private final ImageView cells = new ImageView();
    private final FloorNames names = new FloorNames();
    private final Rectangle pointer = new Rectangle();
    private @Nullable PixelBuffer<IntBuffer> buffer;
    private @Nullable Viewport viewport;
    private @Nullable HeatColours colours;
    private boolean moved;
    private boolean stale = true;

    FloorPlanCanvas(TilesViewModel model, TilesActions actions, ObservableValue<Theme> theme) {
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
        new FloorPlanGestures(this, model, actions).listen();
        model.planProperty().subscribe(plan -> fit());
        model.quantityProperty().subscribe(quantity -> repaint());
        model.figuresProperty().subscribe(figures -> repaint());
        model.arrivalsProperty().subscribe(arrived -> repaint());
        theme.subscribe(now -> repaint());
        text.scaleProperty().subscribe((before, now) -> repaint());
        model.cellProperty().subscribe(cell -> point());
    }

    @Override
    public void fit() {
        moved = false;
        viewport = null;
        repaint();
    }

    @Override
    public void zoomIn() {
        zoom(ZOOM_STEP, getWidth() / 2, getHeight() / 2);
    }

    @Override
    public void zoomOut() {
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

    /** Moves the cell pointed at into sight. */
    void reveal() {
        if (pointer.isVisible()) {
            pan(
                    into(pointer.getX(), pointer.getWidth(), getWidth()),
                    into(pointer.getY(), pointer.getHeight(), getHeight()));
        }
    }

    /** How far to go so that a stretch lies within a length. */
    private static double into(double from, double size, double length) {
        return from < 0 ? -from : Math.min(0, length - from - size);
    }

    @Override
    public void zoomTo(int index) {
        FloorPlan plan = model.planProperty().get();
        if (plan != null) {
            plan.tiles().stream()
                    .filter(placed -> placed.index() == index)
                    .findFirst()
                    .ifPresent(this::zoomTo);
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

    /** What is seen, or will be with the next frame; null before the first layout and without a result. */
    @Nullable
    Viewport viewport() {
        FloorPlan plan = model.planProperty().get();
        if (viewport == null && plan != null && !plan.tiles().isEmpty() && getWidth() > 0) {
            viewport = Viewport.fit(plan, getWidth(), getHeight());
        }
        return viewport;
    }

    @Override
    public @Nullable FloorDrawing drawing() {
        FloorPlan plan = model.planProperty().get();
        CellFigures figures = model.figuresProperty().get();
        Viewport view = viewport();
        if (plan == null || figures == null || view == null) {
            return null;
        }
        Quantity quantity = model.quantityProperty().get();
        return new FloorDrawing(
                plan,
                view,
                (int) getWidth(),
                (int) getHeight(),
                figures,
                HeatColours.of(quantity, quantity.largest(figures), theme.getValue()),
                theme.getValue(),
                model.noteProperty().get());
    }

    /** At the next frame, however often it is asked for until then. */
    private void repaint() {
        stale = true;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        int width = (int) Math.max(1, Math.ceil(getWidth()));
        int height = (int) Math.max(1, Math.ceil(getHeight()));
        if (buffer == null || buffer.getWidth() != width || buffer.getHeight() != height) {
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
        FloorPlan plan = model.planProperty().get();
        CellFigures figures = model.figuresProperty().get();
        PixelBuffer<IntBuffer> into = buffer;
        boolean shown = plan != null && figures != null && !plan.tiles().isEmpty() && into != null;
        cells.setVisible(shown);
        if (plan == null || figures == null || into == null || !shown) {
            viewport = null;
            names.show(List.of(), theme.getValue(), 0, 0);
            point();
            return;
        }
        Viewport view = viewport == null ? Viewport.fit(plan, getWidth(), getHeight()) : viewport;
        viewport = view;
        Quantity quantity = model.quantityProperty().get();
        HeatColours now = HeatColours.of(colours, quantity, quantity.largest(figures), theme.getValue());
        colours = now;
        new FloorRaster(into.getWidth(), into.getHeight(), into.getBuffer().array())
                .paint(plan, view, model::pyramid, now, theme.getValue());
        into.updateBuffer(_ -> null);
        names.show(FloorLabels.of(plan, view, figures, now, text.get()), theme.getValue(), getWidth(), getHeight());
        point();
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
        pointer.setStroke(Colours.fx(theme.getValue().text()));
        pointer.setX(view.pixelX(placed.x() + cell.tileColumn() + 0.5) - side / 2);
        pointer.setY(view.pixelY(placed.y() + cell.tileRow() + 0.5) - side / 2);
        pointer.setWidth(side);
        pointer.setHeight(side);
    }
}
