package studio.crossbar.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ScatterPictureTest {

    /** Accuracy over area: the front rises to the right, and what it dominates lies below and to the right. */
    private static final ScatterPicture PICTURE = new ScatterPicture(
            TrialFigure.AREA,
            TrialFigure.ACCURACY,
            new long[] {1, 2, 3, 4},
            new double[] {1, 2, 4, 3},
            new double[] {60, 80, 90, 70},
            new ScatterPicture.Kind[] {
                ScatterPicture.Kind.FRONT,
                ScatterPicture.Kind.FRONT,
                ScatterPicture.Kind.FRONT,
                ScatterPicture.Kind.DOMINATED
            },
            new double[] {1, 2, 4},
            new double[] {60, 80, 90},
            0);

    @Test
    void whatTheFrontDominatesLiesWithinItsStairs() {
        PlotScale x = PICTURE.scaleX(true, 0, 400);
        PlotScale y = PICTURE.scaleY(true, 300, 0);
        assertThat(x.logarithmic()).isTrue();
        assertThat(y.logarithmic()).as("accuracies differ by points").isFalse();
        double[][] stairs = PICTURE.stairs(x, y);
        java.awt.geom.Path2D region = new java.awt.geom.Path2D.Double();
        region.moveTo(stairs[0][0], stairs[1][0]);
        for (int i = 1; i < stairs[0].length; i++) {
            region.lineTo(stairs[0][i], stairs[1][i]);
        }
        region.closePath();
        assertThat(region.contains(x.at(3), y.at(70))).isTrue();
        assertThat(region.contains(x.at(1.9), y.at(79))).isFalse();
        assertThat(region.contains(x.at(2.1), y.at(79))).isTrue();
        assertThat(region.contains(x.at(3), y.at(85))).isFalse();
    }

    @Test
    void pointsAreFoundByPlaceAndByRectangle() {
        PlotScale x = PICTURE.scaleX(false, 0, 400);
        PlotScale y = PICTURE.scaleY(false, 300, 0);
        assertThat(PICTURE.nearest(x, y, x.at(2) + 3, y.at(80) - 3, 9)).isEqualTo(1);
        assertThat(PICTURE.nearest(x, y, x.at(2) + 30, y.at(80), 9)).isEqualTo(-1);
        assertThat(PICTURE.within(3.5, 95, 1.5, 65)).containsExactly(2L, 4L);
    }

    @Test
    void theSvgHasEveryPointAndSaysWhichTrialItIs() throws Exception {
        String text = ScatterSvg.of(PICTURE, true, Set.of(4L), 2);
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(text)));
        assertThat(document.getElementsByTagName("circle").getLength()).isEqualTo(4);
        assertThat(text).contains("Trial 2, knee", "Area, mm²", "Accuracy, %");
        assertThat(document.getElementsByTagName("polygon").getLength()).isEqualTo(1);
    }
}
