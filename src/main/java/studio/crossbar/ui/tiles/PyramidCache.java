package studio.crossbar.ui.tiles;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Pyramids of the tiles that were asked for. The first cells are summed up at once where their values are at hand, so that a
 * small network is never seen half; the others in the background. Call on the user interface's thread.
 */
final class PyramidCache {

    /** Takes some milliseconds. */
    private static final int AT_ONCE_CELLS = 150_000;

    private final Executor background;
    private final Executor ui;
    private final Runnable news;
    private final AtomicBoolean told = new AtomicBoolean();
    private final Map<Integer, TilePyramid> made = new HashMap<>();
    private final Set<Integer> asked = new HashSet<>();
    private IntFunction<@Nullable TilePyramid> maker = _ -> null;
    private final AtomicInteger generation = new AtomicInteger();
    private long left;

    /**
     * @param background makes pyramids
     * @param ui runs updates on the user interface's thread
     * @param news told on that thread that more pyramids are there
     */
    PyramidCache(Executor background, Executor ui, Runnable news) {
        this.background = background;
        this.ui = ui;
        this.news = news;
    }

    /**
     * Forgets all and makes others from now on.
     *
     * @param value null for a tile of which nothing is known yet
     * @param atHand whether the values of cells need no computation
     */
    void reset(IntFunction<@Nullable TilePyramid> value, boolean atHand) {
        generation.incrementAndGet();
        maker = value;
        made.clear();
        asked.clear();
        left = atHand ? AT_ONCE_CELLS : 0;
    }

    /** Asks again for tiles of which nothing was known. */
    void retry() {
        asked.retainAll(made.keySet());
    }

    /** The pyramid of a tile; null until it is made. */
    @Nullable
    TilePyramid get(int tile, long cells) {
        TilePyramid there = made.get(tile);
        if (there != null || !asked.add(tile)) {
            return there;
        }
        if (cells <= left) {
            left -= cells;
            TilePyramid pyramid = maker.apply(tile);
            if (pyramid != null) {
                made.put(tile, pyramid);
            }
            return pyramid;
        }
        int of = generation.get();
        IntFunction<@Nullable TilePyramid> work = maker;
        background.execute(() -> {
            TilePyramid pyramid = of == generation.get() ? work.apply(tile) : null;
            if (pyramid != null) {
                ui.execute(() -> arrive(of, tile, pyramid));
            }
        });
        return null;
    }

    private void arrive(int of, int tile, TilePyramid pyramid) {
        if (of != generation.get()) {
            return;
        }
        made.put(tile, pyramid);
        if (told.compareAndSet(false, true)) {
            // Behind what else has arrived, so that many pyramids are one piece of news.
            ui.execute(() -> {
                told.set(false);
                news.run();
            });
        }
    }
}
