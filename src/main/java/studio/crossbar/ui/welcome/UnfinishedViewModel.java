package studio.crossbar.ui.welcome;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.crossbar.study.DraftFiles;
import studio.crossbar.ui.common.Latest;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.RecentProjects;
import studio.crossbar.ui.common.Screen;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Workbench;

/** What was left unfinished in other projects than the open one, and going on with it. */
public final class UnfinishedViewModel {

    private final Workbench workbench;
    private final Session session;
    private final RecentProjects recent;
    private final UnfinishedFinder finder;
    private final Latest<List<Unfinished>> looking;
    private final ObservableList<Unfinished> items = FXCollections.observableArrayList();
    private final ObservableList<Unfinished> itemsView = FXCollections.unmodifiableObservableList(items);

    /**
     * Looks at once, and again whenever the welcome page comes into sight.
     *
     * @param drafts edits that were not saved
     * @param ui runs updates on the user interface's thread
     */
    public UnfinishedViewModel(Workbench workbench, RecentProjects recent, DraftFiles drafts, Executor ui) {
        this.workbench = workbench;
        session = workbench.session();
        this.recent = recent;
        finder = new UnfinishedFinder(drafts);
        looking = new Latest<>(
                ui,
                items::setAll,
                thrown -> log().warn("What can be gone on with is not known: {}", thrown.getMessage()));
        session.screenProperty().subscribe(screen -> {
            if (screen == Screen.WELCOME) {
                refresh();
            }
        });
    }

    /** Newest first. */
    ObservableList<Unfinished> items() {
        return itemsView;
    }

    private void refresh() {
        List<Path> folders = recent.folders().stream().map(Path::of).toList();
        OpenProject open = session.projectProperty().get();
        Path shown = open == null ? null : open.folder().toAbsolutePath().normalize();
        looking.ask(context -> finder.find(folders).stream()
                .filter(item -> !item.folder().equals(shown))
                .toList());
    }

    /** Opens the project and does what is left of {@code item}, or leads to where that is done. */
    void goOn(Unfinished item) {
        switch (item.kind()) {
            // The edits are offered by whoever keeps them.
            case EDITS, EDITS_AND_TRAINING -> workbench.open(item.folder());
            case TRAINING -> workbench.openAndGoOn(item.folder());
            case SEARCH ->
                workbench.open(item.folder(), () -> session.screenProperty().set(Screen.SEARCH));
        }
    }

    /** Made only when there is something to say, so that the log is not set up at the start. */
    private static Logger log() {
        return LoggerFactory.getLogger(UnfinishedViewModel.class);
    }
}
