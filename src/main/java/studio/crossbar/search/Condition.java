package studio.crossbar.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /**
     * Reads what {@link #text} gives, values as {@link ValueText} reads them; null for blank text.
     *
     * @throws IllegalArgumentException if it is not like "depth = 3, 4"
     */
    public static @Nullable Condition parse(String text) {
        if (text.isBlank()) {
            return null;
        }
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException("when: \"" + text.strip() + "\" is not like depth = 3, 4");
        }
        return new Condition(text.substring(0, equals).strip(), ValueText.parse(text.substring(equals + 1)));
    }

    /** Such as "depth = 3, 4". */
    public String text() {
        return parameter + " = " + ValueText.of(values);
    }
}
