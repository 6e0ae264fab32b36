package studio.crossbar.ui.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.crossbar.data.Dataset;

class PixelsTest {

    private static final int SIDE = 64;
    private static final int WHITE = 0xFFFFFFFF;

    /** Images of 0 … 255 in turns, but for one value. */
    private static Dataset images(int count, int at, float odd) {
        float[] features = new float[count * SIDE * SIDE];
        for (int i = 0; i < features.length; i++) {
            features[i] = i % 256;
        }
        features[at] = odd;
        return new Dataset(
                "Images",
                false,
                features,
                List.of("grey"),
                SIDE,
                SIDE,
                new int[count],
                List.of("any"),
                new int[0],
                "made for a test");
    }

    @Test
    void fewValuesAreAllLookedAt() {
        assertThat(Pixels.fit(images(2, 1, 1000))).isEqualTo(new Pixels(0, 1000));
    }

    @Test
    void ofManyASampleGivesTheScaleAndWhatItMissesIsDrawnAsTheExtreme() {
        Dataset many = images(512, 1, 1000);
        Pixels pixels = Pixels.fit(many);
        assertThat(pixels).isEqualTo(new Pixels(0, 255));
        assertThat(pixels.argb(many, 0))
                .hasSize(SIDE * SIDE)
                .startsWith(0xFF000000, WHITE)
                .endsWith(WHITE);
    }
}
