package studio.crossbar.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import studio.crossbar.cost.Component;
import studio.crossbar.cost.Cost;

/** Table of designs against one of them, with what each component takes. */
final class ComparisonCsv {

    private ComparisonCsv() {}

    /**
     * The table.
     *
     * @param baseline index of the design that the others are compared with
     */
    static String text(List<ComparedDesign> designs, int baseline) {
        Objects.checkIndex(baseline, designs.size());
        ComparedDesign base = designs.get(baseline);
        CsvTable<ComparedDesign> table = CsvTables.hardwareColumns(
                new CsvTable<ComparedDesign>()
                        .column("name", ComparedDesign::name)
                        .column("baseline", row -> designs.indexOf(row) == baseline)
                        .column("design", row -> row.design().name())
                        .column("network", row -> Words.network(row.design().network())),
                ComparedDesign::design);
        figure(table, "area_mm2", row -> row.cost().areaSquareMillimetres(), base);
        figure(table, "energy_nJ", row -> row.cost().energyNanojoules(), base);
        figure(table, "latency_us", row -> row.cost().latencyMicroseconds(), base);
        figure(table, "devices", ComparedDesign::devices, base);
        components(table, "area_mm2_", designs, Cost::areaByComponent);
        components(table, "energy_nJ_", designs, Cost::energyByComponent);
        table.column("technology", row -> row.cost().technology().identity().label())
                .column("schedule", row -> row.cost().options().schedule())
                .column("energy_basis", row -> row.cost().energyBasis());
        return table.text(designs);
    }

    private static void figure(
            CsvTable<ComparedDesign> table,
            String header,
            ToDoubleFunction<ComparedDesign> value,
            ComparedDesign base) {
        table.column(header, value::applyAsDouble)
                .column(
                        header + "_change_percent",
                        row -> 100 * (value.applyAsDouble(row) / value.applyAsDouble(base) - 1));
    }

    /** A column for each component that some design has. */
    private static void components(
            CsvTable<ComparedDesign> table,
            String header,
            List<ComparedDesign> designs,
            Function<Cost, Map<Component, Double>> values) {
        for (Component component : Component.values()) {
            ToDoubleFunction<ComparedDesign> value =
                    row -> values.apply(row.cost()).getOrDefault(component, 0.0);
            if (designs.stream().anyMatch(row -> value.applyAsDouble(row) != 0)) {
                table.column(header + component.name().toLowerCase(Locale.ROOT), value::applyAsDouble);
            }
        }
    }
}
