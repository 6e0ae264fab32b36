package studio.crossbar.ui.report;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.Texts;

/** Puts the lines for a shell on the clipboard, from the report screen and the command palette. */
final class CopyAction {

    private CopyAction() {}

    /** Copies what {@code model} has then. */
    static Action of(ReproductionViewModel model) {
        return new Action(
                "copy-command-line",
                Texts.get("report.command.copy"),
                "fth-copy",
                null,
                Texts.get("report.command.copy.help"),
                model.reason(),
                () -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putString(model.linesProperty().get());
                    Clipboard.getSystemClipboard().setContent(content);
                    model.copied();
                });
    }
}
