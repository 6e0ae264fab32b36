package studio.crossbar.ui.network;

import java.util.List;
import java.util.Objects;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.crossbar.hardware.InputCoding;
import studio.crossbar.network.Layer;
import studio.crossbar.network.LayerPath;
import studio.crossbar.network.LayerText;
import studio.crossbar.network.NetworkDraft;
import studio.crossbar.ui.common.ActionControls;
import studio.crossbar.ui.common.ChoiceParameter;
import studio.crossbar.ui.common.ParameterEditor;
import studio.crossbar.ui.common.Texts;

/** Settings of the selected layer, or of the input. */
final class SettingsPane extends BorderPane {

    private final NetworkViewModel model;
    private final Label title = new Label();
    private final Label note = new Label();
    private final VBox editors = new VBox(8);
    private final ChoiceParameter<InputCoding> coding = new ChoiceParameter<>(
            "input-coding",
            Texts.get("network.coding.name"),
            Texts.get("network.coding.help"),
            List.of(
                    new ChoiceParameter.Option<>(
                            InputCoding.SIGNED,
                            Texts.get("network.coding.signed"),
                            Texts.get("network.coding.signed.help")),
                    new ChoiceParameter.Option<>(
                            InputCoding.RECTIFIED_SPLIT,
                            Texts.get("network.coding.split"),
                            Texts.get("network.coding.split.help"))),
            InputCoding.RECTIFIED_SPLIT);
    private final Region fit;
    private @Nullable LayerSettings settings;
    private @Nullable LayerPath shown;

    SettingsPane(NetworkViewModel model, NetworkActions actions) {
        this.model = model;
        fit = ActionControls.textButton(actions.fitInput);
        setId("layer-settings");
        title.getStyleClass().add("section-heading");
        title.setId("layer-title");
        note.getStyleClass().add("text-muted");
        note.setWrapText(true);
        Label refused = new Label();
        refused.setId("layer-refused");
        refused.getStyleClass().add("field-reason");
        refused.setWrapText(true);
        refused.setMinHeight(USE_PREF_SIZE);
        refused.textProperty().bind(model.draft().refusedProperty());
        refused.visibleProperty().bind(refused.textProperty().isNotEmpty());
        refused.managedProperty().bind(refused.visibleProperty());
        VBox head = new VBox(3, title, note, refused);
        head.setPadding(new Insets(8, 12, 6, 12));
        setTop(head);
        editors.setPadding(new Insets(2, 12, 10, 12));
        ScrollPane scroll = new ScrollPane(editors);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setCenter(scroll);
        coding.valueProperty().subscribe((before, now) -> model.draft().setInputs(now));
        model.draft().draftProperty().subscribe(draft -> show());
        model.draft().selectedProperty().subscribe(path -> show());
    }

    private void show() {
        EditedNetwork draft = model.draft().draftProperty().get();
        LayerPath path = model.draft().selectedProperty().get();
        if (draft == null) {
            return;
        }
        if (path == null) {
            input(draft);
            return;
        }
        if (!draft.network().has(path)) {
            return;
        }
        Layer layer = draft.network().layer(path);
        title.setText(Texts.format("network.settings.layer", path, LayerText.name(layer)));
        LayerSettings now = settings;
        if (now == null || !Objects.equals(path, shown) || !now.follow(layer)) {
            build(draft.network(), path, layer);
        }
        shown = path;
    }

    private void build(NetworkDraft network, LayerPath path, Layer layer) {
        LayerSettings made = new LayerSettings(
                layer,
                changed -> model.draft().set(path, changed),
                reason -> model.draft().refuse(reason));
        LayerParameters.addTo(
                made,
                layer,
                network.places(true).stream()
                        .filter(place -> place.path().equals(path))
                        .map(NetworkDraft.Place::input)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
        settings = made;
        editors.getChildren()
                .setAll(made.parameters().stream().map(ParameterEditor::of).toList());
        note.setText(made.parameters().isEmpty() ? Texts.get("network.settings.layer.empty") : "");
        note.setManaged(made.parameters().isEmpty());
    }

    private void input(EditedNetwork draft) {
        boolean rebuild = settings != null || editors.getChildren().isEmpty();
        settings = null;
        shown = null;
        title.setText(Texts.format("network.settings.input", draft.network().input()));
        note.setText(Texts.get("network.settings.input.hint"));
        note.setManaged(true);
        coding.valueProperty().set(draft.hardware().inputs());
        if (rebuild) {
            editors.getChildren().setAll(ParameterEditor.of(coding), fit);
        }
    }
}
