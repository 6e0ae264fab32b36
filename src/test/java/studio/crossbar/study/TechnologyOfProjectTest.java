package studio.crossbar.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.cost.Component;
import studio.crossbar.cost.Cost;
import studio.crossbar.cost.Technology;
import studio.crossbar.cost.TechnologyException;
import studio.crossbar.design.Design;

/** A project may bring its own technology file; editing it costs the project's designs anew. */
class TechnologyOfProjectTest {

    private static final Path CARRIED = Path.of("assets", "technology", "rram-32nm.json");

    @TempDir
    Path folder;

    private Project project(String technology) throws IOException {
        Design design = Project.open(Path.of("sample-projects", "har-unipolar")).design();
        return Project.create(
                folder.resolve("project"),
                ProjectSettings.named("own technology").withTechnology(technology),
                design);
    }

    private static double adcs(Project project) throws IOException {
        Cost cost = ProjectCosting.of(project).of(project.design());
        return cost.areaByComponent().getOrDefault(Component.ADC, 0.0);
    }

    @Test
    void anEditedFileCostsTheDesignAnew() throws IOException {
        Project project = project("mine.json");
        Path file = project.folder().resolve("mine.json");
        Files.copy(CARRIED, file);
        double before = adcs(project);

        Files.writeString(
                file,
                Files.readString(file)
                        .replace("\"value\": 1200, \"unit\": \"um2\"", "\"value\": 1500, \"unit\": \"um2\""));

        assertThat(adcs(Project.open(project.folder()))).isCloseTo(before * 1500 / 1200, within(1e-12));
        Files.writeString(file, Files.readString(file).replace("\"value\": 1500,", "\"value\": 15000,"));
        assertThatThrownBy(() -> adcs(project))
                .isInstanceOf(TechnologyException.class)
                .hasMessageContaining(
                        "mine.json: columns.adcs.SAR.rows[4].area.value: 15000.0 is outside its valid range");
    }

    @Test
    void aMissingFileIsNamedWithThoseThatAreThere() throws IOException {
        Project project = project("mine.json");
        assertThatThrownBy(() -> ProjectCosting.technology(project))
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining("mine.json: does not exist")
                .hasMessageContaining("neurosim-22nm");
    }

    @Test
    void aFolderInPlaceOfTheFileIsNamed() throws IOException {
        Project project = project("mine.json");
        Path directory = Files.createDirectory(project.folder().resolve("mine.json"));
        assertThatThrownBy(() -> ProjectCosting.technology(project))
                .isInstanceOf(TechnologyException.class)
                .hasMessageStartingWith(directory + ": is a folder; name a technology file in it, or one of ");
    }

    @Test
    void aNameIsOneOfTheCarriedFiles() throws IOException {
        assertThat(ProjectCosting.technology(project("mnsim-130nm"))).isEqualTo(Technology.bundled("mnsim-130nm"));
    }
}
