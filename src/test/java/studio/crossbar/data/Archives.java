package studio.crossbar.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Writes files into a folder or an archive of the kind that its name tells. */
final class Archives {

    private Archives() {}

    static Path write(Path target, Map<String, byte[]> files) throws IOException {
        String name = target.toString();
        if (name.endsWith(".zip") || name.endsWith(".npz")) {
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(target))) {
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    zip.putNextEntry(new ZipEntry(file.getKey()));
                    zip.write(file.getValue());
                }
            }
        } else if (name.endsWith("z")) {
            OutputStream out = Files.newOutputStream(target);
            try (TarArchiveOutputStream tar = new TarArchiveOutputStream(
                    name.endsWith("xz") ? new XZOutputStream(out, new LZMA2Options()) : new GZIPOutputStream(out))) {
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
                    entry.setSize(file.getValue().length);
                    tar.putArchiveEntry(entry);
                    tar.write(file.getValue());
                    tar.closeArchiveEntry();
                }
            }
        } else {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = target.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
        }
        return target;
    }

    /** A file that is there. */
    static byte[] file(byte @Nullable [] content) {
        return Objects.requireNonNull(content);
    }

    static byte[] gzip(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }
}
