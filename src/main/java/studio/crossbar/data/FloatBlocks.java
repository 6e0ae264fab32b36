package studio.crossbar.data;

import java.util.ArrayDeque;
import java.util.Arrays;

/** A growing sequence of floats that costs its own size while it grows and twice that while it becomes an array. */
final class FloatBlocks {

    private static final int BLOCK = 1 << 18;

    private final ArrayDeque<float[]> full = new ArrayDeque<>();
    private float[] last = new float[0];
    private int used;

    /** Number of floats. */
    long size() {
        return (long) full.size() * BLOCK + used;
    }

    void add(float value) {
        if (used == last.length) {
            if (used == BLOCK) {
                full.add(last);
                last = new float[BLOCK];
                used = 0;
            } else {
                // The first block grows by doubling, since most tables are small.
                last = Arrays.copyOf(last, Math.clamp(2L * used, 16, BLOCK));
            }
        }
        last[used++] = value;
    }

    /** All of them, in order; the sequence is empty afterwards. */
    float[] drain() {
        float[] all = new float[Math.toIntExact(size())];
        int at = 0;
        for (float[] block = full.poll(); block != null; block = full.poll()) {
            System.arraycopy(block, 0, all, at, BLOCK);
            at += BLOCK;
        }
        System.arraycopy(last, 0, all, at, used);
        last = new float[0];
        used = 0;
        return all;
    }
}
