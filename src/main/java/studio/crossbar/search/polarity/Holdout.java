package studio.crossbar.search.polarity;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import studio.crossbar.data.Dataset;
import studio.crossbar.data.Parts;
import studio.crossbar.data.StratifiedSplit;
import studio.crossbar.data.SubjectSplit;

/** Takes windows from the training part to choose designs by, so that the test part stays unseen. */
final class Holdout {

    /** Of the persons, or of each class for data without persons. */
    private static final double SHARE = 0.2;

    private Holdout() {}

    /**
     * The training part alone, of which a fifth takes the place of the test part.
     *
     * @throws IllegalArgumentException if a single person is all there is
     */
    static Parts of(Parts parts, long seed) {
        Dataset all = parts.train();
        if (!all.hasSubjects()) {
            StratifiedSplit split = StratifiedSplit.ofShare(all, SHARE, seed);
            return new Parts(parts.name(), split.train(), split.validation());
        }
        SubjectSplit split = SubjectSplit.of(all, persons(all.subjects(), seed));
        return new Parts(parts.name(), split.train(), split.validation());
    }

    private static Set<Integer> persons(int[] subjects, long seed) {
        List<Integer> persons =
                Arrays.stream(subjects).distinct().sorted().boxed().collect(Collectors.toList());
        Collections.shuffle(persons, new Random(seed));
        int count = (int) Math.max(1, Math.round(SHARE * persons.size()));
        return IntStream.range(0, count).mapToObj(persons::get).collect(Collectors.toSet());
    }
}
