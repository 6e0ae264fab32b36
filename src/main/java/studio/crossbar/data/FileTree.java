package studio.crossbar.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.XZInputStream;

/**
 * The files of a folder or of a {@code .zip}, {@code .npz}, {@code .tar.gz}, {@code .tgz} or {@code .tar.xz} archive,
 * streamed in their order; a zip inside an archive is opened too, and nothing is unpacked to disk. Entry names that
 * leave the archive, contents beyond a byte limit and dictionaries beyond {@value #XZ_LIMIT_KIBIBYTES} KiB are refused.
 */
final class FileTree {

    /** Receives one file; it need not read it. */
    @FunctionalInterface
    interface Visitor {
        void file(String name, InputStream content) throws IOException;
    }

    /** What a file is called, without its folders. */
    static String baseName(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** Whether a file of this name is opened as an archive. */
    static boolean isArchive(String name) {
        return ARCHIVE.matcher(name).matches();
    }

    /** Twice what {@code xz -9} asks for. */
    private static final int XZ_LIMIT_KIBIBYTES = 1 << 17;

    private static final Pattern ARCHIVE =
            Pattern.compile("[^.].*\\.(zip|npz|tar\\.gz|tgz|tar\\.xz)", Pattern.CASE_INSENSITIVE);

    private final Path root;
    private final long limitBytes;
    private final BooleanSupplier cancelled;
    private Predicate<String> wanted = base -> true;
    private boolean selective;
    private boolean stopped;
    private long expandedBytes;

    /** @param cancelled whether the walk is to end with a {@link java.util.concurrent.CancellationException} */
    FileTree(Path root, long limitBytes, BooleanSupplier cancelled) {
        this.root = root;
        this.limitBytes = limitBytes;
        this.cancelled = cancelled;
    }

    /** Has the walk end after the file that is being visited. */
    void stop() {
        stopped = true;
    }

    /**
     * Visits the files whose {@linkplain #baseName base name} is wanted.
     *
     * @throws DataFormatException as {@link #visit(Visitor)}
     */
    void visit(Predicate<String> wantedBase, Visitor visitor) throws IOException {
        wanted = wantedBase;
        selective = true;
        visit(visitor);
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
            throw new DataFormatException(root.toString(), "does not exist", "check the path");
        } else if (name.endsWith(".zip") || name.endsWith(".npz")) {
            try (InputStream in = new BufferedInputStream(open(root), 1 << 16)) {
                visitZip(in, "", visitor);
            } catch (DataFormatException e) {
                throw e;
            } catch (IOException | IllegalArgumentException e) {
                throw corrupt(e);
            }
        } else if (name.endsWith(".tar.gz") || name.endsWith(".tgz") || name.endsWith(".tar.xz")) {
            try (InputStream in = new BufferedInputStream(open(root), 1 << 16);
                    InputStream plain = name.endsWith("xz")
                            ? new XZInputStream(in, XZ_LIMIT_KIBIBYTES)
                            : GzipCompressorInputStream.builder()
                                    .setInputStream(in)
                                    .setDecompressConcatenated(true)
                                    .get()) {
                visitTar(plain, visitor);
            } catch (DataFormatException e) {
                throw e;
            } catch (IOException | IllegalArgumentException e) {
                throw corrupt(e);
            }
        } else {
            throw new DataFormatException(
                    root.toString(),
                    "neither a folder nor a known archive",
                    "give a folder, .zip, .tar.gz, .tgz or .tar.xz");
        }
    }

    private InputStream open(Path file) throws IOException {
        return new Cancellable(Files.newInputStream(file), cancelled);
    }

    private DataFormatException corrupt(Exception cause) {
        var failure = cause instanceof MemoryLimitException
                ? new DataFormatException(
                        root.toString(),
                        "wants a dictionary of more than " + XZ_LIMIT_KIBIBYTES + " KiB (" + cause.getMessage() + ")",
                        "unpack it by hand and check what it holds")
                : new DataFormatException(
                        root.toString(), "corrupt or truncated archive (" + reason(cause) + ")", "download it again");
        failure.initCause(cause);
        return failure;
    }

    private static String reason(Exception cause) {
        return cause instanceof EOFException || cause.getMessage() == null ? "it ends too early" : cause.getMessage();
    }

    private void visitFolder(Visitor visitor) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> chosen = files.filter(Files::isRegularFile)
                    .filter(file -> wanted.test(file.getFileName().toString()))
                    .sorted()
                    .toList();
            for (Path file : chosen) {
                if (stopped) {
                    return;
                }
                try (InputStream in = open(file)) {
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
        for (ZipEntry entry = zip.getNextEntry(); entry != null && !stopped; entry = zip.getNextEntry()) {
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
        } else if (wanted.test(baseName(name))) {
            visitor.file(outer.isEmpty() ? name : outer + "/" + name, content);
        }
        if (!stopped) {
            content.transferTo(OutputStream.nullOutputStream());
        }
    }

    private void visitTar(InputStream in, Visitor visitor) throws IOException {
        TarArchiveInputStream tar = new TarArchiveInputStream(in);
        InputStream limited = new Limited(tar);
        boolean any = false;
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null && !stopped; entry = tar.getNextEntry()) {
            any = true;
            checkName(entry.getName());
            if (entry.isSymbolicLink() || entry.isLink()) {
                refuseLink(entry);
            } else if (entry.isFile()) {
                visitEntry("", entry.getName(), limited, visitor);
            }
        }
        if (!any) {
            throw new DataFormatException(root.toString(), "empty or not a tar archive", "download it again");
        }
    }

    /** A link is no content; one in place of a file that is needed would look like an empty file. */
    private void refuseLink(TarArchiveEntry entry) throws DataFormatException {
        if (selective && wanted.test(baseName(entry.getName()))) {
            throw new DataFormatException(
                    root + "/" + entry.getName(),
                    "is a link to '" + entry.getLinkName() + "' and no file",
                    "pack the files themselves, as tar --dereference --hard-dereference does");
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
