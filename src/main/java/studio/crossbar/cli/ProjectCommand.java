package studio.crossbar.cli;

import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import studio.crossbar.design.Design;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectException;
import studio.crossbar.study.ResultStore;

/** What the verbs on a project share: the project and its overrides. */
abstract class ProjectCommand extends Verb {

    @Parameters(paramLabel = "PROJECT", description = "Folder with project.json.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Mixin
    private DesignOverrides overrides = new DesignOverrides();

    @Override
    final Report run() throws Exception {
        Project stored = Project.open(folder);
        Project project = stored.withDesign(overridden(stored.design()));
        try {
            return run(project, new ResultStore(project));
        } catch (ProjectException e) {
            throw EpochOverrides.completed(e, overrides.given());
        }
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
}
