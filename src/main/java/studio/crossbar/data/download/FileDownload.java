package studio.crossbar.data.download;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** One file on its way from the network to its place. */
final class FileDownload {

    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int RANGE_REFUSED = 416;
    private static final long LOOK_MILLISECONDS = 100;

    private final HttpClient client;
    private final PublishedFile file;
    private final Path place;
    private final Path part;
    private final Duration silence;
    private final BooleanSupplier cancelled;

    FileDownload(HttpClient client, PublishedFile file, Path folder, Duration silence, BooleanSupplier cancelled) {
        this.client = client;
        this.file = file;
        this.silence = silence;
        this.cancelled = cancelled;
        place = folder.resolve(file.name());
        part = part(folder, file);
    }

    private static Path part(Path folder, PublishedFile file) {
        return folder.resolve(file.name() + ".part");
    }

    /** Bytes that an earlier download left, at most the file's length. */
    static long kept(Path folder, PublishedFile file) throws IOException {
        Path place = folder.resolve(file.name());
        Path some = Files.exists(place) ? place : part(folder, file);
        return Files.exists(some) ? Math.min(Files.size(some), file.bytes()) : 0;
    }

    /**
     * Brings the file to its place, if it is not there.
     *
     * @param progress receives the bytes on disk
     */
    void run(LongConsumer progress) throws IOException {
        if (Files.exists(place)) {
            // A user's own file of this name is not ours to replace.
            if (Files.size(place) != file.bytes() || !file.sha256().equals(digest(place))) {
                throw new IOException(place + ": is there and is not the published file; move it away and start again");
            }
            progress.accept(file.bytes());
            return;
        }
        try (FileChannel channel = FileChannel.open(
                        part, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock _ = lock(channel)) {
            boolean resumed = channel.size() > 0;
            receive(channel, progress);
            if (!file.sha256().equals(digest(part)) && resumed) {
                // What was kept is not of this file, or was damaged: once more from the start.
                channel.truncate(0);
                receive(channel, progress);
            }
            channel.force(true);
        }
        if (!file.sha256().equals(digest(part))) {
            Files.delete(part);
            throw new IOException(file.uri() + ": its SHA-256 digest is not " + file.sha256()
                    + ", so the file is another one or was damaged on its way, and was deleted; start again, from"
                    + " another place if that does not help");
        }
        Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
    }

    private FileLock lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException e) {
            // Another thread of this process has it.
        }
        throw new IOException(part + ": is being downloaded by another process; wait for it");
    }

    private void receive(FileChannel channel, LongConsumer progress) throws IOException {
        long start = channel.size();
        if (start > file.bytes()) {
            channel.truncate(0);
            start = 0;
        }
        progress.accept(start);
        if (start == file.bytes()) {
            return;
        }
        AtomicLong arrived = new AtomicLong(start);
        HttpRequest.Builder request = HttpRequest.newBuilder(file.uri()).header("User-Agent", "crossbar-studio");
        if (start > 0) {
            request.header("Range", "bytes=" + start + "-");
        }
        CompletableFuture<HttpResponse<@Nullable Void>> response =
                client.sendAsync(request.build(), head -> body(head, channel, arrived));
        int status = await(response, arrived, progress).statusCode();
        if (status == RANGE_REFUSED && start > 0) {
            channel.truncate(0);
            receive(channel, progress);
        } else if (status != OK && status != PARTIAL) {
            throw new IOException(file.uri() + ": the server answers with status " + status + "; try again later");
        } else if (channel.size() < file.bytes()) {
            throw brokeOff(channel.size(), "the connection ended early", null);
        }
    }

    /** Writes what comes; what is no part of the file is dropped. */
    private HttpResponse.BodySubscriber<@Nullable Void> body(
            HttpResponse.ResponseInfo head, FileChannel channel, AtomicLong arrived) {
        boolean part = head.statusCode() == PARTIAL
                && head.headers().firstValue("Content-Range").orElse("").startsWith("bytes " + arrived.get() + "-");
        if (head.statusCode() != OK && !part) {
            return BodySubscribers.replacing(null);
        }
        try {
            if (!part) {
                channel.truncate(0);
                arrived.set(0);
            }
            channel.position(arrived.get());
        } catch (IOException e) {
            throw unwritable(e);
        }
        return BodySubscribers.ofByteArrayConsumer(
                bytes -> bytes.ifPresent(some -> write(channel, ByteBuffer.wrap(some), arrived)));
    }

    private void write(FileChannel channel, ByteBuffer bytes, AtomicLong arrived) {
        if (arrived.get() + bytes.remaining() > file.bytes()) {
            String message =
                    file.uri() + ": is longer than the published " + file.bytes() + " bytes; it is another file";
            throw new UncheckedIOException(message, new IOException(message));
        }
        try {
            while (bytes.hasRemaining()) {
                arrived.addAndGet(channel.write(bytes));
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private UncheckedIOException unwritable(IOException cause) {
        String message = part + ": cannot be written (" + cause.getMessage() + "); free space or name another folder";
        return new UncheckedIOException(message, cause);
    }

    private HttpResponse<@Nullable Void> await(
            CompletableFuture<HttpResponse<@Nullable Void>> response, AtomicLong arrived, LongConsumer progress)
            throws IOException {
        long last = arrived.get();
        long since = System.nanoTime();
        while (true) {
            try {
                return response.get(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                long now = arrived.get();
                progress.accept(now);
                if (now != last) {
                    last = now;
                    since = System.nanoTime();
                }
                if (cancelled.getAsBoolean()) {
                    response.cancel(true);
                    throw new CancellationException("cancelled");
                }
                if (System.nanoTime() - since > silence.toNanos()) {
                    response.cancel(true);
                    throw brokeOff(now, "nothing arrived for " + silence.toSeconds() + " s", e);
                }
            } catch (ExecutionException e) {
                throw failed(arrived.get(), e.getCause() == null ? e : e.getCause());
            } catch (InterruptedException e) {
                response.cancel(true);
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted");
            }
        }
    }

    private IOException failed(long kept, Throwable cause) {
        return switch (cause) {
            case UncheckedIOException e -> new IOException(e.getMessage(), e);
            case HttpConnectTimeoutException e -> unreachable("does not answer", e);
            case ConnectException e
            when hasCause(e, UnresolvedAddressException.class) || hasCause(e, UnknownHostException.class) ->
                unreachable("is not known here", e);
            case ConnectException e -> unreachable("refuses the connection", e);
            default -> brokeOff(kept, String.valueOf(cause.getMessage()), cause);
        };
    }

    private static boolean hasCause(Throwable thrown, Class<? extends Throwable> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private IOException unreachable(String how, Throwable cause) {
        return new IOException(
                file.uri() + ": " + file.uri().getHost() + " " + how
                        + "; check the network (a proxy is given by -Dhttps.proxyHost and -Dhttps.proxyPort)",
                cause);
    }

    private IOException brokeOff(long kept, String why, @Nullable Throwable cause) {
        return new IOException(
                file.uri() + ": " + why + "; " + Downloader.megabytes(kept) + " of "
                        + Downloader.megabytes(file.bytes()) + " are kept, start again to go on from there",
                cause);
    }

    private static String digest(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] block = new byte[1 << 16];
            for (int got = in.read(block); got >= 0; got = in.read(block)) {
                sha256.update(block, 0, got);
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
