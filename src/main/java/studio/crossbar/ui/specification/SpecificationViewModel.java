package studio.crossbar.ui.specification;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.crossbar.design.Design;
import studio.crossbar.run.Job;
import studio.crossbar.run.JobRunner;
import studio.crossbar.run.JobStatus;
import studio.crossbar.specification.CornerMeasurements;
import studio.crossbar.specification.CornerPlan;
import studio.crossbar.specification.CornerStudy;
import studio.crossbar.specification.SpecificationEdit;
import studio.crossbar.specification.SpecificationSheet;
import studio.crossbar.specification.Specifications;
import studio.crossbar.specification.SpecificationsFile;
import studio.crossbar.specification.VerdictTable;
import studio.crossbar.study.Costing;
import studio.crossbar.study.DatasetSummary;
import studio.crossbar.study.Evaluation;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectSettings;
import studio.crossbar.training.TrainedNetwork;
import studio.crossbar.ui.common.JobItem;
import studio.crossbar.ui.common.Jobs;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.Screen;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Workbench;

/**
 * Targets of the open project and the verdicts on its designs. Edits are judged at once and written; corners are measured in
 * a job and stored one by one. Call on the user interface's thread.
 */
@SuppressWarnings("ReferenceEquality") // A project that is opened again is another one.
public final class SpecificationViewModel {

    /** Title of the table of a design whose network is not the one that the project holds. */
    public static final String EDITED = Texts.get("specification.table.edited");

    /** Title of the table of the network that the project holds, while another design is edited. */
    public static final String TRAINED = Texts.get("specification.table.trained");

    /** Title of the only table, of a trained design that was not edited since. */
    public static final String CURRENT = Texts.get("specification.table.current");

    /** Why corners cannot be measured of a design without a network. */
    static final String UNTRAINED = Texts.get("specification.measure.reason.untrained");

    private final Workbench workbench;
    private final Session session;
    private final Executor ui;
    private final JobRunner reader = new JobRunner();
    private final ReadOnlyObjectWrapper<@Nullable SpecificationSheet> sheet =
            new ReadOnlyObjectWrapper<>(this, "sheet", null);
    private final ReadOnlyObjectWrapper<@Nullable JobItem> measuring =
            new ReadOnlyObjectWrapper<>(this, "measuring", null);
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper(this, "refusal", "");
    private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper(this, "remark", "");
    private final ReadOnlyStringWrapper measureReason = new ReadOnlyStringWrapper(this, "measureReason", "");
    private final ReadOnlyStringWrapper cancelReason =
            new ReadOnlyStringWrapper(this, "cancelReason", Texts.get("specification.stop.reason"));
    private final ObservableList<VerdictTable> tables = FXCollections.observableArrayList();
    private final ObservableList<VerdictTable> tablesView = FXCollections.unmodifiableObservableList(tables);

    /**
     * Follows the project, the designs and the costs of {@code workbench}.
     *
     * @param ui runs updates on the user interface's thread
     */
    public SpecificationViewModel(Workbench workbench, Executor ui) {
        this.workbench = workbench;
        this.ui = ui;
        session = workbench.session();
        session.projectProperty().subscribe((was, now) -> {
            cancel();
            measuring.set(null);
            sheet.set(null);
            refusal.set("");
            read();
        });
        session.screenProperty().subscribe((was, now) -> {
            if (now == Screen.SPECIFICATIONS) {
                read();
            }
        });
        session.designProperty().subscribe((was, now) -> show());
        session.costingProperty().subscribe((was, now) -> show());
        session.trainedProperty().subscribe((was, now) -> show());
        session.evaluationProperty().subscribe((was, now) -> show());
        read();
    }

    /** What the project's files say; null while none is read. They are read whenever the screen comes to the front. */
    public ReadOnlyObjectProperty<@Nullable SpecificationSheet> sheetProperty() {
        return sheet.getReadOnlyProperty();
    }

    /** Why the project's files cannot be read; empty while they can. */
    public ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /** Verdicts: the edited design's where it is not trained, and the trained one's. */
    public ObservableList<VerdictTable> tables() {
        return tablesView;
    }

    /** The job that measures corners, while there is one. */
    public ReadOnlyObjectProperty<@Nullable JobItem> measuringProperty() {
        return measuring.getReadOnlyProperty();
    }

    /** Why corners cannot be measured now; empty if they can. */
    public ReadOnlyStringProperty measureReasonProperty() {
        return measureReason.getReadOnlyProperty();
    }

    /** Why nothing can be cancelled; empty while corners are measured. */
    public ReadOnlyStringProperty cancelReasonProperty() {
        return cancelReason.getReadOnlyProperty();
    }

    /** The yield in the worst corner with its interval, and what does not count; or the last refusal. */
    public ReadOnlyStringProperty remarkProperty() {
        return remark.getReadOnlyProperty();
    }

    /** The open design; null without a project. */
    public ReadOnlyObjectProperty<@Nullable Design> designProperty() {
        return session.designProperty();
    }

    /**
     * Takes what was typed.
     *
     * @param field as in {@link SpecificationEdit#apply}
     * @return why it is refused; empty if it is taken
     */
    public String type(String field, String text) {
        try {
            return edit(specifications -> SpecificationEdit.apply(specifications, field, text));
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Has other corners measured; empty for all. */
    public void chooseCorners(List<String> names) {
        editPlan(plan -> plan.withCorners(names));
    }

    /** Has chips with or without drift compensation measured. */
    public void compensateDrift(boolean value) {
        editPlan(plan -> plan.withDriftCompensation(value));
    }

    /** Has chips of other cells measured; null for the design's own. */
    public void useDevice(@Nullable String device) {
        editPlan(plan -> plan.withDevice(device));
    }

    private void editPlan(UnaryOperator<CornerPlan> change) {
        String refused = edit(specifications -> specifications.withPlan(change.apply(specifications.plan())));
        if (!refused.isEmpty()) {
            refusal.set(refused);
        }
    }

    private String edit(UnaryOperator<Specifications> change) {
        SpecificationSheet now = sheet.get();
        Project stored = stored();
        if (now == null || stored == null) {
            return Texts.get("specification.save.reading");
        }
        Specifications edited = change.apply(now.specifications());
        if (edited.equals(now.specifications())) {
            return "";
        }
        try {
            SpecificationSheet shown = now.withSpecifications(edited);
            boolean sameDevice = java.util.Objects.equals(
                    edited.plan().device(), now.specifications().plan().device());
            if (sameDevice) {
                take(shown);
                write(stored, edited);
            } else {
                readThen(() -> SpecificationSheet.of(stored, edited, now.measured()), read -> {
                    take(read);
                    write(stored, edited);
                });
            }
            return "";
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private void write(Project stored, Specifications edited) {
        JobItem item = workbench
                .jobs()
                .start(
                        Jobs.Lane.FILES,
                        new Job<>(Texts.get("specification.save.job"), context -> {
                            SpecificationsFile.write(stored, edited);
                            return edited;
                        }),
                        Texts.get("specification.save.failed"),
                        done -> {});
        item.stateProperty().subscribe(state -> {
            if (state == JobStatus.State.FAILED) {
                // What is shown is what the disk holds.
                read();
            }
        });
    }

    /** Measures the corners that have no current result. */
    public void measure() {
        SpecificationSheet now = sheet.get();
        TrainedNetwork trained = session.trainedProperty().get();
        OpenProject project = session.projectProperty().get();
        Project stored = stored();
        if (!measureReason.get().isEmpty() || now == null || trained == null || project == null || stored == null) {
            return;
        }
        JobItem item = workbench
                .jobs()
                .start(
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
                        });
        measuring.set(item);
        showReasons();
        item.stateProperty().subscribe(state -> {
            if (state.terminal() && measuring.get() == item) {
                measuring.set(null);
                showReasons();
            }
        });
    }

    private void measured(OpenProject project, CornerMeasurements results) {
        SpecificationSheet now = sheet.get();
        if (now != null && session.projectProperty().get() == project) {
            take(now.withMeasured(results));
        }
    }

    /** Asks the job that measures corners to stop. */
    public void cancel() {
        JobItem item = measuring.get();
        if (item != null) {
            item.cancel();
        }
    }

    /** Reads the project's files. */
    public void read() {
        Project stored = stored();
        if (stored == null) {
            show();
        } else {
            readThen(() -> SpecificationSheet.read(stored), this::take);
        }
    }

    private interface Reading {
        SpecificationSheet sheet() throws IOException;
    }

    private void readThen(Reading reading, java.util.function.Consumer<SpecificationSheet> next) {
        OpenProject open = session.projectProperty().get();
        SpecificationSheet before = sheet.get();
        var _ = reader.start(new Job<>("specifications", context -> reading.sheet()))
                .outcome()
                .whenComplete((read, failure) -> ui.execute(() -> {
                    if (session.projectProperty().get() != open || sheet.get() != before) {
                        return;
                    }
                    if (read == null) {
                        Throwable cause = failure == null || failure.getCause() == null ? failure : failure.getCause();
                        refusal.set(
                                cause == null
                                        ? Texts.get("specification.read.nothing")
                                        : String.valueOf(cause.getMessage()));
                        if (before != null && cause instanceof IOException) {
                            // Fields follow the sheet: an edit that is refused goes back to what was there.
                            sheet.set(null);
                            sheet.set(before);
                        }
                        show();
                    } else {
                        next.accept(read);
                    }
                }));
    }

    private void take(SpecificationSheet read) {
        refusal.set("");
        sheet.set(read);
        show();
    }

    private void show() {
        List<VerdictTable> shown = new ArrayList<>();
        SpecificationSheet now = sheet.get();
        OpenProject project = session.projectProperty().get();
        Design design = session.designProperty().get();
        Costing costing = session.costingProperty().get();
        if (now != null && project != null && design != null && costing != null) {
            TrainedNetwork trained = session.trainedProperty().get();
            boolean same = trained != null && trained.design().equals(design);
            if (!same) {
                // Results of the trained network stand in its own table.
                SpecificationSheet own = trained == null ? now : now.withMeasured(null);
                shown.add(VerdictTable.of(EDITED, now.specifications(), costing.of(design), own.untrained()));
            }
            if (trained != null) {
                Evaluation evaluation = session.evaluationProperty().get();
                shown.add(VerdictTable.of(
                        same ? CURRENT : TRAINED,
                        now.specifications(),
                        evaluation == null ? costing.of(trained.design()) : evaluation.cost(),
                        now.columns(trained, DatasetSummary.of(project.parts()), evaluation)));
            }
        }
        if (!shown.equals(tables)) {
            tables.setAll(shown);
        }
        showReasons();
    }

    private void showReasons() {
        SpecificationSheet now = sheet.get();
        remark.set(
                refusal.get().isEmpty() && now != null && !tables.isEmpty()
                        ? VerdictSummary.of(tables.getLast(), now.specifications())
                        : refusal.get());
        cancelReason.set(measuring.get() == null ? Texts.get("specification.stop.reason") : "");
        measureReason.set(whyNot());
    }

    private String whyNot() {
        SpecificationSheet now = sheet.get();
        OpenProject project = session.projectProperty().get();
        TrainedNetwork trained = session.trainedProperty().get();
        if (project == null) {
            return Texts.get("specification.measure.reason.project");
        }
        if (measuring.get() != null) {
            return Texts.get("specification.measure.reason.measuring");
        }
        if (now == null) {
            return refusal.get().isEmpty() ? Texts.get("specification.measure.reason.reading") : refusal.get();
        }
        if (trained == null) {
            return UNTRAINED;
        }
        return now.missing(trained, DatasetSummary.of(project.parts())).isEmpty()
                ? Texts.get("specification.measure.reason.current")
                : "";
    }

    /** The project as its folder holds it. */
    private @Nullable Project stored() {
        OpenProject project = session.projectProperty().get();
        ProjectSettings settings = session.savedSettingsProperty().get();
        return project == null || settings == null ? null : project.project().withSettings(settings);
    }
}
