package studio.crossbar.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Locale;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.crossbar.cost.CostItem;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.cost.LayerTime;
import studio.crossbar.cost.Schedule;
import studio.crossbar.design.Design;
import studio.crossbar.design.Recipe;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.mapping.LayerPlan;
import studio.crossbar.mapping.Tile;
import studio.crossbar.study.Evaluation;
import studio.crossbar.training.Ranges;

class CsvTablesTest {

    private static List<NamedCsvRecord> parsed(String csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
    }

    private static double number(NamedCsvRecord row, String field) {
        return Double.parseDouble(row.getField(field));
    }

    @Test
    void designsHoldTheFiguresExactly() {
        Evaluation first = Examples.har("comma, \"quote\"\nand line", Polarity.ROW_BLOCK, 2, true);
        Evaluation second = Examples.har("plain", Polarity.DIFFERENTIAL, 4, false);
        String csv = CsvTables.designs(List.of(first, second));
        assertThat(csv).contains("\"comma, \"\"quote\"\"\nand line\"").endsWith("\r\n");
        List<NamedCsvRecord> rows = parsed(csv);
        assertThat(rows).hasSize(2);
        NamedCsvRecord row = rows.getFirst();
        assertThat(row.getField("name")).isEqualTo("comma, \"quote\"\nand line");
        assertThat(row.getField("levels")).isEqualTo("4");
        assertThat(number(row, "bits")).isEqualTo(2);
        assertThat(number(row, "gmax_uS")).isEqualTo(10);
        assertThat(row.getField("polarity")).isEqualTo("ROW_BLOCK");
        assertThat(row.getField("adc_bits")).isEqualTo("8");
        assertThat(row.getField("tile_columns")).isEqualTo("128");
        assertThat(row.getField("ranges")).isEqualTo("UNIFORM");
        assertThat(row.getField("scaling")).isEqualTo("AFFINE");
        assertThat(number(row, "programming_sigma_of_weight_full_scale")).isEqualTo(0.05);
        assertThat(number(row, "read_sigma_of_adc_full_scale")).isEqualTo(0.01);
        assertThat(number(row, "accuracy_mean")).isEqualTo(first.accuracy().mean());
        assertThat(number(row, "accuracy_std")).isEqualTo(first.accuracy().standardDeviation());
        assertThat(number(row, "accuracy_min")).isEqualTo(0.9287);
        assertThat(row.getField("draws")).isEqualTo("10");
        assertThat(number(row, "float_accuracy")).isEqualTo(0.9545);
        assertThat(number(row, "area_mm2")).isEqualTo(first.cost().areaSquareMillimetres());
        assertThat(number(row, "energy_nJ")).isEqualTo(first.cost().energyNanojoules());
        assertThat(number(row, "latency_us")).isEqualTo(first.cost().latencyMicroseconds());
        assertThat(row.getField("devices")).isEqualTo("65088");
        assertThat(row.getField("tiles"))
                .isEqualTo(Integer.toString(first.mapped().tiles().size()));
        assertThat(row.getField("synthetic")).isEqualTo("true");
        assertThat(row.getField("seed")).isEqualTo("7");
        assertThat(rows.get(1).getField("name")).isEqualTo("plain");
        assertThat(rows.get(1).getField("devices")).isEqualTo("130176");
        assertThat(rows.get(1).getField("dataset")).isEqualTo("UCI HAR");
    }

    @Test
    void unmeasuredNumberIsAnEmptyField() {
        CsvTable<Double> table = new CsvTable<Double>().column("x", x -> x).column("y", x -> 1);
        assertThat(table.text(List.of(Double.NaN, 2.5))).isEqualTo("x,y\r\n,1\r\n2.5,1\r\n");
    }

    @Test
    void decimalsUseADotInEveryLocale() {
        Evaluation evaluation = Examples.har("x", Polarity.POSITIVE, 2, false);
        String english = CsvTables.designs(List.of(evaluation)) + CsvTables.cost(evaluation.cost());
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(CsvTables.designs(List.of(evaluation)) + CsvTables.cost(evaluation.cost()))
                    .isEqualTo(english);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void layersHoldShapesRangesAndTheirShareOfTheBill() {
        Evaluation evaluation = Examples.har("x", Polarity.ROW_BLOCK, 2, false);
        List<NamedCsvRecord> rows = parsed(CsvTables.layers(evaluation));
        assertThat(rows).hasSize(4);
        for (LayerPlan layer : evaluation.mapped().plan().layers()) {
            NamedCsvRecord row = rows.get(layer.layer());
            assertThat(row.getField("layer")).isEqualTo(Integer.toString(layer.layer() + 1));
            assertThat(row.getField("name")).isEqualTo(layer.name());
            assertThat(number(row, "input_channels")).isEqualTo(layer.input().channels());
            assertThat(number(row, "output_length")).isEqualTo(layer.output().length());
            assertThat(number(row, "rows")).isEqualTo(layer.rows().rows());
            assertThat(number(row, "copies")).isEqualTo(1);
            assertThat(number(row, "tiles_a_copy")).isEqualTo(layer.tiles().size());
            assertThat(number(row, "utilisation"))
                    .isEqualTo(layer.devices() / (layer.tiles().size() * 128.0 * 128.0));
            assertThat(number(row, "vectors")).isEqualTo(layer.vectors());
            Ranges ranges =
                    evaluation.mapped().trained().layers().get(layer.layer()).ranges();
            assertThat(Float.parseFloat(row.getField("weight_full_scale"))).isEqualTo(ranges.weight());
            assertThat(number(row, "area_mm2"))
                    .isEqualTo(evaluation.cost().ofLayer(layer.layer()).stream()
                            .mapToDouble(CostItem::areaSquareMillimetres)
                            .sum());
            LayerTime time = evaluation.cost().layers().get(layer.layer());
            assertThat(number(row, "compute_us")).isEqualTo(time.computeMicroseconds());
            assertThat(number(row, "bus_us")).isEqualTo(time.busMicroseconds()).isPositive();
            assertThat(number(row, "fill_us")).isEqualTo(time.fillMicroseconds());
            assertThat(number(row, "latency_us"))
                    .isEqualTo(evaluation.cost().layerLatenciesMicroseconds().get(layer.layer()));
        }
        assertThat(rows.stream()
                        .mapToDouble(row -> number(row, "area_mm2") + number(row, "shared_area_mm2"))
                        .sum())
                .isCloseTo(evaluation.cost().areaSquareMillimetres(), within(1e-12));
        assertThat(rows.stream()
                        .mapToDouble(row -> number(row, "energy_nJ") + number(row, "shared_energy_nJ"))
                        .sum())
                .isCloseTo(evaluation.cost().energyNanojoules(), within(1e-9));
    }

    @ParameterizedTest
    @EnumSource
    void tilesHoldWhatWasProgrammed(Polarity polarity) {
        Evaluation evaluation = Examples.evaluation(
                new Design("small", Examples.small(), Examples.hardware(polarity, 3), Recipe.standard(), 3), false);
        List<NamedCsvRecord> rows = parsed(CsvTables.tiles(evaluation));
        assertThat(rows).hasSameSizeAs(evaluation.mapped().tiles());
        for (int t = 0; t < rows.size(); t++) {
            Tile tile = evaluation.mapped().tiles().get(t);
            NamedCsvRecord row = rows.get(t);
            assertThat(row.getField("encoding"))
                    .isEqualTo(tile.slot().encoding().name());
            assertThat(number(row, "device_columns")).isEqualTo(tile.slot().deviceColumns());
            assertThat(number(row, "first_row_from_0")).isEqualTo(tile.slot().firstRow());
            double conductance = 0;
            for (int r = 0; r < tile.slot().rows(); r++) {
                for (int c = 0; c < tile.slot().deviceColumns(); c++) {
                    conductance += tile.conductanceMicroSiemens(r, c);
                }
            }
            assertThat(number(row, "mean_conductance_uS"))
                    .isCloseTo(conductance / tile.slot().devices(), within(1e-12));
        }
        assertThat(rows.stream().mapToDouble(row -> number(row, "area_mm2")).sum())
                .isCloseTo(evaluation.cost().areaSquareMillimetres(), within(1e-12));
        assertThat(rows.stream().mapToDouble(row -> number(row, "energy_nJ")).sum())
                .isCloseTo(evaluation.cost().energyNanojoules(), within(1e-9));
        short[] levels = evaluation.mapped().readBack(0);
        double magnitude = 0;
        double zeros = 0;
        for (short level : levels) {
            magnitude += Math.abs(level);
            zeros += level == 0 ? 1 : 0;
        }
        List<NamedCsvRecord> first =
                rows.stream().filter(row -> row.getField("layer").equals("1")).toList();
        double weights = levels.length / (double) first.size();
        assertThat(first.stream()
                                .mapToDouble(row -> number(row, "mean_abs_level"))
                                .sum()
                        * weights)
                .isCloseTo(magnitude, Offset.offset(1e-9));
        assertThat(first.stream().mapToDouble(row -> number(row, "zero_share")).sum() * weights)
                .isCloseTo(zeros, Offset.offset(1e-9));
    }

    @Test
    void costHoldsEveryItemAndItsUnits() {
        Evaluation evaluation = Examples.har("x", Polarity.POSITIVE, 2, false);
        List<NamedCsvRecord> rows = parsed(CsvTables.cost(evaluation.cost()));
        assertThat(rows).hasSameSizeAs(evaluation.cost().items());
        for (int i = 0; i < rows.size(); i++) {
            CostItem item = evaluation.cost().items().get(i);
            NamedCsvRecord row = rows.get(i);
            assertThat(row.getField("component")).isEqualTo(item.component().label());
            assertThat(row.getField("layer"))
                    .isEqualTo(item.layer() < 0 ? "shared" : Integer.toString(item.layer() + 1));
            assertThat(number(row, "instances")).isEqualTo(item.instances());
            assertThat(number(row, "unit_area_um2")).isEqualTo(item.unitAreaSquareMicrometres());
            assertThat(number(row, "unit_energy_pJ")).isEqualTo(item.unitEnergyPicojoules());
            assertThat(row.getField("source")).isEqualTo(item.wholeSource());
        }
        assertThat(rows.stream().mapToDouble(row -> number(row, "energy_nJ")).sum())
                .isEqualTo(evaluation.cost().energyNanojoules());
    }

    /** Where layers have copies, totals count them all and rows of layers and tiles say how many there are. */
    @Test
    void copiesOfLayersAreCounted() {
        Evaluation one = Examples.har("x", Polarity.ROW_BLOCK, 2, false);
        Evaluation copied = Examples.evaluation(
                one.mapped().trained().design(),
                false,
                CostOptions.STANDARD.withSchedule(Schedule.LAYER_PARALLEL_REPLICATED));
        NamedCsvRecord design = parsed(CsvTables.designs(List.of(copied))).getFirst();
        List<NamedCsvRecord> layers = parsed(CsvTables.layers(copied));
        List<NamedCsvRecord> tiles = parsed(CsvTables.tiles(copied));

        assertThat(number(layers.getFirst(), "copies")).isGreaterThan(1);
        assertThat(layers.stream()
                        .mapToDouble(row -> number(row, "copies") * number(row, "devices_a_copy"))
                        .sum())
                .isEqualTo(number(design, "devices"));
        assertThat(tiles.stream().mapToDouble(row -> number(row, "copies")).sum())
                .isEqualTo(number(design, "tiles"));
        assertThat(number(design, "devices"))
                .isGreaterThan(number(parsed(CsvTables.designs(List.of(one))).getFirst(), "devices"));
        assertThat(number(design, "utilisation"))
                .isCloseTo(number(design, "devices") / (number(design, "tiles") * 128 * 128), within(1e-12));
        assertThat(tiles.stream().mapToDouble(row -> number(row, "area_mm2")).sum())
                .isCloseTo(copied.cost().areaSquareMillimetres(), within(1e-9));
    }
}
