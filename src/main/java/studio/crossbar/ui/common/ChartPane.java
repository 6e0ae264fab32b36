package studio.crossbar.ui.common;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.fx.ChartViewer;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.ui.RectangleInsets;
import org.jspecify.annotations.Nullable;
import studio.crossbar.report.DataTable;
import studio.crossbar.report.Sketch;

/** A chart in the colours of the theme. */
public final class ChartPane extends StackPane {

    /** Font of axes, legends and marks, while the window's text has its usual size. */
    public static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

    /** Font of titles. */
    static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 13);

    private final JFreeChart chart;
    private final Exportable picture;
    private final ChartViewer viewer;
    private final ChartZoom zoom;
    private final ObservableValue<Theme> theme;
    private final java.util.function.Consumer<Theme> renderer;
    private final TextScale text = new TextScale(getChildren());
    /** Colours of the last painting. */
    private @Nullable Theme painted;

    private boolean changed;
    private Subscription following = Subscription.EMPTY;

    /**
     * A pane that repaints when the theme changes.
     *
     * @param renderer gives the series their colours
     */
    public ChartPane(
            String id, JFreeChart chart, ObservableValue<Theme> theme, java.util.function.Consumer<Theme> renderer) {
        this.chart = chart;
        this.theme = theme;
        this.renderer = renderer;
        setId(id);
        String title = chart.getTitle() == null ? "" : chart.getTitle().getText();
        setAccessibleText(title.isBlank() ? id : title);
        // Its own menu would write files on the thread of the window.
        viewer = new ChartViewer(chart, false);
        viewer.setFocusTraversable(true);
        // The canvas would draw the chart at each of many changes of an update; one drawing a frame shows as much.
        chart.removeChangeListener(viewer.getCanvas());
        chart.addChangeListener(event -> {
            changed = true;
            requestLayout();
        });
        viewer.setMinSize(0, 0);
        viewer.accessibleTextProperty().bind(accessibleTextProperty());
        getChildren().add(viewer);
        picture = new Exportable(id)
                .withPicture(this::sketch)
                .with(Exportable.Format.CSV, () -> ChartData.of(chart)::write);
        zoom = new ChartZoom(chart);
        zoom.follow(this);
        ExportMenu.install(this, picture, List.of(zoom.action()));
        ChartHover.install(this, viewer.getCanvas());
        getStyleClass().add("chart-pane");
        setMinSize(120, 100);
        colour();
        text.scaleProperty().subscribe((before, larger) -> colour());
        sceneProperty().subscribe(this::follow);
    }

    /** Has {@code table} exported as its data, where what is drawn is not what it stands for. */
    public void exportAsData(Supplier<DataTable> table) {
        picture.with(Exportable.Format.CSV, () -> table.get()::write);
    }

    private Sketch sketch() {
        double width = Math.max(1, getWidth());
        double height = Math.max(1, getHeight());
        return Sketch.of(
                getAccessibleText(),
                width,
                height,
                graphics -> draw(graphics, new Rectangle2D.Double(0, 0, width, height)));
    }

    /** The library draws turned labels as outlines, which no reader of the file could search or edit. */
    private void draw(Graphics2D graphics, Rectangle2D place) {
        boolean before = TextUtils.isUseDrawRotatedStringWorkaround();
        TextUtils.setUseDrawRotatedStringWorkaround(false);
        try {
            chart.draw(graphics, place);
        } finally {
            TextUtils.setUseDrawRotatedStringWorkaround(before);
        }
    }

    /** The theme outlives panes that are replaced by others. */
    private void follow(@Nullable Scene scene) {
        following.unsubscribe();
        following = Subscription.EMPTY;
        if (scene != null) {
            if (theme.getValue() != painted) {
                colour();
            }
            following = theme.subscribe((before, now) -> colour());
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (changed) {
            changed = false;
            viewer.getCanvas().draw();
            zoom.drawn();
        }
    }

    /** Colours everything again, after series were added. */
    public void applyTheme() {
        zoom.redrawn();
        colour();
    }

    private void colour() {
        Theme now = theme.getValue();
        painted = now;
        chart.setNotify(false);
        chart.setBackgroundPaint(now.background());
        chart.setPadding(new RectangleInsets(4, 4, 4, 10));
        if (chart.getTitle() != null) {
            chart.getTitle().setPaint(now.text());
            chart.getTitle().setMargin(2, 6, 6, 0);
            chart.getTitle().setHorizontalAlignment(org.jfree.chart.ui.HorizontalAlignment.LEFT);
        }
        if (chart.getLegend() != null) {
            chart.getLegend().setBackgroundPaint(now.background());
            chart.getLegend().setItemPaint(now.text());
            chart.getLegend().setFrame(org.jfree.chart.block.BlockBorder.NONE);
        }
        style(chart.getPlot(), now);
        renderer.accept(now);
        new ChartFonts(text.get()).apply(chart);
        chart.setNotify(true);
    }

    /** Axes, grid and ground of one plot; for the parts of combined plots. */
    public static void style(Plot plot, Theme theme) {
        plot.setBackgroundPaint(theme.background());
        plot.setOutlineVisible(false);
        plot.setNoDataMessagePaint(theme.muted());
        BasicStroke line = new BasicStroke(1f);
        switch (plot) {
            case XYPlot xy -> {
                xy.setDomainGridlinesVisible(false);
                xy.setRangeGridlinePaint(theme.grid());
                xy.setRangeGridlineStroke(line);
                for (int i = 0; i < xy.getDomainAxisCount(); i++) {
                    style(xy.getDomainAxis(i), theme);
                }
                for (int i = 0; i < xy.getRangeAxisCount(); i++) {
                    style(xy.getRangeAxis(i), theme);
                }
            }
            case CategoryPlot category -> {
                category.setRangeGridlinePaint(theme.grid());
                category.setRangeGridlineStroke(line);
                style(category.getDomainAxis(), theme);
                style(category.getRangeAxis(), theme);
            }
            default -> plot.setOutlinePaint(theme.grid());
        }
    }

    private static void style(@Nullable Axis axis, Theme theme) {
        if (axis == null) {
            return;
        }
        axis.setLabelPaint(theme.muted());
        axis.setTickLabelPaint(theme.muted());
        axis.setAxisLinePaint(theme.grid());
        axis.setTickMarkPaint(theme.grid());
        if (axis instanceof ValueAxis value) {
            value.setUpperMargin(0.05);
        }
    }
}
