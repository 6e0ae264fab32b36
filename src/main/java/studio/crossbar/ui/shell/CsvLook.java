package studio.crossbar.ui.shell;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import studio.crossbar.data.CsvLayout;
import studio.crossbar.data.CsvOptions;
import studio.crossbar.data.CsvPreview;
import studio.crossbar.data.DataFormatException;
import studio.crossbar.ui.common.Numbers;
import studio.crossbar.ui.common.Texts;

/**
 * What a path shows when its data are looked at as CSV.
 *
 * @param csv whether they are
 * @param layout which field is what; null where it cannot be told
 * @param columns names to choose from, also where the label among them cannot be told
 * @param summary what would be read; empty if nothing can
 * @param problem why nothing can be read, with the remedy; empty if it can
 */
record CsvLook(boolean csv, @Nullable CsvLayout layout, List<String> columns, String summary, String problem) {

    /** Of what is no CSV, or was not looked at. */
    static final CsvLook NONE = new CsvLook(false, null, List.of(), "", "");

    private static final String FIRST_COLUMN = "1";

    CsvLook {
        columns = List.copyOf(columns);
    }

    /** Looks at a file or folder, in the background. */
    static CsvLook at(Path path, CsvOptions options, BooleanSupplier cancelled) throws IOException {
        Optional<Path> file = CsvPreview.file(path, cancelled);
        return file.isPresent() ? at(file.get(), options) : NONE;
    }

    private static CsvLook at(Path file, CsvOptions options) throws IOException {
        try {
            CsvPreview found = CsvPreview.of(file, options);
            CsvLayout layout = found.layout();
            return new CsvLook(
                    true, layout, layout.names(), found.refusal().isEmpty() ? summary(found) : "", found.refusal());
        } catch (DataFormatException e) {
            return new CsvLook(true, null, columns(file, options), "", String.valueOf(e.getMessage()));
        } catch (NoSuchFileException _) {
            return new CsvLook(true, null, List.of(), "", Texts.format("shell.csv.none", file));
        }
    }

    /** A label that is given leaves nothing to tell but delimiter and header. */
    private static List<String> columns(Path file, CsvOptions options) throws IOException {
        try {
            return CsvPreview.of(file, options.withSubject(null).withLabel(FIRST_COLUMN))
                    .layout()
                    .names();
        } catch (DataFormatException _) {
            return List.of();
        }
    }

    private static String summary(CsvPreview found) {
        CsvLayout layout = found.layout();
        int features = layout.names().size() - (layout.subject() < 0 ? 1 : 2);
        String samples = Numbers.count(found.samples());
        return Texts.format(
                "shell.csv.summary",
                found.whole()
                        ? Texts.format("shell.csv.summary.all", samples)
                        : Texts.format("shell.csv.summary.first", samples),
                features,
                found.classes(),
                found.missing());
    }
}
