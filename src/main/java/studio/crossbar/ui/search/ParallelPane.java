package studio.crossbar.ui.search;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import studio.crossbar.ui.common.ChoiceParameter;
import studio.crossbar.ui.common.Colours;
import studio.crossbar.ui.common.ExportMenu;
import studio.crossbar.ui.common.Lettering;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.Segments;
import studio.crossbar.ui.common.TextScale;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/** One line a trial across an axis for each figure and parameter; dragging along an axis, or keys, brush a range of it. */
final class ParallelPane extends BorderPane {

    private static final double REACH = 18;

    private final ParallelViewModel model;
    private final ObservableValue<Theme> theme;
    private final TextScale text = new TextScale(getChildren());
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
        // Here, so that its keys work from whatever within has the focus.
        ExportMenu.install(this, ParallelExport.of(model, theme, canvas));
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
        text.scaleProperty().subscribe((before, now) -> lay());
        canvas.setFocusTraversable(true);
        canvas.setOnKeyPressed(this::key);
        canvas.focusedProperty().subscribe((before, now) -> draw());
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

    private void lay() {
        ParallelPicture picture = model.pictureProperty().get();
        double height = Math.floor(scroll.getViewportBounds().getHeight());
        if (picture == null || height < top() + ParallelPainter.BOTTOM + 20) {
            draw();
            return;
        }
        double width = Math.max(
                Math.floor(scroll.getViewportBounds().getWidth()),
                ParallelPainter.AXIS_WIDTH * text.get() * picture.axes().size());
        canvas.setWidth(width);
        canvas.setHeight(height);
        model.show(new ParallelViewModel.Room(
                (int) width,
                (int) height,
                ParallelPainter.places(picture, width),
                top(),
                height - ParallelPainter.BOTTOM,
                picture.muted(theme.getValue())));
        draw();
    }

    private void draw() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        Theme now = theme.getValue();
        g.setFill(Colours.fx(now.background()));
        g.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
        ParallelPicture picture = model.pictureProperty().get();
        if (picture == null) {
            return;
        }
        WritableImage lines = image;
        if (lines != null && lines.getWidth() == canvas.getWidth() && lines.getHeight() == canvas.getHeight()) {
            // Lines for another size would not meet the axes; those for this one arrive soon.
            g.drawImage(lines, 0, 0);
        }
        ParallelPainter painter =
                new ParallelPainter(Lettering.on(g), now, picture, canvas.getWidth(), canvas.getHeight(), text.get());
        painter.drawTrial(model.selection().hoveredProperty().get());
        painter.drawAxes(model.ranges(), canvas.isFocused() ? model.axis() : -1);
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> chooseAxis(-1);
            case RIGHT -> chooseAxis(1);
            case UP -> move(event, 1);
            case DOWN -> move(event, -1);
            case DELETE, BACK_SPACE -> model.release(model.axis());
            default -> {
                return;
            }
        }
        draw();
        event.consume();
    }

    private void chooseAxis(int by) {
        model.chooseAxis(by);
        ParallelPicture picture = model.pictureProperty().get();
        double hidden = canvas.getWidth() - scroll.getViewportBounds().getWidth();
        if (picture != null && hidden > 0) {
            double x = ParallelPainter.places(picture, canvas.getWidth())[model.axis()];
            scroll.setHvalue(Math.clamp((x - scroll.getViewportBounds().getWidth() / 2) / hidden, 0, 1));
        }
    }

    private void move(KeyEvent event, int direction) {
        if (event.isShiftDown()) {
            model.stretch(direction);
        } else {
            model.shift(direction);
        }
    }

    private void pressed(MouseEvent event) {
        canvas.requestFocus();
        pressedAxis = -1;
        ParallelPicture picture = model.pictureProperty().get();
        if (picture != null) {
            double[] xs = ParallelPainter.places(picture, canvas.getWidth());
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

    private double top() {
        return ParallelPainter.top(text.get());
    }

    private double share(double y) {
        double foot = canvas.getHeight() - ParallelPainter.BOTTOM;
        return Math.clamp((y - foot) / (top() - foot), ParallelViewModel.FOOT, ParallelViewModel.HEAD);
    }
}
