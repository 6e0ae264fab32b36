package studio.crossbar.ui.common;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.fx.ChartCanvas;
import org.jspecify.annotations.Nullable;

/** Says the values of the point under the pointer. */
final class ChartHover {

    private static final double BESIDE = 14;

    private final ChartCanvas canvas;
    /** Made when it is shown first: it is a window, and a screen has many charts. */
    private @Nullable Tooltip tooltip;

    private ChartHover(ChartCanvas canvas) {
        this.canvas = canvas;
    }

    /** Follows the pointer over {@code holder}, which has the canvas in it. */
    static void install(Node holder, ChartCanvas canvas) {
        ChartHover hover = new ChartHover(canvas);
        holder.addEventFilter(MouseEvent.MOUSE_MOVED, hover::moved);
        holder.addEventFilter(MouseEvent.MOUSE_EXITED, event -> hover.hide());
        holder.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> hover.hide());
    }

    private void moved(MouseEvent event) {
        ChartRenderingInfo drawn = canvas.getRenderingInfo();
        Point2D place = canvas.sceneToLocal(event.getSceneX(), event.getSceneY());
        String text =
                drawn == null ? "" : PointedAt.text(canvas.getChart(), drawn.getPlotInfo(), place.getX(), place.getY());
        if (text.isEmpty()) {
            hide();
            return;
        }
        Tooltip shown = tooltip;
        if (shown == null) {
            shown = new Tooltip();
            shown.setId("chart-point");
            tooltip = shown;
        }
        if (!shown.isShowing() || !text.equals(shown.getText())) {
            shown.hide();
            shown.setText(text);
            shown.show(canvas, event.getScreenX() + BESIDE, event.getScreenY() + BESIDE);
        }
    }

    private void hide() {
        if (tooltip != null) {
            tooltip.hide();
        }
    }
}
