package studio.crossbar.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.cost.Technology;
import studio.crossbar.cost.TechnologyDocument;

/** Copies of technology files in projects. */
class TechnologyStoreTest {

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void create() throws IOException {
        project = Project.create(
                folder.resolve("project"),
                ProjectSettings.named("mine"),
                Project.open(Path.of("sample-projects", "har-unipolar")).design());
    }

    @Test
    void aCarriedFileIsEditedOnlyAsTheProjectsCopy() throws IOException {
        TechnologyStore carried = new TechnologyStore(project);
        assertThat(carried.own()).isFalse();
        TechnologyDocument edited = carried.read().withValue("cell.area", 20);
        assertThatThrownBy(() -> carried.write(edited))
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining("copy it to the project");

        assertThat(carried.copy()).isEqualTo("rram-32nm.json");
        Project again = Project.open(project.folder());
        TechnologyStore own = new TechnologyStore(again);
        assertThat(own.own()).isTrue();
        assertThat(own.choices()).startsWith("rram-32nm.json").contains("neurosim-22nm");
        assertThat(own.read().technology()).isEqualTo(Technology.standard());
        own.write(edited);
        assertThat(ProjectCosting.technology(again).cell().area().value()).isEqualTo(20);
        assertThat(Technology.standard().cell().area().value()).isEqualTo(12);
        assertThat(own.copy()).as("no copy is overwritten").isEqualTo("rram-32nm-2.json");
    }

    @Test
    void anotherFileIsUsedOnlyIfItCanBeRead() throws IOException {
        TechnologyStore store = new TechnologyStore(project);
        assertThat(store.use("mnsim-130nm").technology().name()).isEqualTo("mnsim-130nm");
        assertThat(Project.open(project.folder()).settings().technology()).isEqualTo("mnsim-130nm");
        assertThatThrownBy(() -> store.use("none"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("none");
        assertThat(Project.open(project.folder()).settings().technology()).isEqualTo("mnsim-130nm");
        assertThat(Project.open(project.folder()).design()).isEqualTo(project.design());
    }
}
