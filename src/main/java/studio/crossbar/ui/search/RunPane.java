package studio.crossbar.ui.search;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.ActionControls;

/** Start, pause and stop, and how far the search is. */
final class RunPane extends HBox {

    RunPane(RunViewModel model, SetupViewModel setup) {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        Action start = new Action(
                "Start search",
                "fth-play",
                null,
                "Begins the search, or goes on with it up to the budget",
                model.startReasonBinding(),
                model::start);
        ObservableValue<String> running = Bindings.createStringBinding(
                () -> model.runningProperty().get() ? "" : "no search is going on in this window",
                model.runningProperty());
        Action pause = new Action(
                "Pause or resume search",
                "fth-pause",
                null,
                "Has the search wait after its batch, or go on; paused time counts for no budget",
                running,
                model::pauseOrResume);
        Action stop = new Action(
                "Stop search",
                "fth-square",
                null,
                "Ends the session within a second; what was measured stays, and Start goes on with it",
                running,
                model::stop);
        ProgressBar progress = new ProgressBar();
        progress.setId("search-progress");
        progress.progressProperty().bind(model.doneProperty());
        progress.setPrefWidth(110);
        progress.setMinWidth(60);
        progress.setAccessibleText("Share of the budget used");
        Label line = new Label();
        line.setId("search-line");
        line.setMinWidth(0);
        line.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> (model.pausedProperty().get() ? "Paused. " : "")
                                + model.lineProperty().get(),
                        model.pausedProperty(),
                        model.lineProperty()));
        HBox.setHgrow(line, Priority.ALWAYS);
        getChildren()
                .addAll(
                        ActionControls.textButton(start, "accent"),
                        ActionControls.toolButton(pause, false),
                        ActionControls.toolButton(stop, false),
                        progress,
                        line);
    }
}
