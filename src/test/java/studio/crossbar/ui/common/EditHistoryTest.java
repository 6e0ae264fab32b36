package studio.crossbar.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import studio.crossbar.cost.Schedule;
import studio.crossbar.cost.Technology;
import studio.crossbar.design.Design;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.Noise;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.hardware.TileShape;
import studio.crossbar.network.Layer;
import studio.crossbar.network.Network;
import studio.crossbar.study.ProjectSettings;
import studio.crossbar.ui.Projects;

class EditHistoryTest {

    private static final Design DESIGN = Projects.tinyDesign();

    private long now;
    private final Session session = new Session(() -> now);
    private final EditHistory history = session.history();

    @BeforeEach
    void open() {
        session.opened(Projects.open(DESIGN, null));
    }

    static List<Arguments> edits() {
        List<Layer> layers = DESIGN.network().layers();
        return List.of(
                edit("Cell bits 4 → 2", d -> d.withHardware(d.hardware().withCell(Cell.ofBits(2)))),
                edit("Cell levels 16 → 5", d -> d.withHardware(d.hardware().withCell(new Cell(5, 0.5, 10)))),
                edit(
                        "Lowest conductance 0.5 → 1.25 µS",
                        d -> d.withHardware(d.hardware().withCell(new Cell(16, 1.25, 10)))),
                edit("Tile rows 64 → 128", d -> d.withHardware(d.hardware().withTile(new TileShape(128, 64)))),
                edit(
                        "Programming noise 5 → 7 %",
                        d -> d.withHardware(d.hardware().withNoise(new Noise(0.07, 0)))),
                edit(
                        "Programming noise and read noise",
                        d -> d.withHardware(d.hardware().withNoise(new Noise(0.07, 0.01)))),
                edit(
                        "Polarity differential → row block",
                        d -> d.withHardware(d.hardware().withPolarity(Polarity.ROW_BLOCK))),
                edit(
                        "DAC bits 8 → 4",
                        d -> d.withHardware(d.hardware()
                                .withConverters(d.hardware().converters().withDacBits(4)))),
                edit("Hardware epochs 1 → 0", d -> d.withRecipe(d.recipe().withEpochs(1, 0))),
                edit("Weight decay 0.01 → 0.1", d -> d.withRecipe(d.recipe().with(r -> r.weightDecay = 0.1))),
                edit("Flip off → on", d -> d.withRecipe(d.recipe().with(r -> r.flip = true))),
                edit("Seed 1 → 7", d -> d.withSeed(7)),
                edit("Design name “tiny” → “other”", d -> d.withName("other")),
                edit("Design “other”", d -> d.withName("other").withSeed(4)),
                edit(
                        "Hardware",
                        d -> d.withHardware(d.hardware()
                                .withPolarity(Polarity.POSITIVE)
                                .withCell(Cell.ofBits(2))
                                .withTile(new TileShape(128, 64)))),
                edit("Layer 1 kernel 8 → 4", d -> withLayers(d, with(layers, 0, new Layer.Conv1d(8, 4, 8, 0)))),
                edit("Layer 4 outputs 6 → 5", d -> withLayers(d, with(layers, 3, new Layer.Dense(5)))),
                edit("Layer 2 relu → hard tanh", d -> withLayers(d, with(layers, 1, new Layer.HardTanh()))),
                edit("Add layer 3 dropout", d -> withLayers(d, inserted(layers, 2, new Layer.Dropout(0.5)))),
                edit("Remove layer 2 relu", d -> withLayers(d, inserted(layers, 1, null))));
    }

    private static Arguments edit(String name, UnaryOperator<Design> change) {
        return Arguments.of(name, change);
    }

    private static Design withLayers(Design design, List<Layer> layers) {
        return new Design(
                design.name(),
                new Network(design.network().input(), layers),
                design.hardware(),
                design.recipe(),
                design.seed());
    }

    private static List<Layer> with(List<Layer> layers, int index, Layer layer) {
        List<Layer> changed = new ArrayList<>(layers);
        changed.set(index, layer);
        return changed;
    }

    /** Without the layer at {@code index} if {@code layer} is null. */
    private static List<Layer> inserted(List<Layer> layers, int index, @org.jspecify.annotations.Nullable Layer layer) {
        List<Layer> changed = new ArrayList<>(layers);
        if (layer == null) {
            changed.remove(index);
        } else {
            changed.add(index, layer);
        }
        return changed;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("edits")
    void anEditIsNamedAfterWhatItChangedAndCanBeUndoneAndDoneAgain(String name, UnaryOperator<Design> change) {
        Design changed = change.apply(DESIGN);
        session.designProperty().set(changed);
        assertThat(history.undoNameProperty().get()).isEqualTo(name);
        history.undo();
        assertThat(session.designProperty().get()).isEqualTo(DESIGN);
        assertThat(history.undoNameProperty().get()).isEmpty();
        assertThat(history.redoNameProperty().get()).isEqualTo(name);
        history.redo();
        assertThat(session.designProperty().get()).isEqualTo(changed);
        assertThat(history.undoNameProperty().get()).isEqualTo(name);
    }

    @Test
    void costOptionsAreUndoneWithTheirBill() {
        ProjectSettings before = settings();
        session.settingsProperty()
                .set(before.withCost(
                        before.cost().withOptions(before.cost().options().withSchedule(Schedule.LAYER_PARALLEL))));
        assertThat(history.undoNameProperty().get()).isEqualTo("Schedule layer serial → layer parallel");
        history.undo();
        assertThat(settings()).isEqualTo(before);
        assertThat(Objects.requireNonNull(session.costs().costingProperty().get())
                        .options())
                .isEqualTo(before.cost().options());
    }

    @Test
    void aDragIsOneEditAndTheNextDragAnother() {
        history.held(true);
        for (int seed = 2; seed < 10; seed++) {
            session.designProperty().set(DESIGN.withSeed(seed));
            now += TimeUnit.SECONDS.toNanos(5);
        }
        history.held(false);
        history.held(true);
        session.designProperty().set(DESIGN.withSeed(20));
        history.held(false);
        assertThat(history.undoNameProperty().get()).isEqualTo("Seed 9 → 20");
        history.undo();
        assertThat(history.undoNameProperty().get()).isEqualTo("Seed 1 → 9");
        history.undo();
        assertThat(session.designProperty().get()).isEqualTo(DESIGN);
    }

    @Test
    void changesWithinASecondAreOneEditUnlessTheyAreOfOtherValuesOrChoices() {
        session.designProperty().set(DESIGN.withSeed(2));
        session.designProperty().set(DESIGN.withSeed(3));
        assertThat(history.undoNameProperty().get()).isEqualTo("Seed 1 → 3");
        now += TimeUnit.SECONDS.toNanos(2);
        session.designProperty().set(DESIGN.withSeed(4));
        assertThat(history.undoNameProperty().get()).isEqualTo("Seed 3 → 4");
        session.designProperty().set(DESIGN.withSeed(4).withName("other"));
        assertThat(history.undoNameProperty().get()).isEqualTo("Design name “tiny” → “other”");
        Design positive = DESIGN.withHardware(DESIGN.hardware().withPolarity(Polarity.POSITIVE));
        session.designProperty().set(positive.withSeed(4).withName("other"));
        session.designProperty()
                .set(positive.withHardware(positive.hardware().withPolarity(Polarity.OFFSET))
                        .withSeed(4)
                        .withName("other"));
        assertThat(history.undoNameProperty().get()).isEqualTo("Polarity positive → offset");
    }

    @Test
    void aDragBackToWhereItBeganIsNoEdit() {
        history.held(true);
        session.designProperty().set(DESIGN.withSeed(2));
        session.designProperty().set(DESIGN);
        history.held(false);
        assertThat(history.undoNameProperty().get()).isEmpty();
    }

    @Test
    void revertIsOneEdit() {
        ProjectSettings before = settings();
        session.designProperty().set(DESIGN.withSeed(2));
        session.settingsProperty().set(before.withDraws(7));
        session.revert();
        assertThat(history.undoNameProperty().get()).isEqualTo("Revert");
        history.undo();
        assertThat(session.designProperty().get()).isEqualTo(DESIGN.withSeed(2));
        assertThat(settings()).isEqualTo(before.withDraws(7));
    }

    @Test
    void anEditAfterUndoForgetsWhatWasUndoneAndAnotherProjectForgetsAll() {
        session.designProperty().set(DESIGN.withSeed(2));
        history.undo();
        session.designProperty().set(DESIGN.withSeed(3));
        assertThat(history.redoNameProperty().get()).isEmpty();
        history.redo();
        assertThat(session.designProperty().get()).isEqualTo(DESIGN.withSeed(3));
        session.opened(Projects.open(DESIGN, null));
        assertThat(history.undoNameProperty().get()).isEmpty();
        history.undo();
        assertThat(session.designProperty().get()).isEqualTo(DESIGN);
    }

    @Test
    void anotherTechnologyFileIsNotUndoneWithTheEditsBeforeIt() {
        session.settingsProperty().set(settings().withDraws(7));
        session.technology("mine.json", Technology.standard());
        assertThat(history.undoNameProperty().get()).isEqualTo("Programming draws 10 → 7");
        history.undo();
        assertThat(settings().draws()).isEqualTo(10);
        assertThat(settings().technology()).isEqualTo("mine.json");
    }

    @Test
    void theOldestEditsAreForgotten() {
        for (int seed = 2; seed < EditHistory.MOST + 10; seed++) {
            now += TimeUnit.SECONDS.toNanos(2);
            session.designProperty().set(DESIGN.withSeed(seed));
        }
        for (int i = 0; i < EditHistory.MOST + 10; i++) {
            history.undo();
        }
        assertThat(Objects.requireNonNull(session.designProperty().get()).seed())
                .isEqualTo(9);
    }

    private ProjectSettings settings() {
        return Objects.requireNonNull(session.settingsProperty().get());
    }
}
