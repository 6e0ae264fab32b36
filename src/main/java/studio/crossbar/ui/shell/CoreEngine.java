package studio.crossbar.ui.shell;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.crossbar.data.CsvOptions;
import studio.crossbar.data.DataKind;
import studio.crossbar.data.download.Downloader;
import studio.crossbar.data.download.PublishedDataset;
import studio.crossbar.design.Design;
import studio.crossbar.report.ReportWriter;
import studio.crossbar.run.BuildInfo;
import studio.crossbar.run.JobContext;
import studio.crossbar.study.AtomicFiles;
import studio.crossbar.study.DatasetSummary;
import studio.crossbar.study.Evaluation;
import studio.crossbar.study.OnnxModels;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectCosting;
import studio.crossbar.study.ProjectEvaluation;
import studio.crossbar.study.ProjectPlan;
import studio.crossbar.study.ProjectTraining;
import studio.crossbar.study.ResultStore;
import studio.crossbar.study.TrainedResult;
import studio.crossbar.training.TrainedNetwork;
import studio.crossbar.ui.common.Engine;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.Texts;

/** The real core behind the window. */
public final class CoreEngine implements Engine {

    private static final double TRAINING_SHARE = 0.9;

    private final Path samples;

    /** Samples are the projects in the folder {@code samples}. */
    public CoreEngine(Path samples) {
        this.samples = samples;
    }

    @Override
    public List<Sample> samples() {
        List<Sample> found = new ArrayList<>();
        if (Files.isDirectory(samples)) {
            try (Stream<Path> folders = Files.list(samples)) {
                folders.filter(Project::isProject).sorted().forEach(folder -> addSample(folder, found));
            } catch (IOException e) {
                log().warn("The folder of the sample projects cannot be read: {}", e.getMessage());
            }
        }
        return found;
    }

    /** Nets for the signals that the program generates are small, so that any recipe of them is short. */
    private static boolean quick(Project project) {
        Design design = project.design();
        int inputs =
                design.network().input().size() / design.hardware().inputs().channelsPerSignal();
        return !new ResultStore(project).hasTrained()
                && DataKind.fitting(inputs, design.network().output().size()).equals(Optional.of(DataKind.HAR));
    }

    /** A sample that cannot be read is left out, with a note in the log. */
    private static void addSample(Path folder, List<Sample> found) {
        try {
            Project project = Project.open(folder);
            found.add(new Sample(
                    folder, project.settings().name(), project.settings().description(), quick(project)));
        } catch (IOException e) {
            log().warn("A sample project cannot be read: {}", e.getMessage());
        }
    }

    @Override
    public OpenProject open(Path folder, JobContext context) throws IOException {
        return new ProjectReader(context).open(folder);
    }

    @Override
    public OpenProject create(ProjectPlan wanted, JobContext context) throws IOException {
        return new ProjectReader(context).create(wanted);
    }

    @Override
    public OpenProject openData(Path folder, @Nullable Path data, @Nullable CsvOptions csv, JobContext context)
            throws IOException {
        return new ProjectReader(context).openData(folder, data, csv);
    }

    @Override
    public Path download(PublishedDataset dataset, Path folder, @Nullable URI mirror, JobContext context)
            throws IOException {
        return new Downloader()
                .fetch(
                        dataset,
                        folder,
                        mirror,
                        context::cancelled,
                        (done, total) -> context.progress(
                                (double) done / total,
                                Texts.format("shell.progress.download", done * 1e-6, total * 1e-6)));
    }

    @Override
    public Evaluation run(OpenProject project, Design design, RunListener listener) throws IOException {
        Project edited = project.project().withDesign(design);
        ResultStore store = new ResultStore(edited);
        store.requireWritable();
        TrainedNetwork trained = ProjectTraining.train(
                edited, design, project.parts(), new TrainingProgress(listener, TRAINING_SHARE), network -> {
                    edited.save();
                    store.save(new TrainedResult(network, DatasetSummary.of(project.parts())));
                });
        listener.trained(trained);
        return evaluate(project, trained, store, TRAINING_SHARE, listener);
    }

    @Override
    public Evaluation evaluate(OpenProject project, TrainedNetwork trained, RunListener listener) throws IOException {
        ResultStore store = new ResultStore(project.project().withDesign(trained.design()));
        // Read for the refusal, before any work, should another process have trained another design meanwhile.
        store.trained();
        return evaluate(project, trained, store, 0, listener);
    }

    /**
     * @param store that has read or written {@code trained}
     * @param before share of the run that is done
     */
    private static Evaluation evaluate(
            OpenProject project, TrainedNetwork trained, ResultStore store, double before, RunListener listener)
            throws IOException {
        Evaluation evaluation = ProjectEvaluation.evaluate(
                trained,
                project.parts(),
                ProjectCosting.of(project.project(), project.technology()),
                project.project().settings().draws(),
                project.project().settings().wires(),
                listener::cancelled,
                done -> listener.progress(before + (1 - before) * done, Texts.get("shell.progress.testing")));
        ProjectEvaluation.keep(project.project(), store, evaluation);
        return evaluation;
    }

    @Override
    public void requireInterrupted(OpenProject project, Design design) throws IOException {
        ProjectTraining.requireInterrupted(project.project(), design, project.parts());
    }

    @Override
    public void save(OpenProject project, Design design) throws IOException {
        project.project().withDesign(design).save();
    }

    @Override
    public List<Path> export(Evaluation evaluation, Path folder) throws IOException {
        return ReportWriter.write(evaluation, folder);
    }

    @Override
    public void exportOnnx(OpenProject project, TrainedNetwork trained, Path file) throws IOException {
        AtomicFiles.write(
                file,
                OnnxModels.export(
                        project.project(),
                        trained,
                        project.parts().test(),
                        OnnxModels.Weights.FLOAT,
                        BuildInfo.version()));
    }

    /** Made only when there is something to say: setting the log up takes a tenth of the time to the window. */
    private static Logger log() {
        return LoggerFactory.getLogger(CoreEngine.class);
    }
}
