package studio.crossbar.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows of the technology are written 128 cells at a time, 8.52 pulses of 40 ns a turn. */
class ProgrammingTest {

    private static final double TURN_MILLISECONDS = 8.52 * 40e-6;

    private static Programming of(int copies, Crossbar... crossbars) {
        return Programming.of(
                List.of(List.of(crossbars)),
                List.of(new LayerTime(64, 10, copies)),
                Technology.standard().programming());
    }

    private static void expect(Programming programming, long devices, long turns) {
        assertThat(programming.devices()).isEqualTo(devices);
        assertThat(programming.timeMilliseconds()).isCloseTo(turns * TURN_MILLISECONDS, within(1e-12));
    }

    @Test
    void rowsOfDifferentCrossbarsAreNotWrittenTogether() {
        expect(of(1, new Crossbar(10, 3, 1, false, 0), new Crossbar(5, 3, 1, false, 0)), 45, 15);
    }

    /** 128 cells fit one turn; a correction or a reference beside them needs another, as 128 pairs do. */
    @Test
    void aRowThatIsWiderThanWhatIsWrittenAtOnceTakesSeveralTurns() {
        expect(of(1, new Crossbar(10, 128, 1, false, 0)), 1280, 10);
        expect(of(1, new Crossbar(10, 128, 1, false, 1)), 1290, 20);
        expect(of(1, new Crossbar(10, 128, 1, false, 0, 1)), 1290, 20);
        expect(of(1, new Crossbar(10, 128, 1, true, 0)), 2560, 20);
        expect(of(1, new Crossbar(10, 43, 3, false, 0)), 1290, 20);
    }

    @Test
    void eachCopyIsWritten() {
        expect(of(7, new Crossbar(10, 3, 1, false, 0)), 210, 70);
    }
}
