package studio.crossbar.ui.specification;

import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import studio.crossbar.device.Device;
import studio.crossbar.run.Job;
import studio.crossbar.specification.CornerMeasurements;
import studio.crossbar.specification.CornerStudy;
import studio.crossbar.specification.SpecificationSheet;
import studio.crossbar.study.DatasetSummary;
import studio.crossbar.study.Project;
import studio.crossbar.training.TrainedNetwork;
import studio.crossbar.ui.common.CurrentJob;
import studio.crossbar.ui.common.JobItem;
import studio.crossbar.ui.common.Jobs;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Workbench;

/** The measuring of corners in a job, and why it cannot begin. */
@SuppressWarnings("ReferenceEquality") // A project that is opened again is another one.
final class MeasuringViewModel {

    private final Jobs jobs;
    private final Session session;
    private final SheetViewModel files;
    private final Executor ui;
    private final CurrentJob measuring = new CurrentJob();
    private final ReadOnlyBooleanWrapper untrained = new ReadOnlyBooleanWrapper(this, "untrained", false);
    private final ReadOnlyStringWrapper measureReason = new ReadOnlyStringWrapper(this, "measureReason", "");
    private final ReadOnlyStringWrapper cancelReason =
            new ReadOnlyStringWrapper(this, "cancelReason", Texts.get("specification.stop.reason"));

    MeasuringViewModel(Workbench workbench, SheetViewModel files, Executor ui) {
        jobs = workbench.jobs();
        session = workbench.session();
        this.files = files;
        this.ui = ui;
        files.sheetProperty().subscribe((was, now) -> showReasons());
        files.refusalProperty().subscribe((was, now) -> showReasons());
        session.projectProperty().subscribe((was, now) -> {
            measuring.drop();
            showReasons();
        });
        session.trainedProperty().subscribe(this::showReasons);
        measuring.itemProperty().subscribe((was, now) -> showReasons());
        showReasons();
    }

    ReadOnlyObjectProperty<@Nullable JobItem> measuringProperty() {
        return measuring.itemProperty();
    }

    ReadOnlyStringProperty measureReasonProperty() {
        return measureReason.getReadOnlyProperty();
    }

    /** Whether all that is missing is a trained network. */
    ReadOnlyBooleanProperty untrainedProperty() {
        return untrained.getReadOnlyProperty();
    }

    ReadOnlyStringProperty cancelReasonProperty() {
        return cancelReason.getReadOnlyProperty();
    }

    void measure() {
        SpecificationSheet now = files.sheetProperty().get();
        TrainedNetwork trained = session.trainedProperty().get();
        OpenProject project = session.projectProperty().get();
        Project stored = session.storedProject();
        if (!measureReason.get().isEmpty() || now == null || trained == null || project == null || stored == null) {
            return;
        }
        measuring.follow(jobs.start(
                Jobs.Lane.TRAINING,
                new Job<>(
                        Texts.format("specification.measure.job", project.name()),
                        context -> CornerStudy.measure(
                                stored,
                                now,
                                trained,
                                project.parts(),
                                measured -> ui.execute(() -> measured(project, measured)),
                                context)),
                Texts.get("specification.measure.failed"),
                result -> {},
                () -> {
                    if (session.projectProperty().get() == project) {
                        measure();
                    }
                }));
    }

    private void measured(OpenProject project, CornerMeasurements results) {
        if (session.projectProperty().get() == project) {
            files.measured(results);
        }
    }

    void cancel() {
        measuring.cancel();
    }

    private void showReasons() {
        cancelReason.set(measuring.running() ? "" : Texts.get("specification.stop.reason"));
        measureReason.set(whyNot());
        untrained.set(session.projectProperty().get() != null
                && files.sheetProperty().get() != null
                && session.trainedProperty().get() == null
                && !measuring.running());
    }

    private String whyNot() {
        SpecificationSheet now = files.sheetProperty().get();
        OpenProject project = session.projectProperty().get();
        TrainedNetwork trained = session.trainedProperty().get();
        if (project == null) {
            return Texts.get("specification.measure.reason.project");
        }
        if (measuring.running()) {
            return Texts.get("specification.measure.reason.measuring");
        }
        if (now == null) {
            String refusal = files.refusalProperty().get();
            return refusal.isEmpty() ? Texts.get("specification.measure.reason.reading") : refusal;
        }
        if (trained == null) {
            return Texts.get("specification.measure.reason.untrained");
        }
        Device device = now.options().device();
        Optional<String> refusal = device == null
                ? Optional.empty()
                : device.refusal(trained.design().hardware().cell().levels());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        return now.missing(trained, DatasetSummary.of(project.parts())).isEmpty()
                ? Texts.get("specification.measure.reason.current")
                : "";
    }
}
