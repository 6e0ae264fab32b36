package studio.crossbar.ui.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import studio.crossbar.ui.cost.Treemap.Box;

class TreemapTest {

    /** The example of the paper: 6, 6, 4, 3, 2, 2, 1 in a box of 6 × 4; two sixes on the left, a four and a three above. */
    @Test
    void thePapersExampleIsDividedAsInThePaper() {
        List<Box> boxes = Treemap.divide(new Box(0, 0, 6, 4), List.of(6.0, 6.0, 4.0, 3.0, 2.0, 2.0, 1.0));

        assertThat(boxes.get(0)).isEqualTo(new Box(0, 0, 3, 2));
        assertThat(boxes.get(1)).isEqualTo(new Box(0, 2, 3, 2));
        assertThat(boxes.get(2).width()).isCloseTo(12 / 7.0, within(1e-12));
        assertThat(boxes.get(2).height()).isCloseTo(7 / 3.0, within(1e-12));
        assertThat(boxes.get(3).width()).isCloseTo(9 / 7.0, within(1e-12));
        assertThat(boxes.get(3).y()).isEqualTo(boxes.get(2).y());
    }

    @Test
    void areasAreInProportionAndFillTheWholeWithoutOverlap() {
        Random random = new Random(4);
        List<Double> values = random.doubles(200, 0.01, 5)
                .boxed()
                .sorted(Comparator.reverseOrder())
                .toList();
        double sum = values.stream().mapToDouble(Double::doubleValue).sum();

        List<Box> boxes = Treemap.divide(new Box(10, 20, 700, 300), values);

        assertThat(boxes).hasSameSizeAs(values);
        for (int i = 0; i < boxes.size(); i++) {
            assertThat(boxes.get(i).area()).isCloseTo(values.get(i) / sum * 210_000, within(1e-6));
        }
        for (int i = 0; i < 2000; i++) {
            double x = 10 + 700 * random.nextDouble();
            double y = 20 + 300 * random.nextDouble();
            assertThat(boxes.stream().filter(box -> box.holds(x, y)).count())
                    .as("boxes at %s, %s", x, y)
                    .isEqualTo(1);
        }
    }

    @Test
    void dataHaveARowAComponentOfALayer() {
        CostViewModel.Part part = new CostViewModel.Part(null, 0);
        TreemapPicture picture = new TreemapPicture(
                List.of(new TreemapPicture.Group(
                        0, "1 conv1d 8", List.of(new TreemapPicture.Cell(part, "ADC", 0, 0.25, 2)))),
                0.25);
        assertThat(picture.table("mm²").text()).isEqualTo("layer,component,mm²,items\r\n1 conv1d 8,ADC,0.25,2\r\n");
    }

    @Test
    void nothingAndNoRoomAreNoBoxesAndFlatOnes() {
        assertThat(Treemap.divide(new Box(0, 0, 10, 10), List.of())).isEmpty();
        assertThat(Treemap.divide(new Box(0, 0, 0, 0), List.of(2.0, 1.0)))
                .hasSize(2)
                .allSatisfy(box -> assertThat(box.area()).isZero());
    }
}
