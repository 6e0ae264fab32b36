package studio.crossbar.hardware;

/**
 * Gaussian noise of the analog part.
 *
 * @param programmingSigma standard deviation of a programmed weight over the weight full scale, 0 … 0.5
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
