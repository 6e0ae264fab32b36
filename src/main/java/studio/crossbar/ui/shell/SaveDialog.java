package studio.crossbar.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import studio.crossbar.ui.common.FileRequest;

/** The desktop's dialog for a file to write. */
final class SaveDialog implements FileRequest {

    private final Window owner;

    SaveDialog(Window owner) {
        this.owner = owner;
    }

    @Override
    public @Nullable Path ask(String title, String name, String extension) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(extension.toUpperCase(Locale.ROOT), "*." + extension));
        File chosen = chooser.showSaveDialog(owner);
        return chosen == null ? null : chosen.toPath();
    }
}
