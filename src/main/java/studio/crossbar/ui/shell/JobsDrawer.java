package studio.crossbar.ui.shell;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import studio.crossbar.ui.common.JobItem;
import studio.crossbar.ui.common.Jobs;
import studio.crossbar.ui.common.Texts;

/** Jobs with progress, time left, log, pause and cancel, newest first; failed ones with their reason and a retry. */
final class JobsDrawer extends BorderPane {

    JobsDrawer(Jobs jobs) {
        getStyleClass().add("jobs-drawer");
        Label title = new Label(Texts.get("shell.jobs.heading"));
        title.getStyleClass().add("pane-title");
        title.setMaxWidth(Double.MAX_VALUE);
        setTop(title);
        ListView<JobItem> list = new ListView<>(jobs.items());
        list.setId("jobs-list");
        list.setAccessibleText(Texts.get("shell.jobs.list"));
        list.getStyleClass().add("dense");
        list.setPlaceholder(new Label(Texts.get("shell.jobs.empty")));
        // Cells show one job after another, so that it is the list's to know whose log is folded out.
        Set<JobItem> unfolded = Collections.newSetFromMap(new WeakHashMap<>());
        list.setCellFactory(view -> new JobCell(jobs, unfolded));
        setCenter(list);
        setMinHeight(60);
    }
}
