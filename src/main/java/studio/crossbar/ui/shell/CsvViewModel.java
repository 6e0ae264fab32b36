package studio.crossbar.ui.shell;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import studio.crossbar.data.CsvLayout;
import studio.crossbar.data.CsvOptions;
import studio.crossbar.ui.common.Latest;

/**
 * How the CSV at a path is to be read: as it shows itself, until the user says otherwise. It is looked at in the background, anew
 * with every choice. Use on the user interface's thread.
 */
final class CsvViewModel {

    /** Stands for no column. */
    static final int NO_COLUMN = -1;

    private final Latest<CsvLook> looking;
    private final ReadOnlyObjectWrapper<CsvLook> look = new ReadOnlyObjectWrapper<>(this, "look", CsvLook.NONE);
    private final ReadOnlyObjectWrapper<CsvOptions> said =
            new ReadOnlyObjectWrapper<>(this, "said", CsvOptions.AUTOMATIC);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper(this, "summary", "");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy", false);
    private final BooleanBinding csv =
            Bindings.createBooleanBinding(() -> look.get().csv(), look);
    private @Nullable Path path;
    private Runnable settled = () -> {};

    /** @param ui runs updates on the user interface's thread */
    CsvViewModel(Executor ui) {
        looking = new Latest<>(
                ui,
                this::show,
                // What cannot be looked at is explained by whoever reads it.
                thrown -> show(CsvLook.NONE));
    }

    /**
     * Looks at another path.
     *
     * @param start what is known of how to read it
     * @param then runs once it is known whether it is CSV, unless another path is looked at before
     */
    void look(Path other, CsvOptions start, Runnable then) {
        // What is shown of another path must not pass for this one's.
        clear();
        path = other;
        settled = then;
        said.set(start);
        ask();
    }

    /** Looks at nothing. */
    void clear() {
        looking.forget();
        path = null;
        settled = () -> {};
        said.set(CsvOptions.AUTOMATIC);
        show(CsvLook.NONE);
    }

    private void ask() {
        Path asked = path;
        CsvOptions options = said.get();
        if (asked != null) {
            busy.set(true);
            looking.ask(context -> CsvLook.at(asked, options, context::cancelled));
        }
    }

    private void show(CsvLook found) {
        look.set(found);
        summary.set(found.summary());
        problem.set(found.problem());
        busy.set(false);
        Runnable then = settled;
        settled = () -> {};
        then.run();
    }

    /** What was found last. */
    ReadOnlyObjectProperty<CsvLook> lookProperty() {
        return look.getReadOnlyProperty();
    }

    /** What the user has said, and what was known before. */
    ReadOnlyObjectProperty<CsvOptions> saidProperty() {
        return said.getReadOnlyProperty();
    }

    /** Whether there is CSV to be asked about. */
    BooleanBinding csvBinding() {
        return csv;
    }

    /** Whether the data are being looked at, so that the rest is of the choices before. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Why the data cannot be read as the choices are; empty if they can. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What would be read; empty if nothing can. */
    ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** All choices as they are shown, so that the data are read alike whatever is added to them; null of what is no CSV. */
    @Nullable
    CsvOptions wanted() {
        CsvLook now = look.get();
        CsvLayout layout = now.layout();
        if (!now.csv()) {
            return null;
        }
        return layout == null
                ? said.get()
                : new CsvOptions(
                        layout.delimiter(),
                        layout.header(),
                        layout.reference(layout.label()),
                        layout.subject() < 0 ? null : layout.reference(layout.subject()),
                        said.get().missing());
    }

    /** Parts fields by another character; which column is what is found out anew. */
    void delimiter(char value) {
        say(options -> options.withSubject(null).withLabel(null).withDelimiter(value));
    }

    /** Takes the first line as names, or as a sample. */
    void header(boolean value) {
        say(options -> options.withSubject(null).withLabel(null).withHeader(value));
    }

    /** Takes the classes from a column, from 0, which holds no persons then. */
    void label(int column) {
        CsvLayout layout = look.get().layout();
        boolean persons = layout != null && layout.subject() == column;
        say(options -> (persons ? options.withSubject(null) : options).withLabel(reference(column)));
    }

    /** Takes the persons from a column, from 0, which is not that of the classes; or from {@link #NO_COLUMN}. */
    void subject(int column) {
        say(options -> options.withSubject(column == NO_COLUMN ? null : reference(column)));
    }

    void missing(CsvOptions.Missing value) {
        say(options -> options.withMissing(value));
    }

    private String reference(int column) {
        CsvLayout layout = look.get().layout();
        return layout == null ? Integer.toString(column + 1) : layout.reference(column);
    }

    private void say(UnaryOperator<CsvOptions> change) {
        CsvOptions changed = change.apply(said.get());
        if (!changed.equals(said.get())) {
            said.set(changed);
            ask();
        }
    }
}
