package studio.crossbar.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.design.Design;
import studio.crossbar.ui.Projects;

class ProjectExportTest {

    @TempDir
    private Path folder;

    @Test
    void filesOfTheSourceAreFoundFromAnotherFolder() throws IOException {
        Project source = Project.create(
                folder.resolve("source"),
                ProjectSettings.named("source").withData("data").withStart("start.onnx"),
                Projects.tinyDesign());
        new TechnologyStore(source).copy();
        source = Project.open(source.folder());
        source = source.withSettings(source.settings().withStart("start.onnx"));
        Design found = source.design().withName("found");

        ProjectExport.make(
                source, "export", "Found.", found, folder.resolve("deep").resolve("export"));
        Project made = Project.open(folder.resolve("deep").resolve("export"));
        assertThat(made.design()).isEqualTo(found);
        assertThat(made.settings().name()).isEqualTo("export");
        assertThat(made.data()).isEqualTo(source.folder().resolve("data").toAbsolutePath());
        assertThat(new TechnologyStore(made).own()).isTrue();
        assertThat(ProjectCosting.technology(made)).isEqualTo(ProjectCosting.technology(source));
        assertThat(made.settings().start()).as("weights of another design").isNull();
        assertThat(Files.exists(made.folder().resolve("rram-32nm.json"))).isFalse();
    }

    @Test
    void aCarriedTechnologyKeepsItsName() throws IOException {
        Project source = Project.create(
                folder.resolve("source"),
                ProjectSettings.named("source").withTechnology("mnsim-130nm"),
                Projects.tinyDesign());
        Project made = ProjectExport.make(source, "export", "", source.design(), folder.resolve("export"));
        assertThat(made.settings().technology()).isEqualTo("mnsim-130nm");
        assertThat(made.data()).isNull();
    }
}
