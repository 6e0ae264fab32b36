package studio.crossbar.search.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.crossbar.search.front.Hypervolume;

class ErrorImprovementTest {

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void isWhatThePointAddsToTheVolume(int objectives) {
        Random random = new Random(objectives);
        double[] reference = new double[objectives];
        Arrays.fill(reference, 1.1);
        for (int round = 0; round < 50; round++) {
            int error = random.nextInt(objectives);
            double[][] front = new double[10][objectives];
            for (double[] point : front) {
                Arrays.setAll(point, _ -> random.nextDouble());
            }
            double[] point = new double[objectives];
            Arrays.setAll(point, _ -> random.nextDouble() * 0.8);
            assertThat(ErrorImprovement.of(ErrorImprovement.without(point, error), front, error, reference)
                            .at(point[error]))
                    .isCloseTo(Hypervolume.improvement(point, front, reference), within(1e-12));
        }
    }
}
