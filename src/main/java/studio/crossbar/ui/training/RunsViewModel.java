package studio.crossbar.ui.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.crossbar.design.Design;
import studio.crossbar.run.Job;
import studio.crossbar.study.DatasetSummary;
import studio.crossbar.study.RunHistory;
import studio.crossbar.study.RunRecord;
import studio.crossbar.study.RunStore;
import studio.crossbar.training.TrainedNetwork;
import studio.crossbar.ui.common.DesignDifferences;
import studio.crossbar.ui.common.Jobs;
import studio.crossbar.ui.common.Latest;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.Screen;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Workbench;

/** The project's kept runs, and which of them are compared. Call on the user interface's thread. */
@SuppressWarnings("ReferenceEquality") // A project that is opened again is another one.
public final class RunsViewModel {

    /** Most runs that are compared: more curves nobody tells apart. */
    public static final int MOST_COMPARED = 6;

    private static final int NAMED_DIFFERENCES = 2;

    private final Jobs jobs;
    private final Session session;
    private final Latest<RunHistory> reading;
    private final ObservableList<RunRow> rows = FXCollections.observableArrayList();
    private final ObservableList<RunRow> rowsView = FXCollections.unmodifiableObservableList(rows);
    private final ComparedRuns compared = new ComparedRuns(rows, MOST_COMPARED);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyObjectWrapper<@Nullable RunRecord> removed =
            new ReadOnlyObjectWrapper<>(this, "removed", null);
    private final RunSelection selection = new RunSelection();
    private RunHistory history = new RunHistory(List.of(), List.of());
    /** Identity of the run whose network the project holds; empty without one. */
    private String held = "";

    /**
     * Follows the project and its trainings.
     *
     * @param ui runs updates on the user interface's thread
     */
    public RunsViewModel(Workbench workbench, Executor ui) {
        jobs = workbench.jobs();
        session = workbench.session();
        reading = new Latest<>(
                ui,
                this::arrived,
                thrown -> show(new RunHistory(List.of(), List.of(String.valueOf(thrown.getMessage())))));
        session.projectProperty().subscribe((before, now) -> {
            removed.set(null);
            compared.clear();
            selection.clear();
            rows.clear();
            show(new RunHistory(List.of(), List.of()));
            read();
        });
        session.trainedProperty().subscribe((before, now) -> read());
        session.evaluationProperty().subscribe((before, now) -> read());
        session.training().runningProperty().subscribe((before, now) -> show(history));
        session.screenProperty().subscribe((before, now) -> {
            if (now == Screen.TRAINING) {
                read();
            }
        });
        read();
    }

    /** All runs, newest first. */
    public ObservableList<RunRow> rows() {
        return rowsView;
    }

    RunSelection selection() {
        return selection;
    }

    /** Selects a run and shows it among the others. */
    public void reveal(RunRow row) {
        session.screenProperty().set(Screen.TRAINING);
        selection.reveal(row);
    }

    /** Runs that are drawn over the current one, by their places. */
    public ObservableList<RunRow> compared() {
        return compared.chosen();
    }

    /** Whether no more runs can be compared. */
    public ReadOnlyBooleanProperty fullProperty() {
        return compared.fullProperty();
    }

    /** Which files cannot be read and what to do; empty if all can. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The run that was deleted last, which can be brought back; null if there is none. */
    public ReadOnlyObjectProperty<@Nullable RunRecord> removedProperty() {
        return removed.getReadOnlyProperty();
    }

    /** The current run and the compared ones side by side. */
    public ReadOnlyObjectProperty<RunComparison> comparisonProperty() {
        return compared.comparisonProperty();
    }

    /** Why {@code row} cannot be deleted; empty if it can. */
    public String removeReason(@Nullable RunRow row) {
        if (row == null) {
            return Texts.get("training.runs.delete.none");
        }
        return holdsNetwork(row.run()) ? Texts.get("training.runs.delete.network") : "";
    }

    /** Deletes a run, which {@link #bringBack} undoes. */
    public void remove(RunRow row) {
        OpenProject project = session.projectProperty().get();
        if (project == null || !removeReason(row).isEmpty()) {
            return;
        }
        jobs.start(
                Jobs.Lane.FILES,
                new Job<>(Texts.format("training.runs.delete.job", row.ended()), context -> {
                    new RunStore(project.project()).remove(row.run());
                    return row.run();
                }),
                Texts.get("training.runs.delete.failed"),
                gone -> {
                    if (session.projectProperty().get() == project) {
                        removed.set(gone);
                        read();
                    }
                });
    }

    /** Keeps the run that was deleted last again. */
    public void bringBack() {
        OpenProject project = session.projectProperty().get();
        RunRecord gone = removed.get();
        if (project == null || gone == null) {
            return;
        }
        jobs.start(
                Jobs.Lane.FILES,
                new Job<>(Texts.get("training.runs.undo.job"), context -> {
                    new RunStore(project.project()).keep(gone);
                    return gone;
                }),
                Texts.get("training.runs.undo.failed"),
                kept -> {
                    if (session.projectProperty().get() == project) {
                        removed.set(null);
                        read();
                    }
                });
    }

    /** Reads the project's runs in the background; of several readings the last counts. */
    public void read() {
        OpenProject project = session.projectProperty().get();
        if (project == null) {
            reading.forget();
        } else {
            reading.ask(_ -> new RunStore(project.project()).read());
        }
    }

    private void arrived(RunHistory read) {
        if (!read.equals(history) || !heldIdentity().equals(held)) {
            show(read);
        }
    }

    private void show(RunHistory now) {
        history = now;
        problem.set(String.join("\n", now.problems()));
        Map<String, RunRow> before = new HashMap<>();
        rows.forEach(row -> before.put(row.run().id(), row));
        held = heldIdentity();
        Design reference = reference();
        List<RunRow> shown = new ArrayList<>();
        for (RunRecord run : now.runs()) {
            RunRow row = new RunRow(run, current(run), differences(reference, run));
            compared.follow(row, before.get(run.id()));
            shown.add(row);
        }
        RunRow chosen = selection.selectedProperty().get();
        rows.setAll(shown);
        selection.follow(chosen, shown);
        compared.update();
    }

    private static String differences(@Nullable Design reference, RunRecord run) {
        return reference == null ? "" : DesignDifferences.inWords(reference, run.design(), NAMED_DIFFERENCES);
    }

    /** What the runs' differences are told from: the network whose curves are drawn, else the edited design. */
    private @Nullable Design reference() {
        TrainedNetwork trained = session.trainedProperty().get();
        boolean running = session.training().runningProperty().get();
        return trained == null || running ? session.designProperty().get() : trained.design();
    }

    private boolean current(RunRecord run) {
        return !session.training().runningProperty().get() && holdsNetwork(run);
    }

    private boolean holdsNetwork(RunRecord run) {
        return run.id().equals(held);
    }

    private String heldIdentity() {
        TrainedNetwork trained = session.trainedProperty().get();
        OpenProject project = session.projectProperty().get();
        return trained == null || project == null
                ? ""
                : RunRecord.identity(trained, DatasetSummary.of(project.parts()));
    }
}
