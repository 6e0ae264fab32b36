package studio.crossbar.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.data.Parts;
import studio.crossbar.design.Design;
import studio.crossbar.search.Candidate;
import studio.crossbar.search.Metric;
import studio.crossbar.search.Trial;
import studio.crossbar.search.front.ObjectiveBox;
import studio.crossbar.search.front.ParetoFront;
import studio.crossbar.search.run.DesignExport;
import studio.crossbar.search.run.FinalTest;
import studio.crossbar.search.run.Recosting;
import studio.crossbar.search.run.SearchData;
import studio.crossbar.search.run.SearchStart;
import studio.crossbar.search.store.Provenance;
import studio.crossbar.search.store.SearchSetup;
import studio.crossbar.search.store.SearchStore;
import studio.crossbar.study.Costing;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectCosting;
import studio.crossbar.study.ProjectData;
import studio.crossbar.study.ProjectException;

/** {@code crossbar front}. */
@Command(
        name = "front",
        description = {
            "Designs that a search has found and no other beats, also while it runs.",
            "",
            "Errors are those on held-out training data, until --test measures them on the test data."
        })
final class FrontCommand extends Verb {

    @Parameters(paramLabel = "PROJECT", description = "Folder with project.json.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(
            names = "--objectives",
            paramLabel = "METRIC",
            split = ",",
            description = "One to four metrics instead of the search's; see search --help.")
    private @Nullable List<String> objectives;

    @Option(names = "--all", description = "List all designs ever tried, not the front alone.")
    private boolean all;

    @Option(names = "--csv", paramLabel = "FILE", description = "Write what is listed, with every parameter.")
    private @Nullable Path csv;

    @Option(
            names = "--importance",
            description = "Also say how much of each objective hangs on which parameter of the space.")
    private boolean importance;

    @Option(
            names = "--export",
            arity = "2",
            paramLabel = "ID FOLDER",
            hideParamSyntax = true,
            description = "Make a project of the design of trial ID: --export ID FOLDER.")
    private String @Nullable [] export;

    @Option(
            names = "--weights",
            description =
                    "With --export: also the trial's weights, which have not seen the training data that the search"
                            + " held out. Without it the project is to be trained.")
    private boolean weights;

    @Option(
            names = "--test",
            description = "Measure the front on the test data. The search must be over: designs chosen by these figures"
                    + " would have no test data left.")
    private boolean test;

    @Option(
            names = "--epsilon",
            paramLabel = "E",
            description = "In place of the front, few designs that stand for all: none tried is worse by more than this"
                    + " share of each objective's range, above 0, at most 1.")
    private @Nullable Double epsilon;

    @Mixin
    private DrawsOption draws = new DrawsOption();

    @Mixin
    private DataOption data = new DataOption();

    @Override
    Report run() throws Exception {
        Project project = Project.open(folder);
        if (epsilon != null && !(epsilon > 0 && epsilon <= 1)) {
            throw new ParameterException(spec.commandLine(), "--epsilon: " + epsilon + " is not above 0 and at most 1");
        }
        if (epsilon != null && all) {
            throw new ParameterException(spec.commandLine(), "--epsilon and --all: give one of them");
        }
        if (weights && export == null) {
            throw new ParameterException(spec.commandLine(), "--weights: goes with --export ID FOLDER");
        }
        if (csv != null) {
            requireWritable("--csv", csv);
        }
        if (test) {
            test(project);
        }
        try (SearchStore store = SearchStore.toRead(project)) {
            SearchSetup setup = store.requireSetup();
            List<Metric> chosen = chosen(setup);
            List<Trial> stored = store.trials();
            Costing costing = ProjectCosting.of(project);
            List<Trial> trials = new Recosting(setup, costing).of(stored);
            FrontReport report = new FrontReport(
                    setup,
                    costing.technology().identity(),
                    chosen,
                    trials,
                    Recosting.moved(stored, trials),
                    store.testResults(),
                    store.sessions(),
                    epsilon);
            if (csv != null) {
                ResultFile.write("--csv", csv, file -> report.write(file, all));
            }
            String exported = export == null ? "" : export(project, store, trials, export[0], export[1]);
            return report.report(all, importance, exported);
        }
    }

    private List<Metric> chosen(SearchSetup setup) {
        if (objectives == null) {
            return setup.objectives();
        }
        try {
            return ObjectiveBox.requireObjectives(
                    objectives.stream().map(Metric::labelled).toList());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--objectives: " + e.getMessage(), e);
        }
    }

    private String export(Project project, SearchStore store, List<Trial> trials, String id, String target)
            throws IOException {
        Trial trial = trials.stream()
                .filter(one -> Long.toString(one.id()).equals(id))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "--export: " + id + " is no trial of this search; see its list with --all"));
        Design design = store.design(trial.id())
                .orElseThrow(() -> new ProjectException(
                        "--export: trial " + id + " was refused (" + trial.reason() + "); choose another"));
        try {
            CostOptions options = options(project, store, trial);
            if (weights) {
                Project made = DesignExport.withWeights(project, store, trial, design, options, Path.of(target));
                return "Exported trial " + id + " with its weights; next: crossbar evaluate " + made.folder() + "\n";
            }
            Project made = DesignExport.make(project, trial, design, options, Path.of(target));
            return "Exported trial " + id + "; next: crossbar train " + made.folder() + "\n";
        } catch (InvalidPathException e) {
            throw new ParameterException(spec.commandLine(), "--export: '" + target + "' is no path", e);
        }
    }

    /** What the trial was costed with: the project's options but for those that the space varies. */
    private static CostOptions options(Project project, SearchStore store, Trial trial) throws IOException {
        SearchSetup setup = store.requireSetup();
        Costing costing = ProjectCosting.of(project);
        return SearchStart.factory(setup.space(), setup.base(), costing).build(trial.genome())
                        instanceof Candidate candidate
                ? candidate.options()
                : costing.options();
    }

    private void test(Project project) throws Exception {
        if (!SearchStore.exists(project)) {
            SearchStore.toRead(project).close();
        }
        try (SearchStore store = SearchStore.toWrite(project)) {
            SearchSetup setup = store.requireSetup();
            List<Trial> trials = new Recosting(setup, ProjectCosting.of(project)).of(store.trials());
            List<Trial> front = ParetoFront.of(trials, chosen(setup)).trials();
            job("Test " + project.settings().name(), context -> {
                context.progress(0, "reading data");
                Parts whole = ProjectData.load(project, data.path);
                if (!SearchData.checksum(whole).equals(setup.checksum())) {
                    throw new ProjectException("data: are not those of the search (" + setup.dataset() + ", checksum "
                            + setup.checksum() + "); name the same data");
                }
                store.startSession(Provenance.here(1, setup.dataset().toString(), setup.checksum()));
                List<Trial> left = new ArrayList<>(front);
                store.testResults()
                        .forEach(done -> left.removeIf(
                                trial -> trial.id() == done.trial() && done.draws() >= draws.of(project)));
                for (int i = 0; i < left.size(); i++) {
                    int before = i;
                    FinalTest.measure(
                            store,
                            setup,
                            left.get(i),
                            whole.test(),
                            draws.of(project),
                            context::cancelled,
                            done -> context.progress(
                                    (before + done) / left.size(),
                                    "trial " + left.get(before).id()));
                }
                return left.size();
            });
        }
    }
}
