package studio.crossbar.ui.cost;

import studio.crossbar.cost.Technology;
import studio.crossbar.study.ProjectSettings;
import studio.crossbar.ui.common.Session;

/** What the open project must be possible to cost with other unit costs. */
final class CostedProject {

    private final Session session;

    CostedProject(Session session) {
        this.session = session;
    }

    /**
     * Refuses unit costs under which a design that is shown would have no bill.
     *
     * @throws IllegalArgumentException saying which constant is missing
     */
    void requireCostable(Technology technology) {
        ProjectSettings settings = session.settingsProperty().get();
        if (settings != null) {
            session.costs().requireBills(settings.cost(), technology);
        }
    }
}
