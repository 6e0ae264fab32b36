package studio.crossbar.hardware;

/**
 * Gaussian noise of the analog part.
 *
 * @param programmingSigma standard deviation of a programmed cell over its range of conductance, 0 … 0.5; a pair counts as
 *     one cell. It is that of a weight over the weight full scale R, but over 2R for {@link Encoding#OFFSET}, whose cells
 *     span −R … R. Each slice of a weight has noise of its own, which counts by the slice's significance
 * @param readSigma standard deviation of a column sum over the ADC full scale, 0 … 0.5
 */
public record Noise(double programmingSigma, double readSigma) {

    public Noise {
        Check.range("noise.programmingSigma", programmingSigma, 0, 0.5);
        Check.range("noise.readSigma", readSigma, 0, 0.5);
    }

    /** No noise. */
    public static final Noise NONE = new Noise(0, 0);
}
