package studio.crossbar.search;

import java.util.List;

/**
 * When a parameter is active: while another, earlier one is active and has one of some values.
 *
 * @param parameter name of the other
 * @param values of it, at least one
 */
public record Condition(String parameter, List<String> values) {

    public Condition {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("when.values: has no values; give at least one of " + parameter);
        }
    }
}
