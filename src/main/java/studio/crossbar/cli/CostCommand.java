package studio.crossbar.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import studio.crossbar.cost.Component;
import studio.crossbar.cost.Cost;
import studio.crossbar.cost.CostItem;
import studio.crossbar.cost.CostModel;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.cost.Technology;
import studio.crossbar.cost.TileCost;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.json.JsonFields;
import studio.crossbar.mapping.LayerPlan;
import studio.crossbar.mapping.MappingPlan;
import studio.crossbar.mapping.TileSlot;
import studio.crossbar.study.Costing;
import studio.crossbar.study.Project;
import studio.crossbar.study.ResultStore;

/** {@code crossbar cost}. */
@Command(
        name = "cost",
        description =
                "Area, energy, latency and throughput by component, layer and tile; needs no training, so the cells"
                        + " count with their expected conductance. With --sweep, of all designs of a space.")
final class CostCommand extends ProjectCommand {

    @Mixin
    private CostChoices choices = new CostChoices();

    @Option(
            names = "--sweep",
            paramLabel = "SPACE.json",
            description = "Cost every design of a space around the project's instead, into the file of --csv.")
    private @Nullable Path space;

    @Option(names = "--csv", paramLabel = "OUT.csv", description = "Receives the sweep, a design a line.")
    private @Nullable Path csv;

    @Option(
            names = "--claim",
            description = "Print what uniform ranges and cells of one sign save against the conventional mapping, and"
                    + " how far that depends on the assumptions, as Markdown.")
    private boolean claim;

    @Override
    Report run(Project project, ResultStore store) throws Exception {
        if ((space == null) != (csv == null)) {
            throw new ParameterException(
                    spec.commandLine(), "--sweep and --csv go together: the space, and the file for its bills");
        }
        if (claim && space != null) {
            throw new ParameterException(spec.commandLine(), "--claim and --sweep: give one of them");
        }
        if (space != null && csv != null) {
            requireAnother("--csv", csv, "--sweep", space);
        }
        if (csv != null) {
            requireWritable("--csv", csv);
        }
        try {
            return cost(project);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), CostChoices.byOption(String.valueOf(e.getMessage())), e);
        }
    }

    private Report cost(Project project) throws Exception {
        Costing costing = choices.costing(project);
        Technology technology = costing.technology();
        CostOptions options = costing.options();
        if (claim) {
            return ClaimReport.of(project, technology);
        }
        return space == null || csv == null
                ? bill(project, technology, options)
                : new SweepReport(project, technology, options).run(this, space, csv);
    }

    private static Report bill(Project project, Technology technology, CostOptions options) {
        MappingPlan plan =
                MappingPlan.of(project.design().network(), project.design().hardware());
        Cost cost = CostModel.cost(plan, project.design().hardware(), technology, options);
        BuiltCells built = BuiltCells.of(plan, cost);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("design", project.design().name())
                .put("technology", cost.technology())
                .put("area_mm2", cost.areaSquareMillimetres())
                .put("energy_nJ", cost.energyNanojoules())
                .put("energyBasis", JsonFields.nameOf(cost.energyBasis()))
                .put("latency_us", cost.latencyMicroseconds())
                .put("devices", built.devices())
                .put("tiles", built.tiles())
                .put("inferences_per_s", cost.inferencesPerSecond())
                .put("tops", cost.teraOperationsPerSecond())
                .put("tops_per_W", cost.teraOperationsPerJoule())
                .put("tops_per_mm2", cost.teraOperationsPerSecondAndSquareMillimetre())
                .put("power_mW", cost.powerMilliwatts())
                .put("utilisation", plan.utilisation())
                .put("programming_energy_uJ", cost.programming().energyMicrojoules())
                .put("programming_time_ms", cost.programming().timeMilliseconds())
                .put("schedule", JsonFields.nameOf(options.schedule()));
        TextTable totals = new TextTable()
                .row("Area", Texts.significant(cost.areaSquareMillimetres()) + " mm²")
                .row(
                        "Energy",
                        Texts.significant(cost.energyNanojoules()) + " nJ an inference, "
                                + cost.energyBasis().label())
                .row("Latency", Texts.significant(cost.latencyMicroseconds()) + " µs an inference")
                .row("Devices", built.text(plan))
                .row(
                        "Throughput",
                        Texts.significant(cost.inferencesPerSecond()) + " inferences/s, "
                                + Texts.significant(cost.teraOperationsPerSecond()) + " TOPS at "
                                + Texts.significant(cost.powerMilliwatts()) + " mW")
                .row(
                        "Efficiency",
                        Texts.significant(cost.teraOperationsPerJoule()) + " TOPS/W, "
                                + Texts.significant(cost.teraOperationsPerSecondAndSquareMillimetre()) + " TOPS/mm²")
                .row("Utilisation", Texts.percent(plan.utilisation()) + " of the tiles' cells")
                .row(
                        "Programming",
                        Texts.significant(cost.programming().energyMicrojoules()) + " µJ in "
                                + Texts.significant(cost.programming().timeMilliseconds()) + " ms")
                .row("Technology", technology.title() + " (" + cost.technology() + ")");
        String text = totals.text() + "\n" + components(cost, json.putArray("components")) + "\n"
                + layers(cost, plan, json.putArray("layers"));
        tiles(cost, plan, project.design().hardware(), technology, json.putArray("byTile"));
        return new Report(text, json);
    }

    private static String components(Cost cost, ArrayNode json) {
        TextTable table = new TextTable().header("component", "area mm²", "share", "energy nJ", "share");
        for (Component component : Component.values()) {
            double area = cost.areaByComponent().getOrDefault(component, 0.0);
            double energy = cost.energyByComponent().getOrDefault(component, 0.0);
            if (area > 0 || energy > 0) {
                json.addObject()
                        .put("component", JsonFields.nameOf(component))
                        .put("area_mm2", area)
                        .put("energy_nJ", energy);
                table.row(
                        component.label(),
                        Texts.significant(area),
                        Texts.percent(area / cost.areaSquareMillimetres()),
                        Texts.significant(energy),
                        Texts.percent(energy / cost.energyNanojoules()));
            }
        }
        return table.text();
    }

    private static void tiles(Cost cost, MappingPlan plan, Hardware hardware, Technology technology, ArrayNode json) {
        List<TileSlot> slots = plan.tiles();
        for (TileCost tile : TileCost.of(cost, plan, hardware, technology)) {
            json.addObject()
                    .put("tile", tile.tile() + 1)
                    .put("layer", slots.get(tile.tile()).layer() + 1)
                    .put("area_mm2", tile.areaSquareMillimetres())
                    .put("energy_nJ", tile.energyNanojoules());
        }
    }

    private static String layers(Cost cost, MappingPlan plan, ArrayNode json) {
        TextTable table = new TextTable().header("layer", "area mm²", "energy nJ", "latency µs");
        for (LayerPlan layer : plan.layers()) {
            double latency = cost.layerLatenciesMicroseconds().get(layer.layer());
            layer(layer.name(), cost, layer.layer(), latency, json, table);
        }
        if (!cost.ofLayer(CostItem.SHARED).isEmpty()) {
            layer("shared by all", cost, CostItem.SHARED, 0, json, table);
        }
        return table.text();
    }

    private static void layer(String name, Cost cost, int layer, double latency, ArrayNode json, TextTable table) {
        double area = cost.areaSquareMillimetres(layer);
        double energy = cost.energyNanojoules(layer);
        json.addObject()
                .put("name", name)
                .put("area_mm2", area)
                .put("energy_nJ", energy)
                .put("latency_us", latency);
        table.row(name, Texts.significant(area), Texts.significant(energy), Texts.significant(latency));
    }
}
