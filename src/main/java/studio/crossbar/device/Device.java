package studio.crossbar.device;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.crossbar.tensor.CounterNoise;

/**
 * A memory device as its source describes it: a preset, or a user's edited copy of one. Immutable.
 *
 * @param name of lower-case letters, digits and hyphens, as its file
 * @param title for people
 * @param technology kind of memory
 * @param source publication of the device
 * @param range conductances, times and resolutions for which the rest holds
 * @param operation reading, writing, size
 * @param programming how far programming misses
 * @param drift change until reading
 * @param readNoise noise of a reading
 * @param stuck devices that programming does not change
 * @param retention what temperature does to ageing; null where no source says it
 */
public record Device(
        String name,
        String title,
        Technology technology,
        String source,
        FittedRange range,
        Operation operation,
        Programming programming,
        Drift drift,
        ReadNoise readNoise,
        StuckRates stuck,
        @Nullable Retention retention) {

    /** Temperature of models without a {@link Retention}. */
    public static final double ROOM_CELSIUS = 25;

    /** Conductances at which the mean exponent of a drift is looked at. */
    private static final int DRIFT_PROBES = 64;

    /** Targets come as floats, which round the ends of the range. */
    private static final double ROUNDING = 1e-6;

    public Device {
        if (!name.matches("[a-z0-9][a-z0-9-]*")) {
            throw new IllegalArgumentException(
                    "name: \"" + name + "\" is not made of lower-case letters, digits and hyphens");
        }
        Check.text("title", title, "name the device for people");
        Check.source("source", source);
        if (drift instanceof Drift.Measured measured
                && (range.firstSeconds() < measured.times().getFirst().seconds()
                        || range.lastSeconds() > measured.times().getLast().seconds())) {
            throw new IllegalArgumentException("range: its times " + range.firstSeconds() + " … " + range.lastSeconds()
                    + " s are not within the measured ones; drift is not continued beyond them");
        }
        if (drift instanceof Drift.PowerLaw law) {
            requireDecay(law, range);
        }
        if (drift instanceof Drift.Logarithmic && range.lastSeconds() != 0 && range.firstSeconds() < 1) {
            throw new IllegalArgumentException(
                    "range.firstSeconds: " + range.firstSeconds() + " is below 1, where logarithmic drift begins");
        }
    }

    /** The law takes the magnitude of its exponent, so a negative mean would be turned round without a word. */
    private static void requireDecay(Drift.PowerLaw law, FittedRange range) {
        for (int i = 0; i <= DRIFT_PROBES; i++) {
            double g =
                    range.gMinMicroSiemens() + (range.gMaxMicroSiemens() - range.gMinMicroSiemens()) * i / DRIFT_PROBES;
            double mean = law.exponentMean().at(g);
            if (mean < 0) {
                throw new IllegalArgumentException("drift.exponentMean: is " + mean + " at " + g
                        + " µS, but conductance falls with a positive exponent; give at least 0 over the whole range");
            }
        }
    }

    /** Lowest target conductance, µS. */
    public double gMinMicroSiemens() {
        return range.gMinMicroSiemens();
    }

    /** Highest target conductance, µS. */
    public double gMaxMicroSiemens() {
        return range.gMaxMicroSiemens();
    }

    /**
     * Target conductances of all states, µS, ascending: the user's table, or evenly spaced from lowest to highest.
     *
     * @param states 2 or more; as many as the table holds, if there is one
     * @throws IllegalArgumentException if the device does not resolve so many
     */
    public float[] levels(int states) {
        Optional<String> refusal = refusal(states);
        if (refusal.isPresent()) {
            throw new IllegalArgumentException(refusal.get());
        }
        int listed = range.tableMicroSiemens().size();
        float[] levels = new float[states];
        for (int i = 0; i < states; i++) {
            levels[i] = (float)
                    (listed > 0
                            ? range.tableMicroSiemens().get(i)
                            : gMinMicroSiemens() + (gMaxMicroSiemens() - gMinMicroSiemens()) * i / (states - 1));
        }
        return levels;
    }

    /** Why the device cannot hold {@code states} states; empty if it can. */
    public Optional<String> refusal(int states) {
        int listed = range.tableMicroSiemens().size();
        if (listed > 0) {
            return states == listed
                    ? Optional.empty()
                    : Optional.of("levels: " + states + " states, but the table of " + name + " lists " + listed);
        }
        int fewest = 1 << range.fewestBits();
        int most = 1 << range.mostBits();
        return states >= fewest && states <= most
                ? Optional.empty()
                : Optional.of("levels: " + states + " states are outside " + fewest + " … " + most
                        + ", the resolutions for which " + name + " is described");
    }

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
    public DeviceArray program(float[] targetMicroSiemens, CounterNoise noise, int cycle) {
        Check.range("cycle", cycle, 0, Positions.MOST_CYCLES - 1);
        double slack = ROUNDING * gMaxMicroSiemens();
        for (int i = 0; i < targetMicroSiemens.length; i++) {
            float target = targetMicroSiemens[i];
            if (!(target >= gMinMicroSiemens() - slack && target <= gMaxMicroSiemens() + slack)) {
                throw new IllegalArgumentException("target: " + target + " µS of device " + i + " is outside "
                        + Check.number(gMinMicroSiemens()) + " … " + Check.number(gMaxMicroSiemens())
                        + " µS, the conductances for which " + name
                        + " was fitted; map weights into that range or choose another device");
            }
        }
        return new DeviceArray(this, Programmer.program(this, targetMicroSiemens, noise, cycle));
    }

    /** Programs an array for the first time. */
    public DeviceArray program(float[] targetMicroSiemens, CounterNoise noise) {
        return program(targetMicroSiemens, noise, 0);
    }

    /**
     * Time at the model's own temperature that ages the devices as much as {@code seconds} at {@code celsius}.
     *
     * @throws IllegalArgumentException if the model says nothing about that temperature
     */
    public double equivalentSeconds(double seconds, double celsius) {
        if (retention != null) {
            return retention.equivalentSeconds(seconds, celsius);
        }
        if (celsius != ROOM_CELSIUS) {
            throw new IllegalArgumentException("celsius: " + celsius + " is not " + Check.number(ROOM_CELSIUS)
                    + " °C, the only temperature of " + name
                    + ": its source gives no activation energy; add a \"retention\" with one to a copy of the device");
        }
        return seconds;
    }

    /**
     * Refuses times for which the model was not fitted; 0, right after programming, is always one.
     *
     * @throws IllegalArgumentException naming device and limit
     */
    public void requireSeconds(double seconds) {
        boolean within = seconds >= range.firstSeconds() && seconds <= range.lastSeconds();
        if (seconds == 0 || within) {
            return;
        }
        throw new IllegalArgumentException(
                range.lastSeconds() == 0
                        ? "seconds: " + Check.number(seconds) + " after programming, but " + name
                                + " says nothing about ageing (" + range.note()
                                + "); use 0, right after programming, or another device"
                        : "seconds: " + Check.number(seconds) + " is outside " + Check.number(range.firstSeconds())
                                + " … " + Check.number(range.lastSeconds()) + " s, the times for which " + name
                                + " was fitted (" + range.note() + "); 0 is right after programming");
    }
}
