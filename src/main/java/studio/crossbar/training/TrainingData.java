package studio.crossbar.training;

import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import studio.crossbar.data.Dataset;
import studio.crossbar.data.HeldOut;
import studio.crossbar.data.Parts;
import studio.crossbar.data.Standardisation;
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
            HeldOut split = heldOut(training, validation, design.seed());
            training = split.train();
            heldOut = split.heldOut();
        }
        Standardisation standardisation = Standardisation.fit(training);
        return new TrainingData(
                Windows.of(training, standardisation),
                heldOut == null ? null : Windows.of(heldOut, standardisation),
                Windows.of(design.companding().apply(raw.test()), standardisation),
                standardisation);
    }

    /** @param validation number of persons, or per cent of every class */
    private static HeldOut heldOut(Dataset data, int validation, long seed) {
        if (!data.hasSubjects()) {
            return HeldOut.share(data, validation / 100.0, seed);
        }
        if (validation >= data.subjectCount()) {
            throw new IllegalArgumentException("recipe.validationSubjects: " + validation + " leaves none of the "
                    + data.subjectCount() + " training subjects; choose fewer");
        }
        return HeldOut.persons(
                data, validation, RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
    }
}
