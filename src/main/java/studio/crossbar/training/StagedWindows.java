package studio.crossbar.training;

import java.util.List;

/**
 * Inputs of a crossbar layer as its DACs give them, where they lie in memory. The windows (input vectors) of one run are
 * rows of a regular matrix; a row block reads contiguous stretches of each.
 */
public interface StagedWindows {

    /** Stretches {@code firstRow … firstRow + rows − 1} of crossbar rows whose inputs are neighbours. */
    interface Stretch {

        /** First crossbar row of the layer. */
        int firstRow();

        int rows();

        /** Offset of their inputs from the window's first number. */
        int offset();
    }

    /** All numbers; the first {@link #length()} are in use. */
    float[] values();

    /** Numbers in use. */
    int length();

    /** Runs of windows at equal distances. */
    int runs();

    /** Windows of a run. */
    int runLength();

    /** Index in {@link #values()} of the first window of {@code run}, for row block {@code block}. */
    int base(int block, int run);

    /** Distance between the windows of a run, for row block {@code block}. */
    int step(int block);

    /** Groups of a grouped convolution, each with an equal share of the outputs; 1 otherwise. */
    int groups();

    /** Offsets of a depthwise convolution's taps from a window's first number; empty for other layers. */
    int[] depthwiseTaps();

    /** Where the inputs of {@code block}'s rows lie, for one group. */
    List<? extends Stretch> stretches(int block, int group);
}
