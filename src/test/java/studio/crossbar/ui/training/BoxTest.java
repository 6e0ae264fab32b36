package studio.crossbar.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.crossbar.simulation.AccuracyUnderNoise;

class BoxTest {

    /** By hand: quartiles 0.90 and 0.94, whiskers reach from 0.84 to 1.00, so 0.5 is an outlier and 0.88 is not. */
    @Test
    void whiskersEndAtTheLastDrawsWithinOneAndAHalfBoxes() {
        Box box = Box.of(new AccuracyUnderNoise(List.of(0.5, 0.88, 0.92, 0.9, 0.91, 0.93, 0.94, 0.95, 0.96)));
        assertThat(box.firstQuartile()).isEqualTo(0.9);
        assertThat(box.median()).isEqualTo(0.92);
        assertThat(box.thirdQuartile()).isEqualTo(0.94);
        assertThat(box.low()).isEqualTo(0.88);
        assertThat(box.high()).isEqualTo(0.96);
        assertThat(box.draws()).hasSize(9).contains(0.5);
    }

    @Test
    void dataHaveARowAChip() {
        Box box = Box.of(new AccuracyUnderNoise(List.of(0.5, 0.75)));
        assertThat(BoxChart.data(List.of(new BoxChart.Line("seed 1", 0, box))).rows())
                .containsExactly(List.of("seed 1", 1, 50.0), List.of("seed 1", 2, 75.0));
    }

    @Test
    void oneChipIsALine() {
        Box box = Box.of(new AccuracyUnderNoise(List.of(0.7)));
        assertThat(List.of(box.low(), box.firstQuartile(), box.median(), box.thirdQuartile(), box.high(), box.mean()))
                .containsOnly(0.7);
    }
}
