package studio.crossbar.ui.cost;

import org.jspecify.annotations.Nullable;
import studio.crossbar.cost.Technology;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectSettings;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.Session;

/** The open project as its folder holds it, and what it must be possible to cost. */
final class CostedProject {

    private final Session session;

    CostedProject(Session session) {
        this.session = session;
    }

    /** Null without a project. */
    @Nullable
    Project stored() {
        OpenProject project = session.projectProperty().get();
        ProjectSettings settings = session.savedSettingsProperty().get();
        return project == null || settings == null ? null : project.project().withSettings(settings);
    }

    /**
     * Refuses unit costs under which a design that is shown would have no bill.
     *
     * @throws IllegalArgumentException saying which constant is missing
     */
    void requireCostable(Technology technology) {
        ProjectSettings settings = session.settingsProperty().get();
        if (settings != null) {
            session.requireCostable(settings.cost(), technology);
        }
    }
}
