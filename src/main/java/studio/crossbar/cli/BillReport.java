package studio.crossbar.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import studio.crossbar.cost.BuiltCells;
import studio.crossbar.cost.Component;
import studio.crossbar.cost.Cost;
import studio.crossbar.cost.CostItem;
import studio.crossbar.cost.CostModel;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.cost.Technology;
import studio.crossbar.cost.TechnologyIdentity;
import studio.crossbar.cost.TileCost;
import studio.crossbar.json.JsonFields;
import studio.crossbar.mapping.MappingPlan;
import studio.crossbar.report.ReportWriter;
import studio.crossbar.study.Project;

/** The bill of a design as text, JSON and CSV: totals, and what they are sums of. */
final class BillReport {

    private final Project project;
    private final Technology technology;
    private final CostOptions options;
    private final MappingPlan plan;
    private final Cost cost;

    /** @throws IllegalArgumentException if the technology lacks what the design needs, naming it */
    BillReport(Project project, Technology technology, CostOptions options) {
        this.project = project;
        this.technology = technology;
        this.options = options;
        plan = MappingPlan.of(project.design().network(), project.design().hardware());
        cost = CostModel.cost(plan, project.design().hardware(), technology, options);
    }

    /** One row an item. */
    String csv() {
        return ReportWriter.costCsv(cost);
    }

    /**
     * The text shows components and layers.
     *
     * @param tiles whether it lists tiles, too
     * @param items whether it lists items, too
     */
    Verb.Report report(boolean tiles, boolean items) {
        BuiltCells built = BuiltCells.of(plan, cost);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("design", project.design().name());
        TechnologyIdentity identity = technology.identity();
        identity.put(json);
        json.put("area_mm2", cost.areaSquareMillimetres())
                .put("energy_nJ", cost.energyNanojoules())
                .put("energyBasis", JsonFields.nameOf(cost.energyBasis()))
                .put("latency_us", cost.latencyMicroseconds());
        built.put(json);
        json.put("inferences_per_s", cost.inferencesPerSecond())
                .put("tops", cost.teraOperationsPerSecond())
                .put("tops_per_W", cost.teraOperationsPerJoule())
                .put("tops_per_mm2", cost.teraOperationsPerSecondAndSquareMillimetre())
                .put("power_mW", cost.powerMilliwatts())
                .put("programming_energy_uJ", cost.programming().energyMicrojoules())
                .put("programming_time_ms", cost.programming().timeMilliseconds())
                .put("schedule", JsonFields.nameOf(options.schedule()));
        TextTable totals = new TextTable()
                .row("Area", Texts.significant(cost.areaSquareMillimetres()) + " mm²")
                .row(
                        "Energy",
                        Texts.significant(cost.energyNanojoules()) + " nJ an inference, " + cost.energyAssumption())
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
                .row("Utilisation", Texts.percent(built.utilisation()) + " of the tiles' cells")
                .row(
                        "Programming",
                        Texts.significant(cost.programming().energyMicrojoules()) + " µJ in "
                                + Texts.significant(cost.programming().timeMilliseconds()) + " ms")
                .row("Technology", technology.title() + " (" + identity.label() + ")");
        BillLayers byLayer = new BillLayers(cost, plan);
        String text = totals.text() + "\n" + components(json.putArray("components")) + "\n" + byLayer.text();
        byLayer.put(json.putArray("layers"));
        BillTiles byTile = new BillTiles(
                cost, plan, TileCost.of(cost, plan, project.design().hardware()));
        byTile.put(json.putArray("byTile"));
        String list = items(json.putArray("items"));
        return new Verb.Report(text + (tiles ? "\n" + byTile.text() : "") + (items ? "\n" + list : ""), json);
    }

    private String components(ArrayNode json) {
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

    private String items(ArrayNode json) {
        TextTable table = new TextTable()
                .header(
                        "item",
                        "layer",
                        "counted by",
                        "pieces",
                        "µm² each",
                        "area mm²",
                        "uses",
                        "pJ each",
                        "energy nJ",
                        "source")
                .left(1)
                .left(2)
                .left(9);
        for (CostItem item : cost.items()) {
            String layer = item.layer() == CostItem.SHARED
                    ? "shared"
                    : plan.layers().get(item.layer()).name();
            json.addObject()
                    .put("component", JsonFields.nameOf(item.component()))
                    .put("layer", layer)
                    .put("countedBy", item.basis().label())
                    .put("instances", item.instances())
                    .put("unitArea_um2", item.unitAreaSquareMicrometres())
                    .put("area_mm2", item.areaSquareMillimetres())
                    .put("operations", item.operations())
                    .put("unitEnergy_pJ", item.unitEnergyPicojoules())
                    .put("energy_nJ", item.energyNanojoules())
                    .put("source", item.wholeSource());
            table.row(
                    item.component().label(),
                    layer,
                    item.basis().label(),
                    Texts.count(item.instances()),
                    Texts.significant(item.unitAreaSquareMicrometres()),
                    Texts.significant(item.areaSquareMillimetres()),
                    Texts.count(item.operations()),
                    Texts.significant(item.unitEnergyPicojoules()),
                    Texts.significant(item.energyNanojoules()),
                    item.wholeSource());
        }
        return table.text();
    }
}
