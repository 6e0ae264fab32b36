package studio.crossbar.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import studio.crossbar.report.DataTable;

/** From the menu of a chart to the file. */
class ChartPaneTest {

    private final List<Problem> problems = new ArrayList<>();
    private final Jobs jobs = new Jobs(Platform::runLater, problems::add);

    @TempDir
    Path folder;

    private Stage stage;
    private ChartPane pane;
    private JFreeChart chart;
    private Path target;

    @BeforeEach
    void show() throws Exception {
        stage = FxToolkit.registerPrimaryStage();
        target = folder.resolve("none");
        XYSeries loss = new XYSeries("loss of batches");
        loss.add(1, 0.5);
        loss.add(2, 0.25);
        XYLineAndShapeRenderer lines = new XYLineAndShapeRenderer();
        chart = new JFreeChart(
                "Loss",
                new XYPlot(new XYSeriesCollection(loss), new NumberAxis("epoch"), new NumberAxis("nats"), lines));
        pane = call(() -> {
            ChartPane made = new ChartPane(
                    "loss-chart",
                    chart,
                    new SimpleObjectProperty<>(Theme.LIGHT),
                    theme -> lines.setSeriesPaint(0, theme.series(0)));
            Scene scene = new Scene(made, 400, 300);
            new PictureExport(jobs, (window, name, extension) -> {
                        assertThat(name).isEqualTo("loss-chart." + extension);
                        return target;
                    })
                    .serve(scene);
            stage.setScene(scene);
            stage.show();
            return made;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void close() throws Exception {
        jobs.close();
        call(() -> {
            stage.hide();
            return true;
        });
    }

    private static <T> T call(Callable<T> work) throws Exception {
        return WaitForAsyncUtils.asyncFx(work).get(60, TimeUnit.SECONDS);
    }

    /** Opens the menu by the keyboard and chooses a format. */
    private void export(String format) throws Exception {
        target = folder.resolve("chart." + format);
        int before = jobs.items().size();
        call(() -> {
            Node viewer = pane.getChildrenUnmodifiable().getFirst();
            viewer.requestFocus();
            viewer.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.F10, true, false, false, false));
            ContextMenu menu = Window.getWindows().stream()
                    .filter(ContextMenu.class::isInstance)
                    .map(ContextMenu.class::cast)
                    .findFirst()
                    .orElseThrow();
            assertThat(menu.getItems())
                    .extracting(MenuItem::getId)
                    .containsExactly("menu-chart-all", null, "export-png", "export-svg", "export-csv");
            menu.getItems().stream()
                    .filter(item -> ("export-" + format).equals(item.getId()))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            menu.hide();
            return true;
        });
        WaitForAsyncUtils.waitFor(
                60,
                TimeUnit.SECONDS,
                () -> call(() ->
                        jobs.items().size() > before && !jobs.items().getFirst().active()));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void theMenuWritesPictureAndData() throws Exception {
        export("png");
        var png = ImageIO.read(target.toFile());
        assertThat(png.getWidth()).isEqualTo((int) Math.ceil(2 * pane.getWidth()));
        Set<Integer> colours = new HashSet<>();
        for (int x = 0; x < png.getWidth(); x++) {
            for (int y = 0; y < png.getHeight(); y++) {
                colours.add(png.getRGB(x, y));
            }
        }
        assertThat(colours)
                .contains(
                        Theme.LIGHT.series(0).getRGB(), Theme.LIGHT.background().getRGB());

        export("svg");
        assertThat(Files.readString(target))
                .contains("<svg", ">Loss</text>", ">epoch</text>", ">nats</text>", ">loss of batches</text>")
                .contains("#0072b2");

        export("csv");
        assertThat(Files.readAllLines(target, StandardCharsets.UTF_8))
                .containsExactly("series,epoch,nats", "loss of batches,1.0,0.5", "loss of batches,2.0,0.25");
        assertThat(problems).isEmpty();
    }

    @Test
    void aFileThatCannotBeWrittenIsExplained() throws Exception {
        Files.createDirectories(folder.resolve("chart.svg"));
        export("svg");
        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst().message()).contains("chart.svg", "folder");
    }

    @Test
    void theMenuTakesAZoomBack() throws Exception {
        ValueAxis nats = call(() -> chart.getXYPlot().getRangeAxis());
        assertThat(call(() -> item("menu-chart-all").isDisable())).isTrue();
        call(() -> {
            pane.fireEvent(pressed());
            nats.setRange(0.3, 0.4);
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> call(() -> !item("menu-chart-all").isDisable()));
        call(() -> {
            item("menu-chart-all").fire();
            return true;
        });
        assertThat(nats.isAutoRange()).isTrue();
        assertThat(nats.getRange().contains(0.5)).isTrue();
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> call(() -> item("menu-chart-all").isDisable()));
    }

    private static MouseEvent pressed() {
        return new MouseEvent(
                MouseEvent.MOUSE_PRESSED,
                50,
                50,
                50,
                50,
                MouseButton.SECONDARY,
                1,
                false,
                false,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                null);
    }

    /** Opens the menu by the keyboard, looks for an entry and closes it. */
    private MenuItem item(String id) {
        Node viewer = pane.getChildrenUnmodifiable().getFirst();
        viewer.requestFocus();
        viewer.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.F10, true, false, false, false));
        ContextMenu menu = Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .findFirst()
                .orElseThrow();
        menu.hide();
        return menu.getItems().stream()
                .filter(one -> id.equals(one.getId()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTableIsExportedWithTheTextsThatItShows() throws Exception {
        DataTable data = call(() -> {
            TableView<String> table = new TableView<>(FXCollections.observableArrayList("a", "b, c"));
            TableColumn<String, String> named = Columns.text("", 80, row -> row);
            named.setGraphic(new HBox(new Label("Name")));
            TableColumn<String, String> hidden = Columns.text("Hidden", 80, row -> row);
            hidden.setVisible(false);
            TableColumn<String, Integer> checks = new TableColumn<>("Check");
            checks.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(1));
            table.getColumns()
                    .addAll(List.of(named, hidden, checks, Columns.number("Length", 80, row -> row.length() + " %")));
            return TableMenu.data(table);
        });
        assertThat(data.text()).isEqualTo("Name,Length\r\na,1 %\r\n\"b, c\",4 %\r\n");
    }

    @Test
    void thePaletteFindsTheChartThatHasTheFocus() throws Exception {
        assertThat(call(() -> ExportMenu.around(pane.getChildrenUnmodifiable().getFirst())))
                .isNotNull();
        assertThat(ExportMenu.around(null)).isNull();
    }
}
