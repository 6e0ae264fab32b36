package studio.crossbar.cost.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.crossbar.cost.AdcKind;
import studio.crossbar.cost.Cost;
import studio.crossbar.cost.CostModel;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.cost.Technology;
import studio.crossbar.cost.TechnologyDocument;
import studio.crossbar.design.Design;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.json.JsonFormatException;
import studio.crossbar.mapping.MappingPlan;
import studio.crossbar.study.Project;

class SweepTest {

    @TempDir
    Path folder;

    private static Design design() throws IOException {
        return Project.open(Path.of("sample-projects", "har-unipolar")).design();
    }

    private SweepSpace space(String json) throws IOException {
        Path file = folder.resolve("space.json");
        Files.writeString(file, json);
        return SweepSpace.read(file, design().hardware(), CostOptions.STANDARD);
    }

    private static SweepResult run(SweepSpace space) throws IOException {
        Design design = design();
        return Sweep.run(
                design.network(),
                design.hardware(),
                Technology.standard(),
                CostOptions.STANDARD,
                space,
                () -> false,
                done -> {});
    }

    @Test
    void whatIsNotSweptStaysThatOfTheDesign() throws IOException {
        Hardware own = design().hardware();
        Hardware serial =
                own.withConverters(own.converters().withInputCycleBits(1)).withSlices(2);
        SweepResult result = Sweep.run(
                design().network(),
                serial,
                Technology.standard(),
                CostOptions.STANDARD,
                SweepSpace.of(serial, CostOptions.STANDARD),
                () -> false,
                done -> {});
        Cost cost = CostModel.cost(
                MappingPlan.of(design().network(), serial), serial, Technology.standard(), CostOptions.STANDARD);
        assertThat(result.energyNanojoules(0)).isEqualTo(cost.energyNanojoules());
        assertThat(result.latencyMicroseconds(0)).isEqualTo(cost.latencyMicroseconds());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[2, 8]", "[8, 2]"})
    void aDesignThatCannotBeIsRefusedAndTheOthersAreCosted(String cellBits) throws IOException {
        Hardware sliced = design().hardware().withSlices(4);
        SweepSpace space = space("{\"schema\": 1, \"cellBits\": " + cellBits + "}");
        SweepResult result = Sweep.run(
                design().network(),
                sliced,
                Technology.standard(),
                CostOptions.STANDARD,
                space,
                () -> false,
                done -> {});
        assertThat(result.size()).isEqualTo(2);
        int refused = cellBits.startsWith("[8") ? 0 : 1;
        assertThat(result.areaSquareMillimetres(refused)).isNaN();
        assertThat(result.areaSquareMillimetres(1 - refused)).isPositive();
    }

    @Test
    void everyCombinationIsCostedOnceAsTheModelDoes() throws IOException {
        SweepSpace space = space("""
                {"schema": 1, "cellBits": [1, 2], "polarity": ["differential", "positive"], "adcBits": [6, 8],
                 "tile": [{"rows": 64, "columns": 64}, {"rows": 128, "columns": 96}], "columnsPerAdc": [4, 0],
                 "ranges": ["uniform", "perLayer"], "schedule": ["layerSerial", "layerParallelReplicated"],
                 "adc": ["technology", "survey"], "scaling": ["none"], "dacBits": [8]}
                """);
        SweepResult result = run(space);

        assertThat(result.size()).isEqualTo(256);
        Set<SweepPoint> points = new HashSet<>();
        for (int i = 0; i < result.size(); i++) {
            SweepPoint point = result.point(i);
            points.add(point);
            Cost cost = CostModel.cost(
                    MappingPlan.of(design().network(), point.hardware()),
                    point.hardware(),
                    Technology.standard(),
                    point.options());
            assertThat(result.areaSquareMillimetres(i)).isEqualTo(cost.areaSquareMillimetres());
            assertThat(result.energyNanojoules(i)).isEqualTo(cost.energyNanojoules());
            assertThat(result.latencyMicroseconds(i)).isEqualTo(cost.latencyMicroseconds());
            assertThat(result.inferencesPerSecond(i))
                    .isCloseTo(cost.inferencesPerSecond(), within(1e-9 * cost.inferencesPerSecond()));
            assertThat(result.teraOperationsPerJoule(i))
                    .isCloseTo(cost.teraOperationsPerJoule(), within(1e-9 * cost.teraOperationsPerJoule()));
            assertThat(result.teraOperationsPerSecondAndSquareMillimetre(i))
                    .isCloseTo(
                            cost.teraOperationsPerSecondAndSquareMillimetre(),
                            within(1e-9 * cost.teraOperationsPerSecondAndSquareMillimetre()));
        }
        assertThat(points).hasSize(256);
    }

    @Test
    void whatIsNotSweptStaysTheDesigns() throws IOException {
        SweepSpace space = space("{\"schema\": 1, \"adcBits\": [6, 8]}");
        SweepResult result = run(space);

        assertThat(result.size()).isEqualTo(2);
        assertThat(result.point(1).hardware()).isEqualTo(design().hardware());
        assertThat(result.point(1).options()).isEqualTo(CostOptions.STANDARD);
    }

    /** A design that cannot be built is in the table, without figures, and the sweep goes on. */
    @Test
    void convertersThatDoNotExistLeaveTheirLinesEmpty() throws IOException {
        SweepResult result = run(space("{\"schema\": 1, \"adc\": [\"flash\", \"sar\"], \"adcBits\": [5, 8]}"));
        StringBuilder table = new StringBuilder();
        SweepTable.write(result, table);
        List<String> lines = table.toString().lines().toList();

        assertThat(result.refused()).isEqualTo(1);
        assertThat(result.refusal()).startsWith("adc: FLASH of rram-32nm converts 2 … 6 bits, but");
        assertThat(lines).hasSize(5);
        assertThat(lines.getFirst()).startsWith("cell_bits,polarity,dac_bits,adc_bits,adc,");
        assertThat(lines).allSatisfy(line -> assertThat(line.split(",", -1)).hasSize(18));
        assertThat(lines.stream().filter(line -> line.endsWith(",,,,,,,rram-32nm")))
                .hasSize(1);
        assertThat(lines.get(1)).startsWith("2,rowBlock,8,5,flash,0,128,128,uniform,affine,layerSerial,0.");
    }

    /** A name that stands for other constants than the carried ones is no name to take a table by. */
    @Test
    void everyLineNamesTheTechnologyThatWasEdited() throws IOException {
        Design design = design();
        Technology edited = TechnologyDocument.bundled(Technology.STANDARD)
                .withValue("cell.area", 20)
                .technology();
        SweepResult result = Sweep.run(
                design.network(),
                design.hardware(),
                edited,
                CostOptions.STANDARD,
                space("{\"schema\": 1, \"adcBits\": [6, 8]}"),
                () -> false,
                done -> {});
        StringBuilder table = new StringBuilder();
        SweepTable.write(result, table);
        List<String> lines = table.toString().lines().toList();

        assertThat(lines.getFirst()).endsWith(",tops_per_mm2,technology");
        assertThat(lines.subList(1, 3))
                .allSatisfy(line -> assertThat(line)
                        .endsWith(",\"rram-32nm, edited, sha256 "
                                + edited.identity().digest().substring(0, 8) + "\""));
    }

    @Test
    void theWorkbenchsSpaceIsLarge() {
        SweepSpace around = SweepSpace.around(CostOptions.STANDARD);
        assertThat(around.size()).isEqualTo(19_440);
        assertThat(around.adcs()).contains(AdcKind.TECHNOLOGY);
    }

    @Test
    void aCancelledSweepEnds() throws IOException {
        Design design = design();
        SweepSpace space = SweepSpace.around(CostOptions.STANDARD);
        assertThatThrownBy(() -> Sweep.run(
                        design.network(),
                        design.hardware(),
                        Technology.standard(),
                        CostOptions.STANDARD,
                        space,
                        () -> true,
                        done -> {}))
                .isInstanceOf(CancellationException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"schema": 2} | schema: 2 is not the supported version 1
            {"schema": 1, "bits": [1]} | bits: is unknown
            {"schema": 1, "cellBits": [9]} | cellBits: 9 is outside 1 … 8
            {"schema": 1, "cellBits": [1.5]} | cellBits: 1.5 is no whole number
            {"schema": 1, "cellBits": []} | cellBits: has no values
            {"schema": 1, "cellBits": [2, 4, 2]} | cellBits: has the value 2 twice; leave one out
            {"schema": 1, "adc": ["sar", "sar"]} | adc: has the value sar twice; leave one out
            {"schema": 1, "schedule": ["layerSerial", "layerSerial"]} | schedule: has the value layerSerial twice
            {"schema": 1, "polarity": ["offset", "offset"]} | polarity: has the value offset twice
            {"schema": 1, "tile": [{"rows": 64, "columns": 32}, {"columns": 32, "rows": 64}]} | tile: has the value 64 × 32 twice
            {"schema": 1, "adc": ["sigma"]} | adc[0]: "sigma" is none of technology, sar
            {"schema": 1, "schedule": [0]} | schedule[0]: expected one of layerSerial, layerParallel, layerParallelReplicated, found 0
            {"schema": 1} {"schema": 1} | line 1: something follows the closing brace; remove it
            {"schema": 1, "adcbits": [6]} | adcbits: is unknown; known fields here are schema, tile, polarity, cellBits
            {"schema": 1, "tile": [{"rows": 4, "columns": 64}]} | tile[0].rows: 4 is outside 8 … 4096
            {"schema": 1, "columnsPerAdc": [5000]} | columnsPerAdc: 5000 is outside 0 … 4096
            """)
    void aFaultySpaceIsRefusedByFileAndField(String json, String message) {
        assertThatThrownBy(() -> space(json))
                .isInstanceOf(JsonFormatException.class)
                .hasMessageContaining("space.json, " + message);
    }
}
