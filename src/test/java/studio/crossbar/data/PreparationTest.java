package studio.crossbar.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PreparationTest {

    /** Four windows, two channels (a ramp and a constant), two samples. */
    private final Dataset data = new Dataset(
            "ramp",
            true,
            new float[] {0, 1, 5, 5, 2, 3, 5, 5, 4, 5, 5, 5, 6, 7, 5, 5},
            List.of("ramp", "constant"),
            2,
            new int[] {0, 1, 0, 1},
            List.of("a", "b"),
            new int[] {1, 1, 2, 3},
            "made by the test");

    @Test
    void standardisedTrainingChannelsHaveMeanZeroAndDeviationOne() {
        Dataset scaled = Standardisation.fit(data).apply(data);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < 4; i++) {
            for (int t = 0; t < 2; t++) {
                float value = scaled.features()[i * 4 + t];
                sum += value;
                squares += value * value;
                assertThat(scaled.features()[i * 4 + 2 + t]).isZero();
            }
        }
        assertThat(sum).isCloseTo(0, within(1e-5));
        assertThat(squares / 8).isCloseTo(1, within(1e-5));
    }

    @Test
    void noSubjectIsOnBothSidesOfASplit() {
        SubjectSplit split = SubjectSplit.of(data, Set.of(2));
        assertThat(split.train().subjects()).containsExactly(1, 1, 3);
        assertThat(split.validation().subjects()).containsExactly(2);
        assertThat(split.validation().features()).containsExactly(4, 5, 5, 5);
        assertThat(split.train().labels()).containsExactly(0, 1, 1);
    }

    @Test
    void anEmptySideIsRefusedWithTheSubjectsThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SubjectSplit.of(data, Set.of(9)))
                .withMessageContaining("validation empty")
                .withMessageContaining("[1, 2, 3]");
    }

    @Test
    void aSplitByPersonNeedsPersons() {
        Dataset anonymous = new Dataset(
                "nobody",
                true,
                new float[2],
                List.of("a"),
                1,
                new int[2],
                List.of("k"),
                new int[0],
                "made by the test");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SubjectSplit.of(anonymous, Set.of(1)))
                .withMessageContaining("names no subjects");
    }
}
