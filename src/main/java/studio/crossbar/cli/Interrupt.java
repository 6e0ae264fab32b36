package studio.crossbar.cli;

import java.io.PrintWriter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import studio.crossbar.run.Job;
import studio.crossbar.run.JobRunner;

/** Waits for a job; when the process is asked to end (Ctrl+C), cancels it and lets it stop in order. */
final class Interrupt {

    /** A job that does not stop in this time is left: results are kept whole or not at all. */
    private static final long PATIENCE_MILLISECONDS = 700;

    private Interrupt() {}

    /**
     * Runs {@code job} to its end.
     *
     * @throws ExecutionException with what the work threw, a CancellationException if it was cancelled
     */
    static <T> T await(Job<T> job, PrintWriter err) throws ExecutionException, InterruptedException {
        CompletableFuture<T> outcome = job.outcome();
        Thread hook = Thread.ofPlatform().name("cancel").unstarted(() -> {
            job.cancel();
            boolean finished = outcome.handle((_, failure) -> failure == null)
                    .completeOnTimeout(false, PATIENCE_MILLISECONDS, TimeUnit.MILLISECONDS)
                    .join();
            if (ProgressBar.terminal()) {
                err.println();
            }
            err.println("crossbar: " + job.title()
                    + (finished ? " had finished; its results are kept" : " was cancelled; earlier results are kept"));
            err.flush();
        });
        Runtime.getRuntime().addShutdownHook(hook);
        try (JobRunner runner = new JobRunner()) {
            runner.start(job);
            return outcome.get();
        } finally {
            forget(hook);
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending: the hook is what cancelled the job.
            return;
        }
    }
}
