package studio.crossbar.ui.dataset;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Units of signals whose channels bear the names of UCI HAR: accelerations in g, angular velocities in rad/s, 50 samples
 * a second (README.txt of the data set). Of other signals they are not known.
 */
final class SignalUnits {

    private static final double UCI_HAR_HERTZ = 50;
    private static final Map<String, String> UNITS = Map.of("body acc", "g", "total acc", "g", "body gyro", "rad/s");

    private SignalUnits() {}

    /** Unit of a group of channels; empty where it is not known. */
    static Optional<String> of(String group) {
        return Optional.ofNullable(UNITS.get(group.toLowerCase(Locale.ROOT)));
    }

    /** Samples a second; 0 where it is not known. */
    static double hertz(Set<String> groups) {
        return groups.stream().allMatch(group -> UNITS.containsKey(group.toLowerCase(Locale.ROOT))) ? UCI_HAR_HERTZ : 0;
    }
}
