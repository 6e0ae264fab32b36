package studio.crossbar.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import studio.crossbar.cost.Basis;
import studio.crossbar.cost.Component;
import studio.crossbar.cost.Cost;
import studio.crossbar.cost.CostItem;
import studio.crossbar.cost.CostOptions;
import studio.crossbar.cost.EnergyBasis;
import studio.crossbar.cost.LayerTime;
import studio.crossbar.cost.Programming;
import studio.crossbar.cost.Technology;
import studio.crossbar.design.Design;
import studio.crossbar.design.Recipe;
import studio.crossbar.hardware.Polarity;
import studio.crossbar.study.Evaluation;

class FiguresTest {

    /** Pixels a point, and where the first figure of a picture starts. */
    private static final int SCALE = 2;

    private static final int LEFT = 24;
    private static final int TOP = 24 + 44;

    private static BufferedImage picture(boolean synthetic, Figure figure) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new FigurePng("title", "subtitle", synthetic, List.of(figure)).write(out);
        return ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
    }

    private static int colour(BufferedImage image, double x, double y) {
        return image.getRGB((int) (x * SCALE), (int) (y * SCALE)) & 0xFFFFFF;
    }

    @ParameterizedTest
    @EnumSource
    void everyCellShowsItsLevel(Polarity polarity) throws IOException {
        Evaluation evaluation = Examples.evaluation(
                new Design("small", Examples.small(), Examples.hardware(polarity, 3), Recipe.standard(), 3), false);
        WeightFigure figure = new WeightFigure(evaluation.mapped(), 0, FigurePng.PIXEL);
        BufferedImage image = picture(false, figure);
        assertThat(image.getWidth()).isEqualTo(1600);
        short[] levels = evaluation.mapped().readBack(0);
        for (int row = 0; row < 4; row++) {
            for (int output = 0; output < 5; output++) {
                assertThat(colour(image, LEFT + 42 + 9 * row + 4.5, TOP + 30 + 9 * output + 4.5))
                        .as("row %d, output %d", row, output)
                        .isEqualTo(DivergingColourMap.LIGHT.colour(levels[row * 5 + output] / 7.0));
            }
        }
    }

    @Test
    void bordersOfTilesAreDrawn() throws IOException {
        Evaluation evaluation = Examples.har("x", Polarity.POSITIVE, 2, false);
        BufferedImage image = picture(false, new WeightFigure(evaluation.mapped(), 1, FigurePng.PIXEL));
        // 320 rows of 2 points each; the second tile starts at row 128.
        double y = TOP + 30 + 65;
        int border = colour(image, LEFT + 42 + 2 * 128, y);
        int inside = colour(image, LEFT + 42 + 2 * 64 + 1, y);
        assertThat(border & 0xFF).isLessThan(0x70);
        assertThat(inside & 0xFF).isGreaterThan(0x80);
    }

    private static Cost threeItems() {
        return new Cost(
                Technology.standard(),
                CostOptions.STANDARD,
                EnergyBasis.EXPECTED_CONDUCTANCE,
                List.of(
                        new CostItem(Component.CELL_ARRAY, 0, Basis.CELL, 1, 1e6, 1, 1e3, "a"),
                        new CostItem(Component.ADC, 0, Basis.ADC, 3, 1e6, 1, 0, "b"),
                        new CostItem(Component.BUFFER, CostItem.SHARED, Basis.LAYER, 4, 1e6, 3, 1e3, "a")),
                List.of(new LayerTime(1, 1000, 1)),
                2,
                new Programming(1, 1, 1, "c"),
                1);
    }

    @Test
    void barsShareTheirWidthAsTheBillDoes() throws IOException {
        Cost cost = threeItems();
        BufferedImage image = picture(false, new CostFigure(Bill.of(cost), false));
        double area = TOP + 15 + 2;
        double energy = area + 70;
        double width = 800 - 2 * LEFT;
        Map<Double, Component> areas = Map.of(
                0.01, Component.CELL_ARRAY,
                0.12, Component.CELL_ARRAY,
                0.13, Component.ADC,
                0.49, Component.ADC,
                0.51, Component.BUFFER,
                0.99, Component.BUFFER);
        areas.forEach((at, component) -> assertThat(colour(image, LEFT + at * width, area))
                .as("area at %s", at)
                .isEqualTo(ComponentPalette.colour(component)));
        assertThat(colour(image, LEFT + 0.24 * width, energy)).isEqualTo(ComponentPalette.colour(Component.CELL_ARRAY));
        assertThat(colour(image, LEFT + 0.26 * width, energy)).isEqualTo(ComponentPalette.colour(Component.BUFFER));
    }

    @Test
    void componentsDifferInColour() {
        assertThat(Arrays.stream(Component.values()).map(ComponentPalette::colour))
                .doesNotHaveDuplicates();
    }

    @Test
    void billNumbersDistinctSources() {
        Bill bill = Bill.of(threeItems());
        assertThat(bill.sources()).containsExactly("a", "b");
        assertThat(bill.lines()).extracting(Bill.Line::sources).containsExactly(List.of(1), List.of(2), List.of(1));
        assertThat(bill.lines())
                .extracting(Bill.Line::component)
                .containsExactly(Component.CELL_ARRAY, Component.ADC, Component.BUFFER);
        assertThat(bill.areaSquareMillimetres()).isEqualTo(8, Offset.offset(1e-12));
        assertThat(bill.energyNanojoules()).isEqualTo(4, Offset.offset(1e-12));
    }

    @Test
    void syntheticDataAreMarked() throws IOException {
        CostFigure figure = new CostFigure(
                Bill.of(Examples.har("x", Polarity.POSITIVE, 2, true).cost()), false);
        assertThat(colour(picture(true, figure), 800 - 24 - 4, 24)).isEqualTo(PageFlow.WARNING);
        assertThat(colour(picture(false, figure), 800 - 24 - 4, 24)).isEqualTo(0xFFFFFF);
    }

    @Test
    void bigMatricesAreAveraged() {
        short[] levels = new short[3000 * 100];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (short) (i / 100 % 2 == 0 ? 3 : -1);
        }
        LevelGrid grid = LevelGrid.of(levels, 3000, 100);
        assertThat(grid.averaged()).isTrue();
        assertThat(grid.columns() * grid.lines()).isLessThanOrEqualTo(65536);
        assertThat(grid.columns() * grid.rowsPerCell()).isGreaterThanOrEqualTo(3000);
        double sum = 0;
        for (int line = 0; line < grid.lines(); line++) {
            for (int column = 0; column < grid.columns(); column++) {
                int rows = Math.min(grid.rowsPerCell(), 3000 - column * grid.rowsPerCell());
                int outputs = Math.min(grid.outputsPerCell(), 100 - line * grid.outputsPerCell());
                sum += (double) grid.mean(line, column) * rows * outputs;
            }
        }
        assertThat(sum / levels.length).isEqualTo(1, Offset.offset(1e-5));
    }

    @Test
    void ticksAreRound() {
        assertThat(Axis.ticks(0, 640, 12)).startsWith(0.0, 100.0).endsWith(600.0);
        assertThat(Axis.ticks(-3, 3, 6)).containsExactly(-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0);
        assertThat(Axis.step(0.03)).isEqualTo(0.05);
    }

    @Test
    void numbersHaveFourDigits() {
        assertThat(Words.measured(0.15184)).isEqualTo("0.1518");
        assertThat(Words.measured(30.8)).isEqualTo("30.80");
        assertThat(Words.measured(123456)).isEqualTo("123500");
        assertThat(Words.measured(-0.00001234)).isEqualTo("−1.234e−5");
        assertThat(Words.measured(9.9999e7)).isEqualTo("1.000e8");
        assertThat(Words.number(-20)).isEqualTo("−20");
        assertThat(Words.number(0.50)).isEqualTo("0.5");
        assertThat(Words.measured(Double.NaN)).isEqualTo("–");
        assertThat(Words.shortPercent(0.0001)).isEqualTo("< 0.1 %");
    }
}
