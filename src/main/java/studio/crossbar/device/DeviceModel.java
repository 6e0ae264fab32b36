package studio.crossbar.device;

import studio.crossbar.tensor.CounterNoise;

/** What simulation needs of a device: the conductances that programming leaves. */
public interface DeviceModel {

    /** Lowest target conductance, µS. */
    double gMinMicroSiemens();

    /** Highest target conductance, µS. */
    double gMaxMicroSiemens();

    /**
     * Programs an array. The same noise gives the same devices on any number of threads, whatever else is drawn.
     *
     * @param targetMicroSiemens one a device, {@code [n]}, each {@code gMin … gMax}; not kept
     * @param noise a stream of this array's own; programming, drift and reading take disjoint positions of it
     * @param cycle how often these devices were programmed before, 0 … {@value Positions#MOST_CYCLES} − 1: another cycle
     *     keeps what differs from device to device, such as which are stuck, and draws again what differs from cycle to
     *     cycle
     * @throws IllegalArgumentException if a target is outside the range; the message names device and limit
     */
    ProgrammedDevices program(float[] targetMicroSiemens, CounterNoise noise, int cycle);

    /** Programs an array for the first time. */
    default ProgrammedDevices program(float[] targetMicroSiemens, CounterNoise noise) {
        return program(targetMicroSiemens, noise, 0);
    }

    /**
     * Time at the model's own temperature that ages the devices as much as {@code seconds} at {@code celsius}.
     *
     * @throws IllegalArgumentException if the model says nothing about that temperature
     */
    double equivalentSeconds(double seconds, double celsius);

    /**
     * Refuses times for which the model was not fitted; 0, right after programming, is always one.
     *
     * @throws IllegalArgumentException naming device and limit
     */
    void requireSeconds(double seconds);
}
