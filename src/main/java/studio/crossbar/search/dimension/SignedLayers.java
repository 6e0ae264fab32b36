package studio.crossbar.search.dimension;

/** Layers that keep weights of either sign, on pairs of cells, where the others have one. */
public enum SignedLayers {
    NONE,
    FIRST,
    LAST,
    FIRST_AND_LAST;

    boolean has(int layer, int layers) {
        boolean first = this == FIRST || this == FIRST_AND_LAST;
        boolean last = this == LAST || this == FIRST_AND_LAST;
        return (first && layer == 0) || (last && layer == layers - 1);
    }
}
