package studio.crossbar.device;

/** An array after programming. Immutable; may be asked from any thread. */
public interface ProgrammedDevices {

    /** Number of devices. */
    int size();

    /**
     * Conductances without read noise.
     *
     * @param seconds since programming; 0: right after it
     * @param into receives µS {@code [n]}, none below 0
     * @throws IllegalArgumentException if the model was not fitted for that time
     */
    void conductances(double seconds, float[] into);

    /**
     * Variance of one reading of each device, independent between devices and readings. Drawn for a whole column, the noise
     * of {@code Σ g x} is Gaussian with variance {@code Σ σ² x²}: the law of drawing every device, save that a single
     * reading of a device cannot be negative.
     *
     * @param seconds as for {@code conductances}
     * @param conductances what {@link #conductances} gave for {@code seconds}, µS {@code [n]}
     * @param into receives µS² {@code [n]}
     */
    void readVariances(double seconds, float[] conductances, float[] into);

    /** Devices that no programming changes. */
    int stuck();
}
