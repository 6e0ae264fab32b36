package studio.crossbar.data;

import java.util.Random;
import java.util.stream.IntStream;

/**
 * Training and validation samples with the same mix of classes, for data without persons. Equal seeds give equal splits
 * on every machine; both sides keep the order of the data.
 *
 * @param train the rest
 * @param validation held out
 */
public record StratifiedSplit(Dataset train, Dataset validation) {

    /**
     * Holds out a share of every class, rounded to whole samples but at least one and not all.
     *
     * @param share 0 … 1, both excluded
     * @throws IllegalArgumentException if a class has a single sample, which cannot be on both sides
     */
    public static StratifiedSplit ofShare(Dataset data, double share, long seed) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("share: " + share + " is outside 0 … 1");
        }
        Random random = new Random(seed);
        boolean[] inside = new boolean[data.size()];
        for (int k = 0; k < data.classNames().size(); k++) {
            int label = k;
            int[] members = IntStream.range(0, data.size())
                    .filter(i -> data.labels()[i] == label)
                    .toArray();
            int count = heldOut(members.length, share);
            if (count >= members.length && members.length > 0) {
                throw new IllegalArgumentException("share: holding out " + count + " of class '"
                        + data.classNames().get(k) + "' leaves none of its " + members.length + " for training");
            }
            // The first steps of Fisher and Yates's shuffle.
            for (int i = 0; i < count; i++) {
                int other = i + random.nextInt(members.length - i);
                inside[members[other]] = true;
                members[other] = members[i];
            }
        }
        return new StratifiedSplit(data.select(where(inside, false)), data.select(where(inside, true)));
    }

    private static int heldOut(int members, double share) {
        return members == 0 ? 0 : Math.clamp(Math.round(share * members), 1, Math.max(1, members - 1));
    }

    private static int[] where(boolean[] flags, boolean value) {
        return IntStream.range(0, flags.length).filter(i -> flags[i] == value).toArray();
    }
}
