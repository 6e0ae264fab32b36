package studio.crossbar.data;

/**
 * A data set as published: training and test windows with no subject in both.
 *
 * @param name of the whole, such as "UCI HAR"; not blank
 * @param train for training and every choice
 * @param test for the final figure alone
 */
public record Parts(String name, Dataset train, Dataset test) {

    public Parts {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name: is blank");
        }
        if (!train.channelNames().equals(test.channelNames())
                || train.length() != test.length()
                || !train.classNames().equals(test.classNames())) {
            throw new IllegalArgumentException("test: channels, length or classes differ from those of training");
        }
    }
}
