package studio.crossbar.ui.common;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.Range;

/** The way back after the wheel or a drag has zoomed a chart. */
final class ChartZoom {

    private final JFreeChart chart;
    /** Ranges before the first zoom; empty for what follows the data. */
    private final Map<ValueAxis, Optional<Range>> homes = new IdentityHashMap<>();

    private final ReadOnlyStringWrapper reason =
            new ReadOnlyStringWrapper(this, "reason", Texts.get("common.chart.all.reason"));
    private final Action showAll = new Action(
            "chart-all",
            Texts.get("common.chart.all.name"),
            "fth-maximize",
            null,
            Texts.get("common.chart.all.help"),
            reason,
            this::showAll);

    ChartZoom(JFreeChart chart) {
        this.chart = chart;
    }

    /** Notes the ranges whenever {@code holder} is about to zoom the chart. */
    void follow(Node holder) {
        holder.addEventFilter(ScrollEvent.SCROLL, event -> before());
        holder.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> before());
    }

    /** Shows everything again. */
    Action action() {
        return showAll;
    }

    private void before() {
        for (ValueAxis axis : axes(chart.getPlot())) {
            homes.putIfAbsent(axis, axis.isAutoRange() ? Optional.empty() : Optional.of(axis.getRange()));
        }
    }

    /** The chart has other data, with which it has set the ranges that do not follow them by themselves. */
    void redrawn() {
        homes.values().removeIf(Optional::isPresent);
    }

    /** The chart was drawn. */
    void drawn() {
        boolean zoomed = homes.entrySet().stream()
                .anyMatch(home -> home.getValue()
                        .map(range -> !range.equals(home.getKey().getRange()))
                        .orElse(!home.getKey().isAutoRange()));
        reason.set(zoomed ? "" : Texts.get("common.chart.all.reason"));
    }

    private void showAll() {
        homes.forEach((axis, range) -> range.ifPresentOrElse(axis::setRange, () -> axis.setAutoRange(true)));
        homes.clear();
        drawn();
    }

    private static List<ValueAxis> axes(Plot plot) {
        List<ValueAxis> axes = new ArrayList<>();
        switch (plot) {
            case CombinedDomainXYPlot combined -> {
                axes.add(combined.getDomainAxis());
                for (Object part : combined.getSubplots()) {
                    axes.add(((XYPlot) part).getRangeAxis());
                }
            }
            case XYPlot xy -> axes.addAll(List.of(xy.getDomainAxis(), xy.getRangeAxis()));
            case CategoryPlot bars -> axes.add(bars.getRangeAxis());
            default -> {}
        }
        return axes;
    }
}
