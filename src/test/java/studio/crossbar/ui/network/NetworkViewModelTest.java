package studio.crossbar.ui.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import studio.crossbar.analysis.Finding;
import studio.crossbar.analysis.LayerFigures;
import studio.crossbar.design.Design;
import studio.crossbar.hardware.InputCoding;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.TileShape;
import studio.crossbar.network.Layer;
import studio.crossbar.network.LayerPath;
import studio.crossbar.network.Network;
import studio.crossbar.network.NetworkDraft;
import studio.crossbar.network.ReferenceNetwork;
import studio.crossbar.network.Shape;
import studio.crossbar.ui.HandedOver;
import studio.crossbar.ui.Projects;
import studio.crossbar.ui.common.Session;

class NetworkViewModelTest {

    private final Session session = new Session();
    private final HandedOver updates = new HandedOver();
    private final NetworkViewModel model = new NetworkViewModel(session, updates);
    private final NetworkDraftViewModel draft = model.draft();

    /** A project whose data have the shape that the tiny design takes. */
    private void open() {
        session.opened(Projects.openWith(Projects.tinyDesign(), Projects.blank(new Shape(9, 128), 6)));
    }

    private Design design() {
        return Objects.requireNonNull(session.designProperty().get());
    }

    private LayerFigures figures(int row) {
        return Objects.requireNonNull(model.rows().get(row).figures());
    }

    private java.util.List<Finding> findings() {
        return Objects.requireNonNull(model.pictureProperty().get()).analysis().findings();
    }

    /** Runs updates, as the user interface's thread would, until the rows are those of the draft and its hardware. */
    private void settle() {
        EditedNetwork now = draft.draftProperty().get();
        updates.runUntil(model::settled);
        assertThat(draft.draftProperty().get()).isEqualTo(now);
    }

    @Test
    void thereIsNothingWithoutAProject() {
        assertThat(draft.draftProperty().get()).isNull();
        assertThat(model.rows()).isEmpty();
        assertThat(model.presets())
                .allSatisfy(preset -> assertThat(preset.reason()).isNotEmpty());
        assertThat(model.fitReason()).isNotEmpty();
    }

    @Test
    void rowsSayWhatEachLayerNeeds() {
        open();
        settle();
        assertThat(model.rows())
                .extracting(NetworkPicture.Row::name)
                .containsExactly("1 conv1d 8", "2 ReLU", "3 mean", "4 dense 6");
        assertThat(figures(0).rows()).isEqualTo(72);
        assertThat(figures(0).tiles()).isEqualTo(2);
        assertThat(model.rows().get(1).figures()).isNull();
        double area = model.rows().stream()
                .mapToDouble(NetworkPicture.Row::areaShare)
                .filter(share -> !Double.isNaN(share))
                .sum();
        assertThat(area).isCloseTo(1, within(1e-9));
    }

    @Test
    void rowsFollowHardwareEdits() {
        open();
        settle();
        session.designProperty().set(design().withHardware(design().hardware().withTile(new TileShape(128, 64))));
        settle();
        assertThat(figures(0).tiles()).isEqualTo(1);
        session.designProperty().set(design().withHardware(design().hardware().withPolarity(Polarity.POSITIVE)));
        settle();
        assertThat(figures(0).columns()).isEqualTo(8);
    }

    @Test
    void aValidEditBecomesTheDesignAtOnce() {
        open();
        draft.set(LayerPath.of(0), new Layer.Conv1d(16, 8, 8, 0));
        assertThat(design().network().layers().getFirst()).isEqualTo(new Layer.Conv1d(16, 8, 8, 0));
        assertThat(draft.pendingProperty().get()).isEmpty();
        settle();
        assertThat(figures(0).weights()).isEqualTo(72 * 16);
    }

    @Test
    void anInvalidEditStaysADraftThatCanBeCorrected() {
        open();
        Design valid = design();
        draft.set(LayerPath.of(0), new Layer.Conv1d(8, 200, 8, 0));
        assertThat(design()).isEqualTo(valid);
        assertThat(draft.pendingProperty().get()).contains("layer 1").contains("200 taps");
        settle();
        assertThat(findings().getFirst().severity()).isEqualTo(Finding.Severity.ERROR);
        assertThat(findings().getFirst().path()).isEqualTo(LayerPath.of(0));
        assertThat(model.rows().getFirst().place().output()).isNull();

        draft.set(LayerPath.of(3), new Layer.Dense(7));
        assertThat(design()).as("still wrong at the first layer").isEqualTo(valid);
        draft.set(LayerPath.of(0), new Layer.Conv1d(8, 100, 8, 0));
        assertThat(draft.pendingProperty().get()).isEmpty();
        assertThat(design().network().layers())
                .startsWith(new Layer.Conv1d(8, 100, 8, 0))
                .endsWith(new Layer.Dense(7));
    }

    private NetworkDraft shown() {
        return Objects.requireNonNull(draft.draftProperty().get()).network();
    }

    @Test
    void aDraftIsUndoneStepByStepAndDoneAgain() {
        open();
        Design valid = design();
        draft.set(LayerPath.of(0), new Layer.Conv1d(8, 200, 8, 0));
        draft.set(LayerPath.of(3), new Layer.Dense(7));
        assertThat(session.everythingIsSaved()).isFalse();
        assertThat(session.history().undoNameProperty().get()).endsWith("6 → 7");

        session.history().undo();
        assertThat(shown().layers().getLast()).isEqualTo(new Layer.Dense(6));
        assertThat(draft.pendingProperty().get()).contains("200 taps");
        session.history().undo();
        assertThat(shown()).isEqualTo(NetworkDraft.of(valid.network()));
        assertThat(draft.pendingProperty().get()).isEmpty();
        assertThat(session.everythingIsSaved()).isTrue();

        session.history().redo();
        session.history().redo();
        assertThat(shown().layers().getLast()).isEqualTo(new Layer.Dense(7));
        assertThat(draft.pendingProperty().get()).contains("200 taps");
        assertThat(design()).isEqualTo(valid);

        draft.set(LayerPath.of(0), new Layer.Conv1d(8, 100, 8, 0));
        assertThat(session.draftProperty().get()).isNull();
        assertThat(design().network().layers()).startsWith(new Layer.Conv1d(8, 100, 8, 0));
        session.history().undo();
        assertThat(design()).isEqualTo(valid);
        assertThat(draft.pendingProperty().get()).contains("200 taps");
    }

    @Test
    void whatDropsADraftIsUndoneInOneStep() {
        open();
        Design valid = design();
        draft.set(LayerPath.of(0), new Layer.Conv1d(8, 200, 8, 0));
        draft.discard();
        assertThat(session.history().undoNameProperty().get()).isEqualTo("Discard the draft of the network");
        session.history().undo();
        assertThat(draft.pendingProperty().get()).contains("200 taps");

        Network other = NetworkDraft.of(valid.network())
                .with(LayerPath.of(0), new Layer.Conv1d(16, 8, 8, 0))
                .network();
        session.designProperty().set(valid.with(other, valid.hardware()));
        assertThat(draft.pendingProperty().get()).isEmpty();
        assertThat(shown()).isEqualTo(NetworkDraft.of(other));
        session.history().undo();
        assertThat(design()).isEqualTo(valid);
        assertThat(draft.pendingProperty().get()).contains("200 taps");
        session.revert();
        assertThat(draft.pendingProperty().get()).isEmpty();
    }

    @Test
    void aDraftOutlivesHardwareEditsAndIsDiscardedByHand() {
        open();
        draft.set(LayerPath.of(0), new Layer.Conv1d(8, 200, 8, 0));
        session.designProperty().set(design().withHardware(design().hardware().withTile(new TileShape(128, 64))));
        assertThat(draft.pendingProperty().get()).contains("200 taps");
        draft.discard();
        assertThat(draft.pendingProperty().get()).isEmpty();
        assertThat(Objects.requireNonNull(draft.draftProperty().get()).network().layers())
                .isEqualTo(design().network().layers());
        assertThat(design().hardware().tile().rows()).isEqualTo(128);
    }

    @Test
    void anUndoneEditIsFollowed() {
        open();
        Design before = design();
        draft.selectedProperty().set(LayerPath.of(1));
        draft.insert(LayerKind.DROPOUT, true);
        assertThat(draft.selectedProperty().get()).isEqualTo(LayerPath.of(2));
        assertThat(design().network().layers()).hasSize(5);
        draft.selectedProperty().set(LayerPath.of(4));
        session.designProperty().set(before);
        assertThat(Objects.requireNonNull(draft.draftProperty().get()).network().layers())
                .hasSize(4);
        assertThat(draft.selectedProperty().get()).as("a layer that is gone").isNull();
    }

    @Test
    void layersAreInsertedMovedAndDeletedAroundTheSelection() {
        open();
        draft.insert(LayerKind.CONV1D, true);
        assertThat(design().network().layers().getFirst())
                .as("first, keeping the shape")
                .isEqualTo(new Layer.Conv1d(9, 3, 1, 1));
        draft.move(1);
        assertThat(draft.selectedProperty().get()).isEqualTo(LayerPath.of(1));
        assertThat(draft.moveReason(-1)).isEmpty();
        draft.move(-1);
        assertThat(draft.moveReason(-1)).contains("first");
        draft.delete();
        assertThat(design().network()).isEqualTo(Projects.tinyDesign().network());
        assertThat(draft.selectedProperty().get()).isNull();
        assertThat(draft.layerReason()).isNotEmpty();
    }

    @Test
    void onlyKindsThatSuitTheShapeAreOffered() {
        open();
        draft.selectedProperty().set(LayerPath.of(2));
        assertThat(draft.insertable(false)).contains(LayerKind.CONV1D).doesNotContain(LayerKind.CONV2D);
        assertThat(draft.insertable(true)).contains(LayerKind.DENSE).doesNotContain(LayerKind.CONV1D);
    }

    @Test
    void theLastLayerOfABodyIsNotDeleted() {
        open();
        draft.insert(LayerKind.RESIDUAL, true);
        draft.selectedProperty().set(LayerPath.of(0).in(LayerPath.Branch.BODY, 0));
        Design before = design();
        draft.delete();
        assertThat(design()).isEqualTo(before);
        assertThat(draft.refusedProperty().get()).contains("delete the residual");
    }

    @Test
    void splittingTheInputChangesItsChannelsAndTheHardwareTogether() {
        open();
        draft.setInputs(InputCoding.RECTIFIED_SPLIT);
        assertThat(design().hardware().inputs()).isEqualTo(InputCoding.RECTIFIED_SPLIT);
        assertThat(design().network().input()).isEqualTo(new Shape(18, 128));
        draft.setInputs(InputCoding.SIGNED);
        assertThat(design()).isEqualTo(Projects.tinyDesign());
    }

    @Test
    void theInputIsFittedToTheData() {
        session.opened(Projects.openWith(Projects.tinyDesign(), Projects.blank(new Shape(3, 64), 6)));
        settle();
        assertThat(findings().getFirst().subject()).isEqualTo("Input");
        assertThat(model.fitReason()).isEmpty();
        model.fitInput();
        settle();
        assertThat(design().network().input()).isEqualTo(new Shape(3, 64));
        assertThat(model.fitReason()).contains("already");
        assertThat(findings()).noneMatch(finding -> finding.severity() == Finding.Severity.ERROR);
    }

    @Test
    void referenceNetworksThatSuitComeFirstAndTakeTheRectifierOfThePolarity() {
        open();
        assertThat(model.presets())
                .filteredOn(preset -> preset.reason().isEmpty())
                .extracting(NetworkViewModel.Preset::reference)
                .containsExactly(ReferenceNetwork.HAR_CNN, ReferenceNetwork.HAR_MLP);
        assertThat(model.presets()).hasSize(ReferenceNetwork.values().length);
        model.start(ReferenceNetwork.HAR_CNN);
        assertThat(design().network().has(Layer.Relu.class)).isTrue();
        session.designProperty().set(design().withHardware(design().hardware().withPolarity(Polarity.POSITIVE)));
        model.start(ReferenceNetwork.HAR_CNN);
        assertThat(design().network().has(Layer.ConcatRelu.class)).isTrue();
        assertThat(design().network().has(Layer.Relu.class)).isFalse();
    }

    @Test
    void figuresOfAnEarlierStateAreNotShownWhenTheAnalysisFails() {
        NetworkViewModel failing = new NetworkViewModel(session, updates, (edited, design, data, costing) -> {
            if (design.seed() == 13) {
                throw new IllegalStateException("out of figures");
            }
            return NetworkPicture.of(edited, design, data, costing);
        });
        open();
        updates.runUntil(failing::settled);
        assertThat(failing.rows()).hasSize(4);

        session.designProperty()
                .set(design().withSeed(13).withHardware(design().hardware().withTile(new TileShape(128, 64))));
        updates.runUntil(failing::settled);
        assertThat(failing.rows()).isEmpty();
        assertThat(failing.pictureProperty().get()).isNull();
        assertThat(failing.problemProperty().get()).contains("out of figures");

        session.designProperty()
                .set(design().withSeed(1).withHardware(design().hardware().withTile(new TileShape(64, 64))));
        updates.runUntil(failing::settled);
        assertThat(failing.rows()).hasSize(4);
        assertThat(failing.problemProperty().get()).isEmpty();
    }

    @Test
    void theSelectionIsSharedWithOtherScreens() {
        open();
        settle();
        draft.selectedProperty().set(LayerPath.of(3));
        assertThat(session.selectedLayerProperty().get()).isEqualTo(1);
        session.selectedLayerProperty().set(0);
        assertThat(draft.selectedProperty().get()).isEqualTo(LayerPath.of(0));
        session.selectedLayerProperty().set(Session.NO_LAYER);
        draft.set(LayerPath.of(0), new Layer.Conv1d(16, 8, 8, 0));
        settle();
        assertThat(session.selectedLayerProperty().get())
                .as("all layers, as another screen chose")
                .isEqualTo(Session.NO_LAYER);
        draft.selectedProperty().set(LayerPath.of(1));
        assertThat(session.selectedLayerProperty().get()).isEqualTo(Session.NO_LAYER);
    }
}
