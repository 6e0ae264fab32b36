package studio.crossbar.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.crossbar.data.CsvOptions.Missing;

class CsvDataReaderTest {

    private static final CsvOptions AUTO = CsvOptions.AUTOMATIC;

    @TempDir
    Path dir;

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void findsDelimiterHeaderAndLabel(String delimiter) throws IOException {
        String text = """
                ax,label,"the ""y"" axis"
                1.5,run,-2e3
                2,rest,3
                2.5,run,4
                """.replace(",", delimiter);
        Dataset train = trainOf(text, text, AUTO);
        assertThat(train.channelNames()).containsExactly("ax", "the \"y\" axis");
        assertThat(train.classNames()).containsExactly("rest", "run");
        assertThat(train.labels()).containsExactly(1, 0, 1);
        assertThat(train.features()).containsExactly(1.5f, -2000, 2, 3, 2.5f, 4);
        assertThat(train.shape()).isEqualTo("2 × 1");
        assertThat(train.hasSubjects()).isFalse();
    }

    @Test
    void withoutHeaderTheLastColumnIsTheLabel() throws IOException {
        Dataset train = trainOf("1,2,10\n3,4,9\n", "5,6,9\n", AUTO);
        assertThat(train.size()).isEqualTo(2);
        assertThat(train.channelNames()).containsExactly("column 1", "column 2");
        assertThat(train.classNames()).containsExactly("9", "10");
        assertThat(train.labels()).containsExactly(1, 0);
    }

    @Test
    void labelAndSubjectAreFoundByNameOrNumber() throws IOException {
        String text = "kind,a,who\n3,0.5,1\n1,0.25,2\n";
        for (CsvOptions options : new CsvOptions[] {
            AUTO.withLabel("Kind").withSubject("who"), AUTO.withLabel("1").withSubject("3")
        }) {
            Dataset train = trainOf(text, text, options);
            assertThat(train.channelNames()).containsExactly("a");
            assertThat(train.classNames()).containsExactly("1", "3");
            assertThat(train.subjects()).containsExactly(1, 2);
        }
        assertRefused(text, AUTO.withLabel("sort"), "no column 'sort' for the label among [kind, a, who]", "1 to 3");
    }

    @Test
    void yBesideXIsAnAxis() throws IOException {
        assertThat(trainOf("x,y,z\n1,2,3\n4,5,6\n", "x,y,z\n1,2,3\n", AUTO).channelNames())
                .containsExactly("x", "y");
        assertThat(trainOf("y,a\n1,2\n2,3\n", "y,a\n1,2\n", AUTO).channelNames())
                .containsExactly("a");
    }

    @Test
    void oneFileIsSplitByClassOrByPerson() throws IOException {
        StringBuilder text = new StringBuilder("a,who,label\n");
        for (int i = 0; i < 100; i++) {
            text.append(i)
                    .append(',')
                    .append(i % 10)
                    .append(',')
                    .append(i % 4 == 0 ? "rare" : "usual")
                    .append('\n');
        }
        Path file = Files.writeString(dir.resolve("all.csv"), text);
        Parts byClass = CsvDataReader.read(file, AUTO);
        assertThat(byClass.train().classCounts()).containsExactly(20, 60);
        assertThat(byClass.test().classCounts()).containsExactly(5, 15);
        assertThat(byClass.train().provenance()).contains("a fifth of each class");
        assertThat(byClass.preparation().split()).isEqualTo(Preparation.Split.STRATIFIED);

        Parts byPerson = CsvDataReader.read(file, AUTO.withSubject("who"));
        assertThat(byPerson.train().subjectCount()).isEqualTo(8);
        assertThat(byPerson.test().subjectCount()).isEqualTo(2);
        assertThat(byPerson.preparation().split()).isEqualTo(Preparation.Split.BY_SUBJECT);
        assertThat(byPerson.train().subjects()).doesNotContain(byPerson.test().subjects());
    }

    @Test
    void missingValuesAreRefusedOrFilledWithTheTrainingMean() throws IOException {
        String train = "a,b,label\n1,5,u\n,7,v\n3,NA,u\n";
        String test = "a,b,label\n?,100,u\n";
        assertRefused(train, AUTO, ".csv, line 3, column 1 (a)", "is missing", "column means");

        Parts parts = read(train, test, AUTO.withMissing(Missing.COLUMN_MEAN));
        assertThat(parts.train().features()).containsExactly(1, 5, 2, 7, 3, 6);
        assertThat(parts.test().features()).containsExactly(2, 100);
        assertThat(parts.train().provenance()).contains("2 missing values filled");
        assertThat(parts.test().provenance()).contains("1 missing values filled");
        assertThat(parts.preparation())
                .isEqualTo(new Preparation(
                        Preparation.Split.AS_GIVEN,
                        List.of(new Preparation.Filled("a", 1, 1, 2), new Preparation.Filled("b", 1, 0, 6))));

        assertRefused("a,b,label\n1,,u\n2,,v\n", AUTO.withMissing(Missing.COLUMN_MEAN), "column 'b' has no value");
    }

    @Test
    void raggedRowNamesTheLine() throws IOException {
        assertRefused("a,b,label\n1,2,u\n1,2\n", AUTO, ".csv, line 3", "2 fields where 3 belong");
        assertRefused("a,b,label\n\"1\",2,\"u\nv\"\n1,2,3,4\n", AUTO, ".csv, line 4", "4 fields");
    }

    @Test
    void whatIsNoFiniteNumberNamesLineAndColumn() throws IOException {
        for (String bad : new String[] {"x7", "Infinity", "0x10", "1f", "1e99", "1,5"}) {
            assertRefused(
                    "a;b;label\n1;2;u\n3;" + bad + ";u\n",
                    AUTO.withDelimiter(';'),
                    ".csv, line 3, column 2 (b)",
                    "'" + bad + "' is not a finite number");
        }
        assertRefused("a,b,label\n1,NaN,u\n", AUTO, "line 2, column 2 (b)", "is missing ('NaN')");
    }

    @Test
    void labelsThatAreNoneAreRefused() throws IOException {
        assertRefused("a,label\n1,\n", AUTO, "line 2, column 2 (label)", "needs its class");
        assertRefused("a,label\n1,0.5\n", AUTO, "line 2", "label 0.5 is not whole");
        assertThatThrownBy(() -> read("a,label\n1,u\n", "a,label\n1,u\n2,w\n", AUTO))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContainingAll("test.csv, line 3", "class 'w' does not occur in");
        assertRefused("a,who,label\n1,me,u\n", AUTO.withSubject("who"), "line 2", "subject 'me'");
    }

    @Test
    void whatCannotBeToldIsAskedFor() throws IOException {
        assertRefused("1.5,oops,u\n2,3,v\n", AUTO, "line 1", "mixes numbers and text");
        assertRefused("a,class,label\n1,2,3\n", AUTO, "'class' and 'label' may both be the label");
        assertRefused("abc\ndef\n", AUTO, "none of comma, semicolon, tab and bar");
        assertThat(trainOf("1.5,2,u\n2,3,v\n", "1.5,2,u\n2,3,v\n", AUTO.withHeader(true))
                        .size())
                .isEqualTo(1);
    }

    @Test
    void damagedFilesAreRefused() throws IOException {
        assertRefused("", AUTO, ".csv", "empty");
        assertRefused("a,b,label\n", AUTO, "holds no sample");
        assertRefused("a,b,label\n1,2,u\n1,\"2,u\n", AUTO, "line", "correct the quotes");
        Path file = Files.write(dir.resolve("latin.csv"), "a,label\n1,Größe\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> CsvDataReader.read(file, AUTO))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContainingAll("latin.csv", "UTF-8");
    }

    @Test
    void filesOfTwoPartsMustFitTogether() throws IOException {
        assertThatThrownBy(() -> read("a,b,label\n1,2,u\n", "b,a,label\n1,2,u\n", AUTO))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContainingAll("test.csv, line 1", "columns differ");
        Path lonely = Archives.write(
                dir.resolve("l.zip"), Map.of("train.csv", "a,label\n1,u\n".getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> CsvDataReader.read(lonely, AUTO)).hasMessageContaining("no test.csv");
        assertThatThrownBy(() ->
                        CsvDataReader.read(Files.writeString(dir.resolve("one.csv"), "a,label\n1,u\n2,v\n"), AUTO))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContainingAll("one.csv", "leaves none of its 1", "give train.csv and test.csv");
    }

    @Test
    void byteOrderMarkAndWideTablesAreRead() throws IOException {
        StringBuilder header = new StringBuilder("\uFEFFlabel");
        StringBuilder row = new StringBuilder("1");
        for (int c = 0; c < 3072; c++) {
            header.append(",p").append(c);
            row.append(',').append(c);
        }
        String text = header + "\r\n" + (row + "\r\n").repeat(400);
        Dataset train = trainOf(text, text, AUTO);
        assertThat(train.channels()).isEqualTo(3072);
        assertThat(train.size()).isEqualTo(400);
        assertThat(train.features()[400 * 3072 - 1]).isEqualTo(3071);
    }

    private Dataset trainOf(String train, String test, CsvOptions options) throws IOException {
        return read(train, test, options).train();
    }

    private Parts read(String train, String test, CsvOptions options) throws IOException {
        Files.writeString(dir.resolve("train.csv"), train);
        Files.writeString(dir.resolve("test.csv"), test);
        return CsvDataReader.read(dir, options);
    }

    private void assertRefused(String train, CsvOptions options, String... parts) {
        assertThatThrownBy(() -> read(train, train, options))
                .isInstanceOf(DataFormatException.class)
                .hasMessageContainingAll(parts);
    }
}
