package studio.crossbar.ui.hardware;

import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.crossbar.data.Dataset;
import studio.crossbar.design.Design;
import studio.crossbar.mapping.MappingPlan;
import studio.crossbar.training.AdcInputProbe;
import studio.crossbar.training.AdcInputs;
import studio.crossbar.training.TrainedNetwork;
import studio.crossbar.ui.common.Latest;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.Screen;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Texts;

/**
 * What the ADCs of the trained network are given on test windows, against the range and codes of the edited ADCs. The sums
 * are measured once a trained network, in the background and not before someone looks; an edit draws them anew.
 */
@SuppressWarnings("ReferenceEquality") // A network that is trained again is another one.
public final class AdcInputsViewModel {

    /** Why there is no picture, or that there is one. */
    public enum State {
        NO_PROJECT,
        UNTRAINED,
        MEASURING,
        FAILED,
        READY
    }

    /** Smallest and largest full scale over the learned one that can be tried. */
    public static final double LEAST_FACTOR = 0.25;

    public static final double MOST_FACTOR = 4;

    private record Measured(TrainedNetwork network, List<AdcInputs> layers) {}

    private final Session session;
    private final Latest<Measured> measuring;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.NO_PROJECT);
    private final ReadOnlyObjectWrapper<@Nullable AdcPicture> picture =
            new ReadOnlyObjectWrapper<>(this, "picture", null);
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper(this, "words", "");
    private final DoubleProperty factor = new SimpleDoubleProperty(this, "factor", 1);
    private final ObservableList<String> layers = FXCollections.observableArrayList();
    private final ObservableList<String> layersView = FXCollections.unmodifiableObservableList(layers);
    private @Nullable Measured measured;
    private @Nullable TrainedNetwork tried;

    /**
     * Follows {@code session}.
     *
     * @param ui runs updates on the user interface's thread
     */
    public AdcInputsViewModel(Session session, Executor ui) {
        this.session = session;
        measuring = new Latest<>(ui, this::take, this::failed);
        session.screenProperty().subscribe((before, now) -> measure());
        session.trainedProperty().subscribe((before, now) -> measure());
        session.projectProperty().subscribe((before, now) -> measure());
        session.designProperty().subscribe((before, now) -> draw());
        session.selectedLayerProperty().subscribe((before, now) -> draw());
        factor.subscribe((before, now) -> draw());
        measure();
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Null unless the state is {@link State#READY}. */
    public ReadOnlyObjectProperty<@Nullable AdcPicture> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** What the picture says, or why there is none. */
    public ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /** Full scale that is tried, over the learned one; {@link #LEAST_FACTOR} … {@link #MOST_FACTOR}. Edits no design. */
    public DoubleProperty factorProperty() {
        return factor;
    }

    /** Names of the trained network's layers with weights. */
    public ObservableList<String> layers() {
        return layersView;
    }

    /** Layer that is selected on all screens, or {@link Session#NO_LAYER} for all of them. */
    public IntegerProperty selectedLayerProperty() {
        return session.selectedLayerProperty();
    }

    /** Tries again to measure. */
    public void retry() {
        tried = null;
        measure();
    }

    private void measure() {
        OpenProject project = session.projectProperty().get();
        TrainedNetwork trained = session.trainedProperty().get();
        Measured last = measured;
        if (last != null && last.network() == trained) {
            draw();
            return;
        }
        if (tried != null && tried == trained) {
            return;
        }
        stop();
        layers.setAll(trained == null ? List.of() : names(trained));
        if (project == null || trained == null) {
            show(project == null ? State.NO_PROJECT : State.UNTRAINED, "");
            return;
        }
        show(State.MEASURING, Texts.format("hardware.adc.measuring", AdcInputProbe.MOST_WINDOWS));
        if (session.screenProperty().get() == Screen.HARDWARE) {
            start(trained, project.parts().test());
        }
    }

    private static List<String> names(TrainedNetwork trained) {
        return MappingPlan.of(trained.design().network(), trained.design().hardware()).layers().stream()
                .map(layer -> layer.name())
                .toList();
    }

    private void stop() {
        measuring.forget();
        measured = null;
        tried = null;
    }

    private void start(TrainedNetwork trained, Dataset test) {
        tried = trained;
        measuring.ask(context -> new Measured(trained, AdcInputProbe.measure(trained, test, context::cancelled)));
    }

    private void take(Measured result) {
        measured = result;
        draw();
    }

    private void failed(Throwable thrown) {
        show(State.FAILED, Texts.format("hardware.adc.failed", String.valueOf(thrown.getMessage())));
    }

    private void show(State now, String text) {
        picture.set(null);
        words.set(text);
        state.set(now);
    }

    private void draw() {
        Measured now = measured;
        Design edited = session.designProperty().get();
        if (now == null || edited == null) {
            return;
        }
        int layer = session.selectedLayerProperty().get();
        boolean one = layer >= 0 && layer < now.layers().size();
        List<AdcInputs.Columns> columns = one ? now.layers().get(layer).columns() : AdcInputs.together(now.layers());
        int bits = edited.hardware().converters().adcBits();
        AdcPicture drawn = AdcPicture.of(columns, bits, factor.get());
        picture.set(drawn);
        String where = one
                ? AdcWords.layer(layers.get(layer), now.layers().get(layer).fullScale())
                : Texts.get("hardware.adc.words.all");
        words.set(where + " " + AdcWords.of(drawn, bits, factor.get())
                + AdcWords.note(now.network().design(), edited));
        state.set(State.READY);
    }
}
