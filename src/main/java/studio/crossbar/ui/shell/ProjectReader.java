package studio.crossbar.ui.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import studio.crossbar.cost.Technology;
import studio.crossbar.data.CsvOptions;
import studio.crossbar.data.Parts;
import studio.crossbar.run.JobContext;
import studio.crossbar.study.Costing;
import studio.crossbar.study.Evaluation;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectCosting;
import studio.crossbar.study.ProjectData;
import studio.crossbar.study.ProjectException;
import studio.crossbar.study.ProjectPlan;
import studio.crossbar.study.ResultStore;
import studio.crossbar.study.StoredEvaluation;
import studio.crossbar.study.TrainedResult;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.Texts;

/** Reads projects with their data and results in one job. What it writes comes last: a cancelled job has written nothing. */
final class ProjectReader {

    private final JobContext context;

    ProjectReader(JobContext context) {
        this.context = context;
    }

    /** Reads the project in a folder. */
    OpenProject open(Path folder) throws IOException {
        context.progress(0.1, Texts.get("shell.progress.project"));
        Project project = Project.open(folder);
        context.progress(0.3, Texts.get("shell.progress.data"));
        return read(project, data(project));
    }

    /** Makes a project, if its data can be read, and reads it. */
    OpenProject create(ProjectPlan wanted) throws IOException {
        context.progress(0.1, Texts.get("shell.progress.data"));
        Project plan = wanted.plan();
        Project.requireNone(plan.folder());
        Parts parts = data(plan);
        OpenProject read = read(plan, parts);
        wanted.create();
        return read;
    }

    /**
     * Makes {@code data} the data setting of the project in {@code folder}, if it can be read, and reads the project anew.
     *
     * @param data null to remove the setting
     * @param csv how to understand it if it is CSV; null for what the project says of that
     */
    OpenProject openData(Path folder, @Nullable Path data, @Nullable CsvOptions csv) throws IOException {
        context.progress(0.1, Texts.get("shell.progress.project"));
        Project stored = Project.open(folder);
        Project changed = stored.withSettings(stored.settings()
                .withData(data == null ? null : stored.relative(data).toString())
                .withCsv(csv == null ? stored.settings().csv() : csv));
        context.progress(0.3, Texts.get("shell.progress.data"));
        Parts parts = data(changed);
        OpenProject read = read(changed, parts);
        changed.save();
        return read;
    }

    private Parts data(Project project) throws IOException {
        Parts parts = ProjectData.load(project, null, context::cancelled);
        check();
        return parts;
    }

    /** What is read for nobody must not be shown: it would take the place of what is open. */
    private void check() {
        if (context.cancelled()) {
            throw new CancellationException();
        }
    }

    private OpenProject read(Project project, Parts parts) throws IOException {
        Technology technology = ProjectCosting.technology(project);
        Costing costing = ProjectCosting.of(project, technology);
        ProjectCosting.requireCostable(project, costing);
        context.progress(0.8, Texts.get("shell.progress.result"));
        OpenProject read = withResult(project, parts, technology, costing);
        check();
        return read;
    }

    private OpenProject withResult(Project project, Parts parts, Technology technology, Costing costing)
            throws IOException {
        try {
            ResultStore store = new ResultStore(project);
            TrainedResult trained = store.hasTrained() ? store.trained() : null;
            if (trained != null) {
                ProjectData.requireSame(trained, parts);
            }
            check();
            return new OpenProject(
                    project,
                    parts,
                    technology,
                    trained == null ? null : trained.network(),
                    trained == null ? null : evaluation(store, trained, costing),
                    null);
        } catch (ProjectException e) {
            return new OpenProject(project, parts, technology, null, null, e.getMessage());
        }
    }

    private static @Nullable Evaluation evaluation(ResultStore store, TrainedResult trained, Costing costing)
            throws ProjectException {
        StoredEvaluation stored = store.evaluation().orElse(null);
        return stored == null ? null : Evaluation.restore(trained.network(), stored, costing);
    }
}
