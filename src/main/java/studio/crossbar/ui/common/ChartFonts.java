package studio.crossbar.ui.common;

import java.awt.Font;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTitleAnnotation;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.Marker;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.Layer;
import org.jspecify.annotations.Nullable;

/** Gives all texts of a chart their fonts, as large as the window's text is. */
final class ChartFonts {

    private final Font label;
    private final Font title;

    /** @param scale 1 for the usual size */
    ChartFonts(double scale) {
        label = ChartPane.LABEL.deriveFont((float) (ChartPane.LABEL.getSize() * scale));
        title = ChartPane.TITLE.deriveFont((float) (ChartPane.TITLE.getSize() * scale));
    }

    void apply(JFreeChart chart) {
        if (chart.getTitle() != null) {
            chart.getTitle().setFont(title);
        }
        if (chart.getLegend() != null) {
            chart.getLegend().setItemFont(label);
        }
        apply(chart.getPlot());
    }

    private void apply(Plot plot) {
        plot.setNoDataMessageFont(label);
        switch (plot) {
            case CombinedDomainXYPlot combined -> {
                axes(combined);
                for (Object each : combined.getSubplots()) {
                    apply((Plot) each);
                }
            }
            case XYPlot xy -> {
                axes(xy);
                annotations(xy);
                for (Layer layer : List.of(Layer.FOREGROUND, Layer.BACKGROUND)) {
                    markers(xy.getDomainMarkers(layer));
                    markers(xy.getRangeMarkers(layer));
                }
            }
            case CategoryPlot category -> {
                axis(category.getDomainAxis());
                axis(category.getRangeAxis());
            }
            default -> {}
        }
    }

    private void axes(XYPlot plot) {
        for (int i = 0; i < plot.getDomainAxisCount(); i++) {
            axis(plot.getDomainAxis(i));
        }
        for (int i = 0; i < plot.getRangeAxisCount(); i++) {
            axis(plot.getRangeAxis(i));
        }
    }

    private void axis(@Nullable Axis axis) {
        if (axis != null) {
            axis.setLabelFont(label);
            axis.setTickLabelFont(label);
        }
    }

    private void annotations(XYPlot plot) {
        for (Object note : plot.getAnnotations()) {
            if (note instanceof XYTitleAnnotation named && named.getTitle() instanceof TextTitle text) {
                text.setFont(label);
            }
        }
    }

    private void markers(@Nullable Collection<?> markers) {
        for (Object marker : Objects.requireNonNullElse(markers, List.of())) {
            ((Marker) marker).setLabelFont(label);
        }
    }
}
