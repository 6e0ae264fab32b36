package studio.crossbar.ui.common;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import studio.crossbar.cost.Cost;
import studio.crossbar.cost.Technology;
import studio.crossbar.data.Parts;
import studio.crossbar.design.Design;
import studio.crossbar.study.Evaluation;
import studio.crossbar.study.Project;
import studio.crossbar.study.Workflow;

/**
 * A project in the window.
 *
 * @param project as stored
 * @param parts its data
 * @param technology its costs
 * @param evaluation stored result of the project's design, if there is one
 * @param note why a stored result is not shown, if there is one that cannot be
 */
public record OpenProject(
        Project project,
        Parts parts,
        Technology technology,
        @Nullable Evaluation evaluation,
        @Nullable String note) {

    public Path folder() {
        return project.folder();
    }

    public String name() {
        return project.settings().name();
    }

    /** Name of the data set, without the part that readers append. */
    public String dataName() {
        return parts.train().name().replaceFirst(" train(ing)?$", "");
    }

    public Design design() {
        return project.design();
    }

    /** Cost of {@code design} before training; well under 50 ms. */
    public Cost estimate(Design design) {
        return Workflow.cost(design, technology);
    }
}
