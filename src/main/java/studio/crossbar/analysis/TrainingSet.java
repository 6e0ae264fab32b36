package studio.crossbar.analysis;

import studio.crossbar.data.Dataset;
import studio.crossbar.network.Shape;

/**
 * What an analysis knows of the data.
 *
 * @param name shown
 * @param signals shape of a sample, before any split by sign
 * @param classes classes
 * @param samples that are learned from
 */
public record TrainingSet(String name, Shape signals, int classes, int samples) {

    /** The training part of a data set. */
    public static TrainingSet of(Dataset train) {
        return new TrainingSet(
                train.name(),
                new Shape(train.channels(), train.height(), train.width()),
                train.classNames().size(),
                train.size());
    }

    /** Shape that enters a network whose signals take {@code channelsPerSignal} channels each. */
    public Shape input(int channelsPerSignal) {
        return new Shape(Math.multiplyExact(signals.channels(), channelsPerSignal), signals.height(), signals.width());
    }

    /** Whether a network of this input can read the samples; images may enter as rows of their values. */
    boolean feeds(Shape input, int channelsPerSignal) {
        Shape given = input(channelsPerSignal);
        return input.equals(given)
                || (input.channels() == given.channels() && input.height() == 1 && input.width() == given.length());
    }
}
