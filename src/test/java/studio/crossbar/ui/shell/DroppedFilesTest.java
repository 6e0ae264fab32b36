package studio.crossbar.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.ui.Projects;
import studio.crossbar.ui.common.Jobs;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Workbench;

/** What a drop does; the gesture itself needs a desktop. */
class DroppedFilesTest {

    @TempDir
    Path folder;

    private final Session session = new Session();
    private final Jobs jobs = new Jobs(task -> {}, problem -> {});
    private final List<Path> networks = new ArrayList<>();
    private final List<Path> data = new ArrayList<>();
    private final DroppedFiles dropped = new DroppedFiles(
            new Workbench(new CoreEngine(Path.of("none")), session, jobs, task -> {}), networks::add, data::add);

    @AfterEach
    void close() {
        jobs.close();
    }

    @Test
    void aProjectOpensAnythingElseBecomesTheOpenProjectsData() throws IOException {
        Path project =
                Projects.create(folder.resolve("tiny"), Projects.tinyDesign()).folder();
        Path archive = folder.resolve("har.zip");
        assertThat(dropped.taken(List.of(project))).isTrue();
        assertThat(dropped.taken(List.of(project.resolve("project.json")))).isTrue();
        assertThat(dropped.taken(List.of(archive))).as("data without a project").isFalse();
        assertThat(dropped.taken(List.of(project, project))).isFalse();
        Path network = folder.resolve("trained.ONNX");
        assertThat(dropped.taken(List.of(network))).isTrue();
        dropped.drop(network);
        assertThat(networks).containsExactly(network);

        dropped.drop(project);
        assertThat(jobs.items().getFirst().title()).isEqualTo("Open tiny");
        session.opened(Projects.open(Projects.tinyDesign(), null));
        assertThat(dropped.taken(List.of(archive))).isTrue();
        dropped.drop(archive);
        assertThat(data).containsExactly(archive);
    }
}
