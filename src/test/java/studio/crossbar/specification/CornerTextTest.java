package studio.crossbar.specification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.crossbar.device.StuckRates;
import studio.crossbar.simulation.Corner;
import studio.crossbar.simulation.tile.WireResistance;

class CornerTextTest {

    private static final CornerText NEW = new CornerText("hot", "", "", "", "", "", "", "");

    @Test
    void whatIsBlankIsAsANewChipAtRoomTemperature() {
        assertThat(NEW.corner()).isEqualTo(new Corner("hot", 0, 25, 1, null, null));
    }

    @Test
    void unitsMayBeTypedOrLeftOut() {
        Corner typed = new CornerText(" hot ", "10 y", "85", "1.5×", "0.1", "0.3 %", "1 Ω", "2.5").corner();
        assertThat(typed)
                .isEqualTo(new Corner(
                        "hot",
                        10 * 365.25 * 86_400,
                        85,
                        1.5,
                        new StuckRates(0.001, 0.003, "corner hot"),
                        new WireResistance(1, 2.5)));
        assertThat(CornerText.of(typed).corner()).isEqualTo(typed);
    }

    @Test
    void everyStandardCornerIsWrittenAsItIsRead() {
        for (Corner corner : Corner.STANDARD) {
            Corner read = CornerText.of(corner).corner();
            assertThat(read.seconds()).isEqualTo(corner.seconds());
            assertThat(read.noiseScale()).isEqualTo(corner.noiseScale());
            assertThat(read.stuck() == null).isEqualTo(corner.stuck() == null);
            assertThat(read.stuck() == null ? 0 : read.stuck().onRate())
                    .isEqualTo(corner.stuck() == null ? 0 : corner.stuck().onRate());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', '', '', name",
        "x, soon, '', '', is no age",
        "x, '', 25 K, '', temperature",
        "x, '', 1e9, '', temperature",
        "x, '', 500, '', where chips work",
        "x, '', '', 11, outside 0",
        "x, '', '', -, noise"
    })
    void whatIsNotUnderstoodIsNamed(String name, String time, String celsius, String noise, String reason) {
        assertThatThrownBy(() -> new CornerText(name, time, celsius, noise, "", "", "", "").corner())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void moreStuckCellsThanThereAreAreRefused() {
        assertThatThrownBy(() -> new CornerText("x", "", "", "", "60", "60", "", "").corner())
                .hasMessageContaining("more than 1 together");
        assertThatThrownBy(() -> new CornerText("x", "", "", "", "", "", "-1", "").corner())
                .hasMessageContaining("wordlineOhm");
    }
}
