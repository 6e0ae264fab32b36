package studio.crossbar.ui.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.crossbar.analysis.LayerFigures;
import studio.crossbar.analysis.TrainingSet;
import studio.crossbar.design.Design;
import studio.crossbar.hardware.InputCoding;
import studio.crossbar.network.Layer;
import studio.crossbar.network.LayerPath;
import studio.crossbar.network.NetworkDraft;
import studio.crossbar.network.ReferenceNetwork;
import studio.crossbar.study.Costing;
import studio.crossbar.ui.common.Latest;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Texts;

/** Layers of the edited network with what they need and what is wrong with them, anew with every edit of the design. */
public final class NetworkViewModel {

    /**
     * A network to start from.
     *
     * @param reference which
     * @param reason why it does not suit the data; empty if it does
     */
    public record Preset(ReferenceNetwork reference, String reason) {}

    /** Finds out what a state of the draft needs. */
    interface Analyser {

        NetworkPicture of(EditedNetwork edited, Design design, @Nullable TrainingSet data, @Nullable Costing costing);
    }

    private final Session session;
    private final NetworkDraftViewModel draft;
    private final ReadOnlyObjectWrapper<@Nullable NetworkPicture> picture =
            new ReadOnlyObjectWrapper<>(this, "picture", null);
    private final ObservableList<NetworkPicture.Row> rows = FXCollections.observableArrayList();
    private final ObservableList<NetworkPicture.Row> rowsView = FXCollections.unmodifiableObservableList(rows);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final Analyser analyser;
    private final Latest<NetworkPicture> analysis;
    /** Whether the layer selected here is the one of all screens, which may show all layers again. */
    private boolean chosenHere;

    /**
     * Follows the design of {@code session}.
     *
     * @param ui runs updates on the user interface's thread
     */
    public NetworkViewModel(Session session, Executor ui) {
        this(session, ui, NetworkPicture::of);
    }

    /** The same with another analysis. */
    NetworkViewModel(Session session, Executor ui, Analyser analyser) {
        this.session = session;
        this.analyser = analyser;
        analysis = new Latest<>(ui, this::show, this::failed);
        draft = new NetworkDraftViewModel(session);
        draft.draftProperty().subscribe((before, now) -> update());
        session.costs().costingProperty().subscribe((before, now) -> update());
        session.projectProperty().subscribe((before, now) -> update());
        draft.selectedProperty().subscribe((before, now) -> {
            chosenHere = true;
            session.selectedLayerProperty().set(weightedIndex(now));
        });
        session.selectedLayerProperty().subscribe((before, now) -> follow(now.intValue()));
        update();
    }

    /** What is edited, and how. */
    public NetworkDraftViewModel draft() {
        return draft;
    }

    /**
     * What was found out last; null without a project and after an analysis that failed. It may be of the state before the
     * last edit for a moment.
     */
    public ReadOnlyObjectProperty<@Nullable NetworkPicture> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** Why the last edit could not be analysed; empty if it was. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether {@link #pictureProperty} is of the last edit. */
    boolean settled() {
        return analysis.idle();
    }

    /** Layers, depth first. */
    public ObservableList<NetworkPicture.Row> rows() {
        return rowsView;
    }

    /** The project whose data the network is for; null without one. */
    ReadOnlyObjectProperty<@Nullable OpenProject> projectProperty() {
        return session.projectProperty();
    }

    /** Why the draft's input cannot be fitted to the data; empty if it can. */
    public String fitReason() {
        TrainingSet data = data();
        EditedNetwork now = draft.draftProperty().get();
        if (data == null || now == null) {
            return Texts.get("network.fit.no-project");
        }
        return now.network().input().equals(data.input(now.hardware().inputs().channelsPerSignal()))
                ? Texts.format("network.fit.fits", data.name())
                : "";
    }

    /** Gives the network the input of the open data. */
    public void fitInput() {
        TrainingSet data = data();
        EditedNetwork now = draft.draftProperty().get();
        if (data != null && now != null) {
            draft.setInput(data.input(now.hardware().inputs().channelsPerSignal()));
        }
    }

    /** Reference networks, those first that suit the open data. */
    public List<Preset> presets() {
        List<Preset> suited = new ArrayList<>();
        List<Preset> others = new ArrayList<>();
        for (ReferenceNetwork reference : ReferenceNetwork.values()) {
            String reason = presetReason(reference);
            (reason.isEmpty() ? suited : others).add(new Preset(reference, reason));
        }
        suited.addAll(others);
        return suited;
    }

    /** Why a reference network does not suit the open data; empty if it does. */
    String presetReason(ReferenceNetwork reference) {
        TrainingSet data = data();
        return data == null
                ? Texts.get("network.presets.no-project")
                : reference.unsuited(data.signals(), data.classes()).orElse("");
    }

    /** Replaces the network by a reference network, with the rectifiers that the design's polarity needs. */
    public void start(ReferenceNetwork reference) {
        EditedNetwork now = draft.draftProperty().get();
        if (now != null) {
            Layer rectifier = now.hardware().polarity().unipolar() ? new Layer.ConcatRelu() : new Layer.Relu();
            InputCoding inputs = now.hardware().inputs();
            draft.replace(NetworkDraft.of(reference.network(rectifier, inputs.channelsPerSignal())));
        }
    }

    private @Nullable TrainingSet data() {
        OpenProject project = session.projectProperty().get();
        return project == null ? null : TrainingSet.of(project.parts().train());
    }

    private int weightedIndex(@Nullable LayerPath path) {
        NetworkPicture now = picture.get();
        return path == null || now == null
                ? Session.NO_LAYER
                : now.analysis().at(path).map(LayerFigures::layer).orElse(Session.NO_LAYER);
    }

    /** Selects the layer that another screen selected. */
    private void follow(int layer) {
        NetworkPicture now = picture.get();
        int own = weightedIndex(draft.selectedProperty().get());
        if (now == null || layer == own) {
            return;
        }
        if (layer == Session.NO_LAYER) {
            chosenHere = false;
            return;
        }
        now.analysis().layers().stream()
                .filter(figures -> figures.layer() == layer)
                .map(LayerFigures::path)
                .filter(path -> Objects.requireNonNull(draft.draftProperty().get())
                        .network()
                        .has(path))
                .findFirst()
                .ifPresent(draft.selectedProperty()::set);
    }

    private void update() {
        EditedNetwork now = draft.draftProperty().get();
        Design design = session.designProperty().get();
        TrainingSet data = data();
        if (now == null || design == null) {
            analysis.forget();
            clear("");
            return;
        }
        Costing costing = session.costs().costingProperty().get();
        analysis.ask(_ -> analyser.of(now, design, data, costing));
    }

    /** Figures of an earlier state would pass for those of this one. */
    private void failed(Throwable thrown) {
        clear(Texts.format("network.analysis.failed", String.valueOf(thrown.getMessage())));
    }

    private void clear(String reason) {
        rows.clear();
        picture.set(null);
        problem.set(reason);
    }

    private void show(NetworkPicture result) {
        problem.set("");
        rows.setAll(result.rows());
        picture.set(result);
        if (chosenHere) {
            session.selectedLayerProperty()
                    .set(weightedIndex(draft.selectedProperty().get()));
        }
    }
}
