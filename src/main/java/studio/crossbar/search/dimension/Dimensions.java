package studio.crossbar.search.dimension;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All dimensions by name. Those of stages have one name for all, such as "width", and one each, such as "width2". */
public final class Dimensions {

    /** Most hidden stages of a network. */
    public static final int MOST_STAGES = 16;

    /** Name of the number of stages. */
    public static final String DEPTH = "depth";

    private static final Pattern STAGE = Pattern.compile("[a-zA-Z]+(\\d{1,2})");

    private static final Map<String, Dimension> BY_NAME = byName();

    private Dimensions() {}

    private static Map<String, Dimension> byName() {
        List<Dimension> all = new ArrayList<>(general());
        for (int number = 1; number <= MOST_STAGES; number++) {
            all.addAll(TopologyDimensions.ofStage(number, Integer.toString(number)));
        }
        Map<String, Dimension> names = new LinkedHashMap<>();
        all.forEach(dimension -> names.put(dimension.name(), dimension));
        return names;
    }

    /** All but those of single stages. */
    public static List<Dimension> general() {
        List<Dimension> all = new ArrayList<>(TopologyDimensions.all());
        all.addAll(TopologyDimensions.ofStage(0, ""));
        all.addAll(HardwareDimensions.all());
        all.addAll(CostDimensions.all());
        all.addAll(RecipeDimensions.all());
        return all;
    }

    /**
     * The dimension called {@code name}.
     *
     * @throws IllegalArgumentException if there is none; the message names all
     */
    public static Dimension named(String name) {
        Dimension dimension = BY_NAME.get(name);
        if (dimension == null) {
            throw new IllegalArgumentException("name: " + name + " is none of "
                    + String.join(", ", general().stream().map(Dimension::name).toList()) + "; width, kernel, stride,"
                    + " dilation and rectifier also with the number of a stage, 1 … " + MOST_STAGES);
        }
        return dimension;
    }

    /** Number of the stage that {@code name} is about, from 1; 0 if about none. */
    public static int stage(String name) {
        Matcher matcher = STAGE.matcher(name);
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }
}
