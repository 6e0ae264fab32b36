package studio.crossbar.ui.cost;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.crossbar.cost.Technology;
import studio.crossbar.cost.TechnologyDocument;
import studio.crossbar.cost.TechnologyDocument.Constant;
import studio.crossbar.cost.TechnologyException;
import studio.crossbar.run.Job;
import studio.crossbar.run.JobRunner;
import studio.crossbar.run.JobStatus;
import studio.crossbar.study.Project;
import studio.crossbar.study.ProjectSettings;
import studio.crossbar.study.TechnologyStore;
import studio.crossbar.ui.common.JobItem;
import studio.crossbar.ui.common.Jobs;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Unit;
import studio.crossbar.ui.common.Workbench;

/**
 * Editor of the project's technology file. What is accepted costs everything that is shown anew at once, and is written;
 * what the file's reader would refuse changes nothing. Call on the user interface's thread.
 */
@SuppressWarnings("ReferenceEquality") // A project that is opened again is another one.
public final class TechnologyViewModel {

    /**
     * The project's technology file as it was read.
     *
     * @param document its contents
     * @param setting of the project that names it
     * @param own whether it is the project's, which may be edited
     * @param choices settings that can be chosen
     */
    public record Source(TechnologyDocument document, String setting, boolean own, List<String> choices) {

        public Source {
            choices = List.copyOf(choices);
        }

        Source with(TechnologyDocument edited) {
            return new Source(edited, setting, own, choices);
        }
    }

    @FunctionalInterface
    private interface Edit {
        TechnologyDocument of(TechnologyDocument document) throws TechnologyException;
    }

    private final Workbench workbench;
    private final Session session;
    private final Executor ui;
    private final JobRunner reader = new JobRunner();
    private final BooleanProperty active = new SimpleBooleanProperty(this, "active", false);
    private final ReadOnlyObjectWrapper<@Nullable Source> source = new ReadOnlyObjectWrapper<>(this, "source", null);
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper(this, "status", "");
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(this, "undoable", false);
    private final ObservableList<Constant> constants = FXCollections.observableArrayList();
    private final ObservableList<Constant> constantsView = FXCollections.unmodifiableObservableList(constants);
    private final Deque<TechnologyDocument> before = new ArrayDeque<>();

    /**
     * Edits the technology of the project that is open in {@code workbench}.
     *
     * @param ui runs updates on the user interface's thread
     */
    public TechnologyViewModel(Workbench workbench, Executor ui) {
        this.workbench = workbench;
        this.ui = ui;
        session = workbench.session();
        session.projectProperty().subscribe((was, now) -> {
            forget();
            read();
        });
        active.subscribe((was, now) -> read());
        filter.subscribe((was, now) -> show());
    }

    /** Whether someone looks; the file is read whenever someone begins to, so that edits from outside are seen. */
    public BooleanProperty activeProperty() {
        return active;
    }

    /** The file; null while none is read. */
    public ReadOnlyObjectProperty<@Nullable Source> sourceProperty() {
        return source.getReadOnlyProperty();
    }

    /** Part of the names of the constants that are listed; all if empty. */
    public StringProperty filterProperty() {
        return filter;
    }

    /** Constants that are listed, in the order of the file. */
    public ObservableList<Constant> constants() {
        return constantsView;
    }

    /** What can be done with the file, or why it is not shown. */
    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** Whether an edit can be taken back. */
    public ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    /**
     * Takes a typed value, with or without the constant's unit.
     *
     * @return why it is refused; empty if it is taken
     */
    public String typeValue(Constant constant, String text) {
        return attempt(constant, document -> document.withValue(constant.path(), number(constant, text)));
    }

    /** Takes typed limits of the valid range in the same way. */
    public String typeRange(Constant constant, String low, String high) {
        return attempt(
                constant,
                document -> document.withRange(constant.path(), number(constant, low), number(constant, high)));
    }

    /** Takes a typed source in the same way. */
    public String typeSource(Constant constant, String text) {
        return attempt(constant, document -> document.withSource(constant.path(), text.strip()));
    }

    private static double number(Constant constant, String text) {
        String unit = constant.quantity().unit();
        String typed = text.strip().replace('µ', 'u').replace('μ', 'u');
        return Unit.of(unit).parse(typed.endsWith(unit) ? typed.substring(0, typed.length() - unit.length()) : text);
    }

    private String attempt(Constant constant, Edit edit) {
        Source now = source.get();
        if (now == null || !now.own()) {
            return Texts.get("cost.constant.supplied");
        }
        try {
            TechnologyDocument edited = edit.of(now.document());
            if (!edited.text().equals(now.document().text())) {
                requireCostable(edited.technology());
                before.push(now.document());
                take(now.with(edited));
                write(edited);
            }
            return "";
        } catch (TechnologyException e) {
            return e.field().startsWith(constant.path()) || e.field().isEmpty()
                    ? e.problem()
                    : Texts.format("cost.constant.refused", e.field(), e.problem());
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Takes the last edit back. */
    public void undo() {
        Source now = source.get();
        if (now == null || before.isEmpty()) {
            return;
        }
        try {
            requireCostable(before.element().technology());
        } catch (IllegalArgumentException e) {
            status.set(Texts.format("cost.technology.undo.refused", String.valueOf(e.getMessage())));
            return;
        }
        TechnologyDocument earlier = before.pop();
        take(now.with(earlier));
        write(earlier);
    }

    /** Copies the file into the project, which uses the copy from then on. */
    public void copy() {
        Source now = source.get();
        Project stored = stored();
        if (now == null || stored == null) {
            return;
        }
        change(
                Texts.format("cost.technology.copy.job", now.setting()),
                stored,
                () -> new TechnologyStore(stored).copy());
    }

    /** Has the project use another file. */
    public void use(String setting) {
        Source now = source.get();
        Project stored = stored();
        if (now == null || stored == null || setting.equals(now.setting())) {
            return;
        }
        Project chosen = stored.withSettings(stored.settings().withTechnology(setting));
        readThen(chosen, read -> {
            try {
                requireCostable(read.document().technology());
            } catch (IllegalArgumentException e) {
                refuse(now, Texts.format("cost.technology.use.refused", setting, String.valueOf(e.getMessage())));
                return;
            }
            change(Texts.format("cost.technology.use.job", setting), stored, () -> {
                new TechnologyStore(stored).use(setting);
                return setting;
            });
        });
    }

    @FunctionalInterface
    private interface Change {
        String setting() throws IOException;
    }

    /** Changes the project's setting in a job, then shows the file that it names. */
    private void change(String title, Project stored, Change work) {
        OpenProject project = session.projectProperty().get();
        JobItem item = workbench
                .jobs()
                .start(
                        Jobs.Lane.FILES,
                        new Job<>(title, context -> {
                            String setting = work.setting();
                            return load(stored.withSettings(stored.settings().withTechnology(setting)));
                        }),
                        Texts.get("cost.technology.change.failed"),
                        read -> {
                            if (session.projectProperty().get() == project) {
                                forget();
                                session.technology(
                                        read.setting(), read.document().technology());
                                take(read);
                            }
                        });
        readAgainIfItFails(item);
    }

    private void write(TechnologyDocument document) {
        Project stored = stored();
        if (stored != null) {
            String title = Texts.format(
                    "cost.technology.save.job", String.valueOf(stored.settings().technology()));
            readAgainIfItFails(workbench
                    .jobs()
                    .start(
                            Jobs.Lane.FILES,
                            new Job<>(title, context -> {
                                new TechnologyStore(stored).write(document);
                                return document;
                            }),
                            Texts.get("cost.technology.save.failed"),
                            done -> {}));
        }
    }

    /** What is shown is what the disk holds. */
    private void readAgainIfItFails(JobItem item) {
        item.stateProperty().subscribe(state -> {
            Project stored = stored();
            if (state == JobStatus.State.FAILED && stored != null) {
                forget();
                readThen(stored, this::found);
            }
        });
    }

    private void forget() {
        before.clear();
        source.set(null);
        undoable.set(false);
        show();
    }

    private void read() {
        Project stored = stored();
        if (stored == null) {
            status.set("");
        } else if (active.get()) {
            readThen(stored, this::found);
        }
    }

    private void readThen(Project project, Consumer<Source> next) {
        OpenProject open = session.projectProperty().get();
        Source shown = source.get();
        reader.start(new Job<>(Texts.get("cost.technology.read.job"), context -> load(project)))
                .outcome()
                .whenComplete((read, failure) -> ui.execute(() -> {
                    if (session.projectProperty().get() != open || source.get() != shown) {
                        return;
                    }
                    if (read == null) {
                        refuse(shown, failure == null ? Texts.get("cost.technology.read.empty") : reason(failure));
                    } else {
                        next.accept(read);
                    }
                }));
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure.getCause() == null || failure instanceof IOException ? failure : failure.getCause();
        return String.valueOf(cause.getMessage());
    }

    /** Says why something is not shown or used, and goes on with what was there. */
    private void refuse(@Nullable Source shown, String why) {
        source.set(null);
        source.set(shown);
        status.set(why);
    }

    private void found(Source read) {
        Source shown = source.get();
        if (shown != null && shown.document().text().equals(read.document().text()) && shown.own() == read.own()) {
            return;
        }
        try {
            requireCostable(read.document().technology());
        } catch (IllegalArgumentException e) {
            refuse(
                    shown,
                    Texts.format(
                            "cost.technology.read.refused", read.document().file(), String.valueOf(e.getMessage())));
            return;
        }
        before.clear();
        take(read);
    }

    private void take(Source now) {
        session.technology(now.document().technology());
        source.set(now);
        undoable.set(!before.isEmpty());
        status.set(now.own() ? Texts.get("cost.technology.own") : Texts.get("cost.technology.supplied"));
        show();
    }

    private void show() {
        Source now = source.get();
        String part = filter.get().strip().toLowerCase(Locale.ROOT);
        constants.setAll(
                now == null
                        ? List.of()
                        : now.document().constants().stream()
                                .filter(constant ->
                                        constant.name().toLowerCase(Locale.ROOT).contains(part))
                                .toList());
    }

    private void requireCostable(Technology technology) {
        ProjectSettings settings = session.settingsProperty().get();
        if (settings != null) {
            session.requireCostable(settings.cost(), technology);
        }
    }

    /** The project as its folder holds it. */
    private @Nullable Project stored() {
        OpenProject project = session.projectProperty().get();
        ProjectSettings settings = session.savedSettingsProperty().get();
        return project == null || settings == null ? null : project.project().withSettings(settings);
    }

    private static Source load(Project project) throws IOException {
        TechnologyStore store = new TechnologyStore(project);
        String setting = project.settings().technology();
        return new Source(store.read(), setting == null ? Technology.STANDARD : setting, store.own(), store.choices());
    }
}
