package studio.crossbar.cost;

/**
 * How hard a layer's rows are driven in a read, relative to full scale.
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

    /**
     * Expectation before training: inputs spread evenly from 0 up to a limit that gives them {@code meanSquareInput}. Bits
     * that are applied a few at a time are then spread evenly as well: {@code d} of them take {@code 2^d} equally likely
     * values, of mean ½ and mean square {@code (2·2^d − 1) / (6 (2^d − 1))}.
     */
    static Activity expected(double meanSquareInput, Drive drive) {
        double spread = 3 * meanSquareInput;
        double mean = Math.min(1, Math.sqrt(spread) / 2);
        if (drive.cycles() == 1) {
            return new Activity(mean, meanSquareInput);
        }
        double values = Math.scalb(1.0, drive.driverBits());
        return new Activity(mean, Math.min(1, spread * (2 * values - 1) / (6 * (values - 1))));
    }
}
