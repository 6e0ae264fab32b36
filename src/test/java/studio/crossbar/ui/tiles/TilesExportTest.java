package studio.crossbar.ui.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import studio.crossbar.design.Design;
import studio.crossbar.mapping.Tile;
import studio.crossbar.study.Evaluation;
import studio.crossbar.ui.Projects;
import studio.crossbar.ui.common.Action;
import studio.crossbar.ui.common.Jobs;
import studio.crossbar.ui.common.Problem;
import studio.crossbar.ui.common.Session;

/** From the menu to the file. */
class TilesExportTest {

    private final Design design = Projects.tinyDesign();
    private final Evaluation evaluation = Projects.evaluation(design);
    private final List<Problem> problems = new ArrayList<>();
    private final Jobs jobs = new Jobs(Platform::runLater, problems::add);
    private final Session session = new Session();

    @TempDir
    Path folder;

    private Stage stage;
    private TilesView view;
    private TilesViewModel model;
    private Path target;

    @BeforeEach
    void show() throws Exception {
        stage = FxToolkit.registerPrimaryStage();
        target = folder.resolve("none");
        model = call(() -> new TilesViewModel(session, jobs, Platform::runLater));
        Action action = new Action("nothing", "Nothing", "fth-grid", null, "", new ReadOnlyStringWrapper(""), () -> {});
        view = call(() -> new TilesView(
                model,
                new TilesActions(model, jobs, (title, name, type) -> target),
                session.themeProperty(),
                action,
                action));
        call(() -> {
            stage.setScene(new Scene(view, 900, 640));
            stage.show();
            session.opened(Projects.open(design, evaluation));
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void close() throws Exception {
        jobs.close();
        WaitForAsyncUtils.asyncFx(() -> {
                    stage.hide();
                    return true;
                })
                .get(60, TimeUnit.SECONDS);
    }

    private static <T> T call(Callable<T> work) throws Exception {
        return WaitForAsyncUtils.asyncFx(work).get(60, TimeUnit.SECONDS);
    }

    /** Chooses a menu item and waits for its job. */
    private void export(String item, String file) throws Exception {
        target = folder.resolve(file);
        int before = jobs.items().size();
        WaitForAsyncUtils.asyncFx(() -> {
                    MenuButton menu = (MenuButton) view.lookup("#tiles-export");
                    MenuItem chosen = menu.getItems().stream()
                            .filter(each -> item.equals(each.getId()))
                            .findFirst()
                            .orElseThrow();
                    chosen.fire();
                    return true;
                })
                .get(60, TimeUnit.SECONDS);
        WaitForAsyncUtils.waitFor(
                60,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(() -> jobs.items().size() > before
                                && !jobs.items().getFirst().active())
                        .get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void picturesShowTheCellsWithLegendAndNames() throws Exception {
        export("tiles-export-png", "tiles.png");
        BufferedImage png = ImageIO.read(target.toFile());
        int width =
                (int) call(() -> view.lookup("#floor-plan").getLayoutBounds().getWidth())
                        .doubleValue();
        assertThat(png.getWidth()).isEqualTo(2 * width);
        Set<Integer> colours = new HashSet<>();
        for (int x = 0; x < png.getWidth(); x += 3) {
            for (int y = 0; y < png.getHeight(); y += 3) {
                colours.add(png.getRGB(x, y));
            }
        }
        assertThat(colours).as("shades of cells").hasSizeGreaterThan(20);

        export("tiles-export-svg", "tiles.svg");
        assertThat(Files.readString(target))
                .contains("<svg", "data:image/png;base64,", "1 conv1d 8", "Signed conductance in µS", "</svg>");

        export("tiles-export-pdf", "tiles.pdf");
        try (PDDocument pdf = Loader.loadPDF(target.toFile())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("1 conv1d 8", "Signed conductance in µS");
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void theTableHoldsEveryCellOfTheSelectedLayer() throws Exception {
        WaitForAsyncUtils.asyncFx(() -> {
                    model.layerProperty().set(1);
                    return true;
                })
                .get(60, TimeUnit.SECONDS);
        export("tiles-export-csv-all", "cells.csv");
        List<String> lines = Files.readAllLines(target, StandardCharsets.UTF_8);
        List<String> header = List.of(lines.getFirst().split(","));
        Tile tile = evaluation.mapped().tilesOf(1).getFirst();
        assertThat(lines).hasSize(1 + (int) tile.slot().devices());
        List<String> cell =
                List.of(lines.get(1 + 2 * tile.slot().deviceColumns() + 3).split(",", -1));
        assertThat(cell.get(header.indexOf("tile_row"))).isEqualTo("2");
        assertThat(cell.get(header.indexOf("tile_column"))).isEqualTo("3");
        assertThat(cell.get(header.indexOf("output"))).isEqualTo("1");
        assertThat(Float.parseFloat(cell.get(header.indexOf("conductance_us"))))
                .isEqualTo((float) tile.conductanceMicroSiemens(2, 3));
        assertThat(cell.get(header.indexOf("weight_level"))).isEqualTo(Integer.toString(tile.level(2, 1)));
        int index = evaluation.mapped().tiles().indexOf(tile);
        CellFigures figures = Objects.requireNonNull(model.figuresProperty().get());
        assertThat(Float.parseFloat(cell.get(header.indexOf("error_us"))))
                .isEqualTo(figures.errors().microSiemens(index)[2 * tile.slot().deviceColumns() + 3]);
        assertThat(cell.get(header.indexOf("ir_drop_percent"))).isEmpty();
    }

    @Test
    void aFileThatCannotBeWrittenIsExplainedAndNothingIsLeft() throws Exception {
        Files.createDirectories(folder.resolve("taken.csv"));
        export("tiles-export-csv", "taken.csv");
        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst().message()).contains("taken.csv").contains("folder");
        try (var left = Files.list(folder)) {
            assertThat(left).hasSize(1);
        }
    }

    @Test
    void onlyCellsInSightAreListed() {
        FloorPlan plan = Objects.requireNonNull(model.planProperty().get());
        FloorPlan.Placed first = plan.tiles().getFirst();
        Viewport closeUp = new Viewport(10, -10 * (first.x() + 2), -10 * (first.y() + 3));
        assertThat(plan.parts(closeUp, 50, 40))
                .containsExactly(new studio.crossbar.report.CellsCsv.Part(first.index(), 3, 4, 2, 5));
        assertThat(plan.parts(Viewport.fit(plan, 800, 600), 800, 600)).isEqualTo(plan.parts());
    }
}
