package studio.crossbar.data;

import java.util.List;

/**
 * What was done to published samples before they became the parts of a data set.
 *
 * @param split who made the parts
 * @param filled channels in which values were missing; empty if none was, since whatever else is malformed is refused
 */
public record Preparation(Split split, List<Filled> filled) {

    /** Parts and values are those of the files. */
    public static final Preparation NONE = new Preparation(Split.AS_GIVEN, List.of());

    /** Who made training and test part. */
    public enum Split {
        /** The data's authors. */
        AS_GIVEN,
        /** A share of the persons, drawn by a fixed seed, is the test. */
        BY_SUBJECT,
        /** A share of each class, drawn by a fixed seed, is the test. */
        STRATIFIED
    }

    /**
     * Missing values of a channel that became its mean over the training samples.
     *
     * @param channel its name
     * @param training how many in the training part
     * @param test how many in the test part
     * @param mean what they became
     */
    public record Filled(String channel, long training, long test, float mean) {}

    public Preparation {
        filled = List.copyOf(filled);
    }

    Preparation withSplit(Split value) {
        return new Preparation(value, filled);
    }

    Preparation withFilled(List<Filled> channels) {
        return new Preparation(split, channels);
    }
}
