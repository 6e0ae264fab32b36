package studio.crossbar.ui.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.crossbar.data.Parts;
import studio.crossbar.design.Design;
import studio.crossbar.hardware.Noise;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.network.Shape;
import studio.crossbar.training.TrainedNetwork;
import studio.crossbar.ui.HandedOver;
import studio.crossbar.ui.Projects;
import studio.crossbar.ui.common.Screen;
import studio.crossbar.ui.common.Session;

/** The test's thread stands in for the user interface's. */
@Timeout(60)
class AdcInputsViewModelTest {

    private final Design design = Projects.tinyDesign();
    private final Session session = new Session();
    private final HandedOver updates = new HandedOver();
    private final AdcInputsViewModel model = new AdcInputsViewModel(session, updates);

    /** Random windows that fit {@link Projects#tinyDesign}. */
    private static Parts windows() {
        Parts parts = Projects.blank(new Shape(9, 128), 6);
        Random random = new Random(3);
        float[] features = parts.test().features();
        for (int i = 0; i < features.length; i++) {
            features[i] = (float) random.nextGaussian();
        }
        return parts;
    }

    private void open() {
        session.opened(Projects.openWith(design, windows()));
        session.screenProperty().set(Screen.HARDWARE);
    }

    private static TrainedNetwork trained(Design design) {
        return Projects.evaluation(design).mapped().trained();
    }

    private AdcPicture picture() {
        return Objects.requireNonNull(model.pictureProperty().get());
    }

    private void awaitResult() {
        updates.runUntil(() -> model.stateProperty().get() != AdcInputsViewModel.State.MEASURING);
    }

    private void edit(Design edited) {
        session.designProperty().set(edited);
    }

    private Design withAdcBits(int bits) {
        return design.withHardware(
                design.hardware().withConverters(design.hardware().converters().withAdcBits(bits)));
    }

    @Test
    void anUntrainedDesignHasNoPicture() {
        assertThat(model.stateProperty().get()).isEqualTo(AdcInputsViewModel.State.NO_PROJECT);
        open();
        assertThat(model.stateProperty().get()).isEqualTo(AdcInputsViewModel.State.UNTRAINED);
        assertThat(model.pictureProperty().get()).isNull();
    }

    @Test
    void nothingIsMeasuredUntilSomeoneLooks() {
        session.opened(Projects.openWith(design, windows()));
        session.trained(trained(design));
        assertThat(updates.next(Duration.ofMillis(300))).isNull();
        session.screenProperty().set(Screen.HARDWARE);
        awaitResult();
        assertThat(model.stateProperty().get()).isEqualTo(AdcInputsViewModel.State.READY);
        assertThat(model.layers()).containsExactly("1 conv1d 8", "2 dense 6");
    }

    /** Eight windows, 16 positions of 8 outputs in two row blocks, and 6 sums of the dense layer. */
    @Test
    void barsHoldEverySumOnceOfTheLayerThatIsSelected() {
        open();
        session.trained(trained(design));
        awaitResult();
        assertThat(picture().sums()).isEqualTo(8 * (16 * 8 * 2 + 6));
        assertThat(model.wordsProperty().get()).startsWith("All layers");
        session.selectedLayerProperty().set(0);
        assertThat(picture().sums()).isEqualTo(8 * 16 * 8 * 2);
        assertThat(model.wordsProperty().get()).startsWith("1 conv1d 8 (Y = 4.00): ");
        session.selectedLayerProperty().set(1);
        assertThat(picture().sums()).isEqualTo(8 * 6);
        double bars = picture().bars().stream()
                .mapToDouble(bar -> bar.converted() + bar.clipped())
                .sum();
        assertThat(bars).isCloseTo(1, within(1e-9));
    }

    @Test
    void aSmallerFullScaleClipsMoreAndNarrowsTheCodes() {
        open();
        session.trained(trained(design));
        awaitResult();
        double clipped = picture().clipped();
        double step = picture().step();
        model.factorProperty().set(0.5);
        assertThat(picture().clipped()).isGreaterThan(clipped);
        assertThat(picture().step()).isEqualTo(step / 2);
        assertThat(picture().high()).isEqualTo(0.5);
        assertThat(picture().low()).isEqualTo(-0.5);
        assertThat(picture().clipped())
                .as("the bars beyond the range")
                .isCloseTo(
                        picture().bars().stream()
                                .mapToDouble(AdcPicture.Bar::clipped)
                                .sum(),
                        within(1e-9));
        assertThat(model.wordsProperty().get()).contains("clip at 0.500 Y.");
        assertThat(session.designProperty().get()).isEqualTo(design);
    }

    @Test
    void codesFollowTheEditedBits() {
        open();
        session.trained(trained(design));
        awaitResult();
        edit(withAdcBits(4));
        assertThat(picture().boundaries()).hasSize(14).isSorted();
        assertThat(picture().step()).isEqualTo(1 / 7.0);
        double coarse = picture().zero();
        edit(withAdcBits(8));
        assertThat(picture().boundaries()).hasSize(254);
        assertThat(picture().zero()).isLessThan(coarse);
        edit(withAdcBits(10));
        assertThat(picture().boundaries()).isEmpty();
        assertThat(model.wordsProperty().get()).contains("too close to be drawn");
    }

    @Test
    void anEditThatChangesTheSumsIsPointedOut() {
        open();
        session.trained(trained(design));
        awaitResult();
        assertThat(model.wordsProperty().get()).doesNotContain("trained design");
        edit(design.withHardware(design.hardware().withNoise(new Noise(0.2, 0))));
        assertThat(model.wordsProperty().get()).doesNotContain("trained design");
        edit(design.withHardware(design.hardware().withPolarity(Polarity.POSITIVE)));
        assertThat(model.wordsProperty().get()).contains("the trained design's sums");
    }

    @Test
    void anEditIsDrawnWithinFiftyMillisecondsWithoutMeasuringAgain() {
        open();
        session.trained(trained(design));
        awaitResult();
        int edits = 200;
        long start = System.nanoTime();
        for (int i = 0; i < edits; i++) {
            edit(withAdcBits(2 + i % 11));
        }
        assertThat((System.nanoTime() - start) / 1e6 / edits).isLessThan(50);
        assertThat(updates.size()).isZero();
        assertThat(model.stateProperty().get()).isEqualTo(AdcInputsViewModel.State.READY);
    }

    @Test
    void anotherTrainedNetworkIsMeasuredAnew() {
        open();
        session.trained(trained(design));
        awaitResult();
        AdcPicture before = picture();
        Design offset = design.withHardware(design.hardware().withPolarity(Polarity.OFFSET));
        session.trained(trained(offset));
        assertThat(model.stateProperty().get()).isEqualTo(AdcInputsViewModel.State.MEASURING);
        assertThat(model.pictureProperty().get()).isNull();
        awaitResult();
        assertThat(picture()).isNotEqualTo(before);
    }

    @Test
    void dataThatDoNotFitAreExplainedAndTriedAgain() {
        session.opened(Projects.open(design, null));
        session.screenProperty().set(Screen.HARDWARE);
        session.trained(trained(design));
        awaitResult();
        assertThat(model.stateProperty().get()).isEqualTo(AdcInputsViewModel.State.FAILED);
        assertThat(model.wordsProperty().get()).startsWith("The ADC inputs could not be measured: ");
        model.retry();
        assertThat(model.stateProperty().get()).isEqualTo(AdcInputsViewModel.State.MEASURING);
    }

    @Test
    void positiveCellsHaveNoSumsBelowZero() {
        Design positive = design.withHardware(design.hardware().withPolarity(Polarity.POSITIVE));
        session.opened(Projects.openWith(positive, positiveWindows()));
        session.screenProperty().set(Screen.HARDWARE);
        session.trained(trained(positive));
        awaitResult();
        session.selectedLayerProperty().set(1);
        assertThat(picture().low()).as("behind a rectifier").isZero();
        assertThat(picture().step()).isEqualTo(1 / 255.0);
        session.selectedLayerProperty().set(Session.NO_LAYER);
        assertThat(picture().step()).as("signed inputs of the first layer").isNaN();
        assertThat(model.wordsProperty().get()).contains("choose a layer");
    }

    private static Parts positiveWindows() {
        Parts parts = Projects.blank(new Shape(9, 128), 6);
        Arrays.fill(parts.test().features(), 1);
        return parts;
    }
}
