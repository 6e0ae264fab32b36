package studio.crossbar.search;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values of a parameter as people write them: "1, 2, 4", "4 … 8" for whole numbers, "0.1 … 0.5 step 0.1" or "8 … 512 times
 * 2". Two dots stand for "…" as well.
 */
public final class ValueText {

    private static final String NUMBER = "(\\d+(?:\\.\\d+)?)";
    private static final Pattern RANGE =
            Pattern.compile(NUMBER + "\\s*(?:…|\\.\\.\\.?)\\s*" + NUMBER + "(?:\\s*(step|times)\\s*" + NUMBER + ")?");

    private ValueText() {}

    /**
     * The values that {@code text} names, in its order; whether a parameter can have them is not checked.
     *
     * @throws IllegalArgumentException naming the range that has no end, or too many values
     */
    public static List<String> parse(String text) {
        List<String> values = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String item = part.strip();
            if (item.isEmpty()) {
                if (text.isBlank()) {
                    break;
                }
                throw new IllegalArgumentException(
                        "values: has nothing between two commas or at an end; leave the comma out");
            }
            Matcher range = RANGE.matcher(item);
            if (range.matches()) {
                addRange(item, range, values);
            } else {
                values.add(item);
            }
        }
        return values;
    }

    private static void addRange(String item, Matcher range, List<String> values) {
        BigDecimal from = new BigDecimal(range.group(1));
        BigDecimal to = new BigDecimal(range.group(2));
        BigDecimal by = range.group(4) == null ? BigDecimal.ONE : new BigDecimal(range.group(4));
        boolean times = "times".equals(range.group(3));
        if (times ? by.compareTo(BigDecimal.ONE) <= 0 || from.signum() == 0 : by.signum() == 0) {
            throw new IllegalArgumentException("values: \"" + item + "\" never reaches its end; use "
                    + (times ? "a start above 0 and a factor above 1" : "a step above 0"));
        }
        if (from.compareTo(to) > 0) {
            throw new IllegalArgumentException("values: \"" + item + "\" ends below its start; swap its ends");
        }
        for (BigDecimal value = from; value.compareTo(to) <= 0; value = times ? value.multiply(by) : value.add(by)) {
            if (values.size() == Parameter.MOST_VALUES) {
                throw new IllegalArgumentException("values: \"" + item + "\" makes more than " + Parameter.MOST_VALUES
                        + " values; use a larger step");
            }
            values.add(value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString());
        }
    }

    /** The values with commas; {@link #parse} gives them again. */
    public static String of(List<String> values) {
        return String.join(", ", values);
    }
}
