package studio.crossbar.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountsTest {

    @Test
    void oneIsSingularAndThousandsAreGrouped() {
        assertThat(Counts.tiles(0)).isEqualTo("0 tiles");
        assertThat(Counts.tiles(1)).isEqualTo("1 tile");
        assertThat(Counts.tiles(12_345)).isEqualTo("12,345 tiles");
        assertThat(Counts.subjects(1)).isEqualTo("1 subject");
        assertThat(Counts.otherSubjects(1)).isEqualTo("1 other subject");
        assertThat(Counts.draws(1)).isEqualTo("1 draw");
        assertThat(Counts.testWindows(1)).isEqualTo("1 test window");
        assertThat(Counts.trials(1)).isEqualTo("1 trial");
        assertThat(Counts.trials(2)).isEqualTo("2 trials");
    }
}
