package studio.crossbar.data;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Training samples of which some are held out to choose by, so that the test data stay unseen.
 *
 * @param train what is learned from
 * @param heldOut of other persons; of every class where the data name no persons
 */
public record HeldOut(Dataset train, Dataset heldOut) {

    /** What a search holds out. */
    private static final double SHARE = 0.2;

    /**
     * The training part alone, of which a fifth takes the place of the test part: of the persons, or of every class.
     *
     * @throws IllegalArgumentException if it has a single person, or a class with a single sample
     */
    public static Parts fifth(Parts whole, long seed) {
        Dataset train = whole.train();
        HeldOut split;
        if (train.hasSubjects()) {
            int persons = train.subjectCount();
            if (persons < 2) {
                throw new IllegalArgumentException("data: " + train.name()
                        + " has a single person in training, so that no other can be held out for a search");
            }
            split = persons(train, (int) Math.max(1, Math.round(SHARE * persons)), new Random(seed));
        } else {
            split = share(train, SHARE, seed);
        }
        return new Parts(whole.name(), split.train(), split.heldOut());
    }

    /**
     * Holds out all samples of some persons.
     *
     * @param count of persons, at least 1
     * @param random draws them
     * @throws IllegalArgumentException if there are no more than {@code count}
     */
    public static HeldOut persons(Dataset data, int count, RandomGenerator random) {
        int[] persons = Arrays.stream(data.subjects()).distinct().sorted().toArray();
        if (count >= persons.length) {
            throw new IllegalArgumentException(
                    "count: holding out " + count + " leaves none of the " + persons.length + " persons for training");
        }
        Set<Integer> chosen = new HashSet<>();
        while (chosen.size() < count) {
            chosen.add(persons[random.nextInt(persons.length)]);
        }
        SubjectSplit split = SubjectSplit.of(data, chosen);
        return new HeldOut(split.train(), split.validation());
    }

    /**
     * Holds out a share of every class.
     *
     * @param share 0 … 1, both excluded
     * @throws IllegalArgumentException if a class has a single sample
     */
    public static HeldOut share(Dataset data, double share, long seed) {
        StratifiedSplit split = StratifiedSplit.ofShare(data, share, seed);
        return new HeldOut(split.train(), split.validation());
    }
}
