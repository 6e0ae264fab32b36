package studio.crossbar.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvPreviewTest {

    private static final CsvOptions AUTO = CsvOptions.AUTOMATIC;

    @TempDir
    Path dir;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(dir.resolve(name), text);
    }

    @Test
    void theBeginningShowsHowTheFileIsReadAndWhatOfIt() throws IOException {
        CsvPreview found = CsvPreview.of(
                file("a.csv", "a;who;kind\n1;1;run\n;2;rest\n"), AUTO.withMissing(CsvOptions.Missing.COLUMN_MEAN));
        assertThat(found.layout().delimiter()).isEqualTo(';');
        assertThat(found.layout().header()).isTrue();
        assertThat(found.layout().names()).containsExactly("a", "who", "kind");
        assertThat(found.layout().label()).isEqualTo(2);
        assertThat(found.layout().subject()).isEqualTo(-1);
        assertThat(found.samples()).isEqualTo(2);
        assertThat(found.whole()).isTrue();
        assertThat(found.classes()).isEqualTo(2);
        assertThat(found.missing()).isEqualTo(1);
        assertThat(found.refusal()).isEmpty();
    }

    @Test
    void whatIsWrongWithASampleIsSaidBesideTheLayout() throws IOException {
        CsvPreview found = CsvPreview.of(file("a.csv", "a,b,label\n1,2,u\n1,,v\n"), AUTO);
        assertThat(found.layout().label()).isEqualTo(2);
        assertThat(found.refusal()).contains("a.csv, line 3, column 2 (b)", "is missing");
        assertThatThrownBy(() -> CsvPreview.of(file("b.csv", "a,class,label\n1,2,3\n"), AUTO))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContaining("may both be the label");
    }

    @Test
    void ofALongFileOnlyTheBeginningIsLookedAt() throws IOException {
        Path file = file("long.csv", "a,label\n" + "1,u\n".repeat(CsvPreview.MOST_SAMPLES) + "broken\n");
        CsvPreview found = CsvPreview.of(file, AUTO);
        assertThat(found.samples()).isEqualTo(CsvPreview.MOST_SAMPLES);
        assertThat(found.whole()).isFalse();
        assertThat(found.refusal()).isEmpty();
    }

    @Test
    void columnsAreCalledSoThatOptionsFindThemAgain() throws IOException {
        Path named = file("named.csv", "a,a,,kind\n1,2,3,u\n4,5,6,v\n");
        CsvLayout layout = CsvPreview.of(named, AUTO.withHeader(true)).layout();
        for (int column = 0; column < 4; column++) {
            CsvOptions again = AUTO.withHeader(true).withLabel(layout.reference(column));
            assertThat(CsvPreview.of(named, again).layout().label()).isEqualTo(column);
        }
        assertThat(layout.reference(0)).isEqualTo("a");
        assertThat(layout.reference(1)).as("a name that is there twice").isEqualTo("2");
        assertThat(layout.reference(3)).isEqualTo("kind");
        CsvLayout bare = CsvPreview.of(file("bare.csv", "1,2,u\n3,4,v\n"), AUTO).layout();
        assertThat(bare.reference(2)).isEqualTo("3");
    }

    @Test
    void aFolderIsCsvIfNothingElseIsThere() throws IOException {
        assertThat(CsvPreview.file(file("all.csv", "a,label\n1,u\n"), () -> false))
                .contains(dir.resolve("all.csv"));
        assertThat(CsvPreview.file(dir.resolve("none.tsv"), () -> false)).contains(dir.resolve("none.tsv"));
        assertThat(CsvPreview.file(dir.resolve("har.zip"), () -> false)).isEmpty();
        assertThat(CsvPreview.file(dir, () -> false)).contains(dir.resolve("all.csv"));
        file("test.csv", "a,label\n1,u\n");
        file("train.csv", "a,label\n1,u\n");
        assertThat(CsvPreview.file(dir, () -> false)).contains(dir.resolve("train.csv"));
        file("y_train.txt", "1\n");
        assertThat(CsvPreview.file(dir, () -> false)).as("a data set").isEmpty();
    }
}
