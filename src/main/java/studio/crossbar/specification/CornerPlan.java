package studio.crossbar.specification;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.crossbar.device.Device;
import studio.crossbar.device.DeviceJson;
import studio.crossbar.json.JsonFormatException;
import studio.crossbar.simulation.ChipOptions;
import studio.crossbar.simulation.Corner;
import studio.crossbar.study.CornersFile;
import studio.crossbar.study.Project;

/**
 * Which chips are measured.
 *
 * @param device preset, or JSON file relative to the project; null for the design's own cells, which do not age
 * @param chips a corner, 1 … {@value #MOST_CHIPS}
 * @param driftCompensation as in {@link ChipOptions}
 * @param corners names of those that are measured; empty for all that there are
 */
public record CornerPlan(@Nullable String device, int chips, boolean driftCompensation, List<String> corners) {

    public static final int MOST_CHIPS = 100_000;

    /** Twenty chips of the design's own cells in all corners. */
    public static final CornerPlan STANDARD = new CornerPlan(null, 20, false, List.of());

    public CornerPlan {
        corners = List.copyOf(corners);
        if (device != null && device.isBlank()) {
            throw new IllegalArgumentException("device: is blank; name a preset or a JSON file, or leave it out");
        }
        if (chips < 1 || chips > MOST_CHIPS) {
            throw new IllegalArgumentException("chips: " + chips + " is outside 1 … " + MOST_CHIPS);
        }
        Set<String> seen = new HashSet<>();
        for (String corner : corners) {
            if (!seen.add(corner)) {
                throw new IllegalArgumentException("corners: \"" + corner + "\" is there twice; keep one");
            }
        }
    }

    public CornerPlan withDevice(@Nullable String value) {
        return new CornerPlan(value, chips, driftCompensation, corners);
    }

    public CornerPlan withChips(int value) {
        return new CornerPlan(device, value, driftCompensation, corners);
    }

    public CornerPlan withDriftCompensation(boolean value) {
        return new CornerPlan(device, chips, value, corners);
    }

    public CornerPlan withCorners(List<String> value) {
        return new CornerPlan(device, chips, driftCompensation, value);
    }

    /**
     * The chips, with the wires of {@code project}.
     *
     * @throws JsonFormatException if there is no such device, or its file is damaged
     */
    ChipOptions options(Project project) throws JsonFormatException {
        Device cells = device == null ? null : DeviceJson.named(device, project.folder());
        return ChipOptions.DESIGN
                .withDevice(cells)
                .withWires(project.settings().wires())
                .withDriftCompensation(driftCompensation);
    }

    /**
     * Those of {@code all} that are measured, in that order.
     *
     * @throws JsonFormatException if one is named that there is not
     */
    List<Corner> chosen(List<Corner> all) throws JsonFormatException {
        List<String> known = all.stream().map(Corner::name).toList();
        for (String name : corners) {
            if (!known.contains(name)) {
                throw new JsonFormatException(
                        SpecificationsFile.NAME,
                        "corners",
                        "there is none called \"" + name + "\"",
                        "choose of \"" + String.join("\", \"", known) + "\", or describe it in " + CornersFile.NAME);
            }
        }
        return all.stream()
                .filter(corner -> corners.isEmpty() || corners.contains(corner.name()))
                .toList();
    }
}
