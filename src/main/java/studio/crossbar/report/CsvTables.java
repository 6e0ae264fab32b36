package studio.crossbar.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import studio.crossbar.cost.BuiltCells;
import studio.crossbar.cost.Cost;
import studio.crossbar.cost.CostItem;
import studio.crossbar.cost.LayerTime;
import studio.crossbar.cost.TileCost;
import studio.crossbar.design.Design;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.TileShape;
import studio.crossbar.mapping.LayerPlan;
import studio.crossbar.mapping.MappedNetwork;
import studio.crossbar.mapping.Tile;
import studio.crossbar.mapping.TileSlot;
import studio.crossbar.simulation.WiredAccuracy;
import studio.crossbar.study.Evaluation;
import studio.crossbar.training.Ranges;

/** The tables of an evaluation. Layers, row blocks and tiles count from 1, rows and outputs from 0. */
final class CsvTables {

    private static final CsvTable<Evaluation> DESIGNS = hardwareColumns(
                    new CsvTable<Evaluation>()
                            .column("name", e -> design(e).name())
                            .column("network", e -> Words.network(design(e).network())),
                    CsvTables::design)
            .column("accuracy_mean", e -> e.accuracy().mean())
            .column("accuracy_std", e -> e.accuracy().standardDeviation())
            .column("accuracy_min", e -> e.accuracy().worst())
            .column("draws", e -> e.accuracy().draws().size())
            .column("float_accuracy", Evaluation::floatAccuracy)
            .column("wordline_ohm", e -> wired(e, w -> w.wires().wordlineOhm()))
            .column("bitline_ohm", e -> wired(e, w -> w.wires().bitlineOhm()))
            .column("accuracy_ir_drop_mean", e -> wired(e, w -> w.accuracy().mean()))
            .column("accuracy_ir_drop_std", e -> wired(e, w -> w.accuracy().standardDeviation()))
            .column("accuracy_ir_drop_min", e -> wired(e, w -> w.accuracy().worst()))
            .column("ir_drop_error_l2", e -> wired(e, w -> w.error().relativeL2()))
            .column("ir_drop_error_worst", e -> wired(e, w -> w.error().worstRelative()))
            .column("area_mm2", e -> e.cost().areaSquareMillimetres())
            .column("energy_nJ", e -> e.cost().energyNanojoules())
            .column("latency_us", e -> e.cost().latencyMicroseconds())
            .column("devices", e -> built(e).devices())
            .column("devices_programmed", e -> built(e).programmed())
            .column("tiles", e -> built(e).tiles())
            .column("utilisation", e -> built(e).utilisation())
            .column("technology", e -> e.cost().technology().identity().label())
            .column("dataset", e -> e.dataset().name())
            .column("synthetic", e -> e.dataset().synthetic())
            .column("train_windows", e -> e.dataset().train())
            .column("test_windows", e -> e.dataset().test())
            .column("seed", e -> design(e).seed());

    private static final CsvTable<LayerRow> LAYERS = new CsvTable<LayerRow>()
            .column("layer", r -> r.plan.layer() + 1)
            .column("name", r -> r.plan.name())
            .column("input_channels", r -> r.plan.input().channels())
            .column("input_length", r -> r.plan.input().length())
            .column("output_channels", r -> r.plan.output().channels())
            .column("output_length", r -> r.plan.output().length())
            .column("rows", r -> r.plan.rows().rows())
            .column("outputs", r -> r.plan.spec().outputs())
            .column("row_blocks", r -> r.plan.rows().blocks().size())
            .column("copies", r -> r.time().replicas())
            .column("tiles_a_copy", r -> r.plan.tiles().size())
            .column("devices_a_copy", r -> r.plan.weightDevices())
            .column("utilisation", r -> utilisation(r.plan, r.tile))
            .column("vectors", r -> r.plan.vectors())
            .column("dac_full_scale", r -> r.ranges.dac())
            .column("weight_full_scale", r -> r.ranges.weight())
            .column("adc_full_scale", r -> r.ranges.adc())
            .column("area_mm2", r -> r.cost.areaSquareMillimetres(r.plan.layer()))
            .column("shared_area_mm2", r -> r.shared() * r.cost.areaSquareMillimetres(CostItem.SHARED))
            .column("energy_nJ", r -> r.cost.energyNanojoules(r.plan.layer()))
            .column("shared_energy_nJ", r -> r.shared() * r.cost.energyNanojoules(CostItem.SHARED))
            .column("compute_us", r -> r.time().computeMicroseconds())
            .column("bus_us", r -> r.time().busMicroseconds())
            .column("fill_us", r -> r.time().fillMicroseconds())
            .column("latency_us", r -> r.time().latencyMicroseconds());

    private static final CsvTable<TileRow> TILES = new CsvTable<TileRow>()
            .column("tile", r -> r.number)
            .column("layer", r -> r.slot().layer() + 1)
            .column("layer_name", r -> r.layer.name())
            .column("row_block", r -> r.slot().block() + 1)
            .column("encoding", r -> r.slot().encoding())
            .column("first_row_from_0", r -> r.slot().firstRow())
            .column("rows", r -> r.slot().rows())
            .column("first_output_from_0", r -> r.slot().firstOutput())
            .column("outputs", r -> r.slot().outputs())
            .column("device_columns", r -> r.slot().deviceColumns())
            .column("devices", r -> r.slot().weightDevices())
            .column("utilisation", r -> r.statistics.utilisation())
            .column("mean_abs_level", r -> r.statistics.meanMagnitude())
            .column("zero_share", r -> r.statistics.zeroShare())
            .column("mean_conductance_uS", r -> r.statistics.meanConductanceMicroSiemens())
            .column("copies", r -> r.copies)
            .column("area_mm2", r -> r.cost.areaSquareMillimetres())
            .column("energy_nJ", r -> r.cost.energyNanojoules());

    private static final CsvTable<ItemRow> COST = new CsvTable<ItemRow>()
            .column("component", r -> r.item.component().label())
            .column("layer", r -> r.item.layer() == CostItem.SHARED ? "shared" : r.item.layer() + 1)
            .column("counted_by", r -> r.item.basis().label())
            .column("instances", r -> r.item.instances())
            .column("unit_area_um2", r -> r.item.unitAreaSquareMicrometres())
            .column("area_mm2", r -> r.item.areaSquareMillimetres())
            .column("operations_per_inference", r -> r.item.operations())
            .column("unit_energy_pJ", r -> r.item.unitEnergyPicojoules())
            .column("energy_nJ", r -> r.item.energyNanojoules())
            .column("technology", r -> r.technology)
            .column("source", r -> r.item.wholeSource());

    private CsvTables() {}

    private record LayerRow(LayerPlan plan, TileShape tile, Ranges ranges, Cost cost) {

        /** Its part of what layers use in turn, by time. */
        double shared() {
            return cost.shareOfTime(plan.layer());
        }

        LayerTime time() {
            return cost.layers().get(plan.layer());
        }
    }

    /** @param cost of all copies of the tile */
    private record TileRow(
            int number, Tile tile, LayerPlan layer, TileStatistics statistics, int copies, TileCost cost) {

        TileSlot slot() {
            return tile.slot();
        }
    }

    private record ItemRow(CostItem item, String technology) {}

    private static BuiltCells built(Evaluation evaluation) {
        return BuiltCells.of(evaluation.mapped().plan(), evaluation.cost());
    }

    static String designs(List<Evaluation> evaluations) {
        return DESIGNS.text(evaluations);
    }

    static String layers(Evaluation evaluation) {
        MappedNetwork mapped = evaluation.mapped();
        return LAYERS.text(mapped.plan().layers().stream()
                .map(plan -> new LayerRow(
                        plan,
                        mapped.plan().tile(),
                        mapped.trained().layers().get(plan.layer()).ranges(),
                        evaluation.cost()))
                .toList());
    }

    static String tiles(Evaluation evaluation) {
        MappedNetwork mapped = evaluation.mapped();
        List<TileCost> costs = TileCost.of(evaluation.cost(), mapped, evaluation.activity());
        return TILES.text(IntStream.range(0, mapped.tiles().size())
                .mapToObj(i -> {
                    Tile tile = mapped.tiles().get(i);
                    return new TileRow(
                            i + 1,
                            tile,
                            mapped.plan().layers().get(tile.slot().layer()),
                            TileStatistics.of(tile, mapped.plan().tile()),
                            evaluation.cost().layers().get(tile.slot().layer()).replicas(),
                            costs.get(i));
                })
                .toList());
    }

    static String cost(Cost cost) {
        List<ItemRow> rows = new ArrayList<>();
        String technology = cost.technology().identity().label();
        for (CostItem item : cost.items()) {
            rows.add(new ItemRow(item, technology));
        }
        return COST.text(rows);
    }

    /** Cells used over cells of the layer's tiles, 0 … 1. */
    static double utilisation(LayerPlan plan, TileShape tile) {
        return plan.devices() / ((double) plan.tiles().size() * tile.rows() * tile.columns());
    }

    /** Adds what a design chooses of its hardware and signals. */
    static <T> CsvTable<T> hardwareColumns(CsvTable<T> table, Function<T, Design> design) {
        Function<T, Hardware> hardware = row -> design.apply(row).hardware();
        return table.column("levels", row -> hardware.apply(row).cell().levels())
                .column("bits", row -> hardware.apply(row).cell().bits())
                .column("gmin_uS", row -> hardware.apply(row).cell().gMinMicroSiemens())
                .column("gmax_uS", row -> hardware.apply(row).cell().gMaxMicroSiemens())
                .column("slices", row -> hardware.apply(row).slices())
                .column(
                        "polarity",
                        row -> Words.polarityName(hardware.apply(row).polarity()))
                .column("dac_bits", row -> hardware.apply(row).converters().dacBits())
                .column(
                        "input_cycle_bits",
                        row -> hardware.apply(row).converters().inputCycleBits())
                .column("adc_bits", row -> hardware.apply(row).converters().adcBits())
                .column("tile_rows", row -> hardware.apply(row).tile().rows())
                .column("tile_columns", row -> hardware.apply(row).tile().columns())
                .column("ranges", row -> hardware.apply(row).ranges())
                .column("scaling", row -> hardware.apply(row).scaling())
                .column("inputs", row -> hardware.apply(row).inputs())
                .column(
                        "companding_exponent",
                        row -> design.apply(row).companding().exponent())
                .column(
                        "companding_floor",
                        row -> design.apply(row).companding().floor())
                .column(
                        "programming_sigma_of_weight_full_scale",
                        row -> hardware.apply(row).noise().programmingSigma())
                .column(
                        "read_sigma_of_adc_full_scale",
                        row -> hardware.apply(row).noise().readSigma());
    }

    /** NaN where wires have no resistance. */
    private static double wired(Evaluation evaluation, ToDoubleFunction<WiredAccuracy> value) {
        WiredAccuracy wired = evaluation.wired();
        return wired == null ? Double.NaN : value.applyAsDouble(wired);
    }

    private static Design design(Evaluation evaluation) {
        return evaluation.mapped().trained().design();
    }
}
