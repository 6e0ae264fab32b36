package studio.crossbar.study;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets one process at a time do a certain work in a folder. The operating system holds the lock and frees it when the process ends in
 * whatever way, so that a lock of a dead process is nothing that anybody must remove; a file beside it says who holds it.
 */
public final class WorkLock implements AutoCloseable {

    /** Locks that this process has: a second attempt must not touch the file, which would free the lock (POSIX). */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private static final Pattern OWNER = Pattern.compile("process (\\d{1,18}) on (.*)");

    private final Path lock;
    private final FileChannel channel;

    private WorkLock(Path lock, FileChannel channel) {
        this.lock = lock;
        this.channel = channel;
    }

    /**
     * Takes the lock of a work in {@code folder}, which must be there.
     *
     * @param work name of its files, such as "search"
     * @param doing what its holder does, such as "works on this search"
     * @throws ProjectException naming process and host if another one holds it
     */
    public static WorkLock take(Path folder, String work, String doing) throws ProjectException {
        try {
            Path lock = folder.toRealPath().resolve(work + ".lock");
            if (!HELD.add(lock)) {
                throw held(folder, lock, doing);
            }
            FileChannel channel = null;
            try {
                channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock taken = channel.tryLock();
                if (taken == null) {
                    throw held(folder, lock, doing);
                }
                Files.writeString(
                        owner(lock), "process " + ProcessHandle.current().pid() + " on " + host());
                return new WorkLock(lock, channel);
            } catch (IOException | RuntimeException e) {
                HELD.remove(lock);
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

    private static ProjectException held(Path folder, Path lock, String doing) {
        return new ProjectException(folder + ": " + holder(lock) + " " + doing);
    }

    /**
     * Whether {@code work} is being done in {@code folder}, as far as the file of its holder says: a holder on another machine
     * is believed, one on this machine must be running. Touches no lock.
     */
    public static boolean taken(Path folder, String work) {
        try {
            Path lock = folder.toRealPath().resolve(work + ".lock");
            if (HELD.contains(lock)) {
                return true;
            }
            Path owner = owner(lock);
            Matcher said = OWNER.matcher(Files.readString(owner).strip());
            return said.matches()
                    && (!said.group(2).equals(host())
                            || runs(
                                    Long.parseLong(said.group(1)),
                                    Files.getLastModifiedTime(owner).toInstant()));
        } catch (IOException e) {
            return false;
        }
    }

    /** A number of a process is given anew after its end: the one that wrote at {@code then} started before. */
    private static boolean runs(long process, Instant then) {
        return process != ProcessHandle.current().pid()
                && ProcessHandle.of(process)
                        .filter(ProcessHandle::isAlive)
                        .filter(handle ->
                                handle.info().startInstant().map(then::isAfter).orElse(true))
                        .isPresent();
    }

    /** File beside the lock that says who holds it. */
    private static Path owner(Path lock) {
        return lock.resolveSibling(lock.getFileName().toString().replace(".lock", ".owner"));
    }

    private static String holder(Path lock) {
        try {
            return Files.readString(owner(lock)).strip();
        } catch (IOException e) {
            return "another process";
        }
    }

    /** Name of this machine. */
    public static String host() {
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
        // The lock ends with the channel, whether or not the note beside it can be deleted.
        try (channel) {
            Files.deleteIfExists(owner(lock));
        } catch (IOException e) {
            return;
        } finally {
            HELD.remove(lock);
        }
    }
}
