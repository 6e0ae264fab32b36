package studio.crossbar.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Labelled samples: windows of multichannel signals, images, or plain vectors.
 *
 * @param name name shown to the user
 * @param synthetic whether the samples were generated rather than measured
 * @param features {@code [n, channels, height, width]}, row-major; not copied
 * @param channelNames one name a channel
 * @param height rows of an image, 1 for signals and vectors
 * @param width columns of an image, or samples in time of a signal; 1 for vectors
 * @param labels {@code [n]}, class index from 0
 * @param classNames one name a class
 * @param subjects {@code [n]}, identifier of the person a sample comes from; empty for data without persons
 * @param provenance where it was read from
 */
public record Dataset(
        String name,
        boolean synthetic,
        float[] features,
        List<String> channelNames,
        int height,
        int width,
        int[] labels,
        List<String> classNames,
        int[] subjects,
        String provenance) {

    public Dataset {
        channelNames = List.copyOf(channelNames);
        classNames = List.copyOf(classNames);
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException("shape: height " + height + " × width " + width + " is not positive");
        }
        long expected = Math.multiplyExact(
                (long) labels.length * height, Math.multiplyExact((long) channelNames.size(), (long) width));
        if (features.length != expected) {
            throw new IllegalArgumentException("features: " + features.length + " values, but " + labels.length
                    + " samples of " + channelNames.size() + " × " + height + " × " + width + " are " + expected);
        }
        if (subjects.length != 0 && subjects.length != labels.length) {
            throw new IllegalArgumentException(
                    "subjects: " + subjects.length + " entries for " + labels.length + " samples");
        }
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classNames.size()) {
                throw new IllegalArgumentException(
                        "labels[" + i + "]: " + labels[i] + " is outside 0 … " + (classNames.size() - 1));
            }
        }
    }

    /** Windows of signals: {@code features} is {@code [n, channels, length]}. */
    public Dataset(
            String name,
            boolean synthetic,
            float[] features,
            List<String> channelNames,
            int length,
            int[] labels,
            List<String> classNames,
            int[] subjects,
            String provenance) {
        this(name, synthetic, features, channelNames, 1, length, labels, classNames, subjects, provenance);
    }

    /** Number of samples. */
    public int size() {
        return labels.length;
    }

    /** Number of channels. */
    public int channels() {
        return channelNames.size();
    }

    /** Whether a sample has rows and columns. */
    public boolean image() {
        return height > 1;
    }

    /** Whether it is known whom each sample comes from. */
    public boolean hasSubjects() {
        return subjects.length > 0;
    }

    /** Persons; 0 where they are not known. */
    public int subjectCount() {
        return (int) Arrays.stream(subjects).distinct().count();
    }

    /**
     * Samples in time of a signal.
     *
     * @throws IllegalStateException for images, which have no time
     */
    public int length() {
        if (image()) {
            throw new IllegalStateException("length: " + name + " holds images of " + height + " × " + width);
        }
        return width;
    }

    /** First channels of the triaxial sensors: triples of channels named alike but for x, y, z at the end. */
    public List<Integer> triads() {
        List<Integer> found = new ArrayList<>();
        for (int c = 0; c + 2 < channelNames.size(); c++) {
            String name = channelNames.get(c);
            if (name.endsWith("x")) {
                String sensor = name.substring(0, name.length() - 1);
                if (channelNames.get(c + 1).equals(sensor + "y")
                        && channelNames.get(c + 2).equals(sensor + "z")) {
                    found.add(c);
                }
            }
        }
        return List.copyOf(found);
    }

    /** Values of one channel of a sample: {@code height · width}. */
    public int plane() {
        return height * width;
    }

    /** Values of a sample. */
    public int sampleSize() {
        return channels() * plane();
    }

    /** Shape of a sample for a person: "9 × 128" for signals, "3 × 32 × 32" for images. */
    public String shape() {
        return channels() + (image() ? " × " + height : "") + " × " + width;
    }

    /** Samples of each class. */
    public int[] classCounts() {
        int[] counts = new int[classNames.size()];
        for (int label : labels) {
            counts[label]++;
        }
        return counts;
    }

    /** The same samples with other feature values of the same shape. */
    public Dataset withFeatures(float[] values) {
        return new Dataset(
                name, synthetic, values, channelNames, height, width, labels, classNames, subjects, provenance);
    }

    /** The same samples called and explained otherwise. */
    public Dataset named(String otherName, String otherProvenance) {
        return new Dataset(
                otherName,
                synthetic,
                features,
                channelNames,
                height,
                width,
                labels,
                classNames,
                subjects,
                otherProvenance);
    }

    /** A copy of the samples at {@code indices}, in that order. */
    public Dataset select(int[] indices) {
        int sample = sampleSize();
        float[] values = new float[Math.multiplyExact(indices.length, sample)];
        int[] chosenLabels = new int[indices.length];
        int[] chosenSubjects = new int[hasSubjects() ? indices.length : 0];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(features, indices[i] * sample, values, i * sample, sample);
            chosenLabels[i] = labels[indices[i]];
            if (hasSubjects()) {
                chosenSubjects[i] = subjects[indices[i]];
            }
        }
        return new Dataset(
                name,
                synthetic,
                values,
                channelNames,
                height,
                width,
                chosenLabels,
                classNames,
                chosenSubjects,
                provenance);
    }
}
