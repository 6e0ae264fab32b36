package studio.crossbar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChildJvmTest {

    private static final String WARNING = "WARNING: Using incubator modules: jdk.incubator.vector";

    private static String copied(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ChildJvm.copyWithoutWarning(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", ", another.module\n"})
    void dropsTheWarningWithItsLineEnd(String rest) throws IOException {
        assertThat(copied(WARNING + rest + "crossbar: nowhere\n")).isEqualTo("crossbar: nowhere\n");
        assertThat(copied(WARNING + rest)).isEmpty();
    }

    @Test
    void aWarningWithoutLineEndIsDroppedToo() throws IOException {
        assertThat(copied(WARNING)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "W",
                "WARNING: something else\n",
                "WARNING: Using incubator modules: ",
                "WARNING: Using incubator modules: jdk.incubator.foreign\n",
                "\n" + WARNING + "\n",
                "first\n" + WARNING + "\n",
                "[####....] 12 % µS\r"
            })
    void everythingElsePasses(String text) throws IOException {
        assertThat(copied(text)).isEqualTo(text);
    }

    @Test
    void onlyTheFirstOfTwoWarningsIsDropped() throws IOException {
        assertThat(copied(WARNING + "\n" + WARNING + "\n")).isEqualTo(WARNING + "\n");
    }

    /** A progress bar must not wait for more bytes than it printed. */
    @Test
    void bytesPassAsTheyCome() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        InputStream slow = new InputStream() {
            private final byte[] bytes = (WARNING + "\nab").getBytes(StandardCharsets.US_ASCII);
            private int at;

            @Override
            public int read() {
                // By the time "b" is asked for, "a" must have been passed on.
                if (at == bytes.length - 1) {
                    assertThat(out.toString(StandardCharsets.US_ASCII)).isEqualTo("a");
                }
                return at == bytes.length ? -1 : bytes[at++];
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                int next = read();
                if (next < 0) {
                    return -1;
                }
                buffer[offset] = (byte) next;
                return 1;
            }
        };
        ChildJvm.copyWithoutWarning(slow, out);
        assertThat(out.toString(StandardCharsets.US_ASCII)).isEqualTo("ab");
    }

    @Test
    void argumentsThatTheLocaleLostAreNamedWithTheRemedy() {
        String[] lost = {"train", "Stra\uFFFD\uFFFDe"};
        assertThat(ChildJvm.lostCharacters(lost, true)).contains("'Stra", "LC_ALL=C.UTF-8");
        assertThat(ChildJvm.lostCharacters(lost, false)).isEmpty();
        assertThat(ChildJvm.lostCharacters(new String[] {"train", "x"}, true)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 129, 130, 143})
    void orderlyExitCodesArePassedOnInSilence(int code) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        assertThat(ChildJvm.outcome(code, new PrintStream(said))).isEqualTo(code);
        assertThat(said.size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"137, was killed by signal 9", "134, was killed by signal 6", "4, ended with code 4"})
    void anyOtherEndIsOneLineAndAFailure(int code, String end) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        assertThat(ChildJvm.outcome(code, new PrintStream(said))).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .startsWith("crossbar: the Java virtual machine " + end)
                .contains("earlier results are kept");
    }
}
