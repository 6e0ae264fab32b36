package studio.crossbar.study;

import java.io.IOException;
import studio.crossbar.cost.Technology;

/** How a project is costed: by its technology, under its settings. */
public final class ProjectCosting {

    private ProjectCosting() {}

    /**
     * Unit costs that {@code project} uses: a file of its own if its setting ends in {@code .json}, otherwise one of
     * {@code assets/technology}. Nothing that is stored holds costs, so whoever edits the file costs everything anew.
     *
     * @throws IOException if there is no such technology file or it is not valid
     */
    public static Technology technology(Project project) throws IOException {
        return new TechnologyStore(project).read().technology();
    }

    /**
     * How {@code project} is costed.
     *
     * @throws IOException if there is no such technology file or it is not valid
     */
    public static Costing of(Project project) throws IOException {
        return of(project, technology(project));
    }

    /**
     * How {@code project} is costed with {@code technology}.
     *
     * @throws ProjectException if the technology cannot be scaled to the node that the project asks for
     */
    public static Costing of(Project project, Technology technology) throws ProjectException {
        try {
            return Costing.of(technology, project.settings().cost());
        } catch (IllegalArgumentException e) {
            throw new ProjectException(
                    project.folder().resolve(Project.FILE) + ", cost: technology " + technology.name() + ": "
                            + e.getMessage(),
                    e);
        }
    }

    /**
     * Refuses costs under which the project's design has no bill.
     *
     * @throws ProjectException naming file, choice and technology
     */
    public static void requireCostable(Project project, Costing costing) throws ProjectException {
        try {
            costing.of(project.design());
        } catch (IllegalArgumentException e) {
            throw new ProjectException(
                    project.folder().resolve(Project.FILE) + ", cost: the design cannot be costed with technology "
                            + costing.technology().name() + ": " + e.getMessage()
                            + "; change the design, the cost options or the technology",
                    e);
        }
    }
}
