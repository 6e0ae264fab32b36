package studio.crossbar.cost;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The few lines in which other tools sum their parts. */
enum Share {
    CELLS("cells"),
    ADCS("ADCs"),
    ACCUMULATION("accumulation"),
    BUFFERS("buffers"),
    INTERCONNECT("interconnect"),
    OTHER("other");

    private final String label;

    Share(String label) {
        this.label = label;
    }

    static Share of(Component component) {
        return switch (component) {
            case CELL_ARRAY -> CELLS;
            case ADC -> ADCS;
            case SHIFT_ADD, ACCUMULATOR, SUBTRACTOR -> ACCUMULATION;
            case BUFFER, REGISTER -> BUFFERS;
            case INTERCONNECT -> INTERCONNECT;
            default -> OTHER;
        };
    }

    /** µm². */
    static Map<Share, Double> areas(List<CostItem> items) {
        return items.stream()
                .collect(Collectors.groupingBy(
                        item -> of(item.component()),
                        Collectors.summingDouble(item -> item.areaSquareMillimetres() * 1e6)));
    }

    /** pJ. */
    static Map<Share, Double> energies(List<CostItem> items) {
        return items.stream()
                .collect(Collectors.groupingBy(
                        item -> of(item.component()), Collectors.summingDouble(item -> item.energyNanojoules() * 1e3)));
    }

    static double total(Map<Share, Double> shares) {
        return shares.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /**
     * Rows of a table with a column each of {@code chips}: the shares, their total and their order.
     *
     * @param format of a figure
     * @param unit that a figure is divided by
     */
    static String rows(List<Map<Share, Double>> chips, String format, double unit) {
        StringBuilder rows = new StringBuilder();
        for (Share share : values()) {
            rows.append(row(share.label, chips, chip -> {
                double figure = chip.getOrDefault(share, 0.0);
                return figure == 0 ? "–" : String.format(Locale.ROOT, format, figure / unit);
            }));
        }
        rows.append(row("total", chips, chip -> String.format(Locale.ROOT, format, total(chip) / unit)));
        return rows + row("order", chips, Share::order);
    }

    private static String row(String label, List<Map<Share, Double>> chips, Function<Map<Share, Double>, String> cell) {
        return chips.stream().map(cell).collect(Collectors.joining(" | ", "| " + label + " | ", " |\n"));
    }

    /** Largest first, those of nothing left out. */
    private static String order(Map<Share, Double> shares) {
        return shares.entrySet().stream()
                .filter(share -> share.getValue() > 0)
                .sorted(Map.Entry.<Share, Double>comparingByValue(Comparator.reverseOrder()))
                .map(share -> share.getKey().label)
                .collect(Collectors.joining(", "));
    }
}
