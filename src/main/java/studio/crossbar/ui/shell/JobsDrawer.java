package studio.crossbar.ui.shell;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
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
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.crossbar.ui.common.JobItem;
import studio.crossbar.ui.common.Jobs;
import studio.crossbar.ui.common.Texts;

/** Jobs with progress, time left and cancel, newest first; failed ones with their reason and a retry. */
final class JobsDrawer extends BorderPane {

    JobsDrawer(Jobs jobs) {
        getStyleClass().add("jobs-drawer");
        Label title = new Label(Texts.get("shell.jobs.heading"));
        title.getStyleClass().add("pane-title");
        title.setMaxWidth(Double.MAX_VALUE);
        setTop(title);
        ListView<JobItem> list = new ListView<>(jobs.items());
        list.setId("jobs-list");
        list.setAccessibleText(Texts.get("shell.jobs.list"));
        list.getStyleClass().add("dense");
        list.setPlaceholder(new Label(Texts.get("shell.jobs.empty")));
        list.setCellFactory(view -> new JobCell(jobs));
        setCenter(list);
        setMinHeight(60);
    }

    private static final class JobCell extends ListCell<JobItem> {

        private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

        private Subscription failure = Subscription.EMPTY;
        private final Label title = new Label();
        private final Label message = new Label();
        private final ProgressBar progress = new ProgressBar();
        private final Button cancel = iconButton("job-cancel", "fth-x", Texts.get("shell.jobs.cancel"));
        private final Button reason = iconButton("job-reason", "fth-file-text", Texts.get("shell.jobs.reason"));
        private final Button retry = iconButton("job-retry", "fth-rotate-cw", Texts.get("shell.jobs.retry"));
        private final HBox row = new HBox(12, title, message, progress, reason, retry, cancel);

        JobCell(Jobs jobs) {
            title.setMinWidth(150);
            title.setPrefWidth(210);
            progress.setPrefWidth(150);
            progress.setMinWidth(80);
            message.getStyleClass().add("text-muted");
            message.setMinWidth(0);
            message.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(message, Priority.ALWAYS);
            reason.managedProperty().bind(reason.visibleProperty());
            retry.managedProperty().bind(retry.visibleProperty());
            act(cancel, JobItem::cancel);
            act(reason, jobs::explain);
            act(retry, JobItem::retry);
            row.getStyleClass().add("job-row");
            row.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        private static Button iconButton(String id, String icon, String help) {
            Button button = new Button(null, new FontIcon(icon));
            button.setId(id);
            button.getStyleClass().addAll("button-icon", "flat", "small");
            button.setAccessibleText(help);
            button.setTooltip(new Tooltip(help));
            return button;
        }

        private void act(Button button, Consumer<JobItem> action) {
            button.setOnAction(event -> {
                if (getItem() != null) {
                    action.accept(getItem());
                }
            });
        }

        private void showFailure(boolean failed) {
            row.pseudoClassStateChanged(FAILED, failed);
            reason.setVisible(failed);
            retry.setVisible(failed);
        }

        @Override
        protected void updateItem(JobItem job, boolean empty) {
            super.updateItem(job, empty);
            failure.unsubscribe();
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
            failure = job.problemProperty().subscribe(problem -> showFailure(problem != null));
            setGraphic(row);
        }
    }
}
