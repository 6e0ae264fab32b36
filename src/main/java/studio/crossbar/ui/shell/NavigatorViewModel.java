package studio.crossbar.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import studio.crossbar.study.Evaluation;
import studio.crossbar.ui.common.Counts;
import studio.crossbar.ui.common.JobItem;
import studio.crossbar.ui.common.Jobs;
import studio.crossbar.ui.common.Latest;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.Screen;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.training.RunRow;
import studio.crossbar.ui.training.RunsViewModel;

/** Tree of what the open project holds. */
final class NavigatorViewModel {

    /**
     * An entry.
     *
     * @param text shown
     * @param icon Ikonli literal
     * @param screen shown when it is chosen
     * @param run selected then; empty for none
     * @param children below it
     */
    record Entry(String text, String icon, Screen screen, String run, List<Entry> children) {}

    private final Session session;
    private final RunsViewModel runs;
    private final Latest<ProjectContents> looking;
    private final ReadOnlyObjectWrapper<Entry> root;
    private ProjectContents contents = ProjectContents.NONE;

    /**
     * Follows the open project, its runs and what jobs write into it.
     *
     * @param ui runs updates on the user interface's thread
     */
    NavigatorViewModel(Session session, RunsViewModel runs, Jobs jobs, Executor ui) {
        this.session = session;
        this.runs = runs;
        looking = new Latest<>(ui, this::found, thrown -> found(ProjectContents.NONE));
        root = new ReadOnlyObjectWrapper<>(this, "root", tree());
        session.projectProperty().subscribe((before, now) -> {
            found(ProjectContents.NONE);
            look();
        });
        session.evaluationProperty().subscribe((before, now) -> show());
        session.trainedProperty().subscribe((before, now) -> show());
        session.screenProperty().subscribe((before, now) -> look());
        runs.rows().addListener((InvalidationListener) observable -> show());
        jobs.items().addListener((ListChangeListener<JobItem>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(this::follow);
            }
        });
        look();
    }

    /** The project, or that there is none. */
    ReadOnlyObjectProperty<Entry> rootProperty() {
        return root.getReadOnlyProperty();
    }

    /** Shows the screen of {@code entry}, with its run selected. */
    void open(Entry entry) {
        runs.rows().stream()
                .filter(row -> row.run().id().equals(entry.run()))
                .findFirst()
                .ifPresentOrElse(runs::reveal, () -> session.screenProperty().set(entry.screen()));
    }

    private void follow(JobItem job) {
        job.stateProperty().subscribe(state -> {
            if (state.terminal()) {
                look();
            }
        });
    }

    private void look() {
        OpenProject project = session.projectProperty().get();
        if (project == null) {
            looking.forget();
        } else {
            looking.ask(context -> ProjectContents.of(project.project()));
        }
    }

    private void found(ProjectContents now) {
        contents = now;
        show();
    }

    private void show() {
        root.set(tree());
    }

    private Entry tree() {
        OpenProject project = session.projectProperty().get();
        if (project == null) {
            return leaf(Texts.get("shell.tree.empty"), "fth-folder", Screen.WELCOME);
        }
        List<Entry> sections = new ArrayList<>();
        sections.add(section(
                Texts.get("shell.tree.dataset"),
                "fth-database",
                Screen.DATASET,
                List.of(leaf(project.parts().name(), "fth-activity", Screen.DATASET))));
        sections.add(section(
                Texts.get("shell.tree.design"),
                "fth-cpu",
                Screen.HARDWARE,
                List.of(
                        leaf(project.design().name(), "fth-sliders", Screen.HARDWARE),
                        leaf(Texts.get("shell.tree.network"), "fth-share-2", Screen.NETWORK))));
        sections.add(section(Texts.get("shell.tree.runs"), "fth-trending-up", Screen.TRAINING, runEntries()));
        Evaluation result = session.evaluationProperty().get();
        if (result != null) {
            sections.add(leaf(Counts.tiles(result.mapped().tiles().size()), "fth-grid", Screen.TILES));
        }
        sections.add(section(Texts.get("shell.tree.searches"), "fth-crosshair", Screen.SEARCH, List.of(search())));
        sections.add(leaf(Texts.get("shell.tree.specifications"), "fth-check-square", Screen.SPECIFICATIONS));
        sections.add(leaf(Texts.get("shell.tree.cost"), "fth-pie-chart", Screen.COST));
        sections.add(section(Texts.get("shell.tree.reports"), "fth-file-text", Screen.REPORT, reports()));
        return section(project.name(), "fth-folder", Screen.WELCOME, sections);
    }

    private List<Entry> runEntries() {
        if (runs.rows().isEmpty()) {
            String none = session.trainedProperty().get() == null
                    ? Texts.get("shell.tree.notTrained")
                    : session.evaluationProperty().get() == null
                            ? Texts.get("shell.tree.notEvaluated")
                            : Texts.get("shell.tree.noRun");
            return List.of(leaf(none, "fth-circle", Screen.TRAINING));
        }
        return runs.rows().stream().map(NavigatorViewModel::run).toList();
    }

    private static Entry run(RunRow row) {
        return new Entry(
                // The accuracy first: it tells runs apart in a narrow tree.
                row.run().accuracy() == null
                        ? row.ended()
                        : Texts.format("shell.tree.run", row.noisyAccuracy(), row.ended()),
                row.current() ? "fth-check-circle" : "fth-clock",
                Screen.TRAINING,
                row.run().id(),
                List.of());
    }

    private Entry search() {
        if (!contents.searched()) {
            return leaf(Texts.get("shell.tree.noSearch"), "fth-circle", Screen.SEARCH);
        }
        String trials = contents.trials().isPresent()
                ? Counts.trials(contents.trials().getAsLong())
                : Texts.get("shell.tree.search.unread");
        return leaf(trials, "fth-target", Screen.SEARCH);
    }

    private List<Entry> reports() {
        return contents.reports().isEmpty()
                ? List.of(leaf(Texts.get("shell.tree.noReport"), "fth-circle", Screen.REPORT))
                : contents.reports().stream()
                        .map(name -> leaf(name, "fth-file", Screen.REPORT))
                        .toList();
    }

    private static Entry section(String text, String icon, Screen screen, List<Entry> children) {
        return new Entry(text, icon, screen, "", children);
    }

    private static Entry leaf(String text, String icon, Screen screen) {
        return section(text, icon, screen, List.of());
    }
}
