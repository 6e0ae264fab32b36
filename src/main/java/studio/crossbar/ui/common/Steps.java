package studio.crossbar.ui.common;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;

/**
 * Makes the parts of a screen one after another: one frame makes a part, the next one styles it and lays it out. A whole
 * screen in one go holds the window's thread for longer than a user should notice; in this way its frame comes at once,
 * and its parts within some frames. Used on the JavaFX thread alone.
 */
public final class Steps {

    /** Style class of a place whose content is not made yet. */
    public static final String WAITING = "waiting";

    private static final int COLUMNS = 3;

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            next();
        }
    };
    private boolean running;
    /** The frame that shows what is there already goes first. */
    private boolean first;

    /** A place for what {@code maker} makes, as large as that is. */
    public StackPane later(Supplier<? extends Node> maker) {
        StackPane place = new StackPane();
        place.setAlignment(Pos.TOP_LEFT);
        place.setMinSize(0, 0);
        place.getStyleClass().add(WAITING);
        then(() -> {
            Node made = maker.get();
            // Styling it takes as long as making it does.
            waiting.addFirst(() -> {
                place.getChildren().add(made);
                place.setMinSize(StackPane.USE_COMPUTED_SIZE, StackPane.USE_COMPUTED_SIZE);
                place.getStyleClass().remove(WAITING);
            });
        });
        return place;
    }

    /** Has the content of {@code tab} made after the tab is selected first. */
    public void onceSelected(Tab tab, Supplier<? extends Node> maker) {
        tab.selectedProperty().subscribe(selected -> {
            if (selected && tab.getContent() == null) {
                tab.setContent(later(maker));
            }
        });
    }

    /** A place for the table that {@code maker} makes; its columns come {@value #COLUMNS} a frame, as their cells are dear. */
    public <R> StackPane laterTable(Supplier<TableView<R>> maker) {
        return later(() -> {
            TableView<R> table = maker.get();
            // The rest comes after the table's first frame, which is the step that follows this one.
            List<TableColumn<R, ?>> columns = List.copyOf(table.getColumns());
            if (columns.size() > COLUMNS) {
                table.getColumns().setAll(columns.subList(0, COLUMNS));
                for (int from = COLUMNS; from < columns.size(); from += COLUMNS) {
                    List<TableColumn<R, ?>> more = columns.subList(from, Math.min(from + COLUMNS, columns.size()));
                    then(() -> table.getColumns().addAll(more));
                }
            }
            return table;
        });
    }

    /** Runs {@code step} in a frame of its own, after the steps so far. */
    public void then(Runnable step) {
        waiting.add(step);
        if (!running) {
            running = true;
            first = true;
            timer.start();
        }
    }

    private void next() {
        if (first) {
            first = false;
            return;
        }
        Runnable step = waiting.poll();
        if (step != null) {
            step.run();
        }
        if (waiting.isEmpty()) {
            running = false;
            timer.stop();
        }
    }
}
