package studio.crossbar.ui.cost;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.crossbar.cost.TechnologyDocument;
import studio.crossbar.cost.TechnologyDocument.Constant;
import studio.crossbar.cost.TechnologyException;
import studio.crossbar.run.JobStatus;
import studio.crossbar.study.Project;
import studio.crossbar.study.TechnologyStore;
import studio.crossbar.ui.common.JobItem;
import studio.crossbar.ui.common.LocalUndo;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Workbench;

/**
 * Editor of the project's technology file. What is accepted costs everything that is shown anew at once, and is written;
 * what the file's reader would refuse changes nothing. Call on the user interface's thread.
 */
@SuppressWarnings("ReferenceEquality") // A project that is opened again is another one.
public final class TechnologyViewModel {

    private final Session session;
    private final CostedProject project;
    private final TechnologyJobs files;
    private final BooleanProperty active = new SimpleBooleanProperty(this, "active", false);
    private final TechnologyState shown = new TechnologyState(this::restore);

    /**
     * Edits the technology of the project that is open in {@code workbench}.
     *
     * @param ui runs updates on the user interface's thread
     */
    public TechnologyViewModel(Workbench workbench, Executor ui) {
        session = workbench.session();
        project = new CostedProject(session);
        files = new TechnologyJobs(workbench.jobs(), ui);
        session.projectProperty().subscribe((was, now) -> {
            shown.forget();
            read();
        });
        active.subscribe((was, now) -> read());
    }

    /** Whether someone looks; the file is read whenever someone begins to, so that edits from outside are seen. */
    public BooleanProperty activeProperty() {
        return active;
    }

    /** The file; null while none is read. */
    public ReadOnlyObjectProperty<@Nullable TechnologySource> sourceProperty() {
        return shown.sourceProperty();
    }

    /** Part of the names of the constants that are listed; all if empty. */
    public StringProperty filterProperty() {
        return shown.constants().filterProperty();
    }

    /** Constants that are listed, in the order of the file. */
    public ObservableList<Constant> constants() {
        return shown.constants().found();
    }

    /** What can be done with the file, or why it is not shown. */
    public ReadOnlyStringProperty statusProperty() {
        return shown.statusProperty();
    }

    /** Edits of the file since it is shown. */
    public LocalUndo edits() {
        return shown.edits();
    }

    /**
     * Takes a typed value, with or without the constant's unit.
     *
     * @return why it is refused; empty if it is taken
     */
    public String typeValue(Constant constant, String text) {
        return attempt(constant, ConstantEdit.value(constant, text));
    }

    /** Takes typed limits of the valid range in the same way. */
    public String typeRange(Constant constant, String low, String high) {
        return attempt(constant, ConstantEdit.range(constant, low, high));
    }

    /** Takes a typed source in the same way. */
    public String typeSource(Constant constant, String text) {
        return attempt(constant, ConstantEdit.source(constant, text));
    }

    private String attempt(Constant constant, ConstantEdit edit) {
        TechnologySource now = shown.source();
        if (now == null || !now.own()) {
            return Texts.get("cost.constant.supplied");
        }
        try {
            TechnologyDocument edited = edit.of(now.document());
            if (!edited.text().equals(now.document().text())) {
                project.requireCostable(edited.technology());
                shown.edits().add(new TechnologyEdits.Edit(edit.name(), now.document(), edited));
                take(now.with(edited));
                write(edited);
            }
            return "";
        } catch (TechnologyException e) {
            return ConstantEdit.refusal(constant, e);
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private boolean restore(TechnologyDocument wanted) {
        TechnologySource now = shown.source();
        if (now == null) {
            return false;
        }
        try {
            project.requireCostable(wanted.technology());
        } catch (IllegalArgumentException e) {
            shown.say(Texts.format("cost.technology.undo.refused", String.valueOf(e.getMessage())));
            return false;
        }
        take(now.with(wanted));
        write(wanted);
        return true;
    }

    /** Copies the file into the project, which uses the copy from then on. */
    public void copy() {
        TechnologySource now = shown.source();
        Project stored = session.storedProject();
        if (now == null || stored == null) {
            return;
        }
        String title = Texts.format("cost.technology.copy.job", now.setting());
        change(title, stored, () -> new TechnologyStore(stored).copy());
    }

    /** Has the project use another file. */
    public void use(String setting) {
        TechnologySource now = shown.source();
        Project stored = session.storedProject();
        if (now == null || stored == null || setting.equals(now.setting())) {
            return;
        }
        Project chosen = stored.withSettings(stored.settings().withTechnology(setting));
        readThen(chosen, read -> {
            try {
                project.requireCostable(read.document().technology());
            } catch (IllegalArgumentException e) {
                shown.refuse(now, Texts.format("cost.technology.use.refused", setting, String.valueOf(e.getMessage())));
                return;
            }
            change(Texts.format("cost.technology.use.job", setting), stored, () -> {
                new TechnologyStore(stored).use(setting);
                return setting;
            });
        });
    }

    /** Changes the project's setting in a job, then shows the file that it names. */
    private void change(String title, Project stored, TechnologyJobs.Change work) {
        OpenProject open = session.projectProperty().get();
        readAgainIfItFails(files.change(title, stored, work, read -> {
            if (session.projectProperty().get() == open) {
                shown.forget();
                session.technology(read.setting(), read.document().technology());
                take(read);
            }
        }));
    }

    private void write(TechnologyDocument document) {
        Project stored = session.storedProject();
        if (stored != null) {
            readAgainIfItFails(files.write(stored, document));
        }
    }

    /** What is shown is what the disk holds. */
    private void readAgainIfItFails(JobItem item) {
        item.stateProperty().subscribe(state -> {
            Project stored = session.storedProject();
            if (state == JobStatus.State.FAILED && stored != null) {
                shown.forget();
                readThen(stored, this::found);
            }
        });
    }

    private void read() {
        Project stored = session.storedProject();
        if (stored == null) {
            shown.say("");
        } else if (active.get()) {
            readThen(stored, this::found);
        }
    }

    private void readThen(Project stored, Consumer<TechnologySource> next) {
        OpenProject open = session.projectProperty().get();
        TechnologySource before = shown.source();
        files.read(stored, (read, reason) -> {
            if (session.projectProperty().get() != open || shown.source() != before) {
                return;
            }
            if (read == null) {
                shown.refuse(before, reason);
            } else {
                next.accept(read);
            }
        });
    }

    private void found(TechnologySource read) {
        TechnologySource before = shown.source();
        if (before != null && before.document().text().equals(read.document().text()) && before.own() == read.own()) {
            return;
        }
        try {
            project.requireCostable(read.document().technology());
        } catch (IllegalArgumentException e) {
            String why = String.valueOf(e.getMessage());
            shown.refuse(
                    before,
                    Texts.format("cost.technology.read.refused", read.document().file(), why));
            return;
        }
        shown.edits().clear();
        take(read);
    }

    private void take(TechnologySource now) {
        session.technology(now.document().technology());
        shown.show(now);
    }
}
