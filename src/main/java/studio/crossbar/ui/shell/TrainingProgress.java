package studio.crossbar.ui.shell;

import studio.crossbar.training.Epoch;
import studio.crossbar.training.TrainingListener;
import studio.crossbar.ui.common.Engine;
import studio.crossbar.ui.common.Texts;

/** Tells a run's listener of its training, which is the first part of the run. Called by the training's thread alone. */
final class TrainingProgress implements TrainingListener {

    private final Engine.RunListener listener;
    private final double share;
    private double done;
    private String message = Texts.get("shell.progress.training");

    /** @param share of the run that the training is */
    TrainingProgress(Engine.RunListener listener, double share) {
        this.listener = listener;
        this.share = share;
    }

    @Override
    public void epoch(Epoch epoch) {
        message = Texts.format("shell.progress.epoch", epoch.index(), epoch.total(), epoch.loss());
        listener.epoch(epoch);
        listener.progress(share * done, message);
    }

    @Override
    public void progress(double doneNow, double loss) {
        done = doneNow;
        listener.loss(done, loss);
        listener.progress(share * done, message);
    }

    @Override
    public boolean cancelled() {
        return listener.cancelled();
    }

    @Override
    public boolean paused() {
        return listener.paused();
    }
}
