package studio.crossbar.ui.tiles;

import java.util.Optional;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import studio.crossbar.ui.common.ActionControls;
import studio.crossbar.ui.common.MenuReasons;
import studio.crossbar.ui.common.Texts;

/**
 * Wheel, drag and keys zoom and move the floor plan; Shift and the arrows point at cells, and a context menu chooses what is
 * under the pointer and has the screen's actions.
 */
final class FloorPlanGestures {

    private static final double PAN_STEP = 40;

    private final FloorPlanCanvas canvas;
    private final TilesViewModel model;
    private final TilesActions actions;
    private final ContextMenu menu = new ContextMenu();
    private double dragX;
    private double dragY;

    /** @param actions offered beside what is under the pointer */
    FloorPlanGestures(FloorPlanCanvas canvas, TilesViewModel model, TilesActions actions) {
        this.canvas = canvas;
        this.model = model;
        this.actions = actions;
    }

    void listen() {
        canvas.setOnScroll(event -> canvas.zoom(Math.pow(1.0035, event.getDeltaY()), event.getX(), event.getY()));
        canvas.setOnMousePressed(event -> {
            menu.hide();
            canvas.requestFocus();
            dragX = event.getX();
            dragY = event.getY();
            // A touch screen has no pointer that hovers.
            point(event);
        });
        canvas.setOnMouseDragged(event -> {
            canvas.pan(event.getX() - dragX, event.getY() - dragY);
            dragX = event.getX();
            dragY = event.getY();
        });
        canvas.setOnMouseMoved(this::point);
        canvas.setOnMouseExited(event -> model.pointAway());
        canvas.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY) {
                canvas.zoom(4, event.getX(), event.getY());
            }
        });
        canvas.setOnKeyPressed(this::key);
        canvas.setOnContextMenuRequested(this::choose);
        MenuReasons.explain(menu);
    }

    private void point(MouseEvent event) {
        Viewport view = canvas.viewport();
        if (view != null) {
            model.pointAt(view.cellX(event.getX()), view.cellY(event.getY()));
        }
    }

    private void key(KeyEvent event) {
        if (event.isShiftDown() && event.getCode().isArrowKey()) {
            pointBeside(event.getCode());
            event.consume();
            return;
        }
        switch (event.getCode()) {
            case PLUS, ADD, EQUALS -> canvas.zoomIn();
            case MINUS, SUBTRACT -> canvas.zoomOut();
            case DIGIT0, NUMPAD0 -> canvas.fit();
            case LEFT -> canvas.pan(PAN_STEP, 0);
            case RIGHT -> canvas.pan(-PAN_STEP, 0);
            case UP -> canvas.pan(0, PAN_STEP);
            case DOWN -> canvas.pan(0, -PAN_STEP);
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** From the middle of what is seen, if nothing is pointed at. */
    private void pointBeside(KeyCode arrow) {
        Viewport view = canvas.viewport();
        if (view == null) {
            return;
        }
        int columns = arrow == KeyCode.RIGHT ? 1 : arrow == KeyCode.LEFT ? -1 : 0;
        int rows = arrow == KeyCode.DOWN ? 1 : arrow == KeyCode.UP ? -1 : 0;
        model.pointBeside(columns, rows, view.cellX(canvas.getWidth() / 2), view.cellY(canvas.getHeight() / 2));
        canvas.reveal();
    }

    private void choose(ContextMenuEvent event) {
        Viewport view = canvas.viewport();
        FloorPlan plan = model.planProperty().get();
        if (view == null || plan == null) {
            return;
        }
        double x = event.isKeyboardTrigger() ? canvas.getWidth() / 2 : event.getX();
        double y = event.isKeyboardTrigger() ? canvas.getHeight() / 2 : event.getY();
        Optional<FloorPlan.Placed> placed = plan.tileAt(view.cellX(x), view.cellY(y));
        menu.getItems().clear();
        placed.ifPresent(this::offer);
        menu.getItems()
                .addAll(
                        ActionControls.menuItem(actions.allLayers),
                        ActionControls.menuItem(actions.zoomIn),
                        ActionControls.menuItem(actions.zoomOut),
                        ActionControls.menuItem(actions.fit));
        menu.show(canvas, event.getScreenX(), event.getScreenY());
    }

    private void offer(FloorPlan.Placed placed) {
        menu.getItems()
                .addAll(
                        item(
                                "tiles-menu-layer",
                                Texts.format("tiles.menu.layer", placed.layer().name()),
                                () -> model.layerProperty().set(placed.layer().layer())),
                        item(
                                "tiles-menu-tile",
                                Texts.format("tiles.menu.tile", placed.index() + 1),
                                () -> canvas.zoomTo(placed)),
                        new SeparatorMenuItem());
    }

    private static MenuItem item(String id, String text, Runnable handler) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(event -> handler.run());
        return item;
    }
}
