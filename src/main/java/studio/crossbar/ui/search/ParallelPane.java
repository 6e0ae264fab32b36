package studio.crossbar.ui.search;

import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import studio.crossbar.ui.common.ChoiceParameter;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.Segments;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/** One line a trial across an axis for each figure and parameter; dragging along an axis brushes a range of it. */
final class ParallelPane extends BorderPane {

    private static final double AXIS_WIDTH = 92;
    private static final double TOP = 26;
    private static final double BOTTOM = 12;
    private static final double REACH = 18;
    private static final Font SMALL = Font.font(11);

    private final ParallelViewModel model;
    private final ObservableValue<Theme> theme;
    private final Canvas canvas = new Canvas();
    private final ScrollPane scroll = new ScrollPane(canvas);
    private @Nullable WritableImage image;
    private int pressedAxis = -1;
    private double pressedY;

    ParallelPane(ParallelViewModel model, ObservableValue<Theme> theme) {
        this.model = model;
        this.theme = theme;
        Node colours = Segments.of(
                "search-colour-",
                ParallelPicture.figures().stream()
                        .map(figure -> new ChoiceParameter.Option<>(
                                figure, figure.label(), Texts.format("search.parallel.colour.help", figure.help())))
                        .toList(),
                model.colourProperty());
        Label name = new Label(Texts.get("search.parallel.colour.name"));
        name.setMinWidth(Label.USE_PREF_SIZE);
        Label note = new Label();
        note.setId("search-parallel-note");
        note.getStyleClass().add("text-muted");
        note.setMinWidth(0);
        note.textProperty().bind(Bindings.createStringBinding(this::note, model.pictureProperty()));
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(note.textProperty());
        note.setTooltip(whole);
        HBox top = new HBox(8, name, colours, note);
        top.setAlignment(Pos.CENTER_LEFT);
        top.setPadding(new Insets(6, 4, 6, 4));
        setTop(top);
        canvas.setId("search-parallel");
        canvas.setAccessibleText(Texts.get("search.parallel.accessible"));
        scroll.setFitToHeight(true);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setCenter(scroll);
        scroll.viewportBoundsProperty().subscribe(bounds -> lay());
        model.pictureProperty().subscribe(picture -> lay());
        model.linesProperty().subscribe(lines -> {
            image = lines == null ? null : picture(lines);
            draw();
        });
        model.selection().hoveredProperty().subscribe((before, now) -> draw());
        theme.subscribe(now -> lay());
        canvas.setOnMousePressed(this::pressed);
        canvas.setOnMouseDragged(event -> brush(event, false));
        canvas.setOnMouseReleased(event -> brush(event, true));
    }

    private static WritableImage picture(Raster lines) {
        WritableImage picture = new WritableImage(lines.width(), lines.height());
        picture.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        lines.width(),
                        lines.height(),
                        PixelFormat.getIntArgbInstance(),
                        lines.pixels(),
                        0,
                        lines.width());
        return picture;
    }

    private String note() {
        ParallelPicture picture = model.pictureProperty().get();
        if (picture == null) {
            return "";
        }
        String lines = Numbers.count(picture.ids().length);
        return picture.missing() == 0
                ? Texts.format("search.parallel.note", lines)
                : Texts.format("search.parallel.noteMissing", lines, picture.missing());
    }

    private double[] places(ParallelPicture picture, double width) {
        int count = picture.axes().size();
        double[] xs = new double[count];
        for (int i = 0; i < count; i++) {
            xs[i] = (i + 0.5) * width / count;
        }
        return xs;
    }

    private void lay() {
        ParallelPicture picture = model.pictureProperty().get();
        double height = Math.floor(scroll.getViewportBounds().getHeight());
        if (picture == null || height < TOP + BOTTOM + 20) {
            draw();
            return;
        }
        double width = Math.max(
                Math.floor(scroll.getViewportBounds().getWidth()),
                AXIS_WIDTH * picture.axes().size());
        canvas.setWidth(width);
        canvas.setHeight(height);
        model.show(new ParallelViewModel.Room(
                (int) width,
                (int) height,
                places(picture, width),
                TOP,
                height - BOTTOM,
                Paints.argb(
                        theme.getValue().muted(), Math.clamp(20.0 / Math.max(1, picture.ids().length), 0.02, 0.2))));
        draw();
    }

    private void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        Theme now = theme.getValue();
        g.setFill(Paints.fx(now.background()));
        g.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
        ParallelPicture picture = model.pictureProperty().get();
        if (picture == null) {
            return;
        }
        // Lines of another size, before those of this one arrive, would not meet the axes.
        if (image != null && image.getWidth() == canvas.getWidth() && image.getHeight() == canvas.getHeight()) {
            g.drawImage(image, 0, 0);
        }
        double[] xs = places(picture, canvas.getWidth());
        double foot = canvas.getHeight() - BOTTOM;
        drawHovered(g, now, picture, xs, foot);
        g.setFont(SMALL);
        for (int axis = 0; axis < xs.length; axis++) {
            drawAxis(g, now, picture.axes().get(axis), xs[axis], foot);
            double[] range = model.ranges().get(axis);
            if (range != null) {
                double y1 = foot + range[1] * (TOP - foot);
                double y2 = foot + range[0] * (TOP - foot);
                g.setFill(Paints.fx(Paints.brushed(now), 0.25));
                g.fillRect(xs[axis] - 6, y1, 12, y2 - y1);
                g.setStroke(Paints.fx(Paints.brushed(now)));
                g.strokeRect(xs[axis] - 6, y1, 12, y2 - y1);
            }
        }
    }

    private static void drawAxis(GraphicsContext g, Theme now, ParallelPicture.Axis axis, double x, double foot) {
        g.setLineWidth(1);
        g.setStroke(Paints.fx(now.muted()));
        g.strokeLine(Math.round(x) + 0.5, TOP, Math.round(x) + 0.5, foot);
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        g.setFill(Paints.fx(now.text()));
        g.fillText(axis.name(), x, 10, AXIS_WIDTH - 4);
        g.setTextAlign(TextAlignment.LEFT);
        for (Map.Entry<Double, String> tick : axis.ticks().entrySet()) {
            double y = foot + tick.getKey() * (TOP - foot);
            g.strokeLine(x - 3, y, x + 3, y);
            // A ground behind the text, which lines would make unreadable.
            double width = Math.min(AXIS_WIDTH - 12, 6.2 * tick.getValue().length() + 4);
            g.setFill(Paints.fx(now.background(), 0.75));
            g.fillRect(x + 4, y - 7, width, 14);
            g.setFill(Paints.fx(now.muted()));
            g.fillText(tick.getValue(), x + 6, y, AXIS_WIDTH - 14);
        }
    }

    private void drawHovered(GraphicsContext g, Theme now, ParallelPicture picture, double[] xs, double foot) {
        int trial = indexOf(picture, model.selection().hoveredProperty().get());
        if (trial < 0) {
            return;
        }
        g.setStroke(Paints.fx(now.text()));
        g.setLineWidth(2);
        g.beginPath();
        boolean started = false;
        for (int axis = 0; axis < xs.length; axis++) {
            double place = picture.places()[axis][trial];
            if (!Double.isNaN(place)) {
                double y = foot + place * (TOP - foot);
                if (started) {
                    g.lineTo(xs[axis], y);
                } else {
                    g.moveTo(xs[axis], y);
                    started = true;
                }
            }
        }
        g.stroke();
    }

    private static int indexOf(ParallelPicture picture, long id) {
        for (int i = 0; i < picture.ids().length; i++) {
            if (picture.ids()[i] == id) {
                return i;
            }
        }
        return -1;
    }

    private void pressed(MouseEvent event) {
        pressedAxis = -1;
        ParallelPicture picture = model.pictureProperty().get();
        if (picture != null) {
            double[] xs = places(picture, canvas.getWidth());
            for (int axis = 0; axis < xs.length; axis++) {
                if (Math.abs(xs[axis] - event.getX()) < REACH) {
                    pressedAxis = axis;
                }
            }
        }
        pressedY = event.getY();
    }

    /** A drag brushes; a click on an axis takes its range away. */
    private void brush(MouseEvent event, boolean ended) {
        if (pressedAxis < 0) {
            return;
        }
        if (Math.abs(event.getY() - pressedY) > 3) {
            model.brush(pressedAxis, share(pressedY), share(event.getY()));
            draw();
        } else if (ended) {
            model.release(pressedAxis);
            draw();
        }
    }

    private double share(double y) {
        double foot = canvas.getHeight() - BOTTOM;
        return Math.clamp((y - foot) / (TOP - foot), -0.01, 1.01);
    }
}
