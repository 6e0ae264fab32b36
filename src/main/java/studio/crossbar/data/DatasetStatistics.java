package studio.crossbar.data;

import java.util.ArrayList;
import java.util.List;

/**
 * What a person wants to know of a data set before using it.
 *
 * @param name of the training part
 * @param synthetic whether the samples were generated
 * @param provenance where they come from
 * @param train training samples
 * @param test test samples
 * @param trainSubjects people in training; 0 where they are not known
 * @param testSubjects people in test
 * @param classes samples a class
 * @param channels value range a channel, of the training samples alone
 */
public record DatasetStatistics(
        String name,
        boolean synthetic,
        String provenance,
        int train,
        int test,
        int trainSubjects,
        int testSubjects,
        List<ClassCount> classes,
        List<Channel> channels) {

    public DatasetStatistics {
        classes = List.copyOf(classes);
        channels = List.copyOf(channels);
    }

    /** Samples of one class in each part. */
    public record ClassCount(String name, int train, int test) {}

    /**
     * Values of one channel in the signal's unit.
     *
     * @param deviation population standard deviation
     */
    public record Channel(String name, float minimum, float mean, float deviation, float maximum) {}

    /**
     * Counts and measures.
     *
     * @throws IllegalArgumentException if there is no training sample
     */
    public static DatasetStatistics of(Parts parts) {
        Dataset train = parts.train();
        Dataset test = parts.test();
        List<ClassCount> classes = new ArrayList<>();
        int[] trainCounts = train.classCounts();
        int[] testCounts = test.classCounts();
        for (int k = 0; k < trainCounts.length; k++) {
            classes.add(new ClassCount(train.classNames().get(k), trainCounts[k], testCounts[k]));
        }
        return new DatasetStatistics(
                train.name(),
                train.synthetic(),
                train.provenance(),
                train.size(),
                test.size(),
                train.subjectCount(),
                test.subjectCount(),
                classes,
                channels(train));
    }

    private static List<Channel> channels(Dataset data) {
        Standardisation scale = Standardisation.fit(data);
        int channels = data.channels();
        int plane = data.plane();
        List<Channel> result = new ArrayList<>();
        for (int c = 0; c < channels; c++) {
            float minimum = Float.POSITIVE_INFINITY;
            float maximum = Float.NEGATIVE_INFINITY;
            for (int i = 0; i < data.size(); i++) {
                int at = (i * channels + c) * plane;
                for (int t = at; t < at + plane; t++) {
                    minimum = Math.min(minimum, data.features()[t]);
                    maximum = Math.max(maximum, data.features()[t]);
                }
            }
            // Standardisation divides a constant channel by 1; its deviation is 0 all the same.
            float deviation = minimum == maximum ? 0 : scale.deviation()[c];
            result.add(new Channel(data.channelNames().get(c), minimum, scale.mean()[c], deviation, maximum));
        }
        return result;
    }
}
