package studio.crossbar.training;

/** Reads analog sums. */
@FunctionalInterface
interface SumReader {

    /** Takes the first {@code count} of {@code sums [positions × outputs]}, outputs fastest; they are valid for the call. */
    void take(float[] sums, int count);
}
