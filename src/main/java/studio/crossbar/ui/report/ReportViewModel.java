package studio.crossbar.ui.report;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.crossbar.design.Design;
import studio.crossbar.report.Bundle;
import studio.crossbar.run.Job;
import studio.crossbar.study.Evaluation;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectData;
import studio.crossbar.study.ProjectSettings;
import studio.crossbar.ui.common.Jobs;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Workbench;

/** What the report says, where it goes, and which files were written. */
public final class ReportViewModel {

    /** Name of the archive that reproduces the result. */
    private static final String BUNDLE = "bundle.zip";

    private final Session session;
    private final Workbench workbench;
    private final PreviewViewModel preview;
    private final ReproductionViewModel reproduction;
    private final StringProperty folder = new SimpleStringProperty(this, "folder", "");
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper(this, "refusal", "");
    private final ObservableList<Path> written = FXCollections.observableArrayList();
    private final ObservableList<Path> writtenView = FXCollections.unmodifiableObservableList(written);

    /** @param ui runs updates on the user interface's thread */
    public ReportViewModel(Workbench workbench, Executor ui) {
        this.workbench = workbench;
        session = workbench.session();
        session.projectProperty().subscribe(this::opened);
        preview = new PreviewViewModel(session, ui);
        reproduction = new ReproductionViewModel(session, folder);
    }

    private void opened(@Nullable OpenProject project) {
        written.clear();
        refusal.set("");
        folder.set(project == null ? "" : project.project().reportFolder().toString());
    }

    public ReadOnlyObjectProperty<@Nullable Evaluation> evaluationProperty() {
        return session.evaluationProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Design> designProperty() {
        return session.designProperty();
    }

    /** Pages of the report. */
    public PreviewViewModel preview() {
        return preview;
    }

    /** Lines for a shell that make the report. */
    public ReproductionViewModel reproduction() {
        return reproduction;
    }

    /** Folder for the files, as typed. */
    public StringProperty folderProperty() {
        return folder;
    }

    /** Why the last export could not begin; empty if it could. */
    public ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /** Files of the last export. */
    public ObservableList<Path> written() {
        return writtenView;
    }

    /** Whether the result belongs to an earlier design than the edited one. */
    public boolean stale() {
        return session.evaluationProperty().get() != null && !session.resultIsCurrent();
    }

    /** Writes the report, or says why the folder cannot be used. */
    public Optional<String> export() {
        return inFolder(chosen -> workbench.export(chosen, written::setAll));
    }

    /** Writes the archive that reproduces the result into the folder, or says why the folder cannot be used. */
    public Optional<String> exportBundle() {
        return inFolder(chosen -> writeBundle(chosen.resolve(BUNDLE)));
    }

    private Optional<String> inFolder(Consumer<Path> writing) {
        Optional<String> refused = write(writing);
        refusal.set(refused.orElse(""));
        return refused;
    }

    private Optional<String> write(Consumer<Path> writing) {
        if (folder.get().isBlank()) {
            return Optional.of(Texts.get("report.export.folder.missing"));
        }
        try {
            writing.accept(Path.of(folder.get().strip()));
            return Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.of(Texts.format("report.export.folder.invalid", folder.get()));
        }
    }

    private void writeBundle(Path file) {
        OpenProject open = session.projectProperty().get();
        ProjectSettings settings = session.settingsProperty().get();
        Evaluation evaluation = session.evaluationProperty().get();
        if (open == null || settings == null || evaluation == null) {
            return;
        }
        Project project = open.project().withSettings(settings);
        workbench
                .jobs()
                .start(
                        Jobs.Lane.FILES,
                        new Job<>(Texts.format("report.bundle.job", open.name()), context -> {
                            context.progress(0.1, Texts.get("report.bundle.writing"));
                            Path data = ProjectData.source(open.project(), null).path();
                            new Bundle(project, evaluation, open.parts(), data, null).write(file, context::cancelled);
                            return List.of(file);
                        }),
                        Texts.get("report.bundle.failed"),
                        written::setAll);
    }

    /** Design, accuracy and cost in words. */
    List<ResultLines.Line> lines() {
        Evaluation result = session.evaluationProperty().get();
        return result == null ? List.of() : ResultLines.of(result);
    }
}
