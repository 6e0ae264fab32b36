package studio.crossbar.ui.network;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import studio.crossbar.network.ReferenceNetwork;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.ControlIds;
import studio.crossbar.ui.common.Texts;

/**
 * Edits of the network: a reference network or the shape of the data is taken, layers are inserted, moved and deleted, and a
 * draft is applied or dropped.
 */
public final class NetworkActions {

    final Action moveUp;
    final Action moveDown;
    final Action delete;

    /** Tries to make the draft the design again. */
    final Action apply;

    /** Goes back to the network of the design. */
    final Action discard;

    /** Gives the network the input of the open data. */
    final Action fitInput;

    private final Map<LayerKind, Action> before = new EnumMap<>(LayerKind.class);
    private final Map<LayerKind, Action> after = new EnumMap<>(LayerKind.class);
    private final Map<ReferenceNetwork, Action> presets = new EnumMap<>(ReferenceNetwork.class);
    private final NetworkViewModel model;
    private final NetworkDraftViewModel draft;

    public NetworkActions(NetworkViewModel model) {
        this.model = model;
        draft = model.draft();
        moveUp = new Action(
                "network-move-up",
                Texts.get("network.move.up"),
                "fth-arrow-up",
                null,
                Texts.get("network.move.up.help"),
                following(() -> draft.moveReason(-1)),
                () -> draft.move(-1));
        moveDown = new Action(
                "network-move-down",
                Texts.get("network.move.down"),
                "fth-arrow-down",
                null,
                Texts.get("network.move.down.help"),
                following(() -> draft.moveReason(1)),
                () -> draft.move(1));
        delete = new Action(
                "network-delete",
                Texts.get("network.delete"),
                "fth-trash-2",
                null,
                Texts.get("network.delete.help"),
                following(draft::layerReason),
                draft::delete);
        ObservableValue<String> noDraft = Bindings.when(draft.pendingProperty().isEmpty())
                .then(Texts.get("network.draft.none"))
                .otherwise("");
        apply = new Action(
                "network-apply",
                Texts.get("network.draft.apply"),
                "fth-check",
                null,
                Texts.get("network.draft.apply.help"),
                noDraft,
                draft::apply);
        discard = new Action(
                "network-discard",
                Texts.get("network.draft.discard"),
                "fth-rotate-ccw",
                null,
                Texts.get("network.draft.discard.help"),
                noDraft,
                draft::discard);
        fitInput = new Action(
                "network-fit-input",
                Texts.get("network.fit.label"),
                "fth-maximize-2",
                null,
                Texts.get("network.fit.help"),
                followingData(model::fitReason),
                model::fitInput);
        for (ReferenceNetwork reference : ReferenceNetwork.values()) {
            presets.put(reference, start(reference));
        }
        for (LayerKind kind : LayerKind.values()) {
            before.put(kind, insert(kind, false));
            after.put(kind, insert(kind, true));
        }
    }

    private Action start(ReferenceNetwork reference) {
        return new Action(
                "network-preset-" + reference.label(),
                Texts.format("network.presets.start", reference.label()),
                "fth-book-open",
                null,
                Texts.get("network.presets.help"),
                followingData(() -> model.presetReason(reference)),
                () -> model.start(reference));
    }

    private Action insert(LayerKind kind, boolean behind) {
        return new Action(
                (behind ? "network-insert-after-" : "network-insert-before-") + ControlIds.of(kind),
                behind
                        ? Texts.format("network.insert.after.kind", kind.label())
                        : Texts.format("network.insert.before.kind", kind.label()),
                "fth-plus",
                null,
                behind ? Texts.get("network.insert.after.help") : Texts.get("network.insert.before.help"),
                following(() -> insertReason(kind, behind)),
                () -> draft.insert(kind, behind));
    }

    private String insertReason(LayerKind kind, boolean behind) {
        if (draft.draftProperty().get() == null) {
            return Texts.get("network.insert.project");
        }
        if (!behind && draft.selectedProperty().get() == null) {
            return Texts.get("network.insert.before.input");
        }
        return draft.insertable(behind).contains(kind) ? "" : Texts.get("network.insert.unsuited");
    }

    private ObservableValue<String> following(Supplier<String> reason) {
        return Bindings.createStringBinding(reason::get, draft.selectedProperty(), draft.draftProperty());
    }

    private ObservableValue<String> followingData(Supplier<String> reason) {
        return Bindings.createStringBinding(reason::get, draft.draftProperty(), model.projectProperty());
    }

    /** Replaces the network by a reference network. */
    Action preset(ReferenceNetwork reference) {
        return Objects.requireNonNull(presets.get(reference));
    }

    /** Inserts a layer before or after the selected one. */
    Action insertion(LayerKind kind, boolean behind) {
        return Objects.requireNonNull((behind ? after : before).get(kind));
    }

    /** All of them. */
    public List<Action> all() {
        List<Action> all = new ArrayList<>(List.of(moveUp, moveDown, delete, apply, discard, fitInput));
        all.addAll(presets.values());
        all.addAll(before.values());
        all.addAll(after.values());
        return all;
    }
}
