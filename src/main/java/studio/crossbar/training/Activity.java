package studio.crossbar.training;

/**
 * How hard a row, or all rows of a layer, are driven in a read, relative to full scale.
 *
 * @param mean of the magnitude, 0 … 1; what counts where the length of a pulse is the input
 * @param meanSquare 0 … 1; what counts where a voltage is the input
 */
public record Activity(double mean, double meanSquare) {

    public Activity {
        if (!(mean >= 0 && mean <= 1)) {
            throw new IllegalArgumentException("mean: " + mean + " is outside 0 … 1");
        }
        if (!(meanSquare >= 0 && meanSquare <= 1)) {
            throw new IllegalArgumentException("meanSquare: " + meanSquare + " is outside 0 … 1");
        }
    }
}
