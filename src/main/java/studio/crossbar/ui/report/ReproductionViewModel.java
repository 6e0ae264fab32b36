package studio.crossbar.ui.report;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import studio.crossbar.design.Design;
import studio.crossbar.study.CommandLines;
import studio.crossbar.study.Evaluation;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectData;
import studio.crossbar.study.ProjectSettings;
import studio.crossbar.training.TrainedNetwork;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.Screen;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Texts;

/** The lines for a shell that compute the edited design's report. */
public final class ReproductionViewModel {

    private final Session session;
    private final ObservableValue<String> folder;
    private final ReadOnlyStringWrapper lines = new ReadOnlyStringWrapper(this, "lines", "");
    private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper(this, "remark", "");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper(this, "notice", "");
    private final ObservableValue<String> reason;

    /** @param folder of the report, as typed */
    ReproductionViewModel(Session session, ObservableValue<String> folder) {
        this.session = session;
        this.folder = folder;
        reason = Bindings.createStringBinding(
                () -> lines.get().isEmpty() ? Texts.get("report.command.noProject") : "", lines);
        for (ObservableValue<?> part : List.of(
                folder,
                session.projectProperty(),
                session.savedProperty(),
                session.savedSettingsProperty(),
                session.designProperty(),
                session.settingsProperty(),
                session.trainedProperty(),
                session.evaluationProperty())) {
            part.subscribe(value -> update());
        }
    }

    /** One command a line; empty without a project. */
    public ReadOnlyStringProperty linesProperty() {
        return lines.getReadOnlyProperty();
    }

    /** What must be done before the lines are run; empty if nothing. */
    public ReadOnlyStringProperty remarkProperty() {
        return remark.getReadOnlyProperty();
    }

    /** That the lines were copied; empty once they are others. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** Why there are no lines; empty if there are some. */
    public ObservableValue<String> reason() {
        return reason;
    }

    /** Shows that the lines were copied. */
    public void copied() {
        notice.set(Texts.get("report.command.copied"));
        session.screenProperty().set(Screen.REPORT);
    }

    private void update() {
        CommandLines commands = commands();
        String text = commands == null ? "" : String.join("\n", commands.report(present(), output(commands.stored())));
        if (!text.equals(lines.get())) {
            notice.set("");
            lines.set(text);
        }
        remark.set(commands != null && commands.needsSaving() ? Texts.get("report.command.save") : "");
    }

    private @Nullable CommandLines commands() {
        OpenProject open = session.projectProperty().get();
        Design saved = session.savedProperty().get();
        Design design = session.designProperty().get();
        ProjectSettings savedSettings = session.savedSettingsProperty().get();
        ProjectSettings settings = session.settingsProperty().get();
        if (open == null || saved == null || design == null || savedSettings == null || settings == null) {
            return null;
        }
        Path whole = open.folder().toAbsolutePath().normalize();
        Evaluation result = session.evaluationProperty().get();
        if (result != null && session.resultIsCurrent()) {
            settings = settings.withDraws(result.accuracy().draws().size())
                    .withWires(result.stored().wires());
        }
        return CommandLines.here(
                new Project(whole, savedSettings, saved), new Project(whole, settings, design), data(open.project()));
    }

    /** Data that the project itself does not name: in another shell they would be others. */
    private static @Nullable Path data(Project project) {
        try {
            return project.data() == null ? ProjectData.source(project, null).path() : null;
        } catch (IOException e) {
            return null;
        }
    }

    private CommandLines.Present present() {
        TrainedNetwork trained = session.trainedProperty().get();
        if (session.resultIsCurrent()) {
            return CommandLines.Present.EVALUATION;
        }
        return trained != null
                        && trained.design().equals(session.designProperty().get())
                ? CommandLines.Present.NETWORK
                : CommandLines.Present.NOTHING;
    }

    private @Nullable Path output(Project project) {
        try {
            String typed = folder.getValue().strip();
            Path chosen =
                    typed.isEmpty() ? null : Path.of(typed).toAbsolutePath().normalize();
            return chosen == null || chosen.equals(project.reportFolder()) ? null : chosen;
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
