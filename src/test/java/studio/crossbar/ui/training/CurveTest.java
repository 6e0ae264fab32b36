package studio.crossbar.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jfree.data.xy.XYSeries;
import org.junit.jupiter.api.Test;

class CurveTest {

    @Test
    void aShortCurveIsDrawnPointByPoint() {
        Curve curve = new Curve("short");
        for (int i = 0; i < 300; i++) {
            curve.add(i, i % 7);
        }
        curve.publish();
        assertThat(curve.series().getItemCount()).isEqualTo(300);
        assertThat(curve.series().getY(13)).isEqualTo(13 % 7.0);
    }

    @Test
    void aLongCurveKeepsItsEndsAndEveryExtreme() {
        Curve curve = new Curve("long");
        Random random = new Random(3);
        int n = 100_000;
        for (int i = 0; i < n; i++) {
            curve.add(i, i == 4321 ? 99 : i == 87_654 ? -99 : random.nextGaussian());
        }
        curve.publish();
        XYSeries series = curve.series();
        assertThat(series.getItemCount()).isBetween(Curve.STRETCHES, 2 * Curve.STRETCHES + 2);
        assertThat(series.getMaxY()).isEqualTo(99);
        assertThat(series.getMinY()).isEqualTo(-99);
        assertThat(series.getX(0)).isEqualTo(0.0);
        assertThat(series.getX(series.getItemCount() - 1)).isEqualTo(n - 1.0);
        for (int i = 1; i < series.getItemCount(); i++) {
            assertThat(series.getX(i).doubleValue())
                    .isGreaterThan(series.getX(i - 1).doubleValue());
        }
    }

    @Test
    void whatIsNoNumberIsLeftOutAndAllPointsComeAsOneChange() {
        Curve curve = new Curve("gaps");
        AtomicInteger changes = new AtomicInteger();
        curve.series().addChangeListener(event -> changes.incrementAndGet());
        curve.add(1, 0.5);
        curve.add(2, Double.NaN);
        curve.add(3, Double.POSITIVE_INFINITY);
        curve.add(4, 0.25);
        curve.publish();
        assertThat(curve.series().getItemCount()).isEqualTo(2);
        assertThat(changes).hasValue(1);
        curve.clear();
        curve.publish();
        assertThat(curve.series().isEmpty()).isTrue();
    }
}
