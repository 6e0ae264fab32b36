package studio.crossbar.ui.search;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import studio.crossbar.ui.common.ActionControls;
import studio.crossbar.ui.common.Texts;

/** Start, pause and stop, and how far the search is. */
final class RunPane extends HBox {

    RunPane(RunViewModel model, SearchActions actions) {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
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
                        ActionControls.textButton(actions.start, "accent"),
                        ActionControls.toolButton(actions.pause, false),
                        ActionControls.toolButton(actions.stop, false),
                        progress,
                        line);
    }
}
