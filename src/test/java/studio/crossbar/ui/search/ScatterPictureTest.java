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
    void dataHaveARowAPoint() {
        assertThat(ScatterExport.data(PICTURE).text())
                .startsWith("trial,\"Area, mm²\",\"Accuracy, %\",on_front\r\n1,1.0,60.0,true\r\n")
                .endsWith("4,3.0,70.0,false\r\n");
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
    void aLassoBrushesWhatItGoesRoundOnTheScalesItIsDrawnOn() {
        PlotScale x = PICTURE.scaleX(true, 0, 400);
        PlotScale y = PICTURE.scaleY(true, 300, 0);
        BrushTrail trail = new BrushTrail(Brush.LASSO, x.at(1.9), y.at(82));
        trail.to(x.at(2.1), y.at(82));
        trail.to(x.at(3.2), y.at(71));
        trail.to(x.at(3.1), y.at(68));
        trail.to(x.at(2.8), y.at(69));
        trail.to(x.at(1.9), y.at(79));
        assertThat(trail.dragging()).isTrue();
        assertThat(trail.within(PICTURE, x, y)).as("a band from 2 to 4").containsExactly(2L, 4L);
        assertThat(new BrushTrail(Brush.LASSO, 5, 5).within(PICTURE, x, y)).isEmpty();
    }

    @Test
    void aLassoThatCrossesItselfHoldsItsInnerLoop() {
        double[] twiceRoundX = {0, 90, 90, 0, 0, 60, 60, 30, 30};
        double[] twiceRoundY = {0, 0, 90, 90, 30, 30, 60, 60, 0};
        Lasso lasso = new Lasso(twiceRoundX, twiceRoundY);
        assertThat(lasso.contains(45, 45)).as("gone round twice").isTrue();
        assertThat(lasso.contains(80, 80)).isTrue();
        assertThat(lasso.contains(95, 45)).isFalse();
        assertThat(lasso.contains(-1, 45)).isFalse();
        assertThat(lasso.contains(45, 91)).isFalse();
    }

    @Test
    void aClickWithAnUnsteadyHandIsNoBrush() {
        BrushTrail trail = new BrushTrail(Brush.LASSO, 100, 100);
        trail.to(102, 102);
        assertThat(trail.dragging()).isFalse();
        trail.to(105, 103);
        trail.to(101, 101);
        assertThat(trail.dragging()).as("it went away and came back").isTrue();
    }

    @Test
    void aRectangleGoesFromThePressToThePointer() {
        PlotScale x = PICTURE.scaleX(false, 0, 400);
        PlotScale y = PICTURE.scaleY(false, 300, 0);
        BrushTrail trail = new BrushTrail(Brush.RECTANGLE, x.at(3.5), y.at(95));
        trail.to(x.at(0.9), y.at(50));
        trail.to(x.at(1.5), y.at(65));
        assertThat(trail.within(PICTURE, x, y)).containsExactly(2L, 4L);
        assertThat(trail.outline().bounds()).containsExactly(x.at(1.5), y.at(95), x.at(3.5), y.at(65));
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
