package studio.crossbar.search.dimension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.cost.Schedule;
import studio.crossbar.design.Design;
import studio.crossbar.design.ReferenceDesign;
import studio.crossbar.hardware.Encoding;
import studio.crossbar.hardware.InputCoding;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.PolarityMap;
import studio.crossbar.network.Extent;
import studio.crossbar.network.Layer;
import studio.crossbar.network.ReferenceNetwork;
import studio.crossbar.network.Shape;

class DimensionsTest {

    private static final Design HAR = ReferenceDesign.of(ReferenceNetwork.HAR_CNN, 2, Polarity.DIFFERENTIAL);
    private static final Design IMAGES = ReferenceDesign.of(ReferenceNetwork.CIFAR_STRIDED, 4, Polarity.DIFFERENTIAL);

    /** The design after "name=value" in turn. */
    private static Design with(Design base, String... choices) {
        return draft(base, choices).design();
    }

    private static DesignDraft draft(Design base, String... choices) {
        DesignDraft draft = new DesignDraft(base, CostOptions.STANDARD);
        for (String choice : choices) {
            String[] parts = choice.split("=", -1);
            Dimension dimension = Dimensions.named(parts[0]);
            dimension.check(parts[1]);
            dimension.apply(draft, parts[1]);
        }
        return draft;
    }

    @Test
    void bothEndsOfEveryRangeGiveADesign() {
        for (Dimension dimension : Dimensions.general()) {
            for (String value : dimension.extremes()) {
                // Strides and taps beyond the signal are a matter of the whole network.
                boolean alone =
                        !List.of("stride", "kernel", "dilation", "depth").contains(dimension.name());
                // 8-bit cells must not have four slices, and the long ramp needs as long a training.
                String other = dimension.name().equals("slices") ? "cellBits=1" : "hardwareEpochs=1000";
                String[] choices = {other, "polarity=positive", dimension.name() + "=" + value};
                if (alone) {
                    DesignDraft draft = draft(HAR, choices);
                    assertThat(draft.design()).as(dimension.name()).isNotNull();
                    assertThat(draft.options()).isNotNull();
                }
            }
        }
    }

    @Test
    void aDraftThatNothingActsOnIsTheBase() {
        for (ReferenceNetwork network : ReferenceNetwork.values()) {
            Design base = ReferenceDesign.of(network, 2, Polarity.ROW_BLOCK);
            assertThat(with(base)).isEqualTo(base);
        }
    }

    @Test
    void aRecognisedTopologyIsTheSameNetwork() {
        for (ReferenceNetwork network :
                List.of(ReferenceNetwork.HAR_CNN, ReferenceNetwork.HAR_MLP, ReferenceNetwork.CIFAR_STRIDED)) {
            Design base = ReferenceDesign.of(network, 2, Polarity.POSITIVE);
            assertThat(with(base, "widthFactor=1")).isEqualTo(base);
        }
    }

    @Test
    void stagesOfSignalsTakeTheirValues() {
        Design design = with(
                HAR,
                "depth=4",
                "width=16",
                "width2=24",
                "kernel=3",
                "kernel4=7",
                "stride=1",
                "stride1=4",
                "dilation3=2",
                "rectifier=concatRelu",
                "pooling=max",
                "hidden=20",
                "dropout=0.1",
                "inputs=signed");
        assertThat(design.network().input()).isEqualTo(new Shape(9, 128));
        assertThat(design.hardware().inputs()).isEqualTo(InputCoding.SIGNED);
        Extent four = new Extent(1, 4);
        assertThat(design.network().layers())
                .containsExactly(
                        new Layer.Conv1d(16, 3, 1, 1, 1, 1),
                        new Layer.ConcatRelu(),
                        new Layer.MaxPool(four, four),
                        new Layer.Conv1d(24, 3, 1, 1, 1, 1),
                        new Layer.ConcatRelu(),
                        new Layer.Conv1d(16, 3, 1, 2, 2, 1),
                        new Layer.ConcatRelu(),
                        new Layer.Conv1d(16, 7, 1, 3, 1, 1),
                        new Layer.ConcatRelu(),
                        new Layer.MeanOverTime(),
                        new Layer.Dense(20),
                        new Layer.ConcatRelu(),
                        new Layer.Dropout(0.1),
                        new Layer.Dense(6));
    }

    @Test
    void stagesOfImagesAreSquare() {
        Design design = with(IMAGES, "depth=2", "kernel=5", "stride=2", "width1=8", "head=flatten");
        assertThat(design.network().layers())
                .containsExactly(
                        Layer.Conv2d.same(8, 5, 2),
                        new Layer.Relu(),
                        Layer.Conv2d.same(64, 5, 2),
                        new Layer.Relu(),
                        new Layer.Flatten(),
                        new Layer.Dense(10));
    }

    @Test
    void networksWithBranchesAreRefusedOnlyWhereTheirTopologyIsVaried() {
        Design residual = ReferenceDesign.of(ReferenceNetwork.RESNET8, 4, Polarity.DIFFERENTIAL);
        assertThat(with(residual, "cellBits=2").hardware().cell().levels()).isEqualTo(4);
        assertThatThrownBy(() -> with(residual, "depth=3")).hasMessageContaining("network: layer 3");
        assertThatThrownBy(() -> with(HAR, "width4=8"))
                .hasMessageContaining("stage 4: the network has 3; add depth to the space or leave the parameter out");
        Design dense = ReferenceDesign.of(ReferenceNetwork.HAR_MLP, 2, Polarity.DIFFERENTIAL);
        assertThatThrownBy(() -> with(dense, "kernel=3")).hasMessageContaining("has no convolutions");
    }

    @Test
    void hardwareTakesItsValuesInAnyOrder() {
        Design design = with(
                HAR,
                "slices=4",
                "cellBits=1",
                "dacBits=6",
                "adcBits=5",
                "tileRows=64",
                "tileColumns=256",
                "scaling=shift");
        assertThat(design.hardware().cell().levels()).isEqualTo(2);
        assertThat(design.hardware().slices()).isEqualTo(4);
        assertThat(design.hardware().converters().dacBits()).isEqualTo(6);
        assertThat(design.hardware().converters().inputCycleBits()).isEqualTo(6);
        assertThat(design.hardware().converters().adcBits()).isEqualTo(5);
        assertThat(design.hardware().tile().rows()).isEqualTo(64);
        assertThat(design.hardware().tile().columns()).isEqualTo(256);
        assertThat(draft(HAR, "schedule=layerParallel").options().schedule()).isEqualTo(Schedule.LAYER_PARALLEL);
    }

    @Test
    void signsAlternateByWhateverSharesThem() {
        assertThat(with(HAR, "polarity=alternating").hardware().polarity()).isEqualTo(Polarity.ROW_BLOCK);
        PolarityMap layers = (PolarityMap) with(HAR, "polarity=alternating", "polarityGranularity=layer")
                .hardware()
                .polarity();
        assertThat(layers.layers().stream()
                        .map(layer -> layer.lines().getFirst().getFirst()))
                .containsExactly(Encoding.POSITIVE, Encoding.NEGATIVE, Encoding.POSITIVE, Encoding.NEGATIVE);
        PolarityMap tiles = (PolarityMap)
                with(HAR, "tileRows=64", "tileColumns=16", "polarityGranularity=tile", "polarity=alternating")
                        .hardware()
                        .polarity();
        // 18 channels × 9 taps in two planes of 81 rows, two row blocks each; 32 outputs in blocks of 16.
        assertThat(tiles.layers().getFirst().text()).containsExactly("PN", "PN", "NP", "NP");
        PolarityMap ends = (PolarityMap) with(HAR, "polarity=positive", "signedLayers=firstAndLast")
                .hardware()
                .polarity();
        assertThat(ends.layers().stream().map(layer -> layer.lines().getFirst().getFirst()))
                .containsExactly(Encoding.DIFFERENTIAL, Encoding.POSITIVE, Encoding.POSITIVE, Encoding.DIFFERENTIAL);
    }

    @Test
    void recipesTakeTheirValuesAndRampsFit() {
        Design design = with(HAR, "rampEpochs=10", "hardwareEpochs=4", "batch=32", "compandingExponent=0.5");
        assertThat(design.recipe().rampEpochs()).isEqualTo(4);
        assertThat(design.recipe().batch()).isEqualTo(32);
        assertThat(design.companding().exponent()).isEqualTo(0.5);
        assertThat(with(HAR, "companding=false").companding().active()).isFalse();
        assertThat(with(IMAGES, "companding=true").companding().active()).isTrue();
    }
}
