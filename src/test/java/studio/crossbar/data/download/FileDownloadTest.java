package studio.crossbar.data.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Downloads from a server on this machine that breaks off, stalls, lies or knows no ranges. */
final class FileDownloadTest {

    private static final Duration SILENCE = Duration.ofMillis(700);
    private static final byte[] CONTENT = content(300_000);

    @TempDir
    private Path folder;

    private final List<String> ranges = new ArrayList<>();
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;
    private HttpClient client;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(
                Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory()));
        server.createContext("/whole", exchange -> serve(exchange, CONTENT.length));
        server.createContext("/cut", exchange -> serve(exchange, CONTENT.length / 3));
        server.createContext("/rangeless", exchange -> {
            exchange.sendResponseHeaders(200, CONTENT.length);
            exchange.getResponseBody().write(CONTENT);
            exchange.close();
        });
        server.createContext("/silent", exchange -> {
            exchange.sendResponseHeaders(200, CONTENT.length);
            exchange.getResponseBody().write(CONTENT, 0, 1000);
            exchange.getResponseBody().flush();
            await();
        });
        server.start();
        client = HttpClient.newHttpClient();
    }

    @AfterEach
    void stop() {
        end.countDown();
        client.shutdownNow();
        server.stop(0);
    }

    @Test
    void bringsAFileToItsPlaceAndTellsHowFarItIs() throws IOException {
        List<Long> told = new ArrayList<>();

        download("whole").run(told::add);

        assertThat(place()).hasBinaryContent(CONTENT);
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
        assertThat(told).isSorted().startsWith(0L);
    }

    @Test
    void whatIsThereIsNotFetchedAgain() throws IOException {
        Files.write(place(), CONTENT);

        download("whole").run(_ -> {});

        assertThat(ranges).isEmpty();
    }

    @Test
    void anotherFileOfThatNameIsKept() throws IOException {
        Files.writeString(place(), "mine");

        assertThatThrownBy(() -> download("whole").run(_ -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is not the published file; move it away");
        assertThat(place()).hasContent("mine");
    }

    @Test
    void goesOnWhereTheConnectionBrokeOff() throws IOException {
        assertThatThrownBy(() -> download("cut").run(_ -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("0.1 MB of 0.3 MB are kept, start again to go on");
        long kept = FileDownload.kept(folder, file("whole"));

        download("whole").run(_ -> {});

        assertThat(kept).isEqualTo(CONTENT.length / 3);
        assertThat(ranges).containsExactly("", "bytes=" + kept + "-");
        assertThat(place()).hasBinaryContent(CONTENT);
    }

    @Test
    void startsAnewWhereAServerKnowsNoRanges() throws IOException {
        Files.write(part(), Arrays.copyOf(CONTENT, 5000));

        download("rangeless").run(_ -> {});

        assertThat(place()).hasBinaryContent(CONTENT);
    }

    @Test
    void whatWasKeptOfAnotherFileIsFetchedAnew() throws IOException {
        Files.write(part(), new byte[5000]);

        download("whole").run(_ -> {});

        assertThat(ranges).containsExactly("bytes=5000-", "");
        assertThat(place()).hasBinaryContent(CONTENT);
    }

    @Test
    void aWholePartThatWasNotMovedIsCheckedAndMoved() throws IOException {
        Files.write(part(), CONTENT);

        download("whole").run(_ -> {});

        assertThat(ranges).isEmpty();
        assertThat(place()).hasBinaryContent(CONTENT);
    }

    @Test
    void aDamagedFileIsRefusedAndDeleted() {
        PublishedFile other = new PublishedFile(uri("whole"), "file.bin", CONTENT.length, "0".repeat(64));

        assertThatThrownBy(() -> download(other).run(_ -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("its SHA-256 digest is not");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aLongerFileIsRefusedBeforeItFillsTheDisk() {
        PublishedFile shorter = new PublishedFile(uri("rangeless"), "file.bin", 10, "0".repeat(64));

        assertThatThrownBy(() -> download(shorter).run(_ -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is longer than the published 10 bytes");
    }

    @Test
    void saysWhichStatusTheServerAnswers() {
        assertThatThrownBy(() -> download("absent").run(_ -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("/absent: the server answers with status 404");
    }

    @Test
    void aSilentServerIsGivenUpAndWhatCameIsKept() throws IOException {
        assertThatThrownBy(() -> download("silent").run(_ -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nothing arrived for");
        assertThat(FileDownload.kept(folder, file("silent"))).isEqualTo(1000);
    }

    @Test
    void aCancelledDownloadEndsThoughTheServerIsSilent() {
        cancelled.set(true);

        assertThatThrownBy(() -> download("silent").run(_ -> {})).isInstanceOf(CancellationException.class);
    }

    @Test
    void aPortThatNobodyServesIsNamedWithARemedy() throws IOException {
        int port = server.getAddress().getPort();
        server.stop(0);

        assertThatThrownBy(() -> download("whole").run(_ -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(":" + port)
                .hasMessageContaining("refuses the connection; check the network");
    }

    @Test
    void twoDownloadsOfOneFileDoNotMix() throws Exception {
        Thread first = Thread.ofPlatform().daemon().start(() -> {
            try {
                download("silent").run(_ -> {});
            } catch (IOException | CancellationException e) {
                return;
            }
        });
        while (FileDownload.kept(folder, file("silent")) == 0) {
            Thread.sleep(10);
        }

        assertThatThrownBy(() -> download("silent").run(_ -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is being downloaded by another process");
        cancelled.set(true);
        first.join();
    }

    private void serve(HttpExchange exchange, int until) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        ranges.add(range == null ? "" : range);
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
        if (range != null) {
            exchange.getResponseHeaders()
                    .add("Content-Range", "bytes " + from + "-" + (CONTENT.length - 1) + "/" + CONTENT.length);
        }
        exchange.sendResponseHeaders(range == null ? 200 : 206, CONTENT.length - from);
        exchange.getResponseBody().write(CONTENT, from, until - from);
        exchange.getResponseBody().flush();
        exchange.close();
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private FileDownload download(String path) {
        return download(file(path));
    }

    private FileDownload download(PublishedFile file) {
        return new FileDownload(client, file, folder, SILENCE, cancelled::get);
    }

    private PublishedFile file(String path) {
        return new PublishedFile(uri(path), "file.bin", CONTENT.length, sha256());
    }

    private URI uri(String path) {
        return URI.create("http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort() + "/" + path);
    }

    private Path place() {
        return folder.resolve("file.bin");
    }

    private Path part() {
        return folder.resolve("file.bin.part");
    }

    private static byte[] content(int bytes) {
        byte[] content = new byte[bytes];
        new Random(1).nextBytes(content);
        return content;
    }

    private static String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(CONTENT));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
