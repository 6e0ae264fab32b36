package studio.crossbar.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import studio.crossbar.design.Design;
import studio.crossbar.json.JsonText;
import studio.crossbar.run.Job;
import studio.crossbar.study.Project;
import studio.crossbar.study.ResultStore;

/** What all verbs share: the project, its overrides, and text or JSON as output. */
abstract class ProjectCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "PROJECT", description = "Folder with project.json.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(names = "--json", description = "Print JSON, and no progress.")
    private boolean json;

    @Mixin
    private DesignOverrides overrides = new DesignOverrides();

    @Override
    public final Integer call() throws Exception {
        Project stored = Project.open(folder);
        Project project = stored.withDesign(overridden(stored.design()));
        Report report = run(project, new ResultStore(project));
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? JsonText.write(report.json()) : report.text());
        out.flush();
        return 0;
    }

    private Design overridden(Design design) {
        try {
            return overrides.apply(design);
        } catch (IllegalArgumentException e) {
            // The project's own design is valid, so it is an option that does not fit.
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /** Does the work and tells its results, the same ones twice. */
    abstract Report run(Project project, ResultStore store) throws Exception;

    /** Runs {@code work} as a job with a progress bar; the user's interrupt cancels it. */
    final <T> T job(String title, Job.Work<T> work) throws Exception {
        PrintWriter err = spec.commandLine().getErr();
        Job<T> job = new Job<>(title, work);
        try (ProgressBar _ = json ? ProgressBar.HIDDEN : ProgressBar.show(job, err)) {
            return Interrupt.await(job, err);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw new IOException(
                    Failure.describe(e.getCause() == null ? e : e.getCause()).orElse("failed"), e);
        }
    }

    /**
     * Results of a verb.
     *
     * @param text for people, ended by a line end
     * @param json the same numbers
     */
    record Report(String text, ObjectNode json) {}
}
