package studio.crossbar.ui.tiles;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import studio.crossbar.run.Job;
import studio.crossbar.run.JobRunner;
import studio.crossbar.simulation.TileIrDrop;
import studio.crossbar.simulation.tile.WireResistance;
import studio.crossbar.ui.common.Texts;

/** Solves the wires of tiles one after another in the background. Call on the user interface's thread. */
final class IrDropLane {

    /**
     * How far it is.
     *
     * @param solved tiles of those that were asked for
     * @param wanted tiles that were asked for
     */
    record Progress(int solved, int wanted) {

        boolean complete() {
            return solved == wanted;
        }
    }

    private final JobRunner runner = new JobRunner();
    private final Executor ui;
    private final Consumer<Progress> progress;
    private final Consumer<Throwable> failed;
    private @Nullable Job<Integer> running;

    /**
     * @param progress told on the user interface's thread
     * @param failed receives what a solution threw, on that thread
     */
    IrDropLane(Executor ui, Consumer<Progress> progress, Consumer<Throwable> failed) {
        this.ui = ui;
        this.progress = progress;
        this.failed = failed;
    }

    /** Solves those of {@code tiles} that are not, in their order, in place of what is being solved. */
    void solve(CellFigures figures, List<Integer> tiles) {
        stop();
        WireResistance wires = figures.wires();
        if (wires == null) {
            return;
        }
        List<Integer> missing =
                tiles.stream().filter(tile -> figures.drop(tile) == null).toList();
        int there = tiles.size() - missing.size();
        progress.accept(new Progress(there, tiles.size()));
        if (missing.isEmpty()) {
            return;
        }
        AtomicInteger told = new AtomicInteger();
        Job<Integer> job = new Job<>(Texts.get("tiles.drop.job"), context -> {
            int solved = there;
            for (int tile : missing) {
                figures.solved(tile, TileIrDrop.of(figures.tile(tile), wires, context::cancelled));
                solved++;
                int now = solved;
                if (told.compareAndSet(0, 1)) {
                    ui.execute(() -> {
                        told.set(0);
                        tell(context::cancelled, new Progress(now, tiles.size()));
                    });
                }
            }
            return solved;
        });
        running = job;
        var _ = job.outcome()
                .whenComplete((solved, thrown) -> ui.execute(() -> {
                    if (running == job) {
                        running = null;
                        if (thrown == null) {
                            progress.accept(new Progress(solved, tiles.size()));
                        } else if (!(thrown instanceof CancellationException)) {
                            failed.accept(thrown.getCause() == null ? thrown : thrown.getCause());
                        }
                    }
                }));
        runner.start(job);
    }

    private void tell(java.util.function.BooleanSupplier cancelled, Progress now) {
        if (!cancelled.getAsBoolean()) {
            progress.accept(now);
        }
    }

    /** Solves no more. */
    void stop() {
        Job<Integer> job = running;
        running = null;
        if (job != null) {
            job.cancel();
        }
    }
}
