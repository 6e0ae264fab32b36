package studio.crossbar.ui.specification;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import studio.crossbar.run.Job;
import studio.crossbar.run.JobRunner;
import studio.crossbar.run.JobStatus;
import studio.crossbar.specification.CornerMeasurements;
import studio.crossbar.specification.Requirements;
import studio.crossbar.specification.SpecificationSheet;
import studio.crossbar.specification.SpecificationsFile;
import studio.crossbar.study.CornersFile;
import studio.crossbar.study.Project;
import studio.crossbar.ui.common.JobItem;
import studio.crossbar.ui.common.Jobs;
import studio.crossbar.ui.common.OpenProject;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Texts;
import studio.crossbar.ui.common.Workbench;

/**
 * What the open project's files say of its specifications: read, edited, and written at once. What is edited stands in the
 * session too, whose history undoes it; that is followed and written as well.
 */
@SuppressWarnings("ReferenceEquality") // A project that is opened again is another one.
final class SheetViewModel {

    private interface Reading {
        SpecificationSheet sheet() throws IOException;
    }

    private final Workbench workbench;
    private final Session session;
    private final Executor ui;
    private final JobRunner reader = new JobRunner();
    private final ReadOnlyObjectWrapper<@Nullable SpecificationSheet> sheet =
            new ReadOnlyObjectWrapper<>(this, "sheet", null);
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper(this, "refusal", "");

    /** Counts edits: what was read before the last one is out of date. */
    private int edits;

    /** Counts ends of writing, before which the disk held what was there before. */
    private int writes;

    /** Follows the project of {@code workbench}; {@link #read} has its files read. */
    SheetViewModel(Workbench workbench, Executor ui) {
        this.workbench = workbench;
        this.ui = ui;
        session = workbench.session();
        session.requirementsProperty().subscribe((was, now) -> follow(now));
    }

    /** Null while none is read. */
    ReadOnlyObjectProperty<@Nullable SpecificationSheet> sheetProperty() {
        return sheet.getReadOnlyProperty();
    }

    /** Why the files cannot be read, or what was chosen is refused; empty while there is nothing to say. */
    ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    void refuse(String reason) {
        refusal.set(reason);
    }

    /** Forgets the sheet of the project of before. */
    void clear() {
        edits++;
        sheet.set(null);
        refusal.set("");
    }

    /** Reads the project's files. */
    void read() {
        Project stored = session.storedProject();
        int then = writes;
        if (stored != null) {
            readThen(() -> SpecificationSheet.read(stored), read -> {
                if (writes == then) {
                    take(read);
                    session.edits().read(read.requirements());
                }
            });
        }
    }

    /** Notes new results. */
    void measured(CornerMeasurements results) {
        SpecificationSheet now = sheet.get();
        if (now != null) {
            sheet.set(now.withMeasured(results));
        }
    }

    /**
     * Changes what the files say.
     *
     * @return why it is refused; empty if it is taken
     * @throws IllegalArgumentException if {@code change} refuses
     */
    String edit(UnaryOperator<Requirements> change) {
        SpecificationSheet now = sheet.get();
        if (now == null) {
            return Texts.get("specification.save.reading");
        }
        return show(change.apply(now.requirements()));
    }

    /** Shows what was undone, done again or restored. */
    private void follow(@Nullable Requirements wanted) {
        if (wanted != null && sheet.get() != null) {
            String refused = show(wanted);
            if (!refused.isEmpty()) {
                refusal.set(refused);
                back();
            }
        }
    }

    private String show(Requirements wanted) {
        SpecificationSheet now = sheet.get();
        Project stored = session.storedProject();
        if (now == null || stored == null) {
            return Texts.get("specification.save.reading");
        }
        Requirements before = now.requirements();
        if (wanted.equals(before)) {
            return "";
        }
        boolean sameDevice = Objects.equals(
                wanted.specifications().plan().device(),
                before.specifications().plan().device());
        try {
            if (sameDevice) {
                edited(stored, now.with(wanted), before);
            } else {
                readThen(
                        () -> SpecificationSheet.of(stored, wanted, now.measured()),
                        read -> edited(stored, read, before));
            }
            return "";
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private void edited(Project stored, SpecificationSheet shown, Requirements before) {
        take(shown);
        Requirements now = shown.requirements();
        session.requirementsProperty().set(now);
        edits++;
        JobItem item = workbench
                .jobs()
                .start(
                        Jobs.Lane.FILES,
                        new Job<>(Texts.get("specification.save.job"), context -> {
                            if (!now.specifications().equals(before.specifications())) {
                                SpecificationsFile.write(stored, now.specifications());
                            }
                            if (!now.corners().equals(before.corners())) {
                                CornersFile.write(stored, now.corners());
                            }
                            return now;
                        }),
                        Texts.get("specification.save.failed"),
                        done -> {});
        item.stateProperty().subscribe(state -> {
            if (state.terminal()) {
                writes++;
            }
            if (state == JobStatus.State.FAILED) {
                // What is shown is what the disk holds.
                read();
            }
        });
    }

    private void readThen(Reading reading, Consumer<SpecificationSheet> next) {
        OpenProject open = session.projectProperty().get();
        int then = edits;
        var _ = reader.start(new Job<>("specifications", context -> reading.sheet()))
                .outcome()
                .whenComplete((read, failure) -> ui.execute(() -> {
                    if (session.projectProperty().get() != open || edits != then) {
                        return;
                    }
                    if (read == null) {
                        unread(failure);
                    } else {
                        next.accept(read);
                    }
                }));
    }

    private void unread(@Nullable Throwable failure) {
        Throwable cause = failure == null || failure.getCause() == null ? failure : failure.getCause();
        refusal.set(cause == null ? Texts.get("specification.read.nothing") : String.valueOf(cause.getMessage()));
        if (cause instanceof IOException) {
            back();
        }
    }

    /** Fields follow the sheet: an edit that is refused goes back to what was there. */
    private void back() {
        SpecificationSheet before = sheet.get();
        if (before != null) {
            sheet.set(null);
            session.edits().read(before.requirements());
            sheet.set(before);
        }
    }

    private void take(SpecificationSheet read) {
        refusal.set("");
        sheet.set(read);
    }
}
