package studio.crossbar.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkDraftTest {

    private static final LayerPath RESIDUAL = LayerPath.of(1);

    private final NetworkDraft draft = new NetworkDraft(
            new Shape(8, 8, 8),
            List.of(
                    Layer.Conv2d.same(16, 3, 1),
                    new Layer.Residual(
                            List.of(Layer.Conv2d.same(16, 3, 2), new Layer.Relu(), Layer.Conv2d.same(16, 3, 1)),
                            List.of(Layer.Conv2d.same(16, 1, 2))),
                    new Layer.MeanOverTime(),
                    new Layer.Dense(10)));

    @Test
    void placesGoDepthFirstAndKnowTheirShapes() {
        assertThat(draft.places(true))
                .extracting(place -> place.path() + ": " + place.input() + " → " + place.output())
                .containsExactly(
                        "1: 8 × 8 × 8 → 16 × 8 × 8",
                        "2: 16 × 8 × 8 → 16 × 4 × 4",
                        "2 body 1: 16 × 8 × 8 → 16 × 4 × 4",
                        "2 body 2: 16 × 4 × 4 → 16 × 4 × 4",
                        "2 body 3: 16 × 4 × 4 → 16 × 4 × 4",
                        "2 shortcut 1: 16 × 8 × 8 → 16 × 4 × 4",
                        "3: 16 × 4 × 4 → 16 × 1",
                        "4: 16 × 1 → 10 × 1");
    }

    /** The paths of layers with weights are those that the network gives them, so that both can be linked. */
    @Test
    void pathsAreThoseOfTheNetwork() {
        List<String> paths = draft.places(true).stream()
                .filter(place -> place.layer() instanceof Layer.Weighted)
                .map(place -> place.path().toString())
                .toList();
        assertThat(draft.network().weighted()).extracting(Network.Placed::path).containsExactlyElementsOf(paths);
    }

    @Test
    void aLayerInABranchIsReplacedInsertedMovedAndDeleted() {
        LayerPath second = RESIDUAL.in(LayerPath.Branch.BODY, 1);
        assertThat(draft.with(second, new Layer.HardTanh()).layer(second)).isEqualTo(new Layer.HardTanh());
        NetworkDraft inserted = draft.inserted(second, new Layer.Dropout(0.2));
        assertThat(inserted.siblings(second)).hasSize(4);
        assertThat(inserted.without(second)).isEqualTo(draft);
        NetworkDraft moved = draft.moved(second, 2);
        assertThat(moved.layer(second)).isInstanceOf(Layer.Conv2d.class);
        assertThat(moved.moved(second.sibling(2), 1)).isEqualTo(draft);
        assertThat(draft.has(second.sibling(3))).isFalse();
        assertThat(draft.has(LayerPath.of(0).in(LayerPath.Branch.BODY, 0))).isFalse();
    }

    @Test
    void aBodyIsNeverEmptyButAShortcutMayBe() {
        NetworkDraft small = draft.with(
                RESIDUAL, new Layer.Residual(List.of(new Layer.Relu()), List.of(Layer.Conv2d.same(16, 1, 1))));
        assertThatThrownBy(() -> small.without(RESIDUAL.in(LayerPath.Branch.BODY, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 body 1")
                .hasMessageContaining("delete the residual");
        assertThat(small.without(RESIDUAL.in(LayerPath.Branch.SHORTCUT, 0)).layer(RESIDUAL))
                .isEqualTo(new Layer.Residual(List.of(new Layer.Relu()), List.of()));
    }

    @Test
    void aProblemIsToldAtItsLayerAndWhatFollowsIsUnknown() {
        NetworkDraft wrong = draft.with(RESIDUAL.in(LayerPath.Branch.SHORTCUT, 0), Layer.Conv2d.same(16, 1, 1));
        NetworkDraft.Place residual = wrong.places(true).get(1);
        assertThat(residual.problem()).contains("16 × 4 × 4").contains("16 × 8 × 8");
        assertThat(wrong.places(true).getLast().input()).isNull();
        assertThat(wrong.places(true).getLast().problem()).isNull();
        assertThat(wrong.fittingPart().orElseThrow().layers()).hasSize(1);
        assertThatThrownBy(wrong::network).hasMessageContaining("layer 2");
    }

    @Test
    void aProblemInABranchIsNotToldTwice() {
        LayerPath inner = RESIDUAL.in(LayerPath.Branch.BODY, 0);
        NetworkDraft wrong =
                draft.with(inner, new Layer.Conv2d(16, Extent.square(11), Extent.ONE, Extent.ZERO, Extent.ONE, 1));
        assertThat(wrong.places(true).stream().filter(place -> place.problem() != null))
                .extracting(place -> place.path().toString())
                .containsExactly("2 body 1");
    }

    @Test
    void withoutWeightsNothingFits() {
        assertThat(new NetworkDraft(new Shape(3, 8), List.of(new Layer.Relu())).fittingPart())
                .isEmpty();
    }
}
