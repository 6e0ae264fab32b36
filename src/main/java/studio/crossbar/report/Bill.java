package studio.crossbar.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import studio.crossbar.cost.Component;
import studio.crossbar.cost.Cost;
import studio.crossbar.cost.CostItem;

/**
 * A cost by component, with numbered sources.
 *
 * @param lines components that occur, in the order of {@link Component}
 * @param sources distinct, in the order of first use; a line names them by index + 1
 */
record Bill(List<Line> lines, List<String> sources) {

    /**
     * One component.
     *
     * @param sources numbers from 1
     */
    record Line(Component component, double areaSquareMillimetres, double energyNanojoules, List<Integer> sources) {}

    static Bill of(Cost cost) {
        List<String> sources = List.copyOf(cost.items().stream()
                .map(CostItem::source)
                .filter(source -> !source.isBlank())
                .collect(Collectors.toCollection(LinkedHashSet::new)));
        List<Line> lines = new ArrayList<>();
        Arrays.stream(Component.values())
                .filter(cost.areaByComponent()::containsKey)
                .forEach(component -> lines.add(new Line(
                        component,
                        cost.areaByComponent().getOrDefault(component, 0.0),
                        cost.energyByComponent().getOrDefault(component, 0.0),
                        cost.items().stream()
                                .filter(item -> item.component() == component
                                        && !item.source().isBlank())
                                .map(item -> sources.indexOf(item.source()) + 1)
                                .distinct()
                                .sorted()
                                .toList())));
        return new Bill(List.copyOf(lines), sources);
    }

    double areaSquareMillimetres() {
        return lines.stream().mapToDouble(Line::areaSquareMillimetres).sum();
    }

    double energyNanojoules() {
        return lines.stream().mapToDouble(Line::energyNanojoules).sum();
    }
}
