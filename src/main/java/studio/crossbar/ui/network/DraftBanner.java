package studio.crossbar.ui.network;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.crossbar.ui.common.ActionControls;
import studio.crossbar.ui.common.Texts;

/** Says that the draft is not applied, and why; hidden while it is. */
final class DraftBanner extends HBox {

    DraftBanner(NetworkDraftViewModel draft, NetworkActions actions) {
        super(8);
        Label reason = new Label();
        reason.setId("network-pending");
        reason.setWrapText(true);
        reason.setMinHeight(USE_PREF_SIZE);
        ObservableValue<String> why = draft.pendingProperty();
        reason.textProperty()
                .bind(Bindings.createStringBinding(() -> Texts.format("network.draft.pending", why.getValue()), why));
        HBox.setHgrow(reason, Priority.ALWAYS);
        reason.setMaxWidth(Double.MAX_VALUE);
        Region apply = ActionControls.textButton(actions.apply);
        apply.setMinWidth(USE_PREF_SIZE);
        Region discard = ActionControls.textButton(actions.discard);
        discard.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(new FontIcon("fth-alert-triangle"), reason, apply, discard);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("pending-banner");
        visibleProperty()
                .bind(Bindings.createBooleanBinding(() -> !why.getValue().isEmpty(), why));
        managedProperty().bind(visibleProperty());
    }
}
