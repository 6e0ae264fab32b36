package studio.crossbar.training;

import java.util.List;

/** Conversions of each layer and how many of them clipped, over an epoch. */
final class ClippingCounts {

    private final long[] clipped;
    private final long[] conversions;

    ClippingCounts(int layers) {
        clipped = new long[layers];
        conversions = new long[layers];
    }

    void add(List<CrossbarPass> layers) {
        for (int l = 0; l < clipped.length; l++) {
            clipped[l] += layers.get(l).conversions().clippings();
            conversions[l] += layers.get(l).conversions().made();
        }
    }

    /** Share of a layer's conversions, 0 where there were none. */
    double rate(int layer) {
        return conversions[layer] == 0 ? 0 : (double) clipped[layer] / conversions[layer];
    }
}
