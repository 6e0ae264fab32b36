package studio.crossbar.study;

import studio.crossbar.data.Parts;

/**
 * What a result was measured on.
 *
 * @param name of the data set
 * @param synthetic whether the signals were generated
 * @param train training windows
 * @param test test windows
 */
public record DatasetSummary(String name, boolean synthetic, int train, int test) {

    /** Summary of {@code parts}. */
    public static DatasetSummary of(Parts parts) {
        return new DatasetSummary(
                parts.name(),
                parts.train().synthetic(),
                parts.train().size(),
                parts.test().size());
    }

    @Override
    public String toString() {
        return name + " (" + (synthetic ? "synthetic, " : "") + train + " training and " + test + " test windows)";
    }
}
