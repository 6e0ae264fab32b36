package studio.crossbar;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarOutputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/**
 * Lets the window open sooner. The virtual machine keeps what it has read of the classes in an archive, which it makes at
 * the end of the first session and checks and remakes by itself (dynamic archives of JEP 350, made as needed since
 * JDK 19). It takes classes from jars only, so that class folders are packed here; docs/performance.md has what it gives.
 */
public final class StartArchive {

    /** Beside the class folder. */
    private static final String FOLDER = "start";

    /** Start of a dynamic archive (CDS_DYNAMIC_ARCHIVE_MAGIC in HotSpot's cds.h); the header is written last. */
    private static final int MAGIC = 0xf00baba8;

    private StartArchive() {}

    /**
     * Flags and class path of a machine that uses the archive. Where it cannot be kept, the class path as it is: nothing
     * but time is lost.
     */
    public static List<String> arguments(String classPath) {
        try {
            List<String> packed = new ArrayList<>();
            Path jar = null;
            for (String entry : classPath.split(File.pathSeparator, -1)) {
                Path path = Path.of(entry);
                if (Files.isDirectory(path)) {
                    jar = jar(path.toAbsolutePath());
                    packed.add(jar.toString());
                } else {
                    packed.add(entry);
                }
            }
            if (jar != null) {
                String whole = String.join(File.pathSeparator, packed);
                Path archive = archive(jar, whole);
                deleteUnfinished(archive);
                return List.of(
                        "-XX:+AutoCreateSharedArchive",
                        "-XX:SharedArchiveFile=" + archive,
                        // It tells on the standard output of each class that it leaves out.
                        "-Xlog:cds*=off,aot*=off",
                        "-classpath",
                        whole);
            }
        } catch (IOException e) {
            // A full or read-only disk.
        }
        return List.of("-classpath", classPath);
    }

    /** One archive a class path: the machine would neither use nor replace that of another one. */
    private static Path archive(Path jar, String classPath) {
        CRC32 sum = new CRC32();
        sum.update(classPath.getBytes(StandardCharsets.UTF_8));
        String name = jar.getFileName().toString().replaceAll("[.]jar$", "");
        return jar.resolveSibling(String.format("%s-%08x.jsa", name, sum.getValue()));
    }

    /** A machine that was killed while it wrote leaves a file without a header, which the next one would neither use nor replace. */
    private static void deleteUnfinished(Path archive) throws IOException {
        if (Files.exists(archive)) {
            int magic = 0;
            try (InputStream in = Files.newInputStream(archive)) {
                byte[] start = in.readNBytes(Integer.BYTES);
                if (start.length == Integer.BYTES) {
                    magic = ByteBuffer.wrap(start)
                            .order(ByteOrder.nativeOrder())
                            .getInt();
                }
            }
            if (magic != MAGIC) {
                Files.delete(archive);
            }
        }
    }

    /** The folder's files in a jar, which is made anew when one of them has changed. */
    private static Path jar(Path classes) throws IOException {
        Map<String, BasicFileAttributes> files = files(classes);
        Path folder = Files.createDirectories(classes.resolveSibling(FOLDER));
        String name = classes.getFileName() + "-";
        Path jar = folder.resolve(name + fingerprint(files) + ".jar");
        if (!Files.exists(jar)) {
            // Machines that still use an old jar have it open.
            try (var old = Files.newDirectoryStream(folder, name + "*")) {
                for (Path file : old) {
                    Files.deleteIfExists(file);
                }
            }
            pack(classes, files, jar);
        }
        return jar;
    }

    /** By name with slashes, in its order. */
    private static Map<String, BasicFileAttributes> files(Path classes) throws IOException {
        Map<String, BasicFileAttributes> files = new TreeMap<>();
        Files.walkFileTree(classes, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.put(classes.relativize(file).toString().replace(File.separatorChar, '/'), attributes);
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    private static String fingerprint(Map<String, BasicFileAttributes> files) {
        CRC32 sum = new CRC32();
        ByteBuffer numbers = ByteBuffer.allocate(2 * Long.BYTES);
        files.forEach((name, attributes) -> {
            sum.update(name.getBytes(StandardCharsets.UTF_8));
            sum.update(numbers.clear()
                    .putLong(attributes.size())
                    .putLong(attributes.lastModifiedTime().toMillis())
                    .flip());
        });
        return String.format("%08x", sum.getValue());
    }

    private static void pack(Path classes, Map<String, BasicFileAttributes> files, Path jar) throws IOException {
        Path part = Files.createTempFile(jar.getParent(), "packing", ".part");
        try {
            try (JarOutputStream out = new JarOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
                // Fast to write and to read; nobody sends it anywhere.
                out.setLevel(0);
                for (String name : files.keySet()) {
                    out.putNextEntry(new ZipEntry(name));
                    Files.copy(classes.resolve(name), out);
                    out.closeEntry();
                }
            }
            Files.move(part, jar, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
