package studio.crossbar.ui.cost;

import studio.crossbar.cost.CostItem;
import studio.crossbar.ui.common.Texts;

/** Figures that are broken down. */
public enum CostMetric {
    AREA(
            Texts.get("cost.metric.area"),
            "mm²",
            "µm²",
            Texts.get("cost.metric.area.count"),
            Texts.get("cost.metric.area.each")),
    ENERGY(
            Texts.get("cost.metric.energy"),
            "nJ",
            "pJ",
            Texts.get("cost.metric.energy.count"),
            Texts.get("cost.metric.energy.each")),
    LATENCY(
            Texts.get("cost.metric.latency"),
            "µs",
            "µs",
            Texts.get("cost.metric.latency.count"),
            Texts.get("cost.metric.latency.each"));

    private final String label;
    private final String unit;
    private final String smallUnit;
    private final String countHeading;
    private final String unitHeading;

    CostMetric(String label, String unit, String smallUnit, String countHeading, String unitHeading) {
        this.label = label;
        this.unit = unit;
        this.smallUnit = smallUnit;
        this.countHeading = countHeading;
        this.unitHeading = unitHeading;
    }

    public String label() {
        return label;
    }

    /** Of an item, in the metric's unit; items take no time of their own, but layers do. */
    double ofItem(CostItem item) {
        return switch (this) {
            case AREA -> item.areaSquareMillimetres();
            case ENERGY -> item.energyNanojoules();
            case LATENCY -> 0;
        };
    }

    public String unit() {
        return unit;
    }

    /** Unit of one piece or use. */
    String smallUnit() {
        return smallUnit;
    }

    String countHeading() {
        return countHeading;
    }

    String unitHeading() {
        return unitHeading;
    }
}
