package studio.crossbar.specification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.crossbar.simulation.Corner;
import studio.crossbar.simulation.tile.WireResistance;
import studio.crossbar.study.CornersFile;
import studio.crossbar.study.Project;
import studio.crossbar.ui.Projects;

/** {@code specifications.json} there and back, and damaged. */
class SpecificationsFileTest {

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void create() throws IOException {
        project = Projects.create(folder.resolve("tiny"), Projects.tinyDesign());
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        assertThat(SpecificationsFile.read(project)).isEqualTo(Specifications.NONE);
        Specifications all = new Specifications(
                List.of(new Target(Metric.ACCURACY, 0.93), new Target(Metric.ENERGY, 812.5)),
                0.91,
                new Tolerance(0.1, 0.02),
                new CornerPlan("rram-generic", 7, true, List.of("nominal", "aged one day")));
        SpecificationsFile.write(project, all);
        assertThat(SpecificationsFile.read(project)).isEqualTo(all);
        SpecificationsFile.write(project, Specifications.NONE);
        assertThat(SpecificationsFile.read(project)).isEqualTo(Specifications.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"schema": 1, "targets": [{"metric": "area", "limit": 2, "unit": "cm²"}]} | targets[0].unit | give the limit in "mm²"
            {"schema": 1, "targets": [{"metric": "area", "limit": -2, "unit": "mm²"}]} | targets[0].limit | give a positive number
            {"schema": 1, "targets": [{"metric": "size", "limit": 2, "unit": "mm²"}]} | targets[0].metric | area
            {"schema": 1, "targets": [{"metric": "area", "unit": "mm²"}]} | targets[0].limit | limit
            {"schema": 1, "targets": [], "goodChip": 92} | goodChip | outside 0 … 1
            {"schema": 1, "targets": [], "chips": 0} | chips | outside 1
            {"schema": 1, "targets": [], "tolerance": {"relative": 2, "points": 0}} | tolerance.relative | outside 0 … 1
            {"schema": 1, "targets": [], "corner": ["nominal"]} | corner | corners
            {"schema": 2, "targets": []} | schema | newer
            {"schema": 1, "targets": | line 1 | ends too early
            """)
    void aDamagedFileIsRefusedByField(String text, String place, String remedy) throws IOException {
        Files.writeString(project.folder().resolve(SpecificationsFile.NAME), text);
        assertThatThrownBy(() -> SpecificationsFile.read(project))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("specifications.json")
                .hasMessageContaining(place)
                .hasMessageContaining(remedy);
    }

    @Test
    void twoTargetsOfOneMetricAreRefused() throws IOException {
        Files.writeString(project.folder().resolve(SpecificationsFile.NAME), """
                {"schema": 1, "targets": [{"metric": "area", "limit": 2, "unit": "mm²"},
                  {"metric": "area", "limit": 3, "unit": "mm²"}]}""");
        assertThatThrownBy(() -> SpecificationsFile.read(project)).hasMessageContaining("area is there twice");
    }

    @Test
    void aDeviceOrCornerThatThereIsNotIsNamed() throws IOException {
        CornerPlan plan = CornerPlan.STANDARD.withCorners(List.of("nominal", "arctic"));
        SpecificationsFile.write(project, Specifications.NONE.withPlan(plan));
        assertThatThrownBy(() -> SpecificationSheet.read(project))
                .hasMessageContaining("none called \"arctic\"")
                .hasMessageContaining("\"aged one day\"");
        SpecificationsFile.write(project, Specifications.NONE.withPlan(CornerPlan.STANDARD.withDevice("unobtainium")));
        assertThatThrownBy(() -> SpecificationSheet.read(project)).hasMessageContaining("unobtainium");
    }

    /** Every standard corner, and one with all fields. */
    @Test
    void cornersGoThroughTheirJson() throws IOException {
        Corner hot = new Corner(
                "hot",
                1234.5678,
                85,
                1.2,
                new studio.crossbar.device.StuckRates(0.001, 0.002, "corner hot"),
                new WireResistance(1, 2.5));
        for (Corner corner : java.util.stream.Stream.concat(Corner.STANDARD.stream(), java.util.stream.Stream.of(hot))
                .toList()) {
            var json = studio.crossbar.json.JsonText.parse(
                    "test", CornersFile.tree(corner).toString(), CornersFile.fields());
            assertThat(CornerMeasurements.same(CornersFile.corner(json), corner))
                    .as(corner.name())
                    .isTrue();
            assertThat(CornersFile.corner(json).seconds()).isEqualTo(corner.seconds());
        }
    }
}
