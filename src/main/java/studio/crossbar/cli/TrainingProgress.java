package studio.crossbar.cli;

import java.util.Locale;
import studio.crossbar.run.JobContext;
import studio.crossbar.training.Epoch;
import studio.crossbar.training.TrainingListener;

/** Tells a job what the trainer says. */
final class TrainingProgress implements TrainingListener {

    private final JobContext context;
    private String epochs = "float network";
    private double share;

    TrainingProgress(JobContext context) {
        this.context = context;
    }

    @Override
    public void epoch(Epoch epoch) {
        epochs = String.format(
                Locale.ROOT,
                "%s phase, epoch %d of %d, accuracy %s",
                epoch.phase().label(),
                epoch.index(),
                epoch.total(),
                Texts.percent(epoch.trainAccuracy()));
        context.progress(share, epochs);
    }

    @Override
    public void progress(double done, double loss) {
        share = done;
        context.progress(done, epochs + ", loss " + Texts.decimals(loss, 3));
    }

    @Override
    public boolean cancelled() {
        return context.cancelled();
    }
}
