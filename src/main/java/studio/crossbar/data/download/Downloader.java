package studio.crossbar.data.download;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Fetches published data sets into a folder. What has arrived is kept beside its place as {@code name.part}, so that a
 * download that broke off goes on where it was; a file takes its name only when its length and digest are right.
 */
public final class Downloader {

    /** Receives how far a download is; called a few times a second. */
    @FunctionalInterface
    public interface Progress {

        /**
         * @param done bytes that are on disk
         * @param total of all files
         */
        void at(long done, long total);
    }

    private static final Duration CONNECT = Duration.ofSeconds(20);
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final Duration silence;

    /** A downloader that gives up a server after half a minute without a byte. */
    public Downloader() {
        this(SILENCE);
    }

    Downloader(Duration silence) {
        this.silence = silence;
    }

    /**
     * Fetches what is not there yet.
     *
     * @param folder of all data sets; made where missing
     * @param mirror folder on the network that has files of these names; null for the authors'
     * @param cancelled asked several times a second
     * @return the folder of this data set, to be read as data
     * @throws CancellationException if cancelled; what has arrived is kept
     * @throws IOException that says what failed, what is kept and what to do
     */
    public Path fetch(
            PublishedDataset dataset, Path folder, @Nullable URI mirror, BooleanSupplier cancelled, Progress progress)
            throws IOException {
        Path target = Files.createDirectories(dataset.in(folder));
        requireSpace(dataset, folder);
        long before = 0;
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        try {
            for (PublishedFile published : dataset.files()) {
                PublishedFile file = mirror == null ? published : published.from(mirror);
                long earlier = before;
                new FileDownload(client, file, target, silence, cancelled)
                        .run(done -> progress.at(earlier + done, dataset.bytes()));
                before += file.bytes();
            }
        } catch (IOException e) {
            throw new IOException(
                    e.getMessage() + "; or get " + dataset.kind().text() + " by hand from " + dataset.page()
                            + " and give its path as data",
                    e);
        } finally {
            // Closing would wait for a server that keeps silent.
            client.shutdownNow();
        }
        return target;
    }

    /**
     * An address of the web.
     *
     * @throws IllegalArgumentException if it is not one of http or https
     */
    public static URI requireWeb(URI address) {
        if (address.getHost() == null || !String.valueOf(address.getScheme()).matches("https?")) {
            throw new IllegalArgumentException(address + " is no http or https address");
        }
        return address;
    }

    /**
     * Bytes that are there already, whole or in part.
     *
     * @param folder of all data sets
     */
    public static long kept(PublishedDataset dataset, Path folder) throws IOException {
        long kept = 0;
        for (PublishedFile file : dataset.files()) {
            kept += FileDownload.kept(dataset.in(folder), file);
        }
        return kept;
    }

    private static void requireSpace(PublishedDataset dataset, Path folder) throws IOException {
        long missing = dataset.bytes() - kept(dataset, folder);
        FileStore store = Files.getFileStore(folder);
        if (store.getUsableSpace() < missing) {
            throw new IOException(
                    folder + ": " + dataset.kind().text() + " needs " + megabytes(missing) + " more, the disk has "
                            + megabytes(store.getUsableSpace()) + "; free space or name another folder");
        }
    }

    static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes * 1e-6);
    }
}
