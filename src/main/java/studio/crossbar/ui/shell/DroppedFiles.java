package studio.crossbar.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import studio.crossbar.study.Project;
import studio.crossbar.ui.common.Workbench;

/**
 * What a file or folder dropped on the window does: a project opens, an ONNX file begins a new one, anything else becomes the
 * open project's data, or begins a new project where none is open.
 */
final class DroppedFiles {

    private final Workbench workbench;
    private final Consumer<Path> network;
    private final Consumer<Path> first;
    private final Consumer<Path> data;

    /**
     * Drops for {@code workbench}.
     *
     * @param network receives ONNX files
     * @param first receives what becomes the data of a new project
     * @param data receives what becomes the open project's data
     */
    DroppedFiles(Workbench workbench, Consumer<Path> network, Consumer<Path> first, Consumer<Path> data) {
        this.workbench = workbench;
        this.network = network;
        this.first = first;
        this.data = data;
    }

    /** Takes what is dropped on {@code scene}. */
    void listen(Scene scene) {
        scene.setOnDragOver(event -> {
            if (taken(files(event))) {
                event.acceptTransferModes(TransferMode.COPY_OR_MOVE);
            }
            event.consume();
        });
        scene.setOnDragDropped(event -> {
            List<Path> files = files(event);
            event.setDropCompleted(taken(files));
            event.consume();
            if (taken(files)) {
                drop(files.getFirst());
            }
        });
    }

    private static List<Path> files(DragEvent event) {
        return event.getDragboard().getFiles().stream().map(File::toPath).toList();
    }

    /** Whether the drop does anything: one file or folder at a time. */
    static boolean taken(List<Path> files) {
        return files.size() == 1;
    }

    /** Opens {@code path} as what it is. */
    void drop(Path path) {
        if (project(path)) {
            workbench.open(path);
        } else if (onnx(path)) {
            network.accept(path);
        } else if (workbench.session().projectProperty().get() == null) {
            first.accept(path);
        } else {
            data.accept(path);
        }
    }

    private static boolean onnx(Path path) {
        return path.toString().toLowerCase(Locale.ROOT).endsWith(".onnx");
    }

    private static boolean project(Path path) {
        return Project.isProject(path) || path.endsWith(Project.FILE);
    }
}
