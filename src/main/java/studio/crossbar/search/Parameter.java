package studio.crossbar.search;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.crossbar.search.dimension.Dimension;
import studio.crossbar.search.dimension.Dimensions;

/**
 * One dimension of a space.
 *
 * @param name of a {@link Dimension}, such as "cellBits" or "width2"
 * @param values as text, in the order in which neighbours resemble each other; at least one, each once
 * @param condition when it is active; null for always
 */
public record Parameter(
        String name, List<String> values, @Nullable Condition condition) {

    /** Most values of a parameter. */
    public static final int MOST_VALUES = 1000;

    /**
     * @throws IllegalArgumentException naming the parameter, the value and what is allowed
     */
    public Parameter {
        Dimension dimension = Dimensions.named(name);
        values = List.copyOf(values);
        if (values.isEmpty() || values.size() > MOST_VALUES) {
            throw new IllegalArgumentException(
                    name + ": has " + values.size() + " values, which is outside 1 … " + MOST_VALUES);
        }
        Set<String> seen = new HashSet<>();
        for (String value : values) {
            dimension.check(value);
            if (!seen.add(value)) {
                throw new IllegalArgumentException(name + ": has the value " + value + " twice; leave one out");
            }
        }
    }

    /** Always active. */
    public Parameter(String name, List<String> values) {
        this(name, values, null);
    }

    /** What the parameter varies. */
    public Dimension dimension() {
        return Dimensions.named(name);
    }

    /**
     * Index of {@code value}.
     *
     * @throws IllegalArgumentException if it is none of the values
     */
    public int indexOf(String value) {
        int index = values.indexOf(value);
        if (index < 0) {
            throw new IllegalArgumentException(name + ": " + value + " is none of " + String.join(", ", values));
        }
        return index;
    }

    Parameter when(Condition other) {
        return new Parameter(name, values, other);
    }
}
