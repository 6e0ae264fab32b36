package studio.crossbar.study;

/**
 * What a result was measured on.
 *
 * @param name of the data set
 * @param synthetic whether the signals were generated
 * @param train training windows
 * @param test test windows
 */
public record DatasetSummary(String name, boolean synthetic, int train, int test) {}
