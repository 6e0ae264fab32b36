package studio.crossbar.ui.network;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.crossbar.analysis.Finding;
import studio.crossbar.network.Layer;
import studio.crossbar.network.LayerPath;
import studio.crossbar.network.NetworkDraft;
import studio.crossbar.ui.common.Tips;

/** The box of a layer, or of the input. */
final class LayerBox extends VBox {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final PseudoClass WARNED = PseudoClass.getPseudoClass("warned");

    private final Label number = new Label();
    private final Label name = new Label();
    private final Label shape = new Label();
    private final Label settings = new Label();
    private String tip = "";

    LayerBox(@Nullable LayerPath path, Runnable chosen) {
        setId("layer-box-" + (path == null ? "input" : path.toString().replace(' ', '-')));
        getStyleClass().add("layer-box");
        setAlignment(Pos.CENTER_LEFT);
        number.getStyleClass().add("layer-box-detail");
        number.setMinWidth(USE_PREF_SIZE);
        name.getStyleClass().add("layer-box-name");
        shape.getStyleClass().add("layer-box-detail");
        shape.setMinWidth(USE_PREF_SIZE);
        settings.getStyleClass().add("layer-box-detail");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(6, number, name, gap, shape);
        line.setAlignment(Pos.BASELINE_LEFT);
        getChildren().addAll(line, settings);
        Tips.on(this, () -> tip);
        setOnMouseClicked(event -> chosen.run());
        // What the menu does is done with this layer.
        setOnContextMenuRequested(event -> chosen.run());
    }

    void input(EditedNetwork draft) {
        getStyleClass().setAll("layer-box", "signal");
        text(BoxWords.ofInput(draft));
    }

    void layer(NetworkDraft.Place place) {
        getStyleClass().setAll("layer-box", place.layer() instanceof Layer.Weighted ? "weighted" : "digital");
        text(BoxWords.of(place));
    }

    private void text(BoxWords words) {
        number.setText(words.number());
        number.setManaged(!words.number().isEmpty());
        name.setText(words.name());
        shape.setText(words.shape());
        settings.setText(words.settings());
        settings.setManaged(!words.settings().isEmpty());
        settings.setVisible(!words.settings().isEmpty());
        setAccessibleText(words.spoken());
    }

    void mark(List<Finding> findings) {
        boolean wrong = findings.stream().anyMatch(f -> f.severity() == Finding.Severity.ERROR);
        pseudoClassStateChanged(WRONG, wrong);
        pseudoClassStateChanged(
                WARNED, !wrong && findings.stream().anyMatch(f -> f.severity() == Finding.Severity.WARNING));
        StringBuilder text = new StringBuilder(getAccessibleText());
        findings.forEach(finding -> text.append("\n• ").append(finding.message()));
        tip = text.toString();
    }
}
