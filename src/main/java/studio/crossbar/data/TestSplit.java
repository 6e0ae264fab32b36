package studio.crossbar.data;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes the two parts of data that come as one: by person where persons are known, else stratified by class. */
final class TestSplit {

    /** Share of the samples, or of the persons, that is kept for the test. */
    static final double SHARE = 0.2;

    /** One seed for all, so that results on the same file compare. */
    private static final long SEED = 1;

    private TestSplit() {}

    /**
     * Keeps a fifth for the test; the provenance says so.
     *
     * @throws IllegalArgumentException if there are too few samples of a class, or a single person
     */
    static Parts of(Dataset data) {
        return data.hasSubjects() ? bySubject(data) : byClass(data);
    }

    private static Parts byClass(Dataset data) {
        StratifiedSplit split = StratifiedSplit.ofShare(data, SHARE, SEED);
        return parts(
                split.train(),
                split.validation(),
                Preparation.Split.STRATIFIED,
                "a fifth of each class is the test, seed " + SEED);
    }

    private static Parts bySubject(Dataset data) {
        List<Integer> people =
                IntStream.of(data.subjects()).distinct().sorted().boxed().collect(Collectors.toList());
        int count = (int) Math.max(1, Math.round(SHARE * people.size()));
        Random random = new Random(SEED);
        Set<Integer> heldOut = new HashSet<>();
        while (heldOut.size() < count) {
            int place = random.nextInt(people.size());
            heldOut.add(people.get(place));
            people.subList(place, place + 1).clear();
        }
        SubjectSplit split = SubjectSplit.of(data, heldOut);
        return parts(
                split.train(),
                split.validation(),
                Preparation.Split.BY_SUBJECT,
                "a fifth of the subjects are the test, seed " + SEED);
    }

    private static Parts parts(Dataset train, Dataset test, Preparation.Split split, String how) {
        String provenance = train.provenance() + "; " + how;
        return new Parts(
                train.name(),
                train.named(train.name() + " train", provenance),
                test.named(test.name() + " test", provenance),
                Preparation.NONE.withSplit(split));
    }
}
