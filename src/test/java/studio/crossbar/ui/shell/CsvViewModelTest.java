package studio.crossbar.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.crossbar.data.CsvLayout;
import studio.crossbar.data.CsvOptions;
import studio.crossbar.ui.HandedOver;

/** The test's thread stands in for the user interface's. */
@Timeout(60)
class CsvViewModelTest {

    @TempDir
    Path folder;

    private final HandedOver updates = new HandedOver();
    private final CsvViewModel model = new CsvViewModel(updates);
    private int settled;

    private void look(String text) throws IOException {
        look(Files.writeString(folder.resolve("table.csv"), text));
    }

    private void look(Path path) {
        model.look(path, CsvOptions.AUTOMATIC, () -> settled++);
        settle();
    }

    private void settle() {
        updates.runUntil(() -> !model.busyProperty().get());
    }

    private CsvLayout layout() {
        return Objects.requireNonNull(model.lookProperty().get().layout());
    }

    @Test
    void fieldsStartFromWhatWasFoundAndAllOfItIsKept() throws IOException {
        look("a;b;kind\n1;2;u\n3;4;v\n");
        assertThat(settled).isEqualTo(1);
        assertThat(model.csvBinding().get()).isTrue();
        assertThat(model.problemProperty().get()).isEmpty();
        assertThat(model.summaryProperty().get()).isEqualTo("Samples: 2 – features: 2, classes: 2, missing values: 0");
        assertThat(model.wanted()).isEqualTo(new CsvOptions(';', true, "kind", null, CsvOptions.Missing.REFUSE));
        model.label(0);
        model.subject(1);
        settle();
        assertThat(model.wanted()).isEqualTo(new CsvOptions(';', true, "a", "b", CsvOptions.Missing.REFUSE));
        model.label(1);
        settle();
        assertThat(layout().label()).isEqualTo(1);
        assertThat(layout().subject()).as("the label's column holds no persons").isEqualTo(CsvViewModel.NO_COLUMN);
        assertThat(settled).as("told once").isEqualTo(1);
    }

    @Test
    void whatCannotBeToldIsAskedForAndPutRightInPlace() throws IOException {
        look("1.5,oops,u\n2,3,v\n");
        assertThat(model.problemProperty().get()).contains("line 1", "say whether there is a header");
        assertThat(model.lookProperty().get().layout()).isNull();
        model.header(true);
        settle();
        assertThat(model.problemProperty().get()).isEmpty();
        assertThat(layout().names()).containsExactly("1.5", "oops", "u");

        look("a,class,label\n1,2,3\n4,5,6\n");
        assertThat(model.problemProperty().get()).contains("may both be the label");
        assertThat(model.lookProperty().get().columns()).containsExactly("a", "class", "label");
        model.label(1);
        settle();
        assertThat(model.problemProperty().get()).isEmpty();
        assertThat(layout().label()).isEqualTo(1);

        look("a,b,label\n1,,u\n2,3,v\n");
        assertThat(model.problemProperty().get()).contains("line 2, column 2 (b)", "is missing");
        assertThat(layout().names()).as("the fields stay").hasSize(3);
        model.missing(CsvOptions.Missing.COLUMN_MEAN);
        settle();
        assertThat(model.problemProperty().get()).isEmpty();
        assertThat(model.summaryProperty().get()).endsWith("missing values: 1");
    }

    @Test
    void anotherDelimiterHasTheColumnsFoundAnew() throws IOException {
        look("a b,x,label\n1 2,3,u\n");
        model.label(1);
        settle();
        model.delimiter(' ');
        settle();
        assertThat(model.saidProperty().get().label()).isNull();
        assertThat(layout().names()).containsExactly("a", "b,x,label");
    }

    @Test
    void whatIsNoCsvIsLeftToWhoeverReadsIt() throws IOException {
        look(folder.resolve("har.zip"));
        assertThat(settled).isEqualTo(1);
        assertThat(model.csvBinding().get()).isFalse();
        assertThat(model.wanted()).isNull();
        look(folder.resolve("nowhere.csv"));
        assertThat(model.csvBinding().get()).isTrue();
        assertThat(model.problemProperty().get()).endsWith("nowhere.csv does not exist; choose a CSV file");
        look("a,label\n1,u\n");
        model.clear();
        assertThat(model.csvBinding().get()).isFalse();
        assertThat(model.problemProperty().get()).isEmpty();
    }
}
