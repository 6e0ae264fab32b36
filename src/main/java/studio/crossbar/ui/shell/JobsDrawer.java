package studio.crossbar.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.crossbar.ui.common.JobItem;
import studio.crossbar.ui.common.Jobs;

/** Jobs with progress, time left and cancel, newest first. */
final class JobsDrawer extends BorderPane {

    JobsDrawer(Jobs jobs) {
        getStyleClass().add("jobs-drawer");
        Label title = new Label("Jobs");
        title.getStyleClass().add("pane-title");
        title.setMaxWidth(Double.MAX_VALUE);
        setTop(title);
        ListView<JobItem> list = new ListView<>(jobs.items());
        list.setId("jobs-list");
        list.getStyleClass().add("dense");
        list.setPlaceholder(new Label("Jobs such as opening, training and exporting are listed here while they run."));
        list.setCellFactory(view -> new JobCell());
        setCenter(list);
        setMinHeight(60);
    }

    private static final class JobCell extends ListCell<JobItem> {

        private final Label title = new Label();
        private final Label message = new Label();
        private final ProgressBar progress = new ProgressBar();
        private final Button cancel = new Button(null, new FontIcon("fth-x"));
        private final HBox row = new HBox(12, title, message, progress, cancel);

        JobCell() {
            title.setMinWidth(150);
            title.setPrefWidth(210);
            progress.setPrefWidth(150);
            progress.setMinWidth(80);
            message.getStyleClass().add("text-muted");
            message.setMinWidth(0);
            message.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(message, Priority.ALWAYS);
            cancel.getStyleClass().addAll("button-icon", "flat", "small");
            cancel.setAccessibleText("Cancel this job");
            cancel.setTooltip(new Tooltip("Cancel this job"));
            cancel.setOnAction(event -> {
                if (getItem() != null) {
                    getItem().cancel();
                }
            });
            row.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(JobItem job, boolean empty) {
            super.updateItem(job, empty);
            progress.progressProperty().unbind();
            message.textProperty().unbind();
            cancel.visibleProperty().unbind();
            progress.visibleProperty().unbind();
            if (empty || job == null) {
                setGraphic(null);
                return;
            }
            title.setText(job.title());
            progress.progressProperty().bind(job.doneProperty());
            progress.visibleProperty().bind(Bindings.createBooleanBinding(job::active, job.stateProperty()));
            message.textProperty().bind(job.messageProperty());
            cancel.visibleProperty().bind(Bindings.createBooleanBinding(job::active, job.stateProperty()));
            setGraphic(row);
        }
    }
}
