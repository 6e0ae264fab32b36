package studio.crossbar.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionTest {

    private static final int[] LABELS = {0, 0, 0, 1, 1, 2, 2, 2, 2};

    /** By hand: 0 is taken for 0, 0, 1; 1 for 1, 2; 2 for 2, 2, 2, 0. */
    private static final int[] FIRST = {0, 0, 1, 1, 2, 2, 2, 2, 0};

    /** 0 is taken for 0, 1, 1; 1 for 1, 1; 2 for 2, 2, 0, 0. */
    private static final int[] SECOND = {0, 1, 1, 1, 1, 2, 2, 0, 0};

    private static final Confusion ONE = Confusion.count(LABELS, FIRST, 3);
    private static final Confusion BOTH = ONE.plus(Confusion.count(LABELS, SECOND, 3));

    @Test
    void rowsAreTrueClassesAndColumnsChosenOnes() {
        assertThat(ONE).isEqualTo(new Confusion(1, List.of(2, 1, 0, 0, 1, 1, 1, 0, 3)));
        assertThat(BOTH).isEqualTo(new Confusion(2, List.of(3, 3, 0, 0, 3, 1, 3, 0, 5)));
        assertThat(BOTH.classes()).isEqualTo(3);
        assertThat(BOTH.mean(2, 0)).isEqualTo(1.5);
        assertThat(BOTH.windows(0)).isEqualTo(3);
        assertThat(BOTH.windows(2)).isEqualTo(4);
    }

    @Test
    void sharesPrecisionAndRecallAreThoseCountedByHand() {
        assertThat(BOTH.share(0, 1)).isEqualTo(0.5);
        assertThat(BOTH.recall(1)).isEqualTo(0.75);
        assertThat(BOTH.precision(0)).isEqualTo(0.5);
        assertThat(BOTH.precision(2)).isCloseTo(5.0 / 6, within(1e-15));
        assertThat(BOTH.accuracy()).isCloseTo(11.0 / 18, within(1e-15));
    }

    @Test
    void aClassWithoutWindowsOrChoicesHasNoShare() {
        Confusion missing = Confusion.count(new int[] {0, 0}, new int[] {0, 0}, 2);
        assertThat(missing.recall(1)).isNaN();
        assertThat(missing.precision(1)).isNaN();
        assertThat(missing.accuracy()).isEqualTo(1);
    }

    @Test
    void whatIsNoCountIsRefused() {
        assertThatThrownBy(() -> new Confusion(0, List.of(1))).hasMessageContaining("draws: 0");
        assertThatThrownBy(() -> new Confusion(1, List.of(1, 2))).hasMessageContaining("counts: 2 entries");
        assertThatThrownBy(() -> new Confusion(1, List.of(1, -2, 0, 0))).hasMessageContaining("-2 is negative");
        assertThatThrownBy(() -> new Confusion(2, List.of(1, 2, 0, 0))).hasMessageContaining("3 windows of class 0");
        assertThatThrownBy(() -> Confusion.count(LABELS, FIRST, 2)).hasMessage("chosen: 2 is outside 0 … 1");
        assertThatThrownBy(() -> Confusion.count(LABELS, new int[1], 3)).hasMessageContaining("1 entries for 9");
        assertThatThrownBy(() -> ONE.plus(Confusion.count(new int[0], new int[0], 2)))
                .hasMessageContaining("2 classes beside 3");
    }
}
