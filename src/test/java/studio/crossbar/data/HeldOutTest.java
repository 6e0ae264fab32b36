package studio.crossbar.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HeldOutTest {

    private static Dataset dataset(int[] labels, int[] subjects) {
        return new Dataset(
                "made",
                true,
                new float[labels.length * 2],
                List.of("x"),
                2,
                labels,
                List.of("a", "b"),
                subjects,
                "made by the test");
    }

    /** Ten persons with two samples each. */
    private static Dataset persons() {
        int[] subjects = new int[20];
        int[] labels = new int[20];
        for (int i = 0; i < 20; i++) {
            subjects[i] = 1 + i / 2;
            labels[i] = i % 2;
        }
        return dataset(labels, subjects);
    }

    private static int[] distinct(Dataset data) {
        return Arrays.stream(data.subjects()).distinct().sorted().toArray();
    }

    @Test
    void aFifthOfThePersonsTakesThePlaceOfTheTest() {
        Dataset test = dataset(new int[] {0, 1}, new int[] {99, 99});
        Parts parts = HeldOut.fifth(new Parts("made", persons(), test), 5);
        assertThat(distinct(parts.test())).hasSize(2).doesNotContain(99);
        assertThat(distinct(parts.train())).hasSize(8).doesNotContain(distinct(parts.test()));
        // Searches that have begun go on with the persons that they held out.
        assertThat(distinct(parts.test())).containsExactly(3, 8);
    }

    @Test
    void withoutPersonsAFifthOfEveryClassIsHeldOut() {
        int[] labels = new int[30];
        Arrays.fill(labels, 20, 30, 1);
        Dataset anonymous = dataset(labels, new int[0]);
        Parts parts = HeldOut.fifth(new Parts("made", anonymous, anonymous), 5);
        assertThat(Arrays.stream(parts.test().labels()).filter(label -> label == 0))
                .hasSize(4);
        assertThat(Arrays.stream(parts.test().labels()).filter(label -> label == 1))
                .hasSize(2);
        assertThat(parts.train().size()).isEqualTo(24);
    }

    @Test
    void somebodyIsLeftToLearnFrom() {
        assertThatThrownBy(() -> HeldOut.persons(persons(), 10, new Random(1)))
                .hasMessageContaining("holding out 10 leaves none of the 10 persons");
        Dataset single = dataset(new int[] {0, 1}, new int[] {7, 7});
        assertThatThrownBy(() -> HeldOut.fifth(new Parts("made", single, single), 1))
                .hasMessageContaining("a single person in training");
    }
}
