package studio.crossbar.ui.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.crossbar.design.Design;
import studio.crossbar.study.Evaluation;
import studio.crossbar.ui.Projects;
import studio.crossbar.ui.common.Theme;

/** What is painted is what the cells hold, as they are or averaged. */
class FloorRasterTest {

    private static final int SIDE = 700;

    private final Design design = Projects.tinyDesign();
    private final Evaluation evaluation = Projects.evaluation(design);
    private final CellFigures figures = new CellFigures(evaluation.mapped(), null);
    private final FloorPlan plan = FloorPlan.of(evaluation.mapped(), -1);
    private final HeatColours colours =
            HeatColours.of(Quantity.CONDUCTANCE, Quantity.CONDUCTANCE.largest(figures), Theme.LIGHT);
    private final int[] pixels = new int[SIDE * SIDE];

    @ParameterizedTest
    @CsvSource({"1, 1", "64, 64", "37, 100", "5, 1", "128, 3"})
    void everyLevelHoldsTheMeansOfItsBlocks(int rows, int columns) {
        Random random = new Random(3);
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat() - 0.5f;
        }
        TilePyramid pyramid = TilePyramid.of(values, rows, columns);
        assertThat(pyramid.levels().getLast().values()).hasSize(1);
        for (TilePyramid.Level level : pyramid.levels()) {
            int side = 1 << level.shift();
            for (int i = 0; i < level.values().length; i++) {
                assertThat((double) level.values()[i])
                        .isCloseTo(
                                mean(values, rows, columns, side, i / level.columns(), i % level.columns()),
                                within(1e-6));
            }
        }
    }

    private static double mean(float[] values, int rows, int columns, int side, int line, int column) {
        double sum = 0;
        int count = 0;
        for (int r = line * side; r < Math.min(rows, (line + 1) * side); r++) {
            for (int c = column * side; c < Math.min(columns, (column + 1) * side); c++) {
                sum += values[r * columns + c];
                count++;
            }
        }
        return sum / count;
    }

    @Test
    void aBlockIsAtLeastAPixel() {
        TilePyramid pyramid = TilePyramid.of(new float[64 * 64], 64, 64);
        assertThat(pyramid.at(3).shift()).isZero();
        assertThat(pyramid.at(1).shift()).isZero();
        assertThat(pyramid.at(0.9).shift()).isEqualTo(1);
        assertThat(pyramid.at(0.25).shift()).isEqualTo(2);
        assertThat(pyramid.at(1e-6).shift()).isEqualTo(6);
    }

    /** Enlarged, the middle of every cell has the cell's colour, and lines are between them. */
    @Test
    void enlargedCellsHaveTheirOwnColour() {
        FloorPlan.Placed placed = plan.tiles().getFirst();
        Viewport view = new Viewport(20, -20 * placed.x() + 5, -20 * placed.y() + 5);
        paint(view);
        for (int r = 0; r < 30; r++) {
            for (int column = 0; column < 16; column++) {
                int x = (int) view.pixelX(placed.x() + column + 0.5);
                int y = (int) view.pixelY(placed.y() + r + 0.5);
                assertThat(pixels[y * SIDE + x])
                        .isEqualTo(colours.argb(placed.tile().conductanceMicroSiemens(r, column)));
            }
        }
        int row = (int) view.pixelY(placed.y() + 0.5);
        int line = (int) view.pixelX(placed.x() + 3);
        assertThat(pixels[row * SIDE + line]).isEqualTo(Theme.LIGHT.background().getRGB());
        int unused = (int) view.pixelX(placed.x() + placed.tile().slot().deviceColumns() + 3.5);
        assertThat(pixels[row * SIDE + unused]).isEqualTo(Theme.LIGHT.unused().getRGB());
    }

    /** At a quarter of a pixel a cell, a pixel has the colour of the mean of 4 × 4 cells. */
    @Test
    void fromAfarPixelsHaveTheColoursOfMeans() {
        FloorPlan.Placed placed = plan.tiles().getFirst();
        Viewport view = new Viewport(0.25, 10 - 0.25 * placed.x(), 10 - 0.25 * placed.y());
        paint(view);
        double sum = 0;
        for (int row = 8; row < 12; row++) {
            for (int column = 4; column < 8; column++) {
                sum += placed.tile().conductanceMicroSiemens(row, column);
            }
        }
        assertThat(pixels[12 * SIDE + 11]).isEqualTo(colours.argb(sum / 16));
    }

    /** Whatever part is seen, nothing is painted outside and nothing fails. */
    @Test
    void anyPartCanBePainted() {
        Random random = new Random(4);
        for (int i = 0; i < 300; i++) {
            double scale = Math.pow(10, 4 * random.nextDouble() - 2.5);
            paint(new Viewport(
                    scale,
                    SIDE * (random.nextDouble() - 0.5) - scale * 100 * random.nextDouble(),
                    SIDE * (random.nextDouble() - 0.5) - scale * 100 * random.nextDouble()));
            assertThat(IntStream.of(pixels).filter(pixel -> pixel == 0)).isEmpty();
        }
    }

    private void paint(Viewport view) {
        java.util.Arrays.fill(pixels, 0);
        new FloorRaster(SIDE, SIDE, pixels)
                .paint(plan, view, placed -> Quantity.CONDUCTANCE.of(figures, placed.index()), colours, Theme.LIGHT);
    }
}
