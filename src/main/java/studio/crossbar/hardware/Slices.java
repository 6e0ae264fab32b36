package studio.crossbar.hardware;

/**
 * Digits of a weight level to the base of a cell's levels, one slice each, the least significant first.
 *
 * <p>A slice holds {@code v = R · d / (L − 1)} for its digit {@code d}, so its cells use their whole range, whatever the
 * digit's significance; the weight is {@code Σ_j c_j · v_j} with {@code c_j = L^j · (L − 1) / (L^S − 1)}, whose sum is 1.
 *
 * @param cellLevels levels L of a cell
 * @param count slices S of a weight
 */
public record Slices(int cellLevels, int count) {

    /** Levels of a weight, {@code L^S}. */
    public int weightLevels() {
        int levels = 1;
        for (int j = 0; j < count; j++) {
            levels *= cellLevels;
        }
        return levels;
    }

    /** Steps from 0 to the weight full scale R, {@code L^S − 1}. */
    public int steps() {
        return weightLevels() - 1;
    }

    /** Factor {@code L^j} by which a digit counts in the level. */
    public int place(int slice) {
        int place = 1;
        for (int j = 0; j < slice; j++) {
            place *= cellLevels;
        }
        return place;
    }

    /** Share {@code c_j} of a slice in the weight. */
    public double share(int slice) {
        return (double) place(slice) * (cellLevels - 1) / steps();
    }

    /** State, 0 … L − 1, of the slice's cell for a whole state, 0 … L^S − 1, of the weight. */
    public int digit(int state, int slice) {
        return state / place(slice) % cellLevels;
    }

    /**
     * Level that one slice holds of a weight level, as if it were a weight of its own: {@code R · result / (L − 1)} is its
     * value {@code v}.
     */
    public int digitLevel(Encoding encoding, int level, int slice) {
        if (encoding == Encoding.OFFSET) {
            return 2 * digit((level + steps()) / 2, slice) - (cellLevels - 1);
        }
        return Integer.signum(level) * digit(Math.abs(level), slice);
    }
}
