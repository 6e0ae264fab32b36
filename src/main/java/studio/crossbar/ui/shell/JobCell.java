package studio.crossbar.ui.shell;

import java.util.Set;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.crossbar.ui.common.JobItem;
import studio.crossbar.ui.common.Jobs;
import studio.crossbar.ui.common.Texts;

/** A job of the drawer: how far it is, what can be done with it, and its log below when that is folded out. */
final class JobCell extends ListCell<JobItem> {

    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final Set<JobItem> unfolded;
    private Subscription shown = Subscription.EMPTY;
    private final Label title = new Label();
    private final Label message = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final Button pause = iconButton("job-pause");
    private final Button cancel = iconButton("job-cancel");
    private final Button reason = iconButton("job-reason");
    private final Button retry = iconButton("job-retry");
    private final Button log = iconButton("job-log");
    private final HBox row = new HBox(12, title, message, progress, reason, retry, log, pause, cancel);
    private final VBox cell = new VBox(4, row);
    /** Null until it is folded out first. */
    private @Nullable JobLogPane lines;

    /** @param unfolded jobs whose log is folded out */
    JobCell(Jobs jobs, Set<JobItem> unfolded) {
        this.unfolded = unfolded;
        title.setMinWidth(150);
        title.setPrefWidth(210);
        progress.setPrefWidth(150);
        progress.setMinWidth(80);
        message.getStyleClass().add("text-muted");
        message.setMinWidth(0);
        message.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(message, Priority.ALWAYS);
        for (Node node : new Node[] {pause, reason, retry}) {
            node.managedProperty().bind(node.visibleProperty());
        }
        says(cancel, "fth-x", Texts.get("shell.jobs.cancel"));
        says(reason, "fth-alert-circle", Texts.get("shell.jobs.reason"));
        says(retry, "fth-rotate-cw", Texts.get("shell.jobs.retry"));
        act(pause, job -> job.pause(!job.pausedProperty().get()));
        act(cancel, JobItem::cancel);
        act(reason, jobs::explain);
        act(retry, JobItem::retry);
        act(log, this::fold);
        row.getStyleClass().add("job-row");
        row.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    private static Button iconButton(String id) {
        Button button = new Button();
        button.setId(id);
        button.getStyleClass().addAll("button-icon", "flat", "small");
        return button;
    }

    private static void says(Button button, String icon, String help) {
        button.setGraphic(new FontIcon(icon));
        button.setAccessibleText(help);
        button.setTooltip(new Tooltip(help));
    }

    private void act(Button button, Consumer<JobItem> action) {
        button.setOnAction(event -> {
            if (getItem() != null) {
                action.accept(getItem());
            }
        });
    }

    private void fold(JobItem job) {
        if (!unfolded.remove(job)) {
            unfolded.add(job);
        }
        show(job);
    }

    @Override
    protected void updateItem(JobItem job, boolean empty) {
        super.updateItem(job, empty);
        if (empty || job == null) {
            shown.unsubscribe();
            shown = Subscription.EMPTY;
            setGraphic(null);
        } else {
            show(job);
            setGraphic(cell);
        }
    }

    private void show(JobItem job) {
        shown.unsubscribe();
        title.setText(job.title());
        shown = Subscription.combine(
                job.doneProperty().subscribe(done -> progress.setProgress(done.doubleValue())),
                job.messageProperty().subscribe(text -> showMessage(job)),
                job.stateProperty().subscribe(state -> showActive(job)),
                job.pausedProperty().subscribe(waits -> showPaused(job)),
                job.problemProperty().subscribe(problem -> showFailure(problem != null)),
                showLog(job));
    }

    private void showMessage(JobItem job) {
        String now = job.messageProperty().get();
        message.setText(job.pausedProperty().get() ? Texts.format("shell.jobs.paused", now) : now);
    }

    private void showActive(JobItem job) {
        progress.setVisible(job.active());
        cancel.setVisible(job.active());
        pause.setVisible(job.active() && job.pausable());
    }

    private void showPaused(JobItem job) {
        if (job.pausedProperty().get()) {
            says(pause, "fth-play", Texts.get("shell.jobs.resume"));
        } else {
            says(pause, "fth-pause", Texts.get("shell.jobs.pause"));
        }
        showMessage(job);
    }

    private void showFailure(boolean failed) {
        row.pseudoClassStateChanged(FAILED, failed);
        reason.setVisible(failed);
        retry.setVisible(failed);
    }

    private Subscription showLog(JobItem job) {
        boolean out = unfolded.contains(job);
        says(
                log,
                out ? "fth-chevron-up" : "fth-file-text",
                out ? Texts.get("shell.jobs.logHide") : Texts.get("shell.jobs.log"));
        if (!out) {
            cell.getChildren().setAll(row);
            return Subscription.EMPTY;
        }
        if (lines == null) {
            lines = new JobLogPane();
        }
        cell.getChildren().setAll(row, lines);
        return lines.follow(job);
    }
}
