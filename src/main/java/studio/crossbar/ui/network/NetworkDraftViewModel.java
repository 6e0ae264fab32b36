package studio.crossbar.ui.network;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import studio.crossbar.design.Design;
import studio.crossbar.design.DraftedNetwork;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.InputCoding;
import studio.crossbar.network.Layer;
import studio.crossbar.network.LayerPath;
import studio.crossbar.network.NetworkDraft;
import studio.crossbar.network.Shape;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Texts;

/**
 * The network while it is edited. An edit that makes a valid design becomes the session's at once; one that does not becomes
 * its draft, which can be edited on, while the session keeps its last valid design.
 */
public final class NetworkDraftViewModel {

    private final Session session;
    private final ReadOnlyObjectWrapper<@Nullable EditedNetwork> draft =
            new ReadOnlyObjectWrapper<>(this, "draft", null);
    private final ObjectProperty<@Nullable LayerPath> selected = new SimpleObjectProperty<>(this, "selected", null);
    private final ReadOnlyStringWrapper pending = new ReadOnlyStringWrapper(this, "pending", "");
    private final ReadOnlyStringWrapper refused = new ReadOnlyStringWrapper(this, "refused", "");

    /** Edits the design of {@code session}. */
    public NetworkDraftViewModel(Session session) {
        this.session = session;
        session.designProperty().subscribe(design -> follow());
        session.draftProperty().subscribe((before, now) -> follow());
    }

    /** What is edited; null without a project. */
    public ReadOnlyObjectProperty<@Nullable EditedNetwork> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    /** The layer whose settings are shown; null for the input. */
    public ObjectProperty<@Nullable LayerPath> selectedProperty() {
        return selected;
    }

    /** Why the draft is not the session's design; empty if it is. */
    public ReadOnlyStringProperty pendingProperty() {
        return pending.getReadOnlyProperty();
    }

    /** Why the last edit changed nothing, not even the draft; empty if it did. */
    public ReadOnlyStringProperty refusedProperty() {
        return refused.getReadOnlyProperty();
    }

    void refuse(String reason) {
        refused.set(reason);
    }

    /** Shows what the session drafts, on the hardware of its design; where it drafts nothing, the design's network. */
    private void follow() {
        Design design = session.designProperty().get();
        refused.set("");
        if (design == null) {
            selected.set(null);
            pending.set("");
            draft.set(null);
            return;
        }
        DraftedNetwork drafted = session.draftProperty().get();
        NetworkDraft network = drafted == null ? NetworkDraft.of(design.network()) : drafted.network();
        Hardware hardware = drafted == null ? design.hardware() : drafted.on(design.hardware());
        LayerPath path = selected.get();
        if (path != null && !network.has(path)) {
            selected.set(null);
        }
        EditedNetwork followed = new EditedNetwork(network, hardware);
        if (!followed.equals(draft.get())) {
            draft.set(followed);
        }
        pending.set(drafted == null ? "" : reason(design, network, hardware).orElse(Texts.get("network.draft.valid")));
    }

    /** Why a draft cannot be the session's design. */
    private Optional<String> reason(Design design, NetworkDraft network, Hardware hardware) {
        try {
            session.costs().requireBill(design.with(network.network(), hardware));
            return Optional.empty();
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private void edit(NetworkDraft network, Hardware hardware, @Nullable LayerPath toSelect) {
        refused.set("");
        LayerPath before = selected.get();
        if (before != null && !network.has(before)) {
            selected.set(null);
        }
        Design design = Objects.requireNonNull(session.designProperty().get());
        if (reason(design, network, hardware).isEmpty()) {
            session.edits().apply(design.with(network.network(), hardware));
        } else {
            session.edits().draft(new DraftedNetwork(network, hardware.inputs()));
        }
        selected.set(toSelect);
    }

    /** Selects a layer, if it is there. */
    void select(LayerPath path) {
        EditedNetwork now = draft.get();
        if (now != null && now.network().has(path)) {
            selected.set(path);
        }
    }

    /** Makes the draft the session's design, if it is valid. */
    public void apply() {
        EditedNetwork now = draft.get();
        if (now != null) {
            edit(now.network(), now.hardware(), selected.get());
        }
    }

    /** Goes back to the session's design. */
    public void discard() {
        session.edits().discardDraft();
    }

    /** Puts another network in the place of this one. */
    public void replace(NetworkDraft network) {
        EditedNetwork now = draft.get();
        if (now != null) {
            edit(network, now.hardware(), null);
        }
    }

    /** Puts another layer in the place of the one at {@code path}. */
    void set(LayerPath path, Layer layer) {
        EditedNetwork now = draft.get();
        if (now != null && now.network().has(path)) {
            edit(now.network().with(path, layer), now.hardware(), path);
        }
    }

    /** Changes how signals enter, and with it the input's channels. */
    void setInputs(InputCoding inputs) {
        EditedNetwork now = draft.get();
        if (now == null || now.hardware().inputs() == inputs) {
            return;
        }
        EditedNetwork changed = now.withInputs(inputs);
        edit(changed.network(), changed.hardware(), selected.get());
    }

    /** Takes the shape of the data as input. */
    void setInput(Shape input) {
        EditedNetwork now = draft.get();
        if (now != null) {
            edit(now.network().withInput(input), now.hardware(), selected.get());
        }
    }

    /** Inserts a layer before or after the selected one, or first if the input is selected, and selects it. */
    public void insert(LayerKind kind, boolean after) {
        EditedNetwork now = draft.get();
        if (now == null) {
            return;
        }
        LayerPath path = selected.get();
        LayerPath at = path == null ? LayerPath.of(0) : after ? path.sibling(path.index() + 1) : path;
        edit(now.network().inserted(at, kind.standard(now.shapeAt(path, after))), now.hardware(), at);
    }

    /** Kinds of layers that make sense before or after the selected one. */
    public List<LayerKind> insertable(boolean after) {
        EditedNetwork now = draft.get();
        return now == null ? List.of() : now.insertable(selected.get(), after);
    }

    /** Deletes the selected layer and selects the one before it. */
    public void delete() {
        EditedNetwork now = draft.get();
        LayerPath path = selected.get();
        if (now == null || path == null) {
            return;
        }
        try {
            NetworkDraft without = now.network().without(path);
            LayerPath before = path.index() > 0 ? path.sibling(path.index() - 1) : path.residual();
            edit(without, now.hardware(), before);
        } catch (IllegalArgumentException e) {
            refused.set(String.valueOf(e.getMessage()));
        }
    }

    /** Exchanges the selected layer with its neighbour in its chain. */
    public void move(int by) {
        EditedNetwork now = draft.get();
        LayerPath path = selected.get();
        if (now == null || path == null || !moveReason(by).isEmpty()) {
            return;
        }
        LayerPath to = path.sibling(path.index() + by);
        edit(now.network().moved(path, to.index()), now.hardware(), to);
    }

    /** Why the selected layer cannot be moved; empty if it can. */
    public String moveReason(int by) {
        EditedNetwork now = draft.get();
        LayerPath path = selected.get();
        if (now == null || path == null) {
            return Texts.get("network.move.unselected");
        }
        return now.moveReason(path, by);
    }

    /** Why there is no layer to insert before or to delete; empty if there is one. */
    public String layerReason() {
        return draft.get() == null || selected.get() == null ? Texts.get("network.delete.unselected") : "";
    }
}
