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
import studio.crossbar.ui.common.Texts;

/** Start, pause and stop, and how far the search is. */
final class RunPane extends HBox {

    RunPane(RunViewModel model, SetupViewModel setup) {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        Action start = new Action(
                "start-search",
                Texts.get("search.run.start.name"),
                "fth-play",
                null,
                Texts.get("search.run.start.help"),
                model.startReasonBinding(),
                model::start);
        ObservableValue<String> running = Bindings.createStringBinding(
                () -> model.runningProperty().get() ? "" : Texts.get("search.run.idle"), model.runningProperty());
        Action pause = new Action(
                "pause-or-resume-search",
                Texts.get("search.run.pause.name"),
                "fth-pause",
                null,
                Texts.get("search.run.pause.help"),
                running,
                model::pauseOrResume);
        Action stop = new Action(
                "stop-search",
                Texts.get("search.run.stop.name"),
                "fth-square",
                null,
                Texts.get("search.run.stop.help"),
                running,
                model::stop);
        ProgressBar progress = new ProgressBar();
        progress.setId("search-progress");
        progress.progressProperty().bind(model.doneProperty());
        progress.setPrefWidth(110);
        progress.setMinWidth(60);
        progress.setAccessibleText(Texts.get("search.run.progress.accessible"));
        Label line = new Label();
        line.setId("search-line");
        line.setMinWidth(0);
        line.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> {
                            String now = model.lineProperty().get();
                            return model.pausedProperty().get() ? Texts.format("search.run.paused", now) : now;
                        },
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
