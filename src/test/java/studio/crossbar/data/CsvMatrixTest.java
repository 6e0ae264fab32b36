package studio.crossbar.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvMatrixTest {

    @TempDir
    Path dir;

    /** Expected texts are those of C's printf. */
    @ParameterizedTest
    @CsvSource({
        "0.1, 0.10000000000000001",
        "1, 1",
        "-2.5, -2.5",
        "1e-4, 0.0001",
        "1e-5, 1.0000000000000001e-05",
        "123456789012345680, 1.2345678901234568e+17",
        "12345678901234568, 12345678901234568",
        "4.9e-324, 4.9406564584124654e-324",
        "1e300, 1.0000000000000001e+300",
        "0, 0",
        "-0.0, -0"
    })
    void writesAsPrintfDoes(double value, String text) {
        assertThat(CsvMatrix.text(value)).isEqualTo(text);
    }

    @Test
    void whatIsWrittenIsReadBackBitByBit() throws IOException {
        Random random = new Random(1);
        double[] values = random.doubles(60)
                .map(v -> (v - 0.5) * Math.pow(10, random.nextInt(40) - 20))
                .toArray();
        Path file = dir.resolve("m.csv");
        new CsvMatrix(12, 5, values).write(file);

        CsvMatrix read = CsvMatrix.read(file);

        assertThat(read.rows()).isEqualTo(12);
        assertThat(read.columns()).isEqualTo(5);
        assertThat(read.values()).isEqualTo(values);
        assertThat(read.transposed().values()[3 * 12 + 7]).isEqualTo(values[7 * 5 + 3]);
    }

    @Test
    void blanksAndBlankLinesArePassedOver() throws IOException {
        assertThat(CsvMatrix.read(file("\n1, 2\r\n\r\n 3 ,4")).values()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void whatIsNoTableIsRefusedByLine() throws IOException {
        assertRefused("1,2\n3\n", "line 2", "row of 1 numbers where 2 belong");
        assertRefused("1,2\n3,x7\n", "line 2", "'x7' is not a number");
        assertRefused("1,,2\n", "line 1", "'' is not a number");
        assertRefused("\u00ff\u0000\n", "line 1", "is not a number");
        assertRefused("\n\n", "empty");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(dir.resolve("t.csv"), text, StandardCharsets.ISO_8859_1);
    }

    private void assertRefused(String text, String... parts) throws IOException {
        Path file = file(text);
        assertThatExceptionOfType(DataFormatException.class)
                .isThrownBy(() -> CsvMatrix.read(file))
                .withMessageContainingAll(parts)
                .withMessageContaining("t.csv");
    }
}
