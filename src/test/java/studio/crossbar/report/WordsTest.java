package studio.crossbar.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import studio.crossbar.design.Recipe;

class WordsTest {

    @Test
    void aRecipeNamesAugmentationRotationAndAveraging() {
        Recipe recipe = Recipe.standard().with(r -> {
            r.augmentation = 0.25;
            r.rotationDegrees = 12.5;
            r.averaging = 0.999;
        });
        assertThat(Words.recipe(recipe)).contains("augmentation 0.25, rotation 12.5°, averaging 0.999");
    }
}
