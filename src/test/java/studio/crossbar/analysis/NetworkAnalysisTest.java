package studio.crossbar.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.crossbar.analysis.Finding.Severity;
import studio.crossbar.design.Design;
import studio.crossbar.design.ReferenceDesign;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.hardware.InputCoding;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.TileShape;
import studio.crossbar.mapping.MappingPlan;
import studio.crossbar.network.Extent;
import studio.crossbar.network.Layer;
import studio.crossbar.network.LayerPath;
import studio.crossbar.network.Network;
import studio.crossbar.network.NetworkDraft;
import studio.crossbar.network.ReferenceNetwork;
import studio.crossbar.network.Shape;

class NetworkAnalysisTest {

    private static final Hardware HARDWARE = ReferenceDesign.of(ReferenceNetwork.HAR_CNN, 4, Polarity.DIFFERENTIAL)
            .hardware()
            .withInputs(InputCoding.SIGNED)
            .withTile(new TileShape(64, 64));
    private static final TrainingSet HAR = new TrainingSet("HAR", new Shape(9, 128), 6, 7352);

    private static NetworkDraft har(Layer... layers) {
        return new NetworkDraft(new Shape(9, 128), List.of(layers));
    }

    private static List<Finding> findings(NetworkDraft draft, Hardware hardware) {
        return NetworkAnalysis.of(draft, hardware, HAR).findings();
    }

    private static Finding only(List<Finding> findings, Severity severity) {
        List<Finding> found =
                findings.stream().filter(f -> f.severity() == severity).toList();
        assertThat(found).as(severity + " in " + findings).hasSize(1);
        return found.getFirst();
    }

    /** Networks that are known to work have no errors, and rectifiers and signs that suit each other. */
    @ParameterizedTest
    @EnumSource(ReferenceNetwork.class)
    void referenceNetworksHaveNoErrors(ReferenceNetwork reference) {
        for (Polarity polarity : List.of(Polarity.DIFFERENTIAL, Polarity.POSITIVE)) {
            Design design = ReferenceDesign.of(reference, 2, polarity);
            TrainingSet data = new TrainingSet("data", reference.signals(), reference.classes(), 50_000);
            NetworkAnalysis analysis = NetworkAnalysis.of(NetworkDraft.of(design.network()), design.hardware(), data);
            assertThat(analysis.findings())
                    .noneMatch(finding -> finding.severity() == Severity.ERROR)
                    .noneMatch(finding -> finding.message().contains("plain ReLU"))
                    .noneMatch(finding -> finding.message().contains("never negative"));
            MappingPlan plan = MappingPlan.of(design.network(), design.hardware());
            assertThat(analysis.layers()).hasSize(plan.layers().size());
            assertThat(analysis.layers().stream()
                            .mapToLong(LayerFigures::weights)
                            .sum())
                    .isEqualTo(design.network().weights());
            assertThat(analysis.layers().stream().mapToInt(LayerFigures::tiles).sum())
                    .isEqualTo(plan.tiles().size());
        }
    }

    @Test
    void figuresAreThoseOfTheMapping() {
        NetworkAnalysis analysis = NetworkAnalysis.of(
                har(new Layer.Conv1d(8, 8, 8, 0), new Layer.Relu(), new Layer.MeanOverTime(), new Layer.Dense(6)),
                HARDWARE,
                HAR);
        LayerFigures first = analysis.layers().getFirst();
        assertThat(first.weights()).isEqualTo(72 * 8);
        assertThat(first.multiplyAccumulates()).isEqualTo(72 * 8 * 16);
        assertThat(first.rows()).isEqualTo(72);
        assertThat(first.columns()).isEqualTo(16);
        assertThat(first.tiles()).isEqualTo(2);
        assertThat(first.utilisation()).isCloseTo(72 * 16 / (2.0 * 64 * 64), within(1e-12));
        assertThat(analysis.at(LayerPath.of(3)).orElseThrow().layer()).isEqualTo(1);
        assertThat(analysis.at(LayerPath.of(1))).isEmpty();
    }

    @Test
    void aShapeErrorNamesItsLayerAndLeavesTheFiguresBeforeIt() {
        NetworkAnalysis analysis = NetworkAnalysis.of(
                har(
                        new Layer.Conv1d(8, 9, 8, 4),
                        new Layer.Relu(),
                        new Layer.Conv1d(8, 33, 1, 0),
                        new Layer.MeanOverTime(),
                        new Layer.Dense(6)),
                HARDWARE,
                HAR);
        Finding error = only(analysis.findings(), Severity.ERROR);
        assertThat(error.path()).isEqualTo(LayerPath.of(2));
        assertThat(error.subject()).isEqualTo("Layer 3, conv1d 8");
        assertThat(error.about()).isEqualTo(Finding.About.LAYER);
        assertThat(error.message()).contains("8 × 16").contains("33 taps");
        assertThat(error.remedy()).contains("kernel");
        assertThat(analysis.findings().getFirst()).as("worst first").isEqualTo(error);
        assertThat(analysis.layers()).hasSize(1);
    }

    @Test
    void groupsThatDoNotDivideAreToldWhichWould() {
        Finding error = only(
                findings(
                        har(new Layer.Conv1d(6, 3, 1, 1, 1, 2), new Layer.MeanOverTime(), new Layer.Dense(6)),
                        HARDWARE),
                Severity.ERROR);
        assertThat(error.remedy()).contains("9 channels and 6 outputs: 1, 3.");
    }

    @Test
    void whatATrainingWouldRefuseIsAnError() {
        NetworkDraft classes = har(new Layer.MeanOverTime(), new Layer.Dense(5));
        assertThat(only(findings(classes, HARDWARE), Severity.ERROR).remedy()).contains("6 units");
        NetworkDraft input = new NetworkDraft(new Shape(3, 128), List.of(new Layer.MeanOverTime(), new Layer.Dense(6)));
        assertThat(only(findings(input, HARDWARE), Severity.ERROR).about()).isEqualTo(Finding.About.INPUT);
        assertThat(only(findings(input, HARDWARE), Severity.ERROR).message())
                .contains("3 × 128")
                .contains("9 × 128");
        assertThat(findings(har(new Layer.MeanOverTime()), HARDWARE))
                .extracting(Finding::message)
                .anyMatch(message -> message.startsWith("no layer has weights"));
    }

    @Test
    void imagesMayEnterAsRowsOfTheirPixels() {
        TrainingSet images = new TrainingSet("images", new Shape(1, 28, 28), 10, 100);
        NetworkDraft dense = new NetworkDraft(new Shape(1, 784), List.of(new Layer.Dense(10)));
        assertThat(NetworkAnalysis.of(dense, HARDWARE, images).findings())
                .noneMatch(finding -> finding.severity() == Severity.ERROR);
    }

    @Test
    void tapsThatOnlyMeetPaddingAreEmptyRows() {
        Layer.Conv2d wide = new Layer.Conv2d(8, Extent.square(5), Extent.ONE, Extent.square(2), Extent.ONE, 1);
        NetworkDraft draft = new NetworkDraft(
                new Shape(4, 2, 2), List.of(wide, new Layer.Flatten(), new Layer.Relu(), new Layer.Dense(6)));
        List<Finding> found = NetworkAnalysis.of(draft, HARDWARE, null).findings();
        assertThat(found).anySatisfy(finding -> {
            assertThat(finding.path()).isEqualTo(LayerPath.of(0));
            // Of 5 × 5 taps, those at distances −1, 0 and 1 meet the 2 × 2 positions.
            assertThat(finding.message()).startsWith("64 of 100 crossbar rows are always 0: 16 of its 25 taps");
        });
        NetworkDraft fitting = draft.with(LayerPath.of(0), Layer.Conv2d.same(8, 3, 1));
        assertThat(NetworkAnalysis.of(fitting, HARDWARE, null).findings())
                .noneMatch(finding -> finding.message().contains("always 0"));
    }

    @Test
    void aConcatenatedRectifierOfWhatIsNeverNegativeLeavesRowsEmpty() {
        NetworkDraft draft = har(
                new Layer.Conv1d(16, 9, 8, 4),
                new Layer.Relu(),
                new Layer.ConcatRelu(),
                new Layer.MeanOverTime(),
                new Layer.Dense(6));
        assertThat(findings(draft, HARDWARE))
                .filteredOn(finding -> LayerPath.of(2).equals(finding.path()))
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNING));
    }

    @Test
    void weightsOfOneSignBeforeAPlainRectifierAreFoundAndOnlyThey() {
        NetworkDraft plain =
                har(new Layer.Conv1d(32, 9, 2, 4), new Layer.Relu(), new Layer.MeanOverTime(), new Layer.Dense(6));
        NetworkDraft both = plain.with(LayerPath.of(1), new Layer.ConcatRelu());
        assertThat(signs(plain, Polarity.POSITIVE)).isEqualTo(1);
        assertThat(signs(plain, Polarity.NEGATIVE)).isEqualTo(1);
        assertThat(signs(plain, Polarity.ROW_BLOCK)).isEqualTo(1);
        assertThat(signs(plain, Polarity.OFFSET)).isZero();
        assertThat(signs(plain, Polarity.DIFFERENTIAL)).isZero();
        assertThat(signs(both, Polarity.POSITIVE)).isZero();
    }

    private static long signs(NetworkDraft draft, Polarity polarity) {
        return findings(draft, HARDWARE.withPolarity(polarity)).stream()
                .filter(finding -> finding.message().contains("plain ReLU"))
                .count();
    }

    @Test
    void aLayerIsSplitWhereItsRowsExceedTheTileAndTheRemedyHolds() {
        NetworkDraft draft =
                har(new Layer.Conv1d(32, 9, 2, 4), new Layer.Relu(), new Layer.MeanOverTime(), new Layer.Dense(6));
        Finding split = findings(draft, HARDWARE).stream()
                .filter(finding -> finding.message().contains("row blocks"))
                .findFirst()
                .orElseThrow();
        assertThat(split.path()).isEqualTo(LayerPath.of(0));
        assertThat(split.message()).startsWith("81 rows do not fit tiles of 64: 2 row blocks");
        assertThat(split.remedy()).contains("81 rows").contains("at most 7 channels");
        assertThat(findings(draft, HARDWARE.withTile(new TileShape(81, 64))))
                .noneMatch(finding -> finding.message().contains("row blocks"));
    }

    @Test
    void lowUtilisationNamesItsCause() {
        NetworkDraft draft = new NetworkDraft(
                new Shape(64, 8, 8),
                List.of(
                        Layer.Conv2d.depthwise(64, 3, 1),
                        new Layer.Relu(),
                        new Layer.MeanOverTime(),
                        new Layer.Dense(32)));
        List<Finding> found = NetworkAnalysis.of(draft, HARDWARE, null).findings();
        Finding low = only(found, Severity.WARNING);
        assertThat(low.path()).isEqualTo(LayerPath.of(0));
        assertThat(low.message()).contains("64 tiles").contains("64 groups");
        assertThat(low.remedy()).startsWith("Choose fewer groups, or tiles of fewer columns");
    }

    @Test
    void twoLinearLayersInARowAreFound() {
        NetworkDraft draft =
                har(new Layer.Conv1d(32, 7, 1, 3), new Layer.MeanOverTime(), new Layer.Dense(32), new Layer.Dense(6));
        assertThat(findings(draft, HARDWARE).stream()
                        .filter(finding -> finding.message().contains("one linear map")))
                .extracting(Finding::path)
                .containsExactly(LayerPath.of(2), LayerPath.of(3));
    }

    @Test
    void moreWeightsThanSamplesByFarAreTold() {
        NetworkDraft draft = har(new Layer.Dense(1024), new Layer.Relu(), new Layer.Dense(6));
        Finding note = findings(draft, HARDWARE).stream()
                .filter(finding -> finding.message().contains("by heart"))
                .findFirst()
                .orElseThrow();
        assertThat(note.path()).isEqualTo(LayerPath.of(0));
        assertThat(note.message())
                .contains("1,179,648 of the network's 1,185,792")
                .contains("161 a training sample");
    }

    @Test
    void aClippedOutputIsFound() {
        assertThat(findings(har(new Layer.MeanOverTime(), new Layer.Dense(6), new Layer.Relu()), HARDWARE))
                .anyMatch(finding -> finding.message().startsWith("the scores of the classes are clipped"));
    }

    @Test
    void presetsSuitTheirDataOnly() {
        assertThat(ReferenceNetwork.HAR_CNN.unsuited(new Shape(9, 128), 6)).isEmpty();
        assertThat(ReferenceNetwork.HAR_CNN.unsuited(new Shape(3, 4), 6).orElseThrow())
                .contains("9 × 128")
                .contains("3 × 4");
        assertThat(ReferenceNetwork.LENET.unsuited(new Shape(1, 28, 28), 26).orElseThrow())
                .contains("10 classes")
                .contains("26");
    }

    @Test
    void theWholeAreaIsSharedOut() {
        Design design = ReferenceDesign.of(ReferenceNetwork.RESNET8, 4, Polarity.DIFFERENTIAL);
        Network network = design.network();
        var cost = new studio.crossbar.study.Costing(
                        studio.crossbar.cost.Technology.standard(), studio.crossbar.cost.CostOptions.STANDARD)
                .of(design);
        double sum = 0;
        for (int layer = 0; layer < network.weighted().size(); layer++) {
            sum += cost.areaWithShared(layer);
        }
        assertThat(sum).isCloseTo(cost.areaSquareMillimetres(), within(1e-9));
    }
}
