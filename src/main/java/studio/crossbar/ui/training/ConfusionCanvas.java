package studio.crossbar.ui.training;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import studio.crossbar.report.Sketch;
import studio.crossbar.ui.common.ExportMenu;
import studio.crossbar.ui.common.Exportable;
import studio.crossbar.ui.common.Lettering;
import studio.crossbar.ui.common.TextScale;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/**
 * The matrix: true classes downwards, chosen ones to the right, recall and precision in the margins. The pointer and the arrow
 * keys go from cell to cell.
 */
final class ConfusionCanvas extends Region {

    private final ObservableValue<Theme> theme;
    private final TextScale text = new TextScale(getChildren());
    private final Canvas canvas = new Canvas();
    private final ReadOnlyStringWrapper info = new ReadOnlyStringWrapper(this, "info", "");
    private @Nullable ConfusionMatrix matrix;
    private ConfusionMatrix.Unit unit = ConfusionMatrix.Unit.SHARE;
    private ConfusionLayout place = ConfusionLayout.NONE;
    private int row = -1;
    private int column = -1;

    ConfusionCanvas(ObservableValue<Theme> theme) {
        this.theme = theme;
        setId("confusion-matrix");
        setMinSize(160, 120);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        getStyleClass().add("floor-plan");
        getChildren().add(canvas);
        theme.subscribe(now -> draw());
        text.scaleProperty().subscribe((before, now) -> draw());
        setOnMouseMoved(
                event -> point(place.rowAt(event.getY() / text.get()), place.columnAt(event.getX() / text.get())));
        setOnMouseExited(event -> point(-1, -1));
        setOnMouseClicked(event -> requestFocus());
        setOnKeyPressed(this::move);
        ExportMenu.install(
                this, new Exportable("confusion").withPicture(this::sketch).with(Exportable.Format.CSV, this::csv));
    }

    /** The matrix without the mark; null while there is none. */
    private @Nullable Sketch sketch() {
        ConfusionMatrix now = matrix;
        if (now == null) {
            return null;
        }
        double width = Math.max(1, canvas.getWidth() / text.get());
        double height = Math.max(1, canvas.getHeight() / text.get());
        Theme look = theme.getValue();
        return Sketch.of(Texts.get("training.tabs.confusion"), width, height, graphics -> {
            graphics.setPaint(look.background());
            graphics.fill(new Rectangle2D.Double(0, 0, width, height));
            ConfusionLayout layout = ConfusionPainter.layout(now.classes(), width, height);
            new ConfusionPainter(graphics, look, now, unit, layout).draw();
        });
    }

    private Exportable.@Nullable Content csv() {
        ConfusionMatrix now = matrix;
        return now == null ? null : now.table()::write;
    }

    /** All about the cell under the pointer or the keyboard's mark; otherwise the greatest confusions. */
    ReadOnlyStringProperty infoProperty() {
        return info.getReadOnlyProperty();
    }

    void show(@Nullable ConfusionMatrix value, ConfusionMatrix.Unit cells) {
        matrix = value;
        unit = cells;
        row = -1;
        column = -1;
        requestLayout();
        tell();
        draw();
    }

    private void point(int toRow, int toColumn) {
        boolean inside = toRow >= 0 && toColumn >= 0;
        int nextRow = inside ? toRow : -1;
        int nextColumn = inside ? toColumn : -1;
        if (nextRow != row || nextColumn != column) {
            row = nextRow;
            column = nextColumn;
            tell();
            draw();
        }
    }

    private void move(KeyEvent event) {
        ConfusionMatrix now = matrix;
        if (now == null) {
            return;
        }
        int last = now.classes().size() - 1;
        int nextRow = Math.max(0, row);
        int nextColumn = Math.max(0, column);
        switch (event.getCode()) {
            case UP -> nextRow = Math.max(0, row - 1);
            case DOWN -> nextRow = Math.min(last, row + 1);
            case LEFT -> nextColumn = Math.max(0, column - 1);
            case RIGHT -> nextColumn = Math.min(last, column + 1);
            default -> {
                return;
            }
        }
        event.consume();
        point(nextRow, nextColumn);
    }

    private void tell() {
        ConfusionMatrix now = matrix;
        if (now == null) {
            info.set("");
        } else {
            info.set(row < 0 ? now.worst(3) : now.explain(row, column));
            setAccessibleText(Texts.format("training.confusion.accessible", now.caption(), info.get()));
        }
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        draw();
    }

    private void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        ConfusionMatrix now = matrix;
        if (now == null || canvas.getWidth() < 1) {
            return;
        }
        double scale = text.get();
        place = ConfusionPainter.layout(now.classes(), canvas.getWidth() / scale, canvas.getHeight() / scale);
        g.save();
        Graphics2D graphics = Lettering.on(g);
        graphics.scale(scale, scale);
        ConfusionPainter painter = new ConfusionPainter(graphics, theme.getValue(), now, unit, place);
        painter.draw();
        if (row >= 0) {
            painter.frame(row, column);
        }
        g.restore();
    }
}
