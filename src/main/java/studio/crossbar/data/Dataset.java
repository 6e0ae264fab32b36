package studio.crossbar.data;

import java.util.List;

/**
 * Labelled windows of multichannel signals.
 *
 * @param name name shown to the user
 * @param synthetic whether the signals were generated rather than measured
 * @param features {@code [n, channels, length]}, row-major; not copied
 * @param channelNames one name a channel
 * @param length samples a window
 * @param labels {@code [n]}, class index from 0
 * @param classNames one name a class
 * @param subjects {@code [n]}, identifier of the person a window comes from
 * @param provenance where it was read from
 */
public record Dataset(
        String name,
        boolean synthetic,
        float[] features,
        List<String> channelNames,
        int length,
        int[] labels,
        List<String> classNames,
        int[] subjects,
        String provenance) {

    public Dataset {
        channelNames = List.copyOf(channelNames);
        classNames = List.copyOf(classNames);
        long expected = (long) labels.length * channelNames.size() * length;
        if (features.length != expected) {
            throw new IllegalArgumentException("features: " + features.length + " values, but " + labels.length
                    + " windows × " + channelNames.size() + " channels × " + length + " samples are " + expected);
        }
        if (subjects.length != labels.length) {
            throw new IllegalArgumentException(
                    "subjects: " + subjects.length + " entries for " + labels.length + " windows");
        }
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classNames.size()) {
                throw new IllegalArgumentException(
                        "labels[" + i + "]: " + labels[i] + " is outside 0 … " + (classNames.size() - 1));
            }
        }
    }

    /** Number of windows. */
    public int size() {
        return labels.length;
    }

    /** Windows of each class. */
    public int[] classCounts() {
        int[] counts = new int[classNames.size()];
        for (int label : labels) {
            counts[label]++;
        }
        return counts;
    }

    /** The same windows with other feature values of the same shape. */
    public Dataset withFeatures(float[] values) {
        return new Dataset(name, synthetic, values, channelNames, length, labels, classNames, subjects, provenance);
    }

    /** A copy of the windows at {@code indices}, in that order. */
    public Dataset select(int[] indices) {
        int window = channelNames.size() * length;
        float[] values = new float[indices.length * window];
        int[] chosenLabels = new int[indices.length];
        int[] chosenSubjects = new int[indices.length];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(features, indices[i] * window, values, i * window, window);
            chosenLabels[i] = labels[indices[i]];
            chosenSubjects[i] = subjects[indices[i]];
        }
        return new Dataset(
                name, synthetic, values, channelNames, length, chosenLabels, classNames, chosenSubjects, provenance);
    }
}
