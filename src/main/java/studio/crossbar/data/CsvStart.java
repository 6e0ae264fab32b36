package studio.crossbar.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * A CSV file (UTF-8) whose beginning was looked at.
 *
 * @param file for messages
 * @param text from its first record on
 * @param layout found in the beginning
 */
record CsvStart(String file, BufferedReader text, CsvLayout layout) {

    private static final int SAMPLE_CHARACTERS = 1 << 20;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * Looks at the beginning.
     *
     * @throws DataFormatException as {@link CsvLayout#of}, or if the beginning is not UTF-8
     */
    static CsvStart of(String file, InputStream in, CsvOptions options) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        BufferedReader text = new BufferedReader(new InputStreamReader(in, decoder), SAMPLE_CHARACTERS + 1);
        try {
            text.mark(1);
            if (text.read() != BYTE_ORDER_MARK) {
                text.reset();
            }
            text.mark(SAMPLE_CHARACTERS);
            char[] head = new char[SAMPLE_CHARACTERS];
            int length = 0;
            for (int got = 0; got >= 0 && length < head.length; got = text.read(head, length, head.length - length)) {
                length += got;
            }
            text.reset();
            String sample = new String(head, 0, length);
            return new CsvStart(file, text, CsvLayout.of(file, sample, length == head.length, options));
        } catch (CharacterCodingException e) {
            throw notUtf8(file);
        }
    }

    static DataFormatException notUtf8(String file) {
        return new DataFormatException(file, "is not UTF-8 text", "save it as UTF-8");
    }
}
