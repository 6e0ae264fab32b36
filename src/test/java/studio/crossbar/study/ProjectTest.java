package studio.crossbar.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.crossbar.cost.AdcKind;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.cost.Schedule;
import studio.crossbar.data.CsvOptions;
import studio.crossbar.data.DataKind;
import studio.crossbar.design.Design;
import studio.crossbar.hardware.Cell;
import studio.crossbar.simulation.tile.WireResistance;

class ProjectTest {

    private static final Path SAMPLE = Path.of("sample-projects/har-unipolar");

    @TempDir
    private Path folder;

    private Project sample;

    @BeforeEach
    void openSample() throws ProjectException {
        sample = Project.open(SAMPLE);
    }

    @Test
    void theSampleOpensByFolderAndByFile() throws ProjectException {
        assertThat(Project.open(SAMPLE.resolve(Project.FILE)).design()).isEqualTo(sample.design());
        assertThat(sample.data()).isNull();
        assertThat(sample.design().network().output().channels()).isEqualTo(6);
    }

    @Test
    void aCreatedProjectOpensAsItWas() throws ProjectException {
        Path place = folder.resolve("new/project");
        Project created = Project.create(
                place,
                ProjectSettings.named("mine").withData("data.zip").withDraws(3).withWires(new WireResistance(1, 2.5)),
                sample.design());

        assertThat(Project.open(place)).isEqualTo(created);
        assertThat(created.data()).isEqualTo(place.resolve("data.zip"));
        assertThatThrownBy(() -> Project.create(place, ProjectSettings.named("again"), sample.design()))
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining("holds a project already");
    }

    @Test
    void dataSetAndCsvOptionsAreKept() throws IOException {
        CsvOptions csv = new CsvOptions(';', true, "kind", "who", CsvOptions.Missing.COLUMN_MEAN);
        Project created = Project.create(
                folder,
                ProjectSettings.named("mine").withDataset(DataKind.CIFAR_10).withCsv(csv),
                sample.design());
        assertThat(Project.open(folder)).isEqualTo(created);

        String text = Files.readString(folder.resolve(Project.FILE));
        Files.writeString(folder.resolve(Project.FILE), text.replace("cifar10", "cifar11"));
        assertThatThrownBy(() -> Project.open(folder))
                .isInstanceOf(ProjectException.class)
                .hasMessageContainingAll("dataset", "cifar11", "har, cifar10, mnist, csv, npy");
    }

    @Test
    void costOptionsAreKeptAndAMissingObjectMeansTheDefaults() throws IOException {
        assertThat(sample.settings().cost()).isEqualTo(CostSettings.STANDARD);
        CostSettings cost = new CostSettings(
                CostOptions.STANDARD
                        .withSchedule(Schedule.LAYER_PARALLEL)
                        .withColumnsPerAdc(4)
                        .withOverlapped(true),
                22.0);
        Project created = Project.create(folder, ProjectSettings.named("mine").withCost(cost), sample.design());
        assertThat(Project.open(folder)).isEqualTo(created);

        created.withSettings(created.settings().withCost(CostSettings.STANDARD)).save();
        assertThat(folder.resolve(Project.FILE)).content().doesNotContain("\"cost\"");
        assertThat(Project.open(folder).settings().cost()).isEqualTo(CostSettings.STANDARD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"columnsPerAdc\": 5000} | cost.columnsPerAdc: 5000 is outside 0 … 4096",
                "{\"adc\": \"sarr\"} | cost.adc: \"sarr\" is none of technology, sar, flash",
                "{\"overlapped\": \"yes\"} | cost.overlapped: expected true or false, found \"yes\"",
                "{\"nodeNanometres\": 5} | cost.nodeNanometres: 5.0 is outside 7.0 … 130.0 nm",
                "{\"columnsPerAdcs\": 5} | cost.columnsPerAdcs: is unknown; known fields here are schedule",
                "[] | cost: expected an object, found an array",
            })
    void aFaultyCostOptionIsNamed(String cost, String expected) throws IOException {
        Files.copy(SAMPLE.resolve("design.json"), folder.resolve("design.json"));
        String settings = Files.readString(SAMPLE.resolve(Project.FILE));
        Files.writeString(
                folder.resolve(Project.FILE), settings.replace("\"draws\": 10", "\"draws\": 10, \"cost\": " + cost));
        assertThatThrownBy(() -> Project.open(folder))
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining(expected);
    }

    @Test
    void costsUnderWhichTheDesignHasNoBillAreNamed() throws IOException {
        Project project = sample.withSettings(sample.settings()
                .withTechnology("isaac-32nm")
                .withCost(CostSettings.STANDARD.withOptions(CostOptions.STANDARD.withAdc(AdcKind.FLASH))));
        Costing costing = ProjectCosting.of(project);
        assertThatThrownBy(() -> ProjectCosting.requireCostable(project, costing))
                .isInstanceOf(ProjectException.class)
                .hasMessageContainingAll("project.json, cost", "isaac-32nm", "adc: FLASH is none of the technology's");
    }

    @Test
    void aNodeScalesTheTechnology() throws IOException {
        Project project = sample.withSettings(sample.settings().withCost(CostSettings.STANDARD.withNode(14.0)));
        assertThat(ProjectCosting.of(project).of(project.design()).areaSquareMillimetres())
                .isLessThan(ProjectCosting.of(sample).of(sample.design()).areaSquareMillimetres());
    }

    @Test
    void savingReplacesTheDesignAndLeavesNothingElse() throws IOException {
        Project created = Project.create(folder, ProjectSettings.named("mine"), sample.design());
        Design changed = sample.design().withHardware(sample.design().hardware().withCell(Cell.ofBits(3)));
        created.withDesign(changed).save();

        assertThat(Project.open(folder).design()).isEqualTo(changed);
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("project.json", "design.json");
        }
    }

    @Test
    void whatIsNoProjectIsRefused() {
        assertThatThrownBy(() -> Project.open(folder.resolve("none")))
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining("does not exist");
        assertThatThrownBy(() -> Project.open(folder))
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining("holds no project.json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"draws\": 10 | \"draws\": 0 | draws: 0 is outside 1 … 1000",
                "\"draws\": 10 | \"draws\": \"ten\" | draws: expected a number, found \"ten\"",
                "\"draws\": 10 | \"drawz\": 10 | drawz: is unknown; known fields here are schema, name",
                "\"design.json\" | \"../design.json\" | design: \"../design.json\" is no name of a file",
                "\"design.json\" | \"none.json\" | none.json: does not exist",
                "\"draws\": 10 | \"draws\": 10, \"wires\": {\"wordlineOhm\": -1, \"bitlineOhm\": 1} | wordlineOhm: -1.0 is outside 0 …",
                "\"draws\": 10 | \"draws\": 10, \"wires\": {\"wordlineOhm\": 1} | bitlineOhm",
                "\"schema\": 1 | \"schema\": 2 | schema: 2 is not the supported version 1; open it with a newer",
                "\"HAR, unipolar\" | \" \" | name: is blank",
            })
    void aFaultySettingIsNamed(String original, String changed, String expected) throws IOException {
        Files.copy(SAMPLE.resolve("design.json"), folder.resolve("design.json"));
        String settings = Files.readString(SAMPLE.resolve(Project.FILE));
        assertThat(settings).contains(original);
        Files.writeString(folder.resolve(Project.FILE), settings.replace(original, changed));

        assertThatThrownBy(() -> Project.open(folder))
                .isInstanceOf(ProjectException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining(expected);
    }
}
