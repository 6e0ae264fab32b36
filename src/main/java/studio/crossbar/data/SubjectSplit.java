package studio.crossbar.data;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Training and validation windows with no subject in both.
 *
 * @param train windows of the other subjects
 * @param validation windows of the held-out subjects
 */
public record SubjectSplit(Dataset train, Dataset validation) {

    /**
     * Holds out the windows of {@code heldOut}.
     *
     * @throws IllegalArgumentException if either side would be empty or the data name no subjects
     */
    public static SubjectSplit of(Dataset data, Set<Integer> heldOut) {
        if (!data.hasSubjects()) {
            throw new IllegalArgumentException(
                    "heldOut: " + data.name() + " names no subjects; split it by class instead");
        }
        int[] inside = IntStream.range(0, data.size())
                .filter(i -> heldOut.contains(data.subjects()[i]))
                .toArray();
        int[] outside = IntStream.range(0, data.size())
                .filter(i -> !heldOut.contains(data.subjects()[i]))
                .toArray();
        if (inside.length == 0 || outside.length == 0) {
            throw new IllegalArgumentException("heldOut: " + heldOut + " leaves "
                    + (inside.length == 0 ? "validation" : "training") + " empty; the subjects are "
                    + Arrays.toString(
                            Arrays.stream(data.subjects()).distinct().sorted().toArray()));
        }
        return new SubjectSplit(data.select(outside), data.select(inside));
    }
}
