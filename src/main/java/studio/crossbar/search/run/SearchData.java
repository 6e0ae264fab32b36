package studio.crossbar.search.run;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32C;
import studio.crossbar.data.Dataset;
import studio.crossbar.data.HeldOut;
import studio.crossbar.data.Parts;
import studio.crossbar.data.StratifiedSplit;
import studio.crossbar.study.DatasetSummary;

/**
 * What a search sees of a data set: the training part, of which a fifth is held out to measure designs. Persons are on one
 * side only; data without persons are held out class by class. The test part is nowhere in it.
 */
public final class SearchData {

    private static final int CHUNK = 1 << 14;

    private final Parts parts;
    private final DatasetSummary whole;
    private final long seed;
    private final Map<Double, Parts> byShare = new HashMap<>();

    private SearchData(Parts parts, DatasetSummary whole, long seed) {
        this.parts = parts;
        this.whole = whole;
        this.seed = seed;
    }

    /**
     * Splits the training part of {@code whole}.
     *
     * @throws IllegalArgumentException if it has a single person or too few samples of a class
     */
    public static SearchData of(Parts whole, long seed) {
        return new SearchData(HeldOut.fifth(whole, seed), DatasetSummary.of(whole), seed);
    }

    /** Training samples, and in place of the test the held-out ones. */
    public Parts parts() {
        return parts;
    }

    /** The same with {@code share} of the training samples of every class. */
    public synchronized Parts parts(double share) {
        if (share >= 1) {
            return parts;
        }
        return byShare.computeIfAbsent(
                share,
                part -> new Parts(
                        parts.name(),
                        StratifiedSplit.ofShare(parts.train(), part, seed).validation(),
                        parts.test()));
    }

    /** Sizes of the whole data set. */
    public DatasetSummary whole() {
        return whole;
    }

    /** CRC-32C of all samples, labels and persons, training and test, in hexadecimal digits. */
    public static String checksum(Parts whole) {
        CRC32C crc = new CRC32C();
        for (Dataset data : new Dataset[] {whole.train(), whole.test()}) {
            ByteBuffer bytes = ByteBuffer.allocate(CHUNK * Float.BYTES);
            float[] features = data.features();
            for (int from = 0; from < features.length; from += CHUNK) {
                int count = Math.min(CHUNK, features.length - from);
                bytes.asFloatBuffer().put(features, from, count);
                crc.update(bytes.array(), 0, count * Float.BYTES);
            }
            for (int label : data.labels()) {
                crc.update(label);
            }
            if (data.hasSubjects()) {
                for (int person : data.subjects()) {
                    crc.update(person);
                }
            }
        }
        return Long.toHexString(crc.getValue());
    }
}
