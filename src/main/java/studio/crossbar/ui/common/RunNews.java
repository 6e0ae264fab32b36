package studio.crossbar.ui.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import studio.crossbar.run.JobContext;
import studio.crossbar.run.JobStatus;
import studio.crossbar.run.UpdateThrottle;
import studio.crossbar.training.Epoch;
import studio.crossbar.training.TrainedNetwork;

/** Brings a run's news to the user interface's thread, and there into the log while the run is the one it shows. */
final class RunNews implements Engine.RunListener {

    private final JobContext context;
    private final TrainingLog log;
    private final BooleanSupplier live;
    private final Consumer<TrainedNetwork> trained;
    private final Executor ui;
    private final UpdateThrottle<TrainingLog.BatchLoss> losses;
    private final Queue<Epoch> waiting = new ConcurrentLinkedQueue<>();
    private final UpdateThrottle<Queue<Epoch>> epochs;
    private final UpdateThrottle<JobStatus> progress;

    /**
     * News of one run.
     *
     * @param context of its job
     * @param live whether the log shows this run: news of one that is over must not land among those of the next one
     * @param trained receives the network, after its epochs
     * @param ui runs updates on the user interface's thread
     */
    RunNews(JobContext context, TrainingLog log, BooleanSupplier live, Consumer<TrainedNetwork> trained, Executor ui) {
        this.context = context;
        this.log = log;
        this.live = live;
        this.trained = trained;
        this.ui = ui;
        losses = new UpdateThrottle<>(this::showLoss, ui);
        epochs = new UpdateThrottle<>(this::showEpochs, ui);
        progress = new UpdateThrottle<>(this::showProgress, ui);
    }

    @Override
    public void epoch(Epoch epoch) {
        waiting.add(epoch);
        epochs.offer(waiting);
    }

    /** Small networks end hundreds of epochs a second: all that wait come as one change. */
    private void showEpochs(Queue<Epoch> some) {
        List<Epoch> ended = new ArrayList<>();
        for (Epoch epoch = some.poll(); epoch != null; epoch = some.poll()) {
            ended.add(epoch);
        }
        // What is trained has brought all of its epochs at once.
        List<Epoch> shown = log.epochs();
        ended.removeIf(
                epoch -> !shown.isEmpty() && epoch.index() <= shown.getLast().index());
        if (live.getAsBoolean() && !ended.isEmpty()) {
            shown.addAll(ended);
        }
    }

    @Override
    public void trained(TrainedNetwork network) {
        ui.execute(() -> {
            showEpochs(waiting);
            trained.accept(network);
        });
    }

    @Override
    public void loss(double done, double loss) {
        losses.offer(new TrainingLog.BatchLoss(done, loss));
    }

    private void showLoss(TrainingLog.BatchLoss loss) {
        if (live.getAsBoolean()) {
            log.batches().add(loss);
        }
    }

    @Override
    public void progress(double done, String message) {
        context.progress(done, message);
        progress.offer(new JobStatus(JobStatus.State.RUNNING, done, message));
    }

    private void showProgress(JobStatus status) {
        if (live.getAsBoolean() && log.runningProperty().get()) {
            log.doneProperty().set(status.progress());
            log.messageProperty().set(status.message());
        }
    }

    @Override
    public boolean cancelled() {
        return context.cancelled();
    }

    @Override
    public boolean paused() {
        return context.paused();
    }
}
