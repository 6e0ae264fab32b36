package studio.crossbar.search.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import studio.crossbar.search.DesignFactory;
import studio.crossbar.search.Measurement;
import studio.crossbar.search.State;
import studio.crossbar.search.Trial;
import studio.crossbar.search.algorithm.SuccessiveHalving;
import studio.crossbar.search.store.SearchSetup;
import studio.crossbar.search.store.SearchStore;
import studio.crossbar.study.ProjectException;

/**
 * A search at work: workers that take from its {@link Agenda} in turn what to do, train and measure it, and keep what came
 * of it. With one worker every trial follows from those before, so that a search that was killed and goes on tries the same
 * designs with the same results as one that ran through.
 */
public final class SearchRun {

    /** First trials all of which fail: then it is not the designs. */
    private static final int MOST_FAILURES = 20;

    private static final long NAP_MILLISECONDS = 200;

    private final SuccessiveHalving halving;
    private final TrialEvaluator evaluator;
    private final Pause pause;
    private final ProgressMeter meter;
    private final Ledger ledger;
    private final Agenda agenda;
    private int running;
    private volatile @Nullable Exception failure;

    private SearchRun(
            SearchStore store,
            SearchSetup setup,
            DesignFactory factory,
            SearchData data,
            Budget budget,
            int threads,
            SearchControl control,
            Consumer<SearchProgress> listener)
            throws ProjectException {
        pause = new Pause(control);
        halving = setup.halving();
        evaluator = new TrialEvaluator(store, setup, data, threads);
        ledger = new Ledger(store);
        meter = new ProgressMeter(ledger, setup, budget, store.seconds(), pause, listener);
        agenda = new Agenda(setup, factory, budget, ledger, meter, pause);
    }

    /**
     * What a run ended with.
     *
     * @param progress at its end
     * @param reason why it ended
     */
    public record Outcome(SearchProgress progress, String reason) {}

    /**
     * Works on a search until its budget is used or nothing is left to do.
     *
     * @param store opened to write, with a session
     * @param setup of the search
     * @param workers trials at a time, 1 … processors, among which the processors are shared
     * @param control asked several times a second; time that it has the search wait counts for no budget
     * @param listener told of progress, from any thread, often
     * @throws CancellationException within a second after {@code control} says so; what was done is kept
     * @throws IOException if the disk refuses; the message says what to do
     */
    public static Outcome run(
            SearchStore store,
            SearchSetup setup,
            DesignFactory factory,
            SearchData data,
            Budget budget,
            int workers,
            SearchControl control,
            Consumer<SearchProgress> listener)
            throws IOException {
        int threads = threads(workers);
        return new SearchRun(store, setup, factory, data, budget, threads, control, listener).run(workers);
    }

    /**
     * Threads of each of {@code workers}, so that all together are no more than processors.
     *
     * @throws IllegalArgumentException if there are fewer processors than workers
     */
    public static int threads(int workers) {
        int processors = Runtime.getRuntime().availableProcessors();
        if (workers < 1 || workers > processors) {
            throw new IllegalArgumentException(
                    "workers: " + workers + " is outside 1 … " + processors + ", the processors of this machine");
        }
        return processors / workers;
    }

    private Outcome run(int workers) throws IOException {
        ledger.reopen();
        meter.update();
        try (ExecutorService pool = Executors.newFixedThreadPool(
                workers, Thread.ofPlatform().name("search-", 1).daemon().factory())) {
            List<Future<?>> futures = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                futures.add(pool.submit(this::work));
            }
            for (Future<?> future : futures) {
                await(future);
            }
        }
        switch (failure) {
            case null -> {}
            case IOException e -> throw e;
            case RuntimeException e -> throw e;
            default -> throw new IOException(failure);
        }
        if (pause.cancelled()) {
            throw new CancellationException("the search was cancelled");
        }
        synchronized (this) {
            ledger.close();
            return new Outcome(meter.end(), agenda.end());
        }
    }

    private void await(Future<?> future) throws IOException {
        try {
            future.get();
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            failure = new CancellationException("the search was interrupted");
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            for (Trial trial = next(); trial != null; trial = next()) {
                evaluate(trial);
            }
        } catch (IOException | RuntimeException e) {
            failure = e;
        } catch (Error e) {
            // The other workers stop too; await() tells of it.
            failure = new ExecutionException(e);
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean stopping() {
        return failure != null || pause.cancelled();
    }

    /** The trial to work on, marked as running; null when there is nothing left to do. */
    private synchronized @Nullable Trial next() throws IOException, InterruptedException {
        while (!stopping() && !agenda.exhausted()) {
            Trial trial = agenda.next();
            if (trial != null) {
                Trial started = trial.with(State.RUNNING, "");
                ledger.save(started, meter.seconds());
                running++;
                return started;
            }
            if (running == 0) {
                return null;
            }
            wait(NAP_MILLISECONDS);
        }
        return null;
    }

    private void evaluate(Trial trial) throws IOException {
        Trial ended = trial.with(State.QUEUED, "");
        try {
            Measurement measured =
                    evaluator.evaluate(trial, parents(trial), first -> draws(trial, first), this::stopping, _ -> {});
            boolean top = trial.rung() == halving.top();
            ended = trial.with(measured).with(top ? State.FINISHED : State.QUEUED, "");
        } catch (CancellationException e) {
            // It waits for the next session, with its checkpoint.
            return;
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
            ended = trial.with(State.FAILED, String.valueOf(e.getMessage()));
        } catch (UncheckedIOException e) {
            // Its own message says which file and what to do; that of the cause does not.
            throw new ProjectException(String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            ended = trial.with(State.FAILED, unexpected(e));
        } catch (OutOfMemoryError e) {
            ended = trial.with(State.FAILED, "not enough memory");
        } finally {
            keep(ended);
        }
    }

    /** Such as "unexpected java.lang.IndexOutOfBoundsException: 3 at a.B.c(B.java:7)". */
    private static String unexpected(RuntimeException failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return "unexpected " + failure + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    private synchronized List<Trial> parents(Trial trial) {
        return ledger.of(trial.parents());
    }

    private synchronized int draws(Trial trial, Measurement first) {
        return halving.draws(trial.with(first), ledger.all());
    }

    private synchronized void keep(Trial trial) throws IOException {
        running--;
        notifyAll();
        ledger.save(trial, meter.seconds());
        meter.update();
        List<Trial> all = ledger.all();
        long failed = all.stream().filter(one -> one.state() == State.FAILED).count();
        if (failed >= MOST_FAILURES
                && all.stream().allMatch(one -> one.measurements().isEmpty())) {
            throw new ProjectException("the first " + failed + " designs all failed, the last one because: "
                    + trial.reason() + "; check data and space");
        }
    }
}
