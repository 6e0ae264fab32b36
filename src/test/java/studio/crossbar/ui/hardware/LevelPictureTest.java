package studio.crossbar.ui.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Encoding;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.Noise;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.Slices;
import studio.crossbar.ui.Projects;

class LevelPictureTest {

    private static Hardware hardware(Polarity polarity, int bits, int slices, double sigma) {
        return Projects.tinyDesign()
                .hardware()
                .withPolarity(polarity)
                .withCell(Cell.ofBits(bits))
                .withSlices(slices)
                .withNoise(new Noise(sigma, 0));
    }

    @Test
    void aCellHasItsConductancesAndNoiseOfItsWholeRange() {
        LevelPicture picture = LevelPicture.of(hardware(Polarity.DIFFERENTIAL, 2, 1, 0.1), LevelPicture.Subject.CELL);

        assertThat(picture.bands()).hasSize(4);
        assertThat(picture.bands().getFirst().centre()).isEqualTo(0.5);
        assertThat(picture.bands().getLast().centre()).isEqualTo(10);
        assertThat(picture.bands().getFirst().sigma()).isCloseTo(0.95, within(1e-12));
        assertThat(picture.words()).startsWith("4 levels 3.17 µS apart, σ = 0.950 µS: 3.33 σ to the neighbour");
    }

    @Test
    void aWeightHasTheLevelsOfItsEncodingAndSlices() {
        assertThat(LevelPicture.of(hardware(Polarity.DIFFERENTIAL, 2, 1, 0.1), LevelPicture.Subject.WEIGHT)
                        .bands())
                .extracting(LevelPicture.Band::centre)
                .containsExactly(-1.0, -2 / 3.0, -1 / 3.0, 0.0, 1 / 3.0, 2 / 3.0, 1.0);
        assertThat(LevelPicture.of(hardware(Polarity.OFFSET, 2, 1, 0.1), LevelPicture.Subject.WEIGHT)
                        .bands())
                .extracting(LevelPicture.Band::centre)
                .containsExactly(-1.0, -1 / 3.0, 1 / 3.0, 1.0);
        LevelPicture sliced = LevelPicture.of(hardware(Polarity.POSITIVE, 2, 2, 0.1), LevelPicture.Subject.WEIGHT);
        assertThat(sliced.bands()).hasSize(16);
        assertThat(sliced.low()).isZero();
        LevelPicture signs = LevelPicture.of(hardware(Polarity.ROW_BLOCK, 2, 1, 0.1), LevelPicture.Subject.WEIGHT);
        assertThat(signs.bands()).hasSize(8);
        assertThat(signs.words()).startsWith("Weights, positive and negative: 4 levels");
    }

    @Test
    void manyLevelsAreThinnedAndItIsSaid() {
        LevelPicture picture =
                LevelPicture.of(hardware(Polarity.DIFFERENTIAL, 4, 3, 0.01), LevelPicture.Subject.WEIGHT);
        assertThat(picture.bands()).hasSizeBetween(256, LevelPicture.MOST_BANDS);
        assertThat(picture.words()).contains("8191 levels").endsWith("Every 16-th level is drawn.");
    }

    /** Digits 0 and 1 of a two-slice weight on cells of four levels count 1/5 and 4/5; offset cells span 2R. */
    @Test
    void noiseOfSlicesAddsByTheirSignificance() {
        assertThat(LevelPicture.sigma(Encoding.POSITIVE, new Slices(4, 2), 0.1))
                .isCloseTo(0.1 * Math.hypot(0.2, 0.8), within(1e-12));
        assertThat(LevelPicture.sigma(Encoding.OFFSET, new Slices(4, 1), 0.1))
                .as("of the weight and of the row's correction cell")
                .isCloseTo(0.2 * Math.sqrt(2), within(1e-12));
    }

    @Test
    void misreadLevelsAreThoseNearerToAnother() {
        int levels = 5;
        double distance = 1;
        double sigma = 0.6;
        Random random = new Random(7);
        int wrong = 0;
        int tries = 400_000;
        for (int i = 0; i < tries; i++) {
            int level = i % levels;
            long nearest = Math.clamp(Math.round(level + sigma * random.nextGaussian()), 0, levels - 1);
            wrong += nearest == level ? 0 : 1;
        }
        assertThat(LevelPicture.misread(levels, distance, sigma)).isCloseTo((double) wrong / tries, within(3e-3));
        assertThat(LevelPicture.misread(levels, distance, 0)).isZero();
    }
}
