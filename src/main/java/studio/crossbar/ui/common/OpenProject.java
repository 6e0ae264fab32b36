package studio.crossbar.ui.common;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import studio.crossbar.cost.Cost;
import studio.crossbar.cost.Technology;
import studio.crossbar.data.Parts;
import studio.crossbar.design.Design;
import studio.crossbar.study.Costing;
import studio.crossbar.study.Evaluation;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectSettings;
import studio.crossbar.training.TrainedNetwork;

/**
 * A project in the window.
 *
 * @param project as stored
 * @param parts its data
 * @param technology its unit costs, at the node of their file
 * @param trained stored network of the project's design, if there is one
 * @param evaluation stored result of the project's design, if there is one
 * @param note why a stored result is not shown, if there is one that cannot be
 */
public record OpenProject(
        Project project,
        Parts parts,
        Technology technology,
        @Nullable TrainedNetwork trained,
        @Nullable Evaluation evaluation,
        @Nullable String note) {

    public Path folder() {
        return project.folder();
    }

    public String name() {
        return project.settings().name();
    }

    public Design design() {
        return project.design();
    }

    /** Cost of {@code design} before training; well under 50 ms. */
    public Cost estimate(Design design) {
        return Costing.of(technology, project.settings().cost()).of(design);
    }

    /** The same project under other settings and unit costs. */
    OpenProject with(ProjectSettings settings, Technology unitCosts) {
        return new OpenProject(project.withSettings(settings), parts, unitCosts, trained, evaluation, note);
    }
}
