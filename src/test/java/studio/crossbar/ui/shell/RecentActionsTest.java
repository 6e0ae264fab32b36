package studio.crossbar.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.ui.HandedOver;
import studio.crossbar.ui.Projects;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.RecentProjects;

class RecentActionsTest {

    @TempDir
    Path folder;

    @Test
    void recentProjectsAreOpenedAndForgotten() throws IOException {
        HandedOver handedOver = new HandedOver();
        Path there =
                Projects.create(folder.resolve("there"), Projects.tinyDesign()).folder();
        RecentProjects recent = new RecentProjects(
                List.of(there.toString(), folder.resolve("gone").toString()), handedOver);
        List<Path> opened = new ArrayList<>();
        RecentActions actions = new RecentActions(recent, entry -> opened.add(entry.folder()));
        assertThat(actions.removeMissing.disabledReason().getValue()).isEqualTo("all recent projects are there");
        recent.refresh();
        handedOver.runUntil(() -> recent.entries().getLast().missing());
        assertThat(actions.all()).extracting(Action::enabled).containsExactly(true, false, true, true);
        assertThat(actions.all().getFirst().title()).isEqualTo("Open " + there);
        actions.all().getFirst().run();
        assertThat(opened).containsExactly(there);
        actions.removeMissing.run();
        assertThat(recent.folders()).containsExactly(there.toString());
        actions.clear.run();
        assertThat(actions.clear.disabledReason().getValue()).isEqualTo("no project was opened before");
    }
}
