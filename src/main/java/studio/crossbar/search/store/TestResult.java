package studio.crossbar.search.store;

/**
 * Accuracy of a trial on the test data, which no search sees.
 *
 * @param trial its id
 * @param measured time, ISO 8601
 * @param draws chips
 * @param error mean share of wrong answers, 0 … 1
 * @param deviation sample standard deviation over the chips
 */
public record TestResult(long trial, String measured, int draws, double error, double deviation) {}
