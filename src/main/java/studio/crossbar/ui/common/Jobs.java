package studio.crossbar.ui.common;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Runs work in the background and lists it, newest first. */
public final class Jobs {

    /**
     * Work of a job.
     *
     * @param <T> result
     */
    @FunctionalInterface
    public interface Work<T> {
        T run(JobContext context) throws Exception;
    }

    private static final int KEPT = 50;

    private final ExecutorService background;
    private final Executor ui;
    private final Problem.Sink problems;
    private final ObservableList<JobItem> items = FXCollections.observableArrayList();

    /**
     * Jobs on {@code background}.
     *
     * @param ui runs updates on the user interface's thread
     * @param problems told of failures
     */
    public Jobs(ExecutorService background, Executor ui, Problem.Sink problems) {
        this.background = background;
        this.ui = ui;
        this.problems = problems;
    }

    /** Jobs since the start, newest first. */
    public ObservableList<JobItem> items() {
        return FXCollections.unmodifiableObservableList(items);
    }

    /**
     * Starts a job; call on the user interface's thread.
     *
     * @param title such as "Train har-unipolar"
     * @param failure title of the dialog should it fail
     * @param done receives the result on the user interface's thread
     */
    public <T> JobItem start(String title, String failure, Work<T> work, Consumer<T> done) {
        JobItem item = new JobItem(title);
        items.addFirst(item);
        if (items.size() > KEPT) {
            items.removeLast();
        }
        background.execute(() -> run(item, failure, work, done));
        return item;
    }

    private <T> void run(JobItem item, String failure, Work<T> work, Consumer<T> done) {
        Throttle throttle = new Throttle(ui);
        try {
            T result = work.run(new JobContext() {
                @Override
                public void progress(double share, String message) {
                    throttle.offer(() -> item.advance(share, message));
                }

                @Override
                public boolean cancelled() {
                    return item.cancelRequested();
                }
            });
            ui.execute(() -> {
                item.end(JobItem.State.DONE, "Done");
                done.accept(result);
            });
        } catch (CancellationException e) {
            ui.execute(() -> item.end(JobItem.State.CANCELLED, "Cancelled"));
        } catch (Exception | OutOfMemoryError e) {
            ui.execute(() -> {
                item.end(JobItem.State.FAILED, "Failed");
                problems.report(Problem.of(failure, e));
            });
        }
    }
}
