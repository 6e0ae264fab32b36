package studio.crossbar.search.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import studio.crossbar.study.ProjectException;

/**
 * Lets one process at a time work on a search. The operating system holds the lock and frees it when the process ends in
 * whatever way, so that a lock of a dead process is nothing that anybody must remove; a file beside it says who holds it.
 */
final class ProjectLock implements AutoCloseable {

    private static final String LOCK = "search.lock";
    private static final String OWNER = "search.owner";

    /** Folders locked by this process: a second attempt must not touch the file, which would free the lock (POSIX). */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private ProjectLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Takes the lock of the search in {@code folder}, which must be there.
     *
     * @throws ProjectException naming process and host if another one holds it
     */
    static ProjectLock take(Path folder) throws ProjectException {
        try {
            Path key = folder.toRealPath();
            if (!HELD.add(key)) {
                throw held(folder);
            }
            FileChannel channel = null;
            try {
                channel = FileChannel.open(key.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock();
                if (lock == null) {
                    throw held(folder);
                }
                Files.writeString(
                        key.resolve(OWNER), "process " + ProcessHandle.current().pid() + " on " + host());
                return new ProjectLock(key, channel);
            } catch (IOException e) {
                HELD.remove(key);
                if (channel != null) {
                    channel.close();
                }
                throw e;
            }
        } catch (ProjectException e) {
            throw e;
        } catch (IOException e) {
            throw new ProjectException(
                    folder + ": cannot be locked (" + e.getMessage() + "); allow writing, or copy the project to a"
                            + " local disk",
                    e);
        }
    }

    private static ProjectException held(Path folder) {
        return new ProjectException(folder + ": " + owner(folder)
                + " works on this search; wait for it or stop it (\"crossbar front\" shows meanwhile what is there)");
    }

    private static String owner(Path folder) {
        try {
            return Files.readString(folder.resolve(OWNER)).strip();
        } catch (IOException e) {
            return "another process";
        }
    }

    /** Name of this machine. */
    static String host() {
        String name = hostVariable();
        if (name != null && !name.isBlank()) {
            return name;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "an unnamed host";
        }
    }

    private static @Nullable String hostVariable() {
        String name = System.getenv("HOSTNAME");
        return name == null ? System.getenv("COMPUTERNAME") : name;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(folder.resolve(OWNER));
            channel.close();
        } catch (IOException e) {
            return;
        } finally {
            HELD.remove(folder);
        }
    }
}
