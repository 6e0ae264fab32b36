package studio.crossbar.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StratifiedSplitTest {

    /** 100 images of 1 × 2 × 2, 75 of class 0, 25 of class 1, none of class 2; image i holds i. */
    private static Dataset data() {
        float[] features = new float[400];
        for (int i = 0; i < features.length; i++) {
            features[i] = i / 4;
        }
        int[] labels = IntStream.range(0, 100).map(i -> i % 4 == 0 ? 1 : 0).toArray();
        return new Dataset(
                "images", true, features, List.of("grey"), 2, 2, labels, List.of("a", "b", "c"), new int[0], "test");
    }

    @Test
    void everyClassGivesItsShareAndEverySampleIsOnOneSide() {
        StratifiedSplit split = StratifiedSplit.ofShare(data(), 0.2, 5);
        assertThat(split.validation().classCounts()).containsExactly(15, 5, 0);
        assertThat(split.train().classCounts()).containsExactly(60, 20, 0);
        assertThat(split.validation().image()).isTrue();
        assertThat(ids(split.train())).doesNotContain(ids(split.validation())).isSorted();
        assertThat(ids(split.validation())).isSorted();
        for (Dataset side : new Dataset[] {split.train(), split.validation()}) {
            for (int i = 0; i < side.size(); i++) {
                assertThat(side.labels()[i]).isEqualTo(ids(side)[i] % 4 == 0 ? 1 : 0);
            }
        }
    }

    @Test
    void theSeedDecides() {
        int[] first = ids(StratifiedSplit.ofShare(data(), 0.2, 5).validation());
        assertThat(ids(StratifiedSplit.ofShare(data(), 0.2, 5).validation())).containsExactly(first);
        assertThat(ids(StratifiedSplit.ofShare(data(), 0.2, 6).validation())).isNotEqualTo(first);
    }

    @Test
    void allMembersOfAClassAreEquallyLikely() {
        int[] counts = new int[100];
        int splits = 4000;
        for (int seed = 0; seed < splits; seed++) {
            for (int id : ids(StratifiedSplit.ofShare(data(), 0.2, seed).validation())) {
                counts[id]++;
            }
        }
        // Binomial with p = 15/75 = 5/25: within five standard deviations.
        double p = 0.2;
        for (int id = 0; id < 100; id++) {
            assertThat((double) counts[id])
                    .isBetween(
                            splits * p - 5 * Math.sqrt(splits * p * (1 - p)),
                            splits * p + 5 * Math.sqrt(splits * p * (1 - p)));
        }
    }

    @Test
    void aClassThatCannotBeOnBothSidesIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StratifiedSplit.ofShare(data(), 1, 1))
                .withMessageContaining("share: 1.0 is outside 0 … 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StratifiedSplit.ofShare(data().select(new int[] {0, 1, 2}), 0.5, 1))
                .withMessageContaining("class 'b' leaves none of its 1");
    }

    private static int[] ids(Dataset data) {
        return IntStream.range(0, data.size())
                .map(i -> (int) data.features()[4 * i])
                .toArray();
    }
}
