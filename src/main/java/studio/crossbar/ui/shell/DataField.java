package studio.crossbar.ui.shell;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import studio.crossbar.data.CsvOptions;
import studio.crossbar.ui.common.Texts;

/** The data set that a field names, and how it is to be read if it is CSV. */
final class DataField {

    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final StringBinding problem = Bindings.createStringBinding(this::problemOfPath, text);
    private final CsvViewModel csv;

    /** @param ui runs updates on the user interface's thread */
    DataField(Executor ui) {
        csv = new CsvViewModel(ui);
        text.subscribe((before, now) -> look());
    }

    private void look() {
        Path named = problem.get().isEmpty() ? path() : null;
        if (named == null) {
            csv.clear();
        } else {
            csv.look(named, CsvOptions.AUTOMATIC, () -> {});
        }
    }

    /** Path of the data set; empty for the usual search. */
    StringProperty textProperty() {
        return text;
    }

    /** Why this is no data set's path; empty if it is. Whether data are there is found out when they are read. */
    StringBinding problem() {
        return problem;
    }

    private String problemOfPath() {
        try {
            path();
            return "";
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** How the data are to be read if they are CSV. */
    CsvViewModel csv() {
        return csv;
    }

    /** Change with what {@link #path} and {@link #options} say. */
    Observable[] changes() {
        return new Observable[] {text, csv.busyProperty(), csv.lookProperty(), csv.problemProperty()};
    }

    /**
     * The path; null for the usual search.
     *
     * @throws IllegalArgumentException if the text is none
     */
    @Nullable
    Path path() {
        String named = text.get();
        return named.isBlank()
                ? null
                : TypedPath.of(named, reason -> Texts.format("shell.newProject.data.noPath", named, reason));
    }

    /**
     * How the data are to be read; null if they are no CSV.
     *
     * @throws IllegalArgumentException if they are being looked at or cannot be read so
     */
    @Nullable
    CsvOptions options() {
        if (csv.busyProperty().get()) {
            throw new IllegalArgumentException(Texts.get("shell.newProject.data.looking"));
        }
        if (!csv.problemProperty().get().isEmpty()) {
            throw new IllegalArgumentException(csv.problemProperty().get());
        }
        return csv.wanted();
    }
}
