package studio.crossbar.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatisticsTest {

    /** Tables of t at 95 %, two-sided. */
    @ParameterizedTest
    @CsvSource({"1, 12.7062047", "2, 4.30265273", "5, 2.57058184", "10, 2.22813885", "29, 2.04522964", "99, 1.98421695"
    })
    void studentsQuantiles(int freedom, double expected) {
        assertThat(StudentT.twoSided(0.95, freedom)).isCloseTo(expected, within(1e-7));
    }

    /** Wilson's interval as SciPy 1.10's binomtest(k, n).proportion_ci(method="wilson") gives it. */
    @ParameterizedTest
    @CsvSource({
        "0, 100, 0, 0.0369935",
        "100, 100, 0.9630065, 1",
        "95, 100, 0.8882495, 0.9784563",
        "7, 10, 0.3967781, 0.8922087"
    })
    void wilsonsInterval(int good, int chips, double low, double high) {
        Interval interval = new Yield(0.9, good, chips).interval();
        assertThat(interval.low()).isCloseTo(low, within(1e-6));
        assertThat(interval.high()).isCloseTo(high, within(1e-6));
    }

    @Test
    void chipsAreGoodFromTheSpecificationOn() {
        assertThat(Yield.of(0.9, List.of(0.89, 0.9, 0.95)).good()).isEqualTo(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Yield.of(92, List.of(0.9)))
                .withMessageContaining("92.0 is outside 0 … 1");
    }

    @Test
    void quantilesLieBetweenChips() {
        AccuracyUnderNoise accuracy = new AccuracyUnderNoise(List.of(0.94, 0.9, 0.92, 0.91, 0.93));
        assertThat(accuracy.quantile(0)).isEqualTo(0.9);
        assertThat(accuracy.quantile(0.5)).isEqualTo(0.92);
        assertThat(accuracy.quantile(0.05)).isCloseTo(0.902, within(1e-12));
        Interval mean = accuracy.meanInterval();
        assertThat((mean.low() + mean.high()) / 2).isCloseTo(0.92, within(1e-12));
        // 2.7764451 · 0.0158114 / √5
        assertThat(mean.high() - 0.92).isCloseTo(0.0196324, within(1e-6));
    }

    /** A game whose values are known: 0 and 1 are each worth 1 and together 3; 2 adds 4 to anything. */
    private static double worth(BitSet set) {
        double worth = (set.get(0) ? 1 : 0) + (set.get(1) ? 1 : 0) + (set.get(2) ? 4 : 0);
        return set.get(0) && set.get(1) ? worth + 1 : worth;
    }

    @Test
    void shapleysValuesShareTheInterplayEvenly() {
        Shapley exact = Shapley.exact(3, StatisticsTest::worth);
        assertThat(exact.value(0)).isCloseTo(1.5, within(1e-12));
        assertThat(exact.value(1)).isCloseTo(1.5, within(1e-12));
        assertThat(exact.value(2)).isCloseTo(4, within(1e-12));
        assertThat(exact.standardError(0)).isZero();
        int[] left = {400};
        Shapley sampled = Shapley.sampled(3, StatisticsTest::worth, _ -> left[0]-- > 0, 1);
        assertThat(sampled.value(0) + sampled.value(1) + sampled.value(2)).isCloseTo(7, within(1e-9));
        assertThat(sampled.value(0)).isCloseTo(1.5, within(4 * sampled.standardError(0)));
        assertThat(sampled.standardError(0)).isCloseTo(0.5 / 20, within(0.002));
        assertThat(Shapley.sampled(3, StatisticsTest::worth, _ -> false, 1).value(0))
                .isNaN();
    }

    @ParameterizedTest
    @CsvSource({
        "1s, 1, 1 s",
        "90, 90, 90 s",
        "30min, 1800, 30 min",
        "1h, 3600, 1 h",
        "1d, 86400, 1 d",
        "2w, 1209600, 14 d",
        "1y, 31557600, 1 y",
        "10Y, 315576000, 10 y",
        "0, 0, 0 s",
        "0.5s, 0.5, 0.5 s",
        "1e3s, 1000, 1000 s"
    })
    void agesAreReadAndWritten(String text, double seconds, String written) {
        assertThat(ChipTimes.parse(text)).isCloseTo(seconds, within(1e-9 * seconds));
        assertThat(ChipTimes.text(seconds)).isEqualTo(written);
    }

    @Test
    void agesThatNoChipHasAreRefused() {
        for (String text : List.of("soon", "-1s", "1.2.3s", "5 parsecs", "")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ChipTimes.parse(text))
                    .withMessageContaining("is no age");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChipTimes.parse("1000y"))
                .withMessageContaining("100 years");
    }
}
