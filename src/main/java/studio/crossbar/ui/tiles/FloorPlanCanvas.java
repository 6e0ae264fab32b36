package studio.crossbar.ui.tiles;

import java.util.HashMap;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/** Draws the floor plan; wheel, drag and keys zoom and move it. One image a tile, so only seen tiles cost anything. */
final class FloorPlanCanvas extends Region {

    private static final double ZOOM_STEP = 1.25;
    private static final double PAN_STEP = 40;
    private static final double GRID_SCALE = 9;

    private final Canvas canvas = new Canvas();
    private final TilesViewModel model;
    private final ObservableValue<Theme> theme;
    private final Map<FloorPlan.Placed, Image> images = new HashMap<>();
    private @Nullable Viewport viewport;
    private boolean moved;
    private double dragX;
    private double dragY;

    FloorPlanCanvas(TilesViewModel model, ObservableValue<Theme> theme) {
        this.model = model;
        this.theme = theme;
        setId("floor-plan");
        setAccessibleText(Texts.get("tiles.plan.accessible"));
        setFocusTraversable(true);
        getStyleClass().add("floor-plan");
        getChildren().add(canvas);
        setMinSize(100, 100);
        setOnScroll(event -> zoom(Math.pow(1.0035, event.getDeltaY()), event.getX(), event.getY()));
        setOnMousePressed(event -> {
            requestFocus();
            dragX = event.getX();
            dragY = event.getY();
            // A touch screen has no pointer that hovers.
            point(event);
        });
        setOnMouseDragged(this::drag);
        setOnMouseMoved(this::point);
        setOnMouseExited(event -> model.pointAway());
        setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                zoom(4, event.getX(), event.getY());
            }
        });
        setOnKeyPressed(this::key);
        model.planProperty().subscribe(plan -> {
            images.clear();
            fit();
        });
        model.quantityProperty().subscribe(quantity -> recolour());
        theme.subscribe(now -> recolour());
        model.cellProperty().subscribe(cell -> draw());
    }

    void fit() {
        moved = false;
        FloorPlan plan = model.planProperty().get();
        viewport = plan == null || getWidth() < 1 ? null : Viewport.fit(plan, getWidth(), getHeight());
        draw();
    }

    void zoomIn() {
        zoom(ZOOM_STEP, getWidth() / 2, getHeight() / 2);
    }

    void zoomOut() {
        zoom(1 / ZOOM_STEP, getWidth() / 2, getHeight() / 2);
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            if (moved) {
                draw();
            } else {
                fit();
            }
        }
    }

    private void recolour() {
        images.clear();
        draw();
    }

    private void zoom(double factor, double x, double y) {
        if (viewport != null) {
            moved = true;
            viewport = viewport.zoom(factor, x, y);
            draw();
        }
    }

    private void drag(MouseEvent event) {
        if (viewport != null) {
            moved = true;
            viewport = viewport.pan(event.getX() - dragX, event.getY() - dragY);
            dragX = event.getX();
            dragY = event.getY();
            draw();
        }
    }

    private void point(MouseEvent event) {
        if (viewport != null) {
            model.pointAt(viewport.cellX(event.getX()), viewport.cellY(event.getY()));
        }
    }

    private void key(KeyEvent event) {
        if (viewport == null) {
            return;
        }
        switch (event.getCode()) {
            case PLUS, ADD, EQUALS -> zoomIn();
            case MINUS, SUBTRACT -> zoomOut();
            case DIGIT0, NUMPAD0 -> fit();
            case LEFT -> move(PAN_STEP, 0);
            case RIGHT -> move(-PAN_STEP, 0);
            case UP -> move(0, PAN_STEP);
            case DOWN -> move(0, -PAN_STEP);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(double dx, double dy) {
        if (viewport != null) {
            moved = true;
            viewport = viewport.pan(dx, dy);
            draw();
        }
    }

    private void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        FloorPlan plan = model.planProperty().get();
        Viewport view = viewport;
        if (plan == null || view == null || plan.tiles().isEmpty()) {
            return;
        }
        g.setImageSmoothing(view.scale() < 1);
        Theme now = theme.getValue();
        HeatColours colours = HeatColours.of(
                model.quantityProperty().get(), plan.tiles().getFirst().tile(), now);
        for (FloorPlan.Placed placed : plan.tiles()) {
            drawTile(g, plan, view, placed, colours, now);
        }
        g.setFill(colour(now.text()));
        g.setFont(Font.font(13));
        for (FloorPlan.Caption caption : plan.captions()) {
            g.fillText(caption.text(), view.pixelX(caption.x()), view.pixelY(caption.y()));
        }
        drawPointer(g, view, now);
    }

    private void drawTile(
            GraphicsContext g, FloorPlan plan, Viewport view, FloorPlan.Placed placed, HeatColours colours, Theme now) {
        double x = view.pixelX(placed.x());
        double y = view.pixelY(placed.y());
        double wholeWidth = plan.tile().columns() * view.scale();
        double wholeHeight = plan.tile().rows() * view.scale();
        if (x > getWidth() || y > getHeight() || x + wholeWidth < 0 || y + wholeHeight < 0) {
            return;
        }
        double width = placed.tile().slot().deviceColumns() * view.scale();
        double height = placed.tile().slot().rows() * view.scale();
        g.setFill(colour(now.unused()));
        g.fillRect(x, y, wholeWidth, wholeHeight);
        g.drawImage(images.computeIfAbsent(placed, key -> image(key, colours)), x, y, width, height);
        if (view.scale() >= GRID_SCALE) {
            grid(g, view, placed, now);
        }
        g.setLineWidth(1);
        g.setStroke(colour(now.muted()));
        g.strokeRect(Math.rint(x) - 0.5, Math.rint(y) - 0.5, Math.rint(wholeWidth) + 1, Math.rint(wholeHeight) + 1);
    }

    private void grid(GraphicsContext g, Viewport view, FloorPlan.Placed placed, Theme now) {
        g.setStroke(colour(now.background()));
        g.setLineWidth(1);
        double left = view.pixelX(placed.x());
        double top = view.pixelY(placed.y());
        double right = view.pixelX(placed.x() + placed.tile().slot().deviceColumns());
        double bottom = view.pixelY(placed.y() + placed.tile().slot().rows());
        for (int c = 0; c <= placed.tile().slot().deviceColumns(); c++) {
            double x = Math.round(view.pixelX(placed.x() + c)) + 0.5;
            g.strokeLine(x, top, x, bottom);
        }
        for (int r = 0; r <= placed.tile().slot().rows(); r++) {
            double y = Math.round(view.pixelY(placed.y() + r)) + 0.5;
            g.strokeLine(left, y, right, y);
        }
    }

    private void drawPointer(GraphicsContext g, Viewport view, Theme now) {
        CellInfo cell = model.cellProperty().get();
        FloorPlan plan = model.planProperty().get();
        if (cell == null || plan == null) {
            return;
        }
        for (FloorPlan.Placed placed : plan.tiles()) {
            if (placed.index() + 1 == cell.tile()) {
                double side = Math.max(6, view.scale());
                g.setStroke(colour(now.text()));
                g.setLineWidth(2);
                g.strokeRect(
                        view.pixelX(placed.x() + cell.tileColumn() + 0.5) - side / 2,
                        view.pixelY(placed.y() + cell.tileRow() + 0.5) - side / 2,
                        side,
                        side);
            }
        }
    }

    private static Image image(FloorPlan.Placed placed, HeatColours colours) {
        int width = placed.tile().slot().deviceColumns();
        int height = placed.tile().slot().rows();
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter()
                .setPixels(
                        0, 0, width, height, PixelFormat.getIntArgbInstance(), colours.pixels(placed.tile()), 0, width);
        return image;
    }

    private static Color colour(java.awt.Color awt) {
        return Color.rgb(awt.getRed(), awt.getGreen(), awt.getBlue());
    }
}
