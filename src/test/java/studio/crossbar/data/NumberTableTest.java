package studio.crossbar.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTableTest {

    private static NumberTable read(String text, int columns) throws IOException {
        return NumberTable.read("a/b.txt", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), columns);
    }

    private static float one(String text) throws IOException {
        float[] value = new float[1];
        read(text, 1).copyRow(0, value, 0);
        return value[0];
    }

    @Test
    void spacesTabsAndAllLineEndsSeparate() throws IOException {
        NumberTable table = read("  1\t2 \r\n\n 3 4", 2);
        float[] values = new float[4];
        table.copyRow(0, values, 0);
        table.copyRow(1, values, 2);
        assertThat(table.rows()).isEqualTo(2);
        assertThat(values).containsExactly(1, 2, 3, 4);
        assertThat(table.line(0)).isEqualTo(1);
        assertThat(table.line(1)).isEqualTo(3);
    }

    /** A Unicode minus, a no-break space, letters, control characters: none of them is a blank. */
    @ParameterizedTest
    @ValueSource(strings = {"−5.5", "\u00a05.5", "äö", "5.5\u0001", "5.5\u000b6", "5,5", "\ufeff1"})
    void whatIsNoBlankBelongsToTheNumberAndIsRefused(String text) {
        assertThatThrownBy(() -> one("1\n" + text))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContainingAll("a/b.txt, line 2", "'" + text + "' is not a finite number");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1f", "1d", "0x1p3", "1e5f", "Infinity", "NaN", "1e", "1e+", ".", "-", "--1", "1e999", "1_0"})
    void literalsOfJavaAreNoDecimalNumbers(String text) {
        assertThatThrownBy(() -> one(text))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("'" + text + "' is not a finite number");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "-1.",
                "+.5",
                "1.8085150e-004",
                "123456789012345678901234567890",
                "1e-30",
                "1E+20",
                "-0.1234567890123456789"
            })
    void decimalNumbersAreReadAsTheJdkReadsThem(String text) throws IOException {
        assertThat(one(text)).isEqualTo(Float.parseFloat(text));
    }
}
