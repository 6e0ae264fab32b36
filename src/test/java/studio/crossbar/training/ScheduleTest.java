package studio.crossbar.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import studio.crossbar.design.LearningSchedule;

class ScheduleTest {

    private static final long STEPS = 1001;

    @Test
    void oneCycleRisesOverATenthAndFallsToAThousandth() {
        Schedule schedule = new Schedule(LearningSchedule.ONE_CYCLE, 0.2, STEPS);
        assertThat(schedule.rate(0)).isCloseTo(0.02, within(1e-12));
        assertThat(schedule.rate(50)).isCloseTo(0.11, within(1e-12));
        assertThat(schedule.rate(100)).isCloseTo(0.2, within(1e-12));
        assertThat(schedule.rate(STEPS - 1)).isCloseTo(0.0002, within(1e-12));
    }

    @Test
    void aCosineFallsFromThePeak() {
        Schedule schedule = new Schedule(LearningSchedule.COSINE, 0.2, STEPS);
        for (long step = 0; step < STEPS; step += 100) {
            double expected = 0.0002 + (0.2 - 0.0002) * (1 + Math.cos(Math.PI * step / 1000)) / 2;
            assertThat(schedule.rate(step)).isCloseTo(expected, within(1e-12));
        }
    }
}
