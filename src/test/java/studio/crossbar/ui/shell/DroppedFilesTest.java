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
    private final List<Path> first = new ArrayList<>();
    private final List<Path> data = new ArrayList<>();
    private final DroppedFiles dropped = new DroppedFiles(
            new Workbench(new CoreEngine(Path.of("none")), session, jobs, task -> {}),
            networks::add,
            first::add,
            data::add);

    @AfterEach
    void close() {
        jobs.close();
    }

    @Test
    void aProjectOpensAnOnnxFileBeginsOneAnythingElseIsData() throws IOException {
        Path project =
                Projects.create(folder.resolve("tiny"), Projects.tinyDesign()).folder();
        Path archive = folder.resolve("har.zip");
        assertThat(DroppedFiles.taken(List.of(project))).isTrue();
        assertThat(DroppedFiles.taken(List.of(project, archive))).isFalse();
        Path network = folder.resolve("trained.ONNX");
        dropped.drop(network);
        assertThat(networks).containsExactly(network);

        dropped.drop(archive);
        assertThat(first).as("data without a project").containsExactly(archive);
        assertThat(data).isEmpty();

        dropped.drop(project);
        assertThat(jobs.items().getFirst().title()).isEqualTo("Open tiny");
        dropped.drop(project.resolve("project.json"));
        assertThat(jobs.items()).hasSize(2);
        session.opened(Projects.open(Projects.tinyDesign(), null));
        dropped.drop(archive);
        assertThat(data).containsExactly(archive);
        assertThat(first).hasSize(1);
    }
}
