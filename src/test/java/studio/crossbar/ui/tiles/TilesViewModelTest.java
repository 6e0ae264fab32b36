package studio.crossbar.ui.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.crossbar.design.Design;
import studio.crossbar.hardware.Noise;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.mapping.Tile;
import studio.crossbar.run.Job;
import studio.crossbar.run.JobStatus;
import studio.crossbar.simulation.tile.WireResistance;
import studio.crossbar.study.Evaluation;
import studio.crossbar.ui.HandedOver;
import studio.crossbar.ui.Projects;
import studio.crossbar.ui.common.JobItem;
import studio.crossbar.ui.common.Jobs;
import studio.crossbar.ui.common.Problem;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Theme;
import studio.crossbar.ui.cost.CostViewModel;

class TilesViewModelTest {

    private final Session session = new Session();
    private final List<Problem> problems = new CopyOnWriteArrayList<>();
    private final Jobs jobs = new Jobs(Runnable::run, problems::add);
    private final TilesViewModel model = new TilesViewModel(session, jobs, Runnable::run);
    private final Design design = Projects.tinyDesign();
    private final Evaluation evaluation = Projects.evaluation(design);

    @BeforeEach
    void open() {
        session.opened(Projects.open(design, evaluation));
    }

    @AfterEach
    void close() {
        jobs.close();
    }

    /** Background threads stand in for the user interface's here. */
    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int tries = 0; !condition.getAsBoolean() && tries < 2000; tries++) {
            Thread.sleep(10);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private FloorPlan plan() {
        return Objects.requireNonNull(model.planProperty().get());
    }

    private CellFigures figures() {
        return Objects.requireNonNull(model.figuresProperty().get());
    }

    private float[] cells(Quantity quantity, int tile) {
        return Objects.requireNonNull(quantity.of(figures(), tile))
                .levels()
                .getFirst()
                .values();
    }

    @Test
    void everyTileIsPlacedOnceAndNoneOverlap() {
        assertThat(plan().tiles()).hasSameSizeAs(evaluation.mapped().tiles());
        for (FloorPlan.Placed a : plan().tiles()) {
            for (FloorPlan.Placed b : plan().tiles()) {
                boolean apart = Math.abs(a.x() - b.x()) >= 64 || Math.abs(a.y() - b.y()) >= 64;
                assertThat(a.index() == b.index() || apart).isTrue();
            }
            assertThat(a.x() + 64).isLessThanOrEqualTo(plan().width() + 1e-9);
            assertThat(a.y() + 64).isLessThanOrEqualTo(plan().height() + 1e-9);
        }
    }

    @Test
    void pointingNamesTheCellAndItsWeight() {
        FloorPlan.Placed second = plan().tiles().get(1);
        model.pointAt(second.x() + 3.5, second.y() + 2.5);
        CellInfo cell = Objects.requireNonNull(model.cellProperty().get());
        Tile tile = second.tile();
        assertThat(cell.layer()).isEqualTo("1 conv1d 8");
        assertThat(cell.row()).isEqualTo(66);
        assertThat(cell.tap()).isEqualTo(66 / 9);
        assertThat(cell.channel()).isEqualTo(66 % 9);
        assertThat(cell.tileColumn()).isEqualTo(3);
        assertThat(cell.output()).isEqualTo(1);
        assertThat(cell.role()).isEqualTo("G− of a pair");
        assertThat(cell.conductanceMicroSiemens()).isEqualTo(tile.conductanceMicroSiemens(2, 3));
        assertThat(cell.level()).isEqualTo(tile.level(2, 1));
        assertThat(cell.weight()).isCloseTo(tile.level(2, 1) * 0.5 / 15, within(1e-9));
    }

    @Test
    void pointingBesideTheTilesShowsNothing() {
        FloorPlan.Placed first = plan().tiles().getFirst();
        model.pointAt(first.x() + 3.5, first.y() + 2.5);
        model.pointAt(first.x() + 40, first.y() + 2.5);
        assertThat(model.cellProperty().get()).isNull();
    }

    /** Notes which tile it is asked to show. */
    private static final class Noted implements SeenPlan {

        private final List<Integer> tiles = new ArrayList<>();

        @Override
        public void zoomIn() {}

        @Override
        public void zoomOut() {}

        @Override
        public void fit() {}

        @Override
        public void zoomTo(int index) {
            tiles.add(index);
        }

        @Override
        public @Nullable FloorDrawing drawing() {
            return null;
        }
    }

    @Test
    void whatIsPointedAtIsChosenByAnAction() {
        TilesActions actions = new TilesActions(model, jobs, (title, name, extension) -> null);
        assertThat(actions.pointedTile.disabledReason().getValue()).isEqualTo("show the screen Tiles first");
        Noted noted = new Noted();
        actions.actOn(noted);
        assertThat(actions.pointedTile.disabledReason().getValue()).startsWith("point at a cell first");
        FloorPlan.Placed last = plan().tiles().getLast();
        model.pointAt(last.x() + 0.5, last.y() + 0.5);
        actions.pointedTile.run();
        assertThat(noted.tiles).containsExactly(last.index());
        actions.pointedLayer.run();
        assertThat(model.layerProperty().get()).isEqualTo(last.layer().layer());
    }

    @Test
    void keysPointFromCellToCellOverTheGapsBetweenTiles() {
        FloorPlan.Placed first = plan().tiles().getFirst();
        model.pointBeside(1, 0, first.x() + 40, first.y() + 62.5);
        assertThat(pointed()).as("the nearest used cell").containsExactly(1, 62, 15);
        model.pointBeside(-1, 0, 0, 0);
        model.pointBeside(0, 1, 0, 0);
        assertThat(pointed()).containsExactly(1, 63, 14);
        model.pointBeside(0, 1, 0, 0);
        assertThat(pointed()).as("the tile below").containsExactly(2, 0, 14);
        model.pointBeside(0, -1, 0, 0);
        assertThat(pointed()).containsExactly(1, 63, 14);
        for (int i = 0; i < 20; i++) {
            model.pointBeside(-1, 0, 0, 0);
        }
        assertThat(pointed()).as("nothing is further left").containsExactly(1, 63, 0);
    }

    private int[] pointed() {
        CellInfo cell = Objects.requireNonNull(model.cellProperty().get());
        return new int[] {cell.tile(), cell.tileRow(), cell.tileColumn()};
    }

    @Test
    void oneLayerCanBeShownAlone() {
        model.layerProperty().set(1);
        assertThat(plan().tiles()).allMatch(placed -> placed.layer().layer() == 1);
    }

    @Test
    void polarityIsZeroCentredAndSigned() {
        Tile tile = plan().tiles().getFirst().tile();
        CellFigures figures = figures();
        HeatColours colours = HeatColours.of(Quantity.POLARITY, Quantity.POLARITY.largest(figures), Theme.LIGHT);
        assertThat(colours.lowest()).isEqualTo(-colours.largest());
        int positive = colours.argb(colours.largest());
        int negative = colours.argb(-colours.largest());
        assertThat(positive & 0xFF).as("blue of the positive end").isGreaterThan(positive >> 16 & 0xFF);
        assertThat(negative >> 16 & 0xFF).as("red of the negative end").isGreaterThan(negative & 0xFF);
        float[] values = cells(Quantity.POLARITY, 0);
        assertThat(values[0]).isEqualTo((float) tile.conductanceMicroSiemens(0, 0));
        assertThat(values[1]).isEqualTo((float) -tile.conductanceMicroSiemens(0, 1));
    }

    @Test
    void rowBlocksOfNegativeCellsAreNegative() {
        Design unipolar = design.withHardware(design.hardware().withPolarity(Polarity.ROW_BLOCK));
        session.opened(Projects.open(unipolar, Projects.evaluation(unipolar)));
        assertThat(plan().tiles())
                .anySatisfy(placed ->
                        assertThat(cells(Quantity.POLARITY, placed.index())[0]).isNegative());
        assertThat(plan().tiles())
                .anySatisfy(placed ->
                        assertThat(cells(Quantity.POLARITY, placed.index())[0]).isPositive());
    }

    @Test
    void zoomKeepsThePointUnderThePointer() {
        Viewport view = Viewport.fit(plan(), 800, 600);
        double x = view.cellX(300);
        double y = view.cellY(200);
        Viewport closer = view.zoom(3, 300, 200);
        assertThat(closer.cellX(300)).isCloseTo(x, within(1e-9));
        assertThat(closer.cellY(200)).isCloseTo(y, within(1e-9));
        assertThat(closer.scale()).isCloseTo(3 * view.scale(), within(1e-9));
    }

    @Test
    void whatIsAtHandIsThereAtOnceAndErrorsAreDrawnInTheBackground() {
        HandedOver handedOver = new HandedOver();
        TilesViewModel shown = new TilesViewModel(session, jobs, handedOver);
        FloorPlan.Placed first = plan().tiles().getFirst();
        assertThat(shown.pyramid(first)).isNotNull();
        shown.quantityProperty().set(Quantity.ERROR);
        assertThat(shown.pyramid(first)).isNull();
        handedOver.runUntil(() -> shown.pyramid(first) != null);
    }

    @Test
    void aPairsErrorIsShownInBothItsCellsAndByThePointer() {
        model.quantityProperty().set(Quantity.ERROR);
        float[] errors = cells(Quantity.ERROR, 0);
        int columns = plan().tiles().getFirst().tile().slot().deviceColumns();
        assertThat(errors[2 * columns + 4]).isEqualTo(errors[2 * columns + 5]).isNotZero();
        FloorPlan.Placed first = plan().tiles().getFirst();
        model.pointAt(first.x() + 5.5, first.y() + 2.5);
        CellInfo cell = Objects.requireNonNull(model.cellProperty().get());
        assertThat(cell.errorMicroSiemens()).isEqualTo(errors[2 * columns + 5]);
        assertThat(cell.errorShare()).isCloseTo(errors[2 * columns + 5] / 9.5, within(1e-9));
        CellInfo.Pair pair = Objects.requireNonNull(cell.pair());
        assertThat(pair.plus()).isEqualTo(first.tile().conductanceMicroSiemens(2, 4));
        assertThat(pair.minus()).isEqualTo(first.tile().conductanceMicroSiemens(2, 5));
        assertThat(CellText.of(cell)).contains("G+ = ", "G− = ", "error of G+ − G−", "kernel index 0");
        assertThat(model.noteProperty().get()).contains("Chip 1 of seed 1");
    }

    @Test
    void withoutProgrammingNoiseThereIsNoErrorToShow() {
        Design exact = design.withHardware(design.hardware().withNoise(Noise.NONE));
        model.quantityProperty().set(Quantity.ERROR);
        session.opened(Projects.open(exact, Projects.evaluation(exact)));
        assertThat(model.reason(Quantity.ERROR)).contains("no programming noise");
        assertThat(model.quantityProperty().get()).isEqualTo(Quantity.POLARITY);
    }

    @Test
    void irDropNeedsResistanceAndIsThenSolvedTileByTile() throws Exception {
        assertThat(model.reason(Quantity.IR_DROP)).contains("inspector under Wires");
        model.quantityProperty().set(Quantity.IR_DROP);
        assertThat(model.quantityProperty().get()).isEqualTo(Quantity.POLARITY);
        session.settingsProperty()
                .set(Objects.requireNonNull(session.settingsProperty().get()).withWires(new WireResistance(4, 2)));
        assertThat(model.reason(Quantity.IR_DROP)).isEmpty();
        model.quantityProperty().set(Quantity.IR_DROP);
        int tiles = plan().tiles().size();
        for (int tile = 0; tile < tiles; tile++) {
            int index = tile;
            await(() -> figures().drop(index) != null);
        }
        JobItem job = jobs.items().getFirst();
        assertThat(job.title()).isEqualTo("IR drop of the tiles");
        await(() -> !job.active() && !model.noteProperty().get().contains("solving"));
        assertThat(job.doneProperty().get()).isEqualTo(1);
        assertThat(model.noteProperty().get())
                .isEqualTo("All word lines driven alike; 4 Ω a word-line, 2 Ω a bit-line segment");
        double largest = Quantity.IR_DROP.largest(figures());
        for (float loss : cells(Quantity.IR_DROP, tiles - 1)) {
            assertThat((double) loss).isPositive().isLessThanOrEqualTo(largest);
        }
    }

    /** A lane of the test's own keeps the job waiting until it is cancelled. */
    @Test
    void aCancelledIrDropStopsAndGoesOnWhenItIsChosenAgain() throws Exception {
        CountDownLatch before = new CountDownLatch(1);
        jobs.start(
                Jobs.Lane.FIGURES,
                new Job<>("before", context -> {
                    before.await();
                    return 0;
                }),
                "failed",
                done -> {});
        session.settingsProperty()
                .set(Objects.requireNonNull(session.settingsProperty().get()).withWires(new WireResistance(4, 2)));
        model.quantityProperty().set(Quantity.IR_DROP);
        int tiles = plan().tiles().size();
        JobItem job = jobs.items().getFirst();
        assertThat(model.noteProperty().get()).endsWith("solving, 0 of " + tiles + " tiles");
        model.layerProperty().set(1);
        assertThat(jobs.items()).as("one job for all layers").hasSize(2);
        model.layerProperty().set(TilesViewModel.ALL_LAYERS);
        job.cancel();
        before.countDown();
        await(() -> model.noteProperty().get().contains("stopped"));
        assertThat(job.stateProperty().get()).isEqualTo(JobStatus.State.CANCELLED);
        assertThat(model.noteProperty().get()).contains("stopped, 0 of " + tiles + " tiles");
        model.layerProperty().set(1);
        assertThat(jobs.items()).as("not begun by itself").hasSize(2);
        model.quantityProperty().set(Quantity.POLARITY);
        model.quantityProperty().set(Quantity.IR_DROP);
        assertThat(jobs.items()).hasSize(3);
        await(() -> !jobs.items().getFirst().active());
        assertThat(figures().drop(0)).isNotNull();
        assertThat(problems).isEmpty();
    }

    @Test
    void aResistanceThatIsDrawnGivesOneJob() throws Exception {
        session.settingsProperty()
                .set(Objects.requireNonNull(session.settingsProperty().get()).withWires(new WireResistance(4, 2)));
        model.quantityProperty().set(Quantity.IR_DROP);
        for (double ohm = 1; ohm < 4; ohm += 0.1) {
            session.settingsProperty()
                    .set(Objects.requireNonNull(session.settingsProperty().get())
                            .withWires(new WireResistance(ohm, 2)));
        }
        WireResistance last = Objects.requireNonNull(figures().wires());
        await(() -> figures().drop(0) != null);
        assertThat(figures().wires()).isEqualTo(last);
        assertThat(figures().drop(0)).isNotNull();
        assertThat(jobs.items()).hasSizeLessThan(4);
    }

    @Test
    void utilisationIsThatOfTheWholeTile() {
        FloorPlan.Placed last = plan().tiles().getLast();
        double used = last.tile().slot().devices() / (64.0 * 64);
        assertThat(cells(Quantity.UTILISATION, last.index())).containsExactly((float) (100 * used));
        Viewport view = Viewport.around(last, plan().tile(), 200, 200);
        HeatColours colours = HeatColours.of(Quantity.UTILISATION, 100, Theme.LIGHT);
        assertThat(FloorLabels.of(plan(), view, figures(), colours, 1)).anySatisfy(label -> {
            assertThat(label.text()).isEqualTo(Math.round(100 * used) + " %");
            assertThat(label.size()).isEqualTo(12);
        });
        assertThat(FloorLabels.of(plan(), view, figures(), colours, 1.5))
                .as("as large as the window's text")
                .anySatisfy(label -> assertThat(label.size()).isEqualTo(18));
    }

    /** The layer is one for tiles, network and costs, whoever chooses it. */
    @Test
    void tilesOfAnotherDesignThanTheEditedOneAreStale() {
        assertThat(model.staleProperty().get()).isFalse();
        session.designProperty().set(design.withSeed(7));
        assertThat(model.staleProperty().get()).isTrue();
        session.designProperty().set(design);
        assertThat(model.staleProperty().get()).isFalse();
        session.opened(Projects.open(design.withSeed(7), null));
        assertThat(model.staleProperty().get()).as("no tiles").isFalse();
    }

    @Test
    void theLayerOfTheTilesIsThatOfTheBill() {
        CostViewModel cost = new CostViewModel(session);
        model.layerProperty().set(1);
        assertThat(session.selectedLayerProperty().get()).isEqualTo(1);
        assertThat(cost.rows().stream().filter(cost::ofSelectedLayer))
                .isNotEmpty()
                .allSatisfy(row ->
                        assertThat(row.layer()).isEqualTo(model.layerNames().get(1)));
        CostViewModel.Row first = cost.rows().stream()
                .filter(row -> row.layer().equals(model.layerNames().getFirst()))
                .findFirst()
                .orElseThrow();
        cost.select(first);
        assertThat(model.layerProperty().get()).isZero();
        assertThat(plan().tiles()).allMatch(placed -> placed.layer().layer() == 0);
        model.layerProperty().set(TilesViewModel.ALL_LAYERS);
        assertThat(session.selectedLayerProperty().get()).isEqualTo(Session.NO_LAYER);
    }
}
