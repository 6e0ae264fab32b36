package studio.crossbar.ui.training;

import java.awt.Color;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/**
 * The matrix: true classes downwards, chosen ones to the right, recall and precision in the margins, in {@link MatrixColours}.
 */
final class ConfusionCanvas extends Region {

    private static final double PAD = 6;
    private static final int MARGIN_COLUMN = 72;
    private static final Font FONT = Font.font(12);
    private static final Font BOLD = Font.font(null, javafx.scene.text.FontWeight.BOLD, 12);

    /** Number that a cell with text has room for. */
    private static final String WIDEST = "99.9";

    private final ObservableValue<Theme> theme;
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
        setOnMouseMoved(event -> point(place.rowAt(event.getY()), place.columnAt(event.getX())));
        setOnMouseExited(event -> point(-1, -1));
        setOnMouseClicked(event -> requestFocus());
        setOnKeyPressed(this::move);
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
        double names =
                now.classes().stream().mapToDouble(ConfusionCanvas::width).max().orElse(0);
        double word = now.classes().stream()
                .flatMap(name -> Stream.of(words(name)))
                .mapToDouble(ConfusionCanvas::width)
                .max()
                .orElse(0);
        int words = now.classes().stream()
                .mapToInt(name -> words(name).length)
                .max()
                .orElse(1);
        place = ConfusionLayout.of(
                canvas.getWidth(),
                canvas.getHeight(),
                now.classes().size(),
                names + PAD,
                word + PAD,
                words,
                MARGIN_COLUMN);
        g.setFont(FONT);
        g.setTextBaseline(VPos.CENTER);
        drawCells(g, now);
        drawNames(g, now);
        drawMargins(g, now);
        if (row >= 0) {
            g.setStroke(MatrixColours.paint(theme.getValue().text()));
            g.setLineWidth(2);
            g.strokeRect(place.x(column) + 0.5, place.y(row) + 0.5, place.cellWidth() - 1, place.cellHeight() - 1);
        }
    }

    private void drawCells(GraphicsContext g, ConfusionMatrix now) {
        Theme look = theme.getValue();
        double gap = place.cellHeight() > 8 ? 1 : 0;
        boolean written = place.cellWidth() > width(WIDEST) + 2 && place.cellHeight() > 13;
        g.setTextAlign(TextAlignment.CENTER);
        for (int r = 0; r < now.classes().size(); r++) {
            for (int c = 0; c < now.classes().size(); c++) {
                double share = now.counts().share(r, c);
                Color fill = MatrixColours.cell(look, r == c, share);
                g.setFill(MatrixColours.paint(fill));
                g.fillRect(place.x(c), place.y(r), place.cellWidth() - gap, place.cellHeight() - gap);
                if (gap > 0) {
                    g.setStroke(MatrixColours.paint(look.grid()));
                    g.setLineWidth(1);
                    g.strokeRect(place.x(c) + 0.5, place.y(r) + 0.5, place.cellWidth(), place.cellHeight());
                }
                if (written) {
                    g.setFill(MatrixColours.paint(MatrixColours.readable(fill)));
                    g.fillText(
                            now.text(r, c, unit),
                            place.x(c) + place.cellWidth() / 2,
                            place.y(r) + place.cellHeight() / 2);
                }
            }
        }
    }

    private void drawNames(GraphicsContext g, ConfusionMatrix now) {
        boolean everyRow = place.cellHeight() >= 12;
        g.setFill(MatrixColours.paint(theme.getValue().text()));
        for (int i = 0; everyRow && i < now.classes().size(); i++) {
            g.setTextAlign(TextAlignment.RIGHT);
            g.fillText(
                    fitting(now.classes().get(i), place.left() - PAD),
                    place.left() - PAD,
                    place.y(i) + place.cellHeight() / 2);
        }
        for (int i = 0; place.cellWidth() >= 12 && i < now.classes().size(); i++) {
            double middle = place.x(i) + place.cellWidth() / 2;
            String name = now.classes().get(i);
            if (place.lines() > 0) {
                g.setTextAlign(TextAlignment.CENTER);
                String[] lines = place.lines() == 1 ? new String[] {name} : words(name);
                for (int line = 0; line < lines.length; line++) {
                    g.fillText(
                            lines[line], middle, place.top() - 10 - ConfusionLayout.LINE * (lines.length - 1 - line));
                }
            } else {
                g.save();
                g.translate(middle, place.top() - 4);
                g.rotate(-90);
                g.setTextAlign(TextAlignment.LEFT);
                g.fillText(fitting(name, place.top() - 4 - ConfusionLayout.HEADING), 0, 0);
                g.restore();
            }
        }
        g.setFill(MatrixColours.paint(theme.getValue().muted()));
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(Texts.get("training.confusion.chosen"), place.left(), ConfusionLayout.HEADING / 2);
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(
                fitting(Texts.get("training.confusion.true"), place.left() - PAD),
                place.left() - PAD,
                place.top() - 10);
    }

    private void drawMargins(GraphicsContext g, ConfusionMatrix now) {
        g.setFont(BOLD);
        g.setFill(MatrixColours.paint(theme.getValue().text()));
        double right = place.x(now.classes().size());
        double below = place.y(now.classes().size()) + ConfusionLayout.FOOT / 2;
        boolean everyColumn = place.cellWidth() > width(WIDEST) + PAD;
        for (int i = 0; i < now.classes().size(); i++) {
            g.setTextAlign(TextAlignment.RIGHT);
            if (place.cellHeight() >= 12) {
                g.fillText(
                        percent(now.counts().recall(i)),
                        right + MARGIN_COLUMN - PAD,
                        place.y(i) + place.cellHeight() / 2);
            }
            g.setTextAlign(TextAlignment.CENTER);
            if (everyColumn) {
                g.fillText(percent(now.counts().precision(i)), place.x(i) + place.cellWidth() / 2, below);
            }
        }
        g.setFont(FONT);
        g.setFill(MatrixColours.paint(theme.getValue().muted()));
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(Texts.get("training.confusion.recall"), right + MARGIN_COLUMN - PAD, place.top() - 10);
        if (everyColumn) {
            g.fillText(Texts.get("training.confusion.precision"), place.left() - PAD, below);
        }
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.1f", 100 * share);
    }

    private static String[] words(String name) {
        return name.split("[ _]", -1);
    }

    private static double width(String text) {
        Text measured = new Text(text);
        measured.setFont(FONT);
        return measured.getLayoutBounds().getWidth();
    }

    private static String fitting(String text, double room) {
        if (width(text) <= room) {
            return text;
        }
        int end = text.length();
        while (end > 1 && width(text.substring(0, end) + "…") > room) {
            end--;
        }
        return text.substring(0, end) + "…";
    }
}
