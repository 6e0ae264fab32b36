package studio.crossbar.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.crossbar.cost.CostModel;
import studio.crossbar.cost.Technology;
import studio.crossbar.data.Parts;
import studio.crossbar.data.SyntheticImu;
import studio.crossbar.design.Design;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.report.ReportWriter;
import studio.crossbar.simulation.AccuracyUnderNoise;
import studio.crossbar.simulation.MonteCarlo;
import studio.crossbar.study.DatasetSummary;
import studio.crossbar.study.Evaluation;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectException;
import studio.crossbar.study.ResultStore;
import studio.crossbar.study.StoredEvaluation;
import studio.crossbar.study.TrainedResult;
import studio.crossbar.study.Workflow;
import studio.crossbar.training.Epoch;
import studio.crossbar.training.TrainedNetwork;
import studio.crossbar.training.TrainingListener;
import studio.crossbar.ui.common.Engine;
import studio.crossbar.ui.common.JobContext;
import studio.crossbar.ui.common.OpenProject;

/** The real core behind the window. */
public final class CoreEngine implements Engine {

    private static final Logger LOG = LoggerFactory.getLogger(CoreEngine.class);
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
                for (Path folder : folders.filter(Project::isProject).sorted().toList()) {
                    Project project = Project.open(folder);
                    found.add(new Sample(
                            folder,
                            project.settings().name(),
                            project.settings().description()));
                }
            } catch (IOException e) {
                LOG.warn("A sample project cannot be read: {}", e.getMessage());
            }
        }
        return found;
    }

    @Override
    public OpenProject open(Path folder, JobContext context) throws IOException {
        context.progress(0.1, "Reading the project");
        Project project = Project.open(folder);
        Technology technology = technology(project);
        context.progress(0.3, "Reading the data");
        Parts parts = project.data() == null ? SyntheticImu.generate(1) : Workflow.data(project, null);
        context.progress(0.8, "Reading the last result");
        return new OpenProject(project, parts, technology, stored(project, technology));
    }

    private static Technology technology(Project project) throws IOException {
        String name = project.settings().technology();
        return name == null ? Technology.standard() : Technology.bundled(name);
    }

    private static @Nullable Evaluation stored(Project project, Technology technology) throws ProjectException {
        ResultStore store = new ResultStore(project);
        StoredEvaluation evaluation = store.evaluation().orElse(null);
        if (evaluation == null) {
            return null;
        }
        MappedNetwork mapped = MappedNetwork.of(store.trained().network());
        return new Evaluation(mapped, evaluation.accuracy(), CostModel.cost(mapped, technology), evaluation.dataset());
    }

    @Override
    public Evaluation run(OpenProject project, Design design, RunListener listener) throws IOException {
        Project edited = project.project().withDesign(design);
        Parts parts = project.parts();
        TrainedNetwork trained = Workflow.train(design, parts, new TrainingListener() {
            private double share;

            @Override
            public void epoch(Epoch epoch) {
                listener.epoch(epoch);
            }

            @Override
            public void progress(double done, double loss) {
                share = done;
                listener.loss(done, loss);
                listener.progress(TRAINING_SHARE * share, "Training");
            }

            @Override
            public boolean cancelled() {
                return listener.cancelled();
            }
        });
        MappedNetwork mapped = MappedNetwork.of(trained);
        AccuracyUnderNoise accuracy = MonteCarlo.accuracy(
                mapped,
                parts.test(),
                edited.settings().draws(),
                design.seed(),
                listener::cancelled,
                done -> listener.progress(TRAINING_SHARE + (1 - TRAINING_SHARE) * done, "Testing programmed chips"));
        DatasetSummary summary = new DatasetSummary(
                parts.train().name(),
                parts.train().synthetic(),
                parts.train().size(),
                parts.test().size());
        edited.save();
        ResultStore store = new ResultStore(edited);
        store.save(new TrainedResult(trained, summary));
        store.save(new StoredEvaluation(accuracy, summary));
        return new Evaluation(mapped, accuracy, CostModel.cost(mapped, project.technology()), summary);
    }

    @Override
    public void save(OpenProject project, Design design) throws IOException {
        project.project().withDesign(design).save();
    }

    @Override
    public List<Path> export(Evaluation evaluation, Path folder) throws IOException {
        return ReportWriter.write(evaluation, folder);
    }
}
