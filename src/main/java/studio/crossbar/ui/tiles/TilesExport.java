package studio.crossbar.ui.tiles;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.crossbar.report.CellsCsv;
import studio.crossbar.report.DrawingFile;
import studio.crossbar.run.Job;
import studio.crossbar.ui.common.Jobs;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Theme;

/** Writes what is seen as a picture, and its cells as a table, in a job. */
final class TilesExport {

    /** Asks for a file. */
    @FunctionalInterface
    interface Chooser {

        /** @return null if the user thought better of it */
        @Nullable
        Path choose(Window window, String name, String extension);
    }

    private final TilesViewModel model;
    private final FloorPlanCanvas canvas;
    private final ObservableValue<Theme> theme;
    private final Jobs jobs;
    private final Chooser chooser;

    TilesExport(
            TilesViewModel model, FloorPlanCanvas canvas, ObservableValue<Theme> theme, Jobs jobs, Chooser chooser) {
        this.model = model;
        this.canvas = canvas;
        this.theme = theme;
        this.jobs = jobs;
        this.chooser = chooser;
    }

    /** The usual dialog. */
    static @Nullable Path dialog(Window window, String name, String extension) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.get("tiles.export.title"));
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(extension.toUpperCase(Locale.ROOT), "*." + extension));
        File chosen = chooser.showSaveDialog(window);
        return chosen == null ? null : chosen.toPath();
    }

    MenuButton menu() {
        MenuButton menu = new MenuButton(
                Texts.get("tiles.export.menu"),
                new FontIcon("fth-download"),
                picture(DrawingFile.PNG, Texts.get("tiles.export.png")),
                picture(DrawingFile.SVG, Texts.get("tiles.export.svg")),
                picture(DrawingFile.PDF, Texts.get("tiles.export.pdf")),
                new SeparatorMenuItem(),
                table("tiles-export-csv", Texts.get("tiles.export.csv.seen"), true),
                table("tiles-export-csv-all", Texts.get("tiles.export.csv.all"), false));
        menu.setId("tiles-export");
        menu.setTooltip(new Tooltip(Texts.get("tiles.export.help")));
        menu.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        return menu;
    }

    private MenuItem picture(DrawingFile format, String text) {
        MenuItem item = new MenuItem(text);
        item.setId("tiles-export-" + format.extension());
        item.setOnAction(event -> {
            FloorDrawing seen = seen();
            Path file = seen == null ? null : ask(format.extension());
            if (seen != null && file != null) {
                start(file, new Job<>(Texts.format("tiles.export.job", file.getFileName()), context -> {
                    context.progress(0.1, Texts.get("tiles.export.drawing"));
                    format.write(seen.make(), file);
                    return file;
                }));
            }
        });
        return item;
    }

    private MenuItem table(String id, String text, boolean onlySeen) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(event -> {
            FloorDrawing seen = seen();
            Path file = seen == null ? null : ask("csv");
            if (seen != null && file != null) {
                List<CellsCsv.Part> parts = onlySeen
                        ? seen.plan().parts(seen.view(), seen.width(), seen.height())
                        : seen.plan().parts();
                CellsCsv table =
                        new CellsCsv(seen.figures().mapped(), seen.figures().errors(), seen.figures()::drop);
                String cells = Numbers.count(
                        parts.stream().mapToLong(CellsCsv.Part::cells).sum());
                start(file, new Job<>(Texts.format("tiles.export.job", file.getFileName()), context -> {
                    table.write(
                            file,
                            parts,
                            context::cancelled,
                            done -> context.progress(done, Texts.format("tiles.export.writing", cells)));
                    return file;
                }));
            }
        });
        return item;
    }

    private void start(Path file, Job<Path> job) {
        jobs.start(Jobs.Lane.FILES, job, Texts.format("tiles.export.failed", file.getFileName()), _ -> {});
    }

    private @Nullable Path ask(String extension) {
        String layer = model.layerProperty().get() == TilesViewModel.ALL_LAYERS
                ? ""
                : "-" + (model.layerProperty().get() + 1);
        String name = "tiles" + layer + "-" + model.quantityProperty().get().id() + "." + extension;
        return chooser.choose(canvas.getScene().getWindow(), name, extension);
    }

    private @Nullable FloorDrawing seen() {
        FloorPlan plan = model.planProperty().get();
        CellFigures figures = model.figuresProperty().get();
        Viewport view = canvas.viewport();
        if (plan == null || figures == null || view == null) {
            return null;
        }
        Quantity quantity = model.quantityProperty().get();
        return new FloorDrawing(
                plan,
                view,
                (int) canvas.getWidth(),
                (int) canvas.getHeight(),
                figures,
                HeatColours.of(quantity, quantity.largest(figures), theme.getValue()),
                theme.getValue(),
                model.noteProperty().get());
    }
}
