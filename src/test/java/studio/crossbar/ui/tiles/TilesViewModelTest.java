package studio.crossbar.ui.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.crossbar.design.Design;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.mapping.Tile;
import studio.crossbar.study.Evaluation;
import studio.crossbar.ui.Projects;
import studio.crossbar.ui.common.Session;
import studio.crossbar.ui.common.Theme;

class TilesViewModelTest {

    private final Session session = new Session();
    private final TilesViewModel model = new TilesViewModel(session);
    private final Design design = Projects.tinyDesign();
    private final Evaluation evaluation = Projects.evaluation(design);

    @BeforeEach
    void open() {
        session.opened(Projects.open(design, evaluation));
    }

    private FloorPlan plan() {
        return Objects.requireNonNull(model.planProperty().get());
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

    @Test
    void oneLayerCanBeShownAlone() {
        model.layerProperty().set(1);
        assertThat(plan().tiles()).allMatch(placed -> placed.layer().layer() == 1);
    }

    @Test
    void polarityIsZeroCentredAndSigned() {
        Tile tile = plan().tiles().getFirst().tile();
        HeatColours colours = HeatColours.of(Quantity.POLARITY, tile, Theme.LIGHT);
        assertThat(colours.lowest()).isEqualTo(-colours.largest());
        int positive = colours.argb(colours.largest());
        int negative = colours.argb(-colours.largest());
        assertThat(positive & 0xFF).as("blue of the positive end").isGreaterThan(positive >> 16 & 0xFF);
        assertThat(negative >> 16 & 0xFF).as("red of the negative end").isGreaterThan(negative & 0xFF);
        assertThat(Quantity.POLARITY.of(tile, 0, 0)).isEqualTo(tile.conductanceMicroSiemens(0, 0));
        assertThat(Quantity.POLARITY.of(tile, 0, 1)).isEqualTo(-tile.conductanceMicroSiemens(0, 1));
    }

    @Test
    void rowBlocksOfNegativeCellsAreNegative() {
        Design unipolar = design.withHardware(design.hardware().withPolarity(Polarity.ROW_BLOCK));
        session.opened(Projects.open(unipolar, Projects.evaluation(unipolar)));
        assertThat(plan().tiles())
                .anySatisfy(placed ->
                        assertThat(Quantity.POLARITY.of(placed.tile(), 0, 0)).isNegative());
        assertThat(plan().tiles())
                .anySatisfy(placed ->
                        assertThat(Quantity.POLARITY.of(placed.tile(), 0, 0)).isPositive());
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
}
