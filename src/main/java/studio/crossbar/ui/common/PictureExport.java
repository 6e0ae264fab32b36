package studio.crossbar.ui.common;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import studio.crossbar.run.Job;

/** Asks where a picture goes and writes it in a job, for all pictures of a window. */
public final class PictureExport {

    /** Asks for a file. */
    @FunctionalInterface
    public interface Chooser {

        /** @return null if the user thought better of it */
        @Nullable
        Path choose(Window window, String name, String extension);
    }

    private final Jobs jobs;
    private final Chooser chooser;

    /** @param chooser asks for the file */
    public PictureExport(Jobs jobs, Chooser chooser) {
        this.jobs = jobs;
        this.chooser = chooser;
    }

    /** Serves the pictures of {@code scene}. */
    public void serve(Scene scene) {
        scene.addEventHandler(ExportRequest.ASKED, request -> {
            Path file = chooser.choose(
                    scene.getWindow(), request.fileName(), request.format().extension());
            if (file != null) {
                jobs.start(
                        Jobs.Lane.FILES,
                        new Job<>(Texts.format("common.export.job", file.getFileName()), context -> {
                            request.content().write(file);
                            return file;
                        }),
                        Texts.format("common.export.failed", file.getFileName()),
                        written -> {});
            }
            request.consume();
        });
    }

    /** The usual dialog. */
    public static @Nullable Path dialog(Window window, String name, String extension) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.get("common.export.title"));
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(extension.toUpperCase(Locale.ROOT), "*." + extension));
        File chosen = chooser.showSaveDialog(window);
        return chosen == null ? null : chosen.toPath();
    }
}
