package studio.crossbar.training;

import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import studio.crossbar.data.Dataset;
import studio.crossbar.data.Parts;
import studio.crossbar.data.Standardisation;
import studio.crossbar.data.StratifiedSplit;
import studio.crossbar.data.SubjectSplit;
import studio.crossbar.design.Design;

/**
 * Windows of a training, companded and standardised as its design says.
 *
 * @param train windows that are learned from
 * @param validation held out of the training part, to choose the best epoch; null if nothing is held out
 * @param test windows that choose nothing
 * @param standardisation fitted on {@code train}
 */
record TrainingData(Windows train, @Nullable Windows validation, Windows test, Standardisation standardisation) {

    /** @throws IllegalArgumentException if the data do not fit the network or leave nothing to train on */
    static TrainingData of(Design design, Parts raw) {
        Compatibility.check(design, raw.train());
        Compatibility.check(design, raw.test());
        Dataset training = design.companding().apply(raw.train());
        Dataset heldOut = null;
        int validation = design.recipe().validationSubjects();
        if (validation > 0) {
            if (training.hasSubjects()) {
                SubjectSplit split = SubjectSplit.of(training, heldOutSubjects(training, validation, design.seed()));
                training = split.train();
                heldOut = split.validation();
            } else {
                StratifiedSplit split = StratifiedSplit.ofShare(training, validation / 100.0, design.seed());
                training = split.train();
                heldOut = split.validation();
            }
        }
        Standardisation standardisation = Standardisation.fit(training);
        return new TrainingData(
                Windows.of(training, standardisation),
                heldOut == null ? null : Windows.of(heldOut, standardisation),
                Windows.of(design.companding().apply(raw.test()), standardisation),
                standardisation);
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
