package studio.crossbar.ui.search;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.FileChooser;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.crossbar.run.Job;
import studio.crossbar.ui.common.Jobs;
import studio.crossbar.ui.common.Texts;

/** Writes a chart as SVG, or as PNG as it is seen, in a job. */
final class ChartExport {

    private final Jobs jobs;
    private final ScatterViewModel model;

    ChartExport(Jobs jobs, ScatterViewModel model) {
        this.jobs = jobs;
        this.model = model;
    }

    /** What a file takes. */
    private interface Writing {
        void to(Path file) throws IOException;
    }

    /** A menu of both formats. */
    MenuButton menu(ScatterCanvas canvas) {
        MenuItem svg = new MenuItem(Texts.get("search.chart.export.svg"));
        svg.setOnAction(event -> {
            ScatterPicture picture = model.pictureProperty().get();
            SearchPicture search = model.search();
            if (picture != null && search != null) {
                String text = ScatterSvg.of(
                        picture,
                        model.logarithmicProperty().get(),
                        model.selection().selectedProperty().get(),
                        search.knee());
                save(canvas, "svg", file -> Files.writeString(file, text));
            }
        });
        MenuItem png = new MenuItem(Texts.get("search.chart.export.png"));
        png.setOnAction(event -> {
            WritableImage image = canvas.snapshot(null, null);
            save(canvas, "png", file -> write(image, file));
        });
        MenuButton menu = new MenuButton(null, new FontIcon("fth-download"), svg, png);
        menu.setId("search-export-" + model.name());
        menu.getStyleClass().addAll("button-icon", "flat", "small", "no-arrow");
        menu.setAccessibleText(Texts.get("search.chart.export.accessible"));
        menu.setTooltip(new Tooltip(Texts.get("search.chart.export.help")));
        return menu;
    }

    private void save(ScatterCanvas canvas, String format, Writing writing) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.get("search.chart.export.title"));
        chooser.setInitialFileName(model.name() + "." + format);
        @Nullable File chosen = chooser.showSaveDialog(canvas.getScene().getWindow());
        if (chosen != null) {
            Path file = chosen.toPath();
            jobs.start(
                    Jobs.Lane.FILES,
                    new Job<>(Texts.format("search.chart.export.job", file.getFileName()), _ -> {
                        writing.to(file);
                        return file;
                    }),
                    Texts.get("search.chart.export.failed"),
                    _ -> {});
        }
    }

    private static void write(WritableImage image, Path file) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        copy.setRGB(0, 0, width, height, pixels, 0, width);
        if (!ImageIO.write(copy, "png", file.toFile())) {
            throw new IOException(Texts.format("search.chart.export.noPng", file));
        }
    }
}
