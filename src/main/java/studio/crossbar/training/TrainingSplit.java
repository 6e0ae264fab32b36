package studio.crossbar.training;

import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import studio.crossbar.data.Dataset;
import studio.crossbar.data.StratifiedSplit;
import studio.crossbar.data.SubjectSplit;

/**
 * The training part without what is held out of it.
 *
 * @param train what is learned from
 * @param validation what chooses the best epoch; null if nothing is held out
 */
public record TrainingSplit(Dataset train, @Nullable Dataset validation) {

    /**
     * Holds out as a recipe says.
     *
     * @param validation subjects, or per cent of each class of data without subjects; 0 for nothing
     * @throws IllegalArgumentException if nothing would be left to train on
     */
    public static TrainingSplit of(Dataset training, int validation, long seed) {
        if (validation == 0) {
            return new TrainingSplit(training, null);
        }
        if (training.hasSubjects()) {
            SubjectSplit split = SubjectSplit.of(training, heldOutSubjects(training, validation, seed));
            return new TrainingSplit(split.train(), split.validation());
        }
        StratifiedSplit split = StratifiedSplit.ofShare(training, validation / 100.0, seed);
        return new TrainingSplit(split.train(), split.validation());
    }

    private static Set<Integer> heldOutSubjects(Dataset data, int count, long seed) {
        int[] subjects = IntStream.of(data.subjects()).distinct().sorted().toArray();
        if (count >= subjects.length) {
            throw new IllegalArgumentException("recipe.validationSubjects: " + count + " leaves none of the "
                    + subjects.length + " training subjects; choose fewer");
        }
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Set<Integer> chosen = new HashSet<>();
        while (chosen.size() < count) {
            chosen.add(subjects[random.nextInt(subjects.length)]);
        }
        return chosen;
    }
}
