package studio.crossbar.ui.common;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import studio.crossbar.report.Sketch;

/** A picture on a screen in the formats that it can be exported in, each as it is when someone asks. */
public final class Exportable {

    /** Kinds of files. */
    public enum Format {
        PNG(Texts.get("common.export.png")),
        SVG(Texts.get("common.export.svg")),
        CSV(Texts.get("common.export.csv"));

        private final String label;

        Format(String label) {
            this.label = label;
        }

        /** Of the menu item. */
        String label() {
            return label;
        }

        /** What names of files end in. */
        String extension() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Writes a file, in a job. */
    @FunctionalInterface
    public interface Content {
        void write(Path file) throws IOException;
    }

    private final String name;
    private final Map<Format, Supplier<@Nullable Content>> contents = new EnumMap<>(Format.class);

    /** @param name suggested for files, without its end */
    public Exportable(String name) {
        this.name = name;
    }

    /** Adds a format, or replaces it; {@code now} takes hold of the content on the user interface's thread, null while there is none. */
    public Exportable with(Format format, Supplier<@Nullable Content> now) {
        contents.put(format, now);
        return this;
    }

    /** Adds a picture as PNG and SVG; {@code now} draws it on the user interface's thread, null while there is none. */
    public Exportable withPicture(Supplier<@Nullable Sketch> now) {
        return with(Format.PNG, () -> content(now.get(), Sketch::writePng))
                .with(Format.SVG, () -> content(now.get(), Sketch::writeSvg));
    }

    private interface Writing {

        void write(Sketch sketch, Path file) throws IOException;
    }

    private static @Nullable Content content(@Nullable Sketch sketch, Writing writing) {
        return sketch == null ? null : file -> writing.write(sketch, file);
    }

    String name() {
        return name;
    }

    List<Format> formats() {
        return List.copyOf(contents.keySet());
    }

    /** The picture of now; null while there is none. */
    @Nullable
    ExportRequest request(Format format) {
        Content now =
                Objects.requireNonNull(contents.get(format), format.name()).get();
        return now == null ? null : new ExportRequest(name, format, now);
    }
}
