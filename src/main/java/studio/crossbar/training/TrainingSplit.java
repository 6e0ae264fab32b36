package studio.crossbar.training;

import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import studio.crossbar.data.Dataset;
import studio.crossbar.data.HeldOut;

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
        HeldOut split = training.hasSubjects()
                ? persons(training, validation, seed)
                : HeldOut.share(training, validation / 100.0, seed);
        return new TrainingSplit(split.train(), split.heldOut());
    }

    private static HeldOut persons(Dataset data, int count, long seed) {
        if (count >= data.subjectCount()) {
            throw new IllegalArgumentException("recipe.validationSubjects: " + count + " leaves none of the "
                    + data.subjectCount() + " training subjects; choose fewer");
        }
        return HeldOut.persons(
                data, count, RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
    }
}
