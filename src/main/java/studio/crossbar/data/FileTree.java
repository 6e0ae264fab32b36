package studio.crossbar.data;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.XZInputStream;

/**
 * The files of a folder or of a {@code .zip}, {@code .tar.gz}, {@code .tgz} or {@code .tar.xz} archive, streamed in
 * their order; a zip inside an archive is opened too, and nothing is unpacked to disk. Entry names that leave the archive and contents beyond a byte limit are
 * refused.
 */
final class FileTree {

    /** Receives one file; it need not read it. */
    @FunctionalInterface
    interface Visitor {
        void file(String name, InputStream content) throws IOException;
    }

    /** More than {@code xz -9} asks for, 65 MiB; a forged header may ask for 4 GiB. */
    private static final int XZ_LIMIT_KIBIBYTES = 100 << 10;

    private final Path root;
    private final long limitBytes;
    private long expandedBytes;

    FileTree(Path root, long limitBytes) {
        this.root = root;
        this.limitBytes = limitBytes;
    }

    /**
     * Visits every file.
     *
     * @throws DataFormatException if the path is missing, of no known kind, corrupt, unsafe or larger than the limit
     */
    void visit(Visitor visitor) throws IOException {
        String name = root.toString().toLowerCase(Locale.ROOT);
        if (Files.isDirectory(root)) {
            visitFolder(visitor);
        } else if (!Files.exists(root)) {
            throw new DataFormatException(root.toString(), "no such file or folder", "check the path");
        } else if (name.endsWith(".zip")) {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(root), 1 << 16)) {
                visitZip(in, "", visitor);
            } catch (DataFormatException e) {
                throw e;
            } catch (IOException e) {
                throw corrupt(e);
            }
        } else if (name.endsWith(".tar.gz") || name.endsWith(".tgz") || name.endsWith(".tar.xz")) {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(root), 1 << 16);
                    InputStream plain = name.endsWith("xz")
                            ? new XZInputStream(in, XZ_LIMIT_KIBIBYTES)
                            : GzipCompressorInputStream.builder()
                                    .setInputStream(in)
                                    .setDecompressConcatenated(true)
                                    .get()) {
                visitTar(plain, visitor);
            } catch (DataFormatException e) {
                throw e;
            } catch (IOException e) {
                throw corrupt(e);
            }
        } else {
            throw new DataFormatException(
                    root.toString(),
                    "neither a folder nor a known archive",
                    "give a folder, .zip, .tar.gz, .tgz or .tar.xz");
        }
    }

    private DataFormatException corrupt(IOException cause) {
        var failure = cause instanceof MemoryLimitException
                ? new DataFormatException(
                        root.toString(),
                        "wants a dictionary of more than " + XZ_LIMIT_KIBIBYTES + " KiB (" + cause.getMessage() + ")",
                        "unpack it by hand and check what it holds")
                : new DataFormatException(
                        root.toString(),
                        "corrupt or truncated archive (" + cause.getMessage() + ")",
                        "download it again");
        failure.initCause(cause);
        return failure;
    }

    private void visitFolder(Visitor visitor) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
                try (InputStream in = Files.newInputStream(file)) {
                    visitor.file(root.relativize(file).toString().replace('\\', '/'), in);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** @param outer name of the archive inside the root that {@code in} is the content of, or "" */
    private void visitZip(InputStream in, String outer, Visitor visitor) throws IOException {
        ZipInputStream zip = new ZipInputStream(in);
        InputStream limited = new Limited(zip);
        boolean any = false;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            any = true;
            checkName(entry.getName());
            if (!entry.isDirectory()) {
                visitEntry(outer, entry.getName(), limited, visitor);
            }
        }
        if (!any) {
            throw new DataFormatException(
                    outer.isEmpty() ? root.toString() : root + "/" + outer,
                    "empty or not a zip archive",
                    "download it again");
        }
    }

    /** Opens a zip inside an archive, as the repository's site packs UCI HAR, but no zip inside that one. */
    private void visitEntry(String outer, String name, InputStream content, Visitor visitor) throws IOException {
        if (outer.isEmpty() && name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
            visitZip(content, name, visitor);
        } else {
            visitor.file(outer.isEmpty() ? name : outer + "/" + name, content);
        }
        content.transferTo(OutputStream.nullOutputStream());
    }

    private void visitTar(InputStream in, Visitor visitor) throws IOException {
        TarArchiveInputStream tar = new TarArchiveInputStream(in);
        InputStream limited = new Limited(tar);
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            checkName(entry.getName());
            if (entry.isFile()) {
                visitEntry("", entry.getName(), limited, visitor);
            }
        }
    }

    private void checkName(String name) throws DataFormatException {
        String unix = name.replace('\\', '/');
        if (unix.startsWith("/") || unix.matches("^[A-Za-z]:.*") || ("/" + unix + "/").contains("/../")) {
            throw new DataFormatException(
                    root.toString(), "entry '" + name + "' points outside the archive", "do not trust this archive");
        }
    }

    /** Counts what all entries of an archive, and of one inside it, expand to. */
    private final class Limited extends FilterInputStream {

        Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int count) throws IOException {
            int got = super.read(buffer, offset, count);
            count(Math.max(got, 0));
            return got;
        }

        private void count(int bytes) throws IOException {
            expandedBytes += bytes;
            if (expandedBytes > limitBytes) {
                throw new DataFormatException(
                        root.toString(),
                        "expands to more than " + limitBytes + " bytes",
                        "unpack it by hand and check what it holds");
            }
        }
    }
}
