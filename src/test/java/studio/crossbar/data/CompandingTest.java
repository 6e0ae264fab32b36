package studio.crossbar.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CompandingTest {

    private static Dataset window(List<String> names, float... values) {
        int length = values.length / names.size();
        return new Dataset("w", false, values, names, length, new int[1], List.of("a"), new int[0], "test");
    }

    private static final List<String> TRIAD = List.of("acc_x", "acc_y", "acc_z");

    @Test
    void anExponentOfOneGivesTheSameData() {
        Dataset data = window(TRIAD, 1, 2, 3);
        assertThat(Companding.NONE.apply(data)).isSameAs(data);
    }

    @Test
    void aVectorKeepsItsDirectionAndItsMagnitudeIsRaised() {
        Dataset companded = new Companding(0.5, 1e-6).apply(window(TRIAD, 3, 0.03f, 0, 0.04f, 4, 0));
        // (3, 0, 4) is 5 long, (0.03, 0.04, 0) is 0.05.
        double strong = Math.sqrt(5) / 5;
        double weak = Math.sqrt(0.05) / 0.05;
        float[] expected = {
            (float) (3 * strong), (float) (0.03 * weak), 0, (float) (0.04 * weak), (float) (4 * strong), 0
        };
        assertThat(companded.features()).containsExactly(expected, within(1e-6f));
    }

    @Test
    void aChannelOfItsOwnIsAVectorOfOneComponent() {
        assertThat(new Companding(0.5, 1e-6)
                        .apply(window(List.of("ecg"), -4, 9, 0))
                        .features())
                .containsExactly(new float[] {-2, 3, 0}, within(1e-6f));
    }

    @Test
    void belowTheFloorSignalsStayProportional() {
        float[] values = new Companding(0.5, 1)
                .apply(window(List.of("ecg"), 0.001f, 0.002f))
                .features();
        assertThat(values[1] / values[0]).isCloseTo(2, within(1e-4f));
        assertThat(values[0]).isCloseTo(0.001f, within(1e-7f));
    }

    @Test
    void theDataGivenStayAsTheyAre() {
        float[] values = {4, 9};
        new Companding(0.5, 0.1).apply(window(List.of("ecg"), values));
        assertThat(values).containsExactly(4, 9);
    }

    @Test
    void impossibleSettingsAreRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Companding(0, 0.1))
                .withMessageContaining("companding.exponent: 0.0 is outside 0.1 … 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Companding(0.5, 0))
                .withMessageContaining("companding.floor");
        assertThat(new Companding(0.5, 10).active()).isTrue();
        assertThat(new Companding(0.5, Companding.SMALLEST_FLOOR).active()).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Companding(0.5, 11))
                .withMessageContaining("companding.floor: 11.0 is outside 1e-6 … 10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Companding(Double.NaN, 0.1))
                .withMessageContaining("companding.exponent");
    }
}
