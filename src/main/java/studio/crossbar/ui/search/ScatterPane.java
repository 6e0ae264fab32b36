package studio.crossbar.ui.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import studio.crossbar.search.Trial;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/** A chart of two figures with the choice of its axes; points are pointed at, clicked, and brushed with a rectangle or a lasso. */
final class ScatterPane extends BorderPane {

    private final ScatterViewModel model;
    private final ScatterCanvas canvas;
    private final Consumer<Long> open;
    private final Tooltip tooltip = new Tooltip();
    private @Nullable BrushTrail trail;

    /** @param open opens the design of a trial */
    ScatterPane(ScatterViewModel model, ObservableValue<Theme> theme, Consumer<Long> open) {
        this.model = model;
        this.open = open;
        canvas = new ScatterCanvas(model, theme);
        tooltip.setAutoHide(true);
        Label against = new Label(Texts.get("search.chart.over"));
        against.getStyleClass().add("text-muted");
        against.setMinWidth(Label.USE_PREF_SIZE);
        HBox axes = new HBox(
                4,
                choice("y", model.yProperty(), Texts.get("search.chart.y.accessible")),
                against,
                choice("x", model.xProperty(), Texts.get("search.chart.x.accessible")),
                ScatterExport.menu(model, canvas));
        axes.getStyleClass().add("scatter-axes");
        axes.setAlignment(Pos.CENTER_LEFT);
        axes.setPadding(new Insets(2, 4, 2, 4));
        Label note = new Label();
        note.getStyleClass().add("figure-remark");
        note.setId("search-chart-note-" + model.name());
        note.textProperty().bind(model.noteProperty());
        note.managedProperty().bind(note.textProperty().isNotEmpty());
        note.setPadding(new Insets(0, 4, 2, 6));
        note.setMinWidth(0);
        setTop(axes);
        setCenter(canvas);
        setBottom(note);
        setMinSize(0, 0);
        canvas.setOnMouseMoved(this::moved);
        canvas.setOnMouseExited(event -> pointAt(TrialSelection.NONE, event));
        canvas.setOnMousePressed(this::pressed);
        canvas.setOnMouseDragged(this::dragged);
        canvas.setOnMouseReleased(this::released);
        canvas.setOnKeyPressed(this::typed);
    }

    private ComboBox<TrialFigure> choice(String axis, ObjectProperty<TrialFigure> value, String name) {
        ComboBox<TrialFigure> box = FigureBox.of("search-" + axis + "-" + model.name(), name, value);
        box.setMinWidth(70);
        box.setMaxWidth(130);
        HBox.setHgrow(box, javafx.scene.layout.Priority.ALWAYS);
        return box;
    }

    private long idAt(MouseEvent event) {
        ScatterPicture picture = model.pictureProperty().get();
        int index = canvas.pointAt(event.getX(), event.getY());
        return picture == null || index < 0 ? TrialSelection.NONE : picture.ids()[index];
    }

    private void moved(MouseEvent event) {
        pointAt(idAt(event), event);
    }

    private void pointAt(long id, MouseEvent event) {
        if (id == model.selection().hoveredProperty().get()) {
            return;
        }
        model.selection().hoveredProperty().set(id);
        SearchPicture search = model.search();
        Trial trial = search == null ? null : search.byId().get(id);
        tooltip.hide();
        if (search != null && trial != null) {
            tooltip.setText(TrialText.of(search, trial));
            tooltip.show(canvas, event.getScreenX() + 14, event.getScreenY() + 10);
        }
    }

    private void pressed(MouseEvent event) {
        canvas.requestFocus();
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        boolean lasso = event.isAltDown() || model.selection().brushProperty().get() == Brush.LASSO;
        trail = new BrushTrail(lasso ? Brush.LASSO : Brush.RECTANGLE, event.getX(), event.getY());
    }

    private void dragged(MouseEvent event) {
        BrushTrail drawn = trail;
        if (drawn == null) {
            return;
        }
        drawn.to(event.getX(), event.getY());
        if (drawn.dragging()) {
            tooltip.hide();
            canvas.drawMarks(drawn.outline());
        }
    }

    private void released(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        boolean more = event.isShiftDown() || event.isShortcutDown();
        BrushTrail drawn = trail;
        trail = null;
        if (drawn != null && drawn.dragging()) {
            canvas.drawMarks(null);
            PlotScale x = canvas.scaleX();
            PlotScale y = canvas.scaleY();
            if (x != null && y != null) {
                model.brush(drawn, x, y, more);
            }
            return;
        }
        long id = idAt(event);
        if (id == TrialSelection.NONE) {
            if (!more) {
                model.selection().select(List.of());
            }
        } else if (more) {
            model.selection().toggle(id);
        } else {
            model.selection().select(List.of(id));
            if (event.getClickCount() == 2) {
                open.accept(id);
            }
        }
    }

    private void typed(KeyEvent event) {
        long now = model.selection().hoveredProperty().get();
        switch (event.getCode()) {
            case LEFT -> walk(now, -1);
            case RIGHT -> walk(now, 1);
            case ENTER -> choose(now, event.isShiftDown());
            case P -> model.selection().pin(now == TrialSelection.NONE ? List.of() : List.of(now));
            case ESCAPE -> model.selection().select(List.of());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void choose(long id, boolean more) {
        if (id == TrialSelection.NONE) {
            model.selection().select(List.of());
        } else if (more) {
            model.selection().toggle(id);
        } else {
            model.selection().select(List.of(id));
        }
    }

    /** Points at the neighbour on the search's front, in the order of its first objective. */
    private void walk(long from, int step) {
        List<Long> front = front(model.search());
        if (!front.isEmpty()) {
            int index = front.indexOf(from);
            int next = index < 0 ? (step > 0 ? 0 : front.size() - 1) : Math.clamp(index + step, 0, front.size() - 1);
            model.selection().hoveredProperty().set(front.get(next));
        }
    }

    private static List<Long> front(@Nullable SearchPicture search) {
        return search == null
                ? List.of()
                : new ArrayList<>(
                        search.front().trials().stream().map(Trial::id).toList());
    }
}
