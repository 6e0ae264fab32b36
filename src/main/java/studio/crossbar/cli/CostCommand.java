package studio.crossbar.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Command;
import studio.crossbar.cost.Component;
import studio.crossbar.cost.Cost;
import studio.crossbar.cost.CostItem;
import studio.crossbar.cost.EnergyBasis;
import studio.crossbar.json.JsonFields;
import studio.crossbar.mapping.LayerPlan;
import studio.crossbar.mapping.MappingPlan;
import studio.crossbar.study.Project;
import studio.crossbar.study.ResultStore;
import studio.crossbar.study.Workflow;

/** {@code crossbar cost}. */
@Command(
        name = "cost",
        description = "Area, energy and latency by component and layer; needs no training, so the cells count with"
                + " their expected conductance.")
final class CostCommand extends ProjectCommand {

    @Override
    Report run(Project project, ResultStore store) throws Exception {
        Cost cost = Workflow.cost(project.design(), Workflow.technology(project));
        MappingPlan plan =
                MappingPlan.of(project.design().network(), project.design().hardware());
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("design", project.design().name())
                .put("technology", cost.technology())
                .put("area_mm2", cost.areaSquareMillimetres())
                .put("energy_nJ", cost.energyNanojoules())
                .put("energyBasis", JsonFields.nameOf(EnergyBasis.EXPECTED_CONDUCTANCE))
                .put("latency_us", cost.latencyMicroseconds())
                .put("devices", plan.devices())
                .put("tiles", plan.tiles().size());
        TextTable totals = new TextTable()
                .row("Area", Texts.significant(cost.areaSquareMillimetres()) + " mm²")
                .row(
                        "Energy",
                        Texts.significant(cost.energyNanojoules()) + " nJ an inference, "
                                + EnergyBasis.EXPECTED_CONDUCTANCE.label())
                .row("Latency", Texts.significant(cost.latencyMicroseconds()) + " µs an inference")
                .row("Devices", plan.devices() + " in " + plan.tiles().size() + " tiles")
                .row("Technology", cost.technology());
        String text = totals.text() + "\n" + components(cost, json.putArray("components")) + "\n"
                + layers(cost, plan, json.putArray("layers"));
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
