package studio.crossbar.ui.training;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.crossbar.run.Job;
import studio.crossbar.simulation.AgeingCurve;
import studio.crossbar.simulation.ChipOptions;
import studio.crossbar.study.AgeingFile;
import studio.crossbar.study.AgeingStudy;
import studio.crossbar.study.ProjectSettings;
import studio.crossbar.study.ResultStore;
import studio.crossbar.training.TrainedNetwork;
import studio.crossbar.ui.common.CurrentJob;
import studio.crossbar.ui.common.JobItem;
import studio.crossbar.ui.common.Jobs;
import studio.crossbar.ui.common.Latest;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Workbench;

/** Accuracy of the trained network's chips as they age, measured on demand. Call on the user interface's thread. */
@SuppressWarnings("ReferenceEquality") // A network that is trained again is another one.
public final class AgeingViewModel {

    /** Most chips: enough for the deviation, and a study of the corners takes more. */
    public static final int MOST_CHIPS = 200;

    private static final int USUAL_CHIPS = 5;
    private static final String FIRST_DEVICE = "pcm-nandakumar-2019";

    /** Says which presets age. */
    interface Presets {

        List<String> ageing() throws IOException;
    }

    private final Presets presets;
    private final Jobs jobs;
    private final Session session;
    private final Latest<Stored> reading;
    private final ObservableList<String> devices = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable String> device = new SimpleObjectProperty<>(this, "device", null);
    private final BooleanProperty compensation = new SimpleBooleanProperty(this, "compensation", true);
    private final ObjectProperty<Integer> chips = new SimpleObjectProperty<>(this, "chips", USUAL_CHIPS);
    private final ObservableList<AgeingCurve> curves = FXCollections.observableArrayList();
    private final ObservableList<AgeingCurve> curvesView = FXCollections.unmodifiableObservableList(curves);
    private final CurrentJob measuring = new CurrentJob();
    private final ReadOnlyStringWrapper reason = new ReadOnlyStringWrapper(this, "reason", "");
    private final ReadOnlyStringWrapper stopReason =
            new ReadOnlyStringWrapper(this, "stopReason", Texts.get("training.ageing.stop.reason"));
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");

    /**
     * Follows the trained network.
     *
     * @param ui runs updates on the user interface's thread
     */
    public AgeingViewModel(Workbench workbench, Executor ui) {
        this(workbench, ui, AgeingStudy::devices);
    }

    /** The same with other presets. */
    AgeingViewModel(Workbench workbench, Executor ui, Presets presets) {
        this.presets = presets;
        jobs = workbench.jobs();
        session = workbench.session();
        reading = new Latest<>(ui, this::show, this::unread);
        session.trainedProperty().subscribe((before, now) -> {
            measuring.drop();
            curves.clear();
            problem.set("");
            read();
            showReasons();
        });
        session.training().runningProperty().subscribe((before, now) -> showReasons());
        device.subscribe((before, now) -> showReasons());
        measuring.itemProperty().subscribe((before, now) -> showReasons());
        showReasons();
    }

    /** Presets whose models say something about ageing; empty until the first network is shown. */
    public ObservableList<String> devices() {
        return devices;
    }

    /** Cells of the chips; null until {@link #devices} are known. */
    public ObjectProperty<@Nullable String> deviceProperty() {
        return device;
    }

    /** Whether each tile's results are scaled by what a calibration read has lost. */
    public BooleanProperty compensationProperty() {
        return compensation;
    }

    /** Number of chips, 1 … {@value #MOST_CHIPS}. */
    public ObjectProperty<Integer> chipsProperty() {
        return chips;
    }

    /** What was measured of this network, one curve a device and way of reading. */
    public ObservableList<AgeingCurve> curves() {
        return curvesView;
    }

    /** The running job; null if there is none. */
    public ReadOnlyObjectProperty<@Nullable JobItem> measuringProperty() {
        return measuring.itemProperty();
    }

    /** Why nothing can be measured now; empty if it can. */
    public ReadOnlyStringProperty reasonProperty() {
        return reason.getReadOnlyProperty();
    }

    /** Why nothing can be stopped; empty while something is measured. */
    public ReadOnlyStringProperty stopReasonProperty() {
        return stopReason.getReadOnlyProperty();
    }

    /** Why devices or stored curves cannot be read; empty if they can. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Measures chips of the chosen cells and keeps the curve with the network. */
    public void measure() {
        OpenProject project = session.projectProperty().get();
        TrainedNetwork trained = session.trainedProperty().get();
        String cells = device.get();
        ProjectSettings settings = session.settingsProperty().get();
        if (!reason.get().isEmpty() || project == null || trained == null || cells == null || settings == null) {
            return;
        }
        ChipOptions options = ChipOptions.DESIGN.withWires(settings.wires()).withDriftCompensation(compensation.get());
        int number = chips.get();
        measuring.follow(jobs.start(
                Jobs.Lane.TRAINING,
                new Job<>(
                        Texts.format("training.ageing.job", cells),
                        context -> AgeingStudy.measure(
                                project.project(),
                                trained,
                                project.parts(),
                                cells,
                                options,
                                number,
                                context::cancelled,
                                done -> context.progress(done, Texts.format("training.ageing.progress", number)))),
                Texts.get("training.ageing.failed"),
                curve -> measured(trained, curve)));
    }

    /** Asks the running job to stop. */
    public void cancel() {
        measuring.cancel();
    }

    private void measured(TrainedNetwork trained, AgeingCurve curve) {
        if (session.trainedProperty().get() == trained) {
            curves.setAll(AgeingStudy.with(curves, curve));
        }
    }

    /** Of a reading: presets that age, and the curves that are kept with the network. */
    private record Stored(List<String> devices, List<AgeingCurve> curves, String problem) {}

    private void read() {
        OpenProject project = session.projectProperty().get();
        TrainedNetwork trained = session.trainedProperty().get();
        if (project == null || trained == null) {
            reading.forget();
        } else {
            reading.ask(_ -> stored(project, trained));
        }
    }

    private Stored stored(OpenProject project, TrainedNetwork trained) throws IOException {
        List<String> ageing = presets.ageing();
        try {
            ResultStore store = new ResultStore(project.project().withDesign(trained.design()));
            return new Stored(ageing, AgeingFile.read(store), "");
        } catch (IOException e) {
            return new Stored(ageing, List.of(), String.valueOf(e.getMessage()));
        }
    }

    private void show(Stored read) {
        if (!devices.equals(read.devices())) {
            devices.setAll(read.devices());
        }
        String chosen = device.get();
        if (chosen == null || !devices.contains(chosen)) {
            device.set(
                    devices.contains(FIRST_DEVICE)
                            ? FIRST_DEVICE
                            : devices.stream().findFirst().orElse(null));
        }
        problem.set(read.problem());
        List<AgeingCurve> all = read.curves();
        for (AgeingCurve newer : List.copyOf(curves)) {
            all = AgeingStudy.with(all, newer);
        }
        curves.setAll(all);
        showReasons();
    }

    private void unread(Throwable thrown) {
        problem.set(String.valueOf(thrown.getMessage()));
        showReasons();
    }

    private void showReasons() {
        stopReason.set(measuring.running() ? "" : Texts.get("training.ageing.stop.reason"));
        TrainedNetwork trained = session.trainedProperty().get();
        if (trained == null) {
            reason.set(Texts.get("training.ageing.reason.untrained"));
        } else if (session.training().runningProperty().get()) {
            reason.set(Texts.get("training.ageing.reason.running"));
        } else if (measuring.running()) {
            reason.set(Texts.get("training.ageing.reason.measuring"));
        } else {
            String cells = device.get();
            reason.set(
                    cells != null
                            ? AgeingStudy.refusal(cells, trained.design())
                            : problem.get().isEmpty()
                                    ? Texts.get("training.ageing.reason.reading")
                                    : Texts.get("training.ageing.reason.unread"));
        }
    }
}
