package studio.crossbar.ui.shell;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.collections.FXCollections;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.CheckBoxSkin;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.control.skin.ListCellSkin;
import javafx.scene.control.skin.ListViewSkin;
import javafx.scene.control.skin.ScrollPaneSkin;
import javafx.scene.control.skin.TableCellSkin;
import javafx.scene.control.skin.TableRowSkin;
import javafx.scene.control.skin.TableViewSkin;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.fx.FXGraphics2D;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one of each heavier control, and charts, beside the window's thread while the user looks at the first picture.
 * Most of the time that a screen's first showing takes is for the classes of such controls, which are then there.
 * JavaFX allows making controls on any thread as long as no window shows them; popups and what has some are left out.
 */
final class WarmUp {

    private static final AtomicBoolean STARTED = new AtomicBoolean();

    private WarmUp() {}

    /** Once a process; returns at once. */
    static void start() {
        if (STARTED.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("warm-up").start(WarmUp::run);
        }
    }

    private static void run() {
        try {
            tables();
            lists();
            charts();
        } catch (RuntimeException e) {
            // Its purpose is time alone, and without it everything is made when it is needed.
            log().debug("Controls were not made beforehand", e);
        }
    }

    private static Logger log() {
        return LoggerFactory.getLogger(WarmUp.class);
    }

    private static void tables() {
        TableView<String> table = new TableView<>(FXCollections.observableArrayList("a", "b"));
        for (int i = 0; i < 3; i++) {
            TableColumn<String, String> column = new TableColumn<>("column");
            column.setCellFactory(ignored -> {
                TableCell<String, String> cell = new TableCell<>();
                cell.setSkin(new TableCellSkin<>(cell));
                return cell;
            });
            table.getColumns().add(column);
        }
        table.setRowFactory(ignored -> {
            TableRow<String> row = new TableRow<>();
            row.setSkin(new TableRowSkin<>(row));
            return row;
        });
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.setSkin(new TableViewSkin<>(table));
        table.resize(400, 200);
        table.layout();
    }

    private static void lists() {
        ListView<String> list = new ListView<>(FXCollections.observableArrayList("a", "b"));
        list.setCellFactory(ignored -> {
            ListCell<String> cell = new ListCell<>();
            cell.setSkin(new ListCellSkin<>(cell));
            return cell;
        });
        list.setSkin(new ListViewSkin<>(list));
        list.resize(200, 100);
        list.layout();
        ComboBox<String> combo = new ComboBox<>(FXCollections.observableArrayList("a", "b"));
        combo.setSkin(new ComboBoxListViewSkin<>(combo));
        CheckBox check = new CheckBox("check");
        check.setSkin(new CheckBoxSkin(check));
        ScrollPane scroll = new ScrollPane(check);
        scroll.setSkin(new ScrollPaneSkin(scroll));
        scroll.resize(100, 50);
        scroll.layout();
    }

    private static void charts() {
        XYSeries series = new XYSeries("series");
        series.add(0, 1);
        series.add(1, 2);
        DefaultCategoryDataset bars = new DefaultCategoryDataset();
        bars.addValue(1, "row", "column");
        XYSeriesCollection lines = new XYSeriesCollection(series);
        for (JFreeChart chart : List.of(
                ChartFactory.createXYLineChart("lines", "x", "y", lines),
                ChartFactory.createStackedBarChart("bars", "x", "y", bars))) {
            Canvas canvas = new Canvas(300, 200);
            chart.draw(new FXGraphics2D(canvas.getGraphicsContext2D()), new Rectangle2D.Double(0, 0, 300, 200));
        }
    }
}
