package studio.crossbar.ui.dataset;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Units of signals whose channels bear the names of UCI HAR: accelerations in g, angular velocities in rad/s, 50 samples
 * a second (README.txt of the data set). Of other signals they are not known.
 */
final class SignalUnits {

    private static final double UCI_HAR_HERTZ = 50;
    private static final Map<String, String> UNITS = Map.of("body acc", "g", "total acc", "g", "body gyro", "rad/s");

    private SignalUnits() {}

    /** Group of channels with its unit, where that is known. */
    static String axis(String group) {
        String unit = UNITS.get(group.toLowerCase(Locale.ROOT));
        return unit == null ? group : group + " in " + unit;
    }

    /** Samples a second; 0 where it is not known. */
    static double hertz(Set<String> groups) {
        return groups.stream().allMatch(group -> UNITS.containsKey(group.toLowerCase(Locale.ROOT))) ? UCI_HAR_HERTZ : 0;
    }
}
