package studio.crossbar.data;

/**
 * A data set: training and test samples, with no subject in both where subjects are known.
 *
 * @param name of the whole, such as "UCI HAR"; not blank
 * @param train for training and every choice
 * @param test for the final figure alone
 * @param preparation how the two came about
 */
public record Parts(String name, Dataset train, Dataset test, Preparation preparation) {

    public Parts {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name: is blank");
        }
        if (!train.channelNames().equals(test.channelNames())
                || train.height() != test.height()
                || train.width() != test.width()
                || !train.classNames().equals(test.classNames())) {
            throw new IllegalArgumentException(
                    "test: channels, height, width or classes differ from those of training");
        }
    }

    /** Parts as published. */
    public Parts(String name, Dataset train, Dataset test) {
        this(name, train, test, Preparation.NONE);
    }

    Parts with(Preparation value) {
        return new Parts(name, train, test, value);
    }
}
