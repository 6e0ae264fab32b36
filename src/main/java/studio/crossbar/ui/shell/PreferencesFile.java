package studio.crossbar.ui.shell;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Preferences on disk, each time written whole or not at all. */
final class PreferencesFile {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Path file;

    PreferencesFile(Path file) {
        this.file = file;
    }

    /** {@code preferences.json} in the user's folder for settings. */
    static Path usual(Map<String, String> environment, String home) {
        String folder = environment.getOrDefault("XDG_CONFIG_HOME", environment.getOrDefault("APPDATA", ""));
        Path base = folder.isBlank() ? Path.of(home, ".config") : Path.of(folder);
        return base.resolve("crossbar-studio").resolve("preferences.json");
    }

    /** The preferences; the standard ones, with a note in the log, where they cannot be read. */
    Preferences load() {
        if (!Files.exists(file)) {
            return Preferences.STANDARD;
        }
        try {
            Preferences read = JSON.readValue(file.toFile(), Preferences.class);
            return read == null ? Preferences.STANDARD : read;
        } catch (JacksonException e) {
            log().warn("{} is damaged and is ignored: {}", file, e.getOriginalMessage());
        } catch (IOException e) {
            log().warn("{} cannot be read and is ignored: {}", file, e.getMessage());
        }
        return Preferences.STANDARD;
    }

    /** Replaces the file; a failure is noted in the log, since it must not keep the window from closing. */
    void save(Preferences preferences) {
        Path temporary = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            JSON.writerWithDefaultPrettyPrinter().writeValue(temporary.toFile(), preferences);
            move(temporary);
        } catch (IOException e) {
            log().warn("{} cannot be written: {}", file, e.getMessage());
        }
    }

    private void move(Path temporary) throws IOException {
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Made only when there is something to say: setting the log up takes a tenth of the time to the window. */
    private static Logger log() {
        return LoggerFactory.getLogger(PreferencesFile.class);
    }
}
