package studio.crossbar.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.crossbar.ui.common.JobItem;
import studio.crossbar.ui.common.Texts;

/** The log of a job, to be read, marked and copied. */
@SuppressWarnings("ReferenceEquality") // Two jobs are never the same.
final class JobLogPane extends HBox {

    private static final int ROWS = 6;

    private final TextArea text = new TextArea();
    private @Nullable JobItem shown;

    JobLogPane() {
        super(8);
        setAlignment(Pos.TOP_LEFT);
        text.setId("job-log-text");
        text.setEditable(false);
        text.setPrefRowCount(ROWS);
        text.setMinHeight(USE_PREF_SIZE);
        text.getStyleClass().add("monospace");
        text.setAccessibleText(Texts.get("shell.jobs.log.name"));
        HBox.setHgrow(text, Priority.ALWAYS);
        Button copy = new Button(null, new FontIcon("fth-copy"));
        copy.setId("job-log-copy");
        copy.getStyleClass().addAll("button-icon", "flat", "small");
        copy.setAccessibleText(Texts.get("shell.jobs.log.copy"));
        copy.setTooltip(new Tooltip(Texts.get("shell.jobs.log.copy")));
        copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text.getText());
            Clipboard.getSystemClipboard().setContent(content);
        });
        getChildren().addAll(text, copy);
    }

    /** Follows the log of {@code job}: its last line is in sight, unless the user has marked some to copy. */
    Subscription follow(JobItem job) {
        if (shown != job) {
            shown = job;
            text.clear();
        }
        return job.logProperty().subscribe(this::show);
    }

    private void show(String lines) {
        if (text.getSelection().getLength() == 0) {
            text.setText(lines);
            text.positionCaret(lines.length());
        }
    }
}
