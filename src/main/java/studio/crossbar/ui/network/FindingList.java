package studio.crossbar.ui.network;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.crossbar.analysis.Finding;
import studio.crossbar.ui.common.Texts;

/** What the analysis found, worst first; a click selects the layer. */
final class FindingList extends ListView<Finding> {

    FindingList(NetworkViewModel model) {
        setId("network-findings");
        getStyleClass().add("finding-list");
        setAccessibleText(Texts.get("network.findings.accessible"));
        Label nothing = new Label();
        nothing.setWrapText(true);
        model.problemProperty()
                .subscribe(
                        problem -> nothing.setText(problem.isEmpty() ? Texts.get("network.findings.empty") : problem));
        setPlaceholder(nothing);
        setCellFactory(view -> new Cell());
        model.pictureProperty().subscribe(picture -> {
            List<Finding> findings =
                    picture == null ? List.of() : picture.analysis().findings();
            if (!findings.equals(getItems())) {
                getItems().setAll(findings);
            }
        });
        getSelectionModel().selectedItemProperty().subscribe(finding -> {
            if (finding != null
                    && finding.path() != null
                    && model.draft().draftProperty().get() != null) {
                model.draft().select(finding.path());
            }
        });
    }

    private static final class Cell extends ListCell<Finding> {

        private final FontIcon icon = new FontIcon();
        private final Label subject = new Label();
        private final Label message = new Label();
        private final Label remedy = new Label();
        private final HBox content;

        Cell() {
            subject.getStyleClass().add("finding-subject");
            message.setWrapText(true);
            message.setMinHeight(USE_PREF_SIZE);
            remedy.setWrapText(true);
            remedy.setMinHeight(USE_PREF_SIZE);
            remedy.getStyleClass().add("text-muted");
            VBox text = new VBox(1, subject, message, remedy);
            HBox.setHgrow(text, Priority.ALWAYS);
            content = new HBox(9, icon, text);
            content.setAlignment(Pos.TOP_LEFT);
            // Long texts wrap in place of making the list wider than its view.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Finding finding, boolean empty) {
            super.updateItem(finding, empty);
            if (empty || finding == null) {
                setGraphic(null);
                return;
            }
            icon.setIconLiteral(
                    switch (finding.severity()) {
                        case ERROR -> "fth-x-circle";
                        case WARNING -> "fth-alert-triangle";
                        case NOTE -> "fth-info";
                    });
            icon.getStyleClass().setAll("ikonli-font-icon", style(finding.severity()));
            subject.setText(finding.subject());
            message.setText(sentence(finding.message()));
            remedy.setText(finding.remedy());
            setAccessibleText(Texts.format(
                    "network.findings.finding.accessible",
                    kind(finding.severity()),
                    finding.subject(),
                    finding.message(),
                    finding.remedy()));
            setGraphic(content);
        }

        private static String style(Finding.Severity severity) {
            return switch (severity) {
                case ERROR -> "finding-error";
                case WARNING -> "finding-warning";
                case NOTE -> "finding-note";
            };
        }

        private static String kind(Finding.Severity severity) {
            return switch (severity) {
                case ERROR -> Texts.get("network.findings.error");
                case WARNING -> Texts.get("network.findings.warning");
                case NOTE -> Texts.get("network.findings.note");
            };
        }

        private static String sentence(String text) {
            return Texts.format("network.findings.message", Character.toUpperCase(text.charAt(0)) + text.substring(1));
        }
    }
}
