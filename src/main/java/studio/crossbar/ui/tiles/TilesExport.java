package studio.crossbar.ui.tiles;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import studio.crossbar.report.CellsCsv;
import studio.crossbar.report.DrawingFile;
import studio.crossbar.run.Job;
import studio.crossbar.ui.common.FileRequest;
import studio.crossbar.ui.common.Jobs;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.Texts;

/** Writes what is seen as a picture, and its cells as a table, in a job. */
final class TilesExport {

    private final TilesViewModel model;
    private final Jobs jobs;
    private final FileRequest files;

    TilesExport(TilesViewModel model, Jobs jobs, FileRequest files) {
        this.model = model;
        this.jobs = jobs;
        this.files = files;
    }

    /** Writes pictures. */
    Consumer<FloorDrawing> picture(DrawingFile format) {
        return seen -> {
            Path file = ask(format.extension());
            if (file != null) {
                start(file, new Job<>(Texts.format("tiles.export.job", file.getFileName()), context -> {
                    context.progress(0.1, Texts.get("tiles.export.drawing"));
                    format.write(seen.make(), file);
                    return file;
                }));
            }
        };
    }

    /** Writes tables of the cells in sight, or of all. */
    Consumer<FloorDrawing> table(boolean onlySeen) {
        return seen -> {
            Path file = ask("csv");
            if (file != null) {
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
        };
    }

    private void start(Path file, Job<Path> job) {
        jobs.start(Jobs.Lane.FILES, job, Texts.format("tiles.export.failed", file.getFileName()), _ -> {});
    }

    private @Nullable Path ask(String extension) {
        String layer = model.layerProperty().get() == TilesViewModel.ALL_LAYERS
                ? ""
                : "-" + (model.layerProperty().get() + 1);
        String name = "tiles" + layer + "-" + model.quantityProperty().get().id() + "." + extension;
        return files.ask(Texts.get("tiles.export.title"), name, extension);
    }
}
