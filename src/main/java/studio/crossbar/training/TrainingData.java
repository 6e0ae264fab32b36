package studio.crossbar.training;

import org.jspecify.annotations.Nullable;
import studio.crossbar.data.Dataset;
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
        TrainingSplit split = TrainingSplit.of(
                design.companding().apply(raw.train()), design.recipe().validationSubjects(), design.seed());
        Dataset heldOut = split.validation();
        Standardisation standardisation = Standardisation.fit(split.train());
        return new TrainingData(
                Windows.of(split.train(), standardisation),
                heldOut == null ? null : Windows.of(heldOut, standardisation),
                Windows.of(design.companding().apply(raw.test()), standardisation),
                standardisation);
    }
}
