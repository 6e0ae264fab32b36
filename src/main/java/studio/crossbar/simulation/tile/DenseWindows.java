package studio.crossbar.simulation.tile;

import java.util.List;
import studio.crossbar.training.StagedWindows;

/** Input vectors {@code [vectors × rows]} of one tile. */
@SuppressWarnings("ArrayRecordComponent") // A table; nothing compares it.
record DenseWindows(float[] values, int rows, int vectors) implements StagedWindows {

    private record Whole(int firstRow, int rows, int offset) implements Stretch {}

    @Override
    public int length() {
        return rows * vectors;
    }

    @Override
    public int runs() {
        return 1;
    }

    @Override
    public int runLength() {
        return vectors;
    }

    @Override
    public int base(int block, int run) {
        return 0;
    }

    @Override
    public int step(int block) {
        return rows;
    }

    @Override
    public int groups() {
        return 1;
    }

    @Override
    public int[] depthwiseTaps() {
        return new int[0];
    }

    @Override
    public List<? extends Stretch> stretches(int block, int group) {
        return List.of(new Whole(0, rows, 0));
    }
}
