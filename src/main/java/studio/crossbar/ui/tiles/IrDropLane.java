package studio.crossbar.ui.tiles;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import studio.crossbar.run.Job;
import studio.crossbar.run.JobContext;
import studio.crossbar.run.UpdateThrottle;
import studio.crossbar.simulation.TileIrDrop;
import studio.crossbar.simulation.tile.WireResistance;
import studio.crossbar.ui.common.JobItem;
import studio.crossbar.ui.common.Jobs;
import studio.crossbar.ui.common.Problem;
import studio.crossbar.ui.common.Texts;

/**
 * Solves the wires of all tiles in one job, those that are seen first. What is solved stays, so that a job that was cancelled
 * goes on where it was. Call on the user interface's thread.
 */
final class IrDropLane {

    private final Jobs jobs;
    private final Executor ui;
    private final Runnable progress;

    /** A slider that is drawn gives many resistances; the last one is worth a job. */
    private static final long PAUSE_MILLISECONDS = 500;

    /** Tiles that are seen, which the job takes before others. */
    private volatile List<Integer> seen = List.of();

    private @Nullable CellFigures figures;
    private @Nullable JobItem job;

    /** @param progress told on the user interface's thread when tiles were solved, and when the job begins and ends */
    IrDropLane(Jobs jobs, Executor ui, Runnable progress) {
        this.jobs = jobs;
        this.ui = ui;
        this.progress = progress;
    }

    /** Whether a job is at work or waits. */
    boolean active() {
        JobItem item = job;
        return item != null && item.active();
    }

    /**
     * Looks at {@code tiles} of {@code wanted}, and solves what is not solved unless the user cancelled it. Other cells or
     * resistances than before begin after a pause.
     *
     * @param anew whether the user asks for it again, also after cancelling
     */
    void look(CellFigures wanted, List<Integer> tiles, boolean anew) {
        seen = tiles;
        boolean other = figures != wanted;
        keep(wanted);
        figures = wanted;
        if (anew && !active()) {
            start(wanted);
        } else if (other) {
            CompletableFuture.delayedExecutor(PAUSE_MILLISECONDS, TimeUnit.MILLISECONDS, ui)
                    .execute(() -> {
                        if (figures == wanted && job == null) {
                            start(wanted);
                        }
                    });
        }
        progress.run();
    }

    private void start(CellFigures wanted) {
        WireResistance wires = wanted.wires();
        if (wires == null || missing(wanted).findAny().isEmpty()) {
            return;
        }
        UpdateThrottle<CellFigures> news = new UpdateThrottle<>(this::told, ui);
        JobItem item = jobs.start(
                Jobs.Lane.FIGURES,
                new Job<>(Texts.get("tiles.drop.job"), context -> solve(wanted, wires, news, context)),
                Texts.get("tiles.drop.failed"),
                solved -> {},
                () -> {
                    if (figures == wanted) {
                        start(wanted);
                    }
                });
        job = item;
        item.stateProperty().subscribe(state -> {
            if (state.terminal()) {
                told(wanted);
            }
        });
    }

    private void told(CellFigures solved) {
        if (figures == solved) {
            progress.run();
        }
    }

    private CellFigures solve(
            CellFigures wanted, WireResistance wires, UpdateThrottle<CellFigures> news, JobContext context) {
        int all = wanted.mapped().tiles().size();
        for (Integer tile = next(wanted); tile != null; tile = next(wanted)) {
            if (context.cancelled()) {
                throw new CancellationException();
            }
            wanted.solved(tile, TileIrDrop.of(wanted.tile(tile), wires, context::cancelled));
            long solved = all - missing(wanted).count();
            context.progress((double) solved / all, Texts.format("tiles.drop.progress", solved, all));
            news.offer(wanted);
        }
        return wanted;
    }

    private @Nullable Integer next(CellFigures wanted) {
        return seen.stream()
                .filter(tile -> wanted.drop(tile) == null)
                .findFirst()
                .orElseGet(() -> missing(wanted).boxed().findFirst().orElse(null));
    }

    private static IntStream missing(CellFigures wanted) {
        return IntStream.range(0, wanted.mapped().tiles().size()).filter(tile -> wanted.drop(tile) == null);
    }

    /** Solves no more unless it is for {@code shown}. */
    void keep(@Nullable CellFigures shown) {
        if (figures != shown) {
            stop();
        }
    }

    private void stop() {
        JobItem item = job;
        job = null;
        figures = null;
        if (item != null) {
            item.cancel();
        }
    }

    /** How far it is with {@code tiles}, in words. */
    String text(CellFigures wanted, List<Integer> tiles) {
        WireResistance wires = wanted.wires();
        String of = wires == null ? "" : wires.text();
        long solved = tiles.stream().filter(tile -> wanted.drop(tile) != null).count();
        if (solved == tiles.size()) {
            return Texts.format("tiles.note.drop", of);
        }
        JobItem item = job;
        if (item == null || item.active()) {
            return Texts.format("tiles.note.drop.progress", of, solved, tiles.size());
        }
        Problem problem = item.problemProperty().get();
        return problem == null
                ? Texts.format("tiles.note.drop.stopped", of, solved, tiles.size())
                : Texts.format("tiles.note.drop.failed", problem.message());
    }
}
