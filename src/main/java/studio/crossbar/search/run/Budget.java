package studio.crossbar.search.run;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much a search may use, over all its sessions.
 *
 * @param unit of the amount
 * @param amount above 0
 */
public record Budget(Unit unit, double amount) {

    private static final Pattern TEXT = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(s|min|m|h|d|trials?|epochs?)");
    private static final double LARGEST = 1e9;

    /** What is counted. */
    public enum Unit {
        /** Time that processes work on the search. */
        SECONDS,
        /** Designs that are trained; those refused before do not count. */
        TRIALS,
        /** Passes over the whole training data; those over a part count in proportion. */
        EPOCHS
    }

    public Budget {
        if (!(amount > 0 && amount <= LARGEST)) {
            throw new IllegalArgumentException("budget: " + amount + " is not above 0 and at most 1e9");
        }
    }

    /**
     * Reads "2h", "30min", "200trials" or "500epochs".
     *
     * @throws IllegalArgumentException naming the text and what is understood
     */
    public static Budget parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "budget: \"" + text + "\" is not understood; write 2h, 30min, 200trials or 500epochs");
        }
        double amount = Double.parseDouble(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> new Budget(Unit.SECONDS, amount);
            case "m", "min" -> new Budget(Unit.SECONDS, amount * 60);
            case "h" -> new Budget(Unit.SECONDS, amount * 3600);
            case "d" -> new Budget(Unit.SECONDS, amount * 86_400);
            case "trial", "trials" -> new Budget(Unit.TRIALS, amount);
            default -> new Budget(Unit.EPOCHS, amount);
        };
    }

    @Override
    public String toString() {
        String number = amount == Math.rint(amount) ? Long.toString((long) amount) : Double.toString(amount);
        return number + (unit == Unit.SECONDS ? "s" : unit == Unit.TRIALS ? "trials" : "epochs");
    }
}
