package studio.crossbar.ui.common;

import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Says what happened and what to do; details fold out and copy. */
public final class ErrorDialog {

    private static final ButtonType COPY = new ButtonType(Texts.get("common.error.copy"), ButtonBar.ButtonData.LEFT);

    private ErrorDialog() {}

    /** Shows {@code problem} without blocking the caller. */
    public static void show(@Nullable Window owner, Problem problem) {
        show(owner, problem, () -> {});
    }

    /** The same; runs {@code closed} once the user has closed it. */
    public static void show(@Nullable Window owner, Problem problem, Runnable closed) {
        Alert alert = new Alert(Alert.AlertType.ERROR, "", ButtonType.CLOSE, COPY);
        alert.initOwner(owner);
        alert.setTitle(Texts.get("common.error.window"));
        alert.setHeaderText(problem.title());
        alert.setResizable(true);
        Label message = new Label(problem.message());
        message.setId("error-message");
        message.setWrapText(true);
        message.setPrefWidth(520);
        message.setMinHeight(Region.USE_PREF_SIZE);
        alert.getDialogPane().setContent(message);
        TextArea details = new TextArea(problem.details());
        details.setEditable(false);
        details.setPrefRowCount(14);
        details.getStyleClass().add("monospace");
        alert.getDialogPane().setExpandableContent(details);
        alert.getDialogPane().lookupButton(COPY).addEventFilter(javafx.event.ActionEvent.ACTION, event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(problem.title() + "\n" + problem.message() + "\n\n" + problem.details());
            Clipboard.getSystemClipboard().setContent(content);
            event.consume();
        });
        alert.setOnHidden(event -> closed.run());
        alert.show();
    }
}
