package studio.crossbar.ui.training;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import studio.crossbar.simulation.ChipTimes;

/** Decimal logarithm of seconds, with ticks where people count: 1 s, 1 min, 1 h, 1 d, 30 d, 1 y, 10 y. */
final class AgeAxis extends NumberAxis {

    @java.io.Serial
    private static final long serialVersionUID = 1;

    private static final List<String> TICKS = List.of("1s", "10s", "1min", "10min", "1h", "1d", "30d", "1y", "10y");

    AgeAxis(String label) {
        super(label);
        setTickMarksVisible(true);
    }

    /** Place of an age. */
    static double place(double seconds) {
        return Math.log10(seconds);
    }

    @Override
    @SuppressWarnings("rawtypes") // as the library has it
    public List refreshTicks(Graphics2D g2, AxisState state, Rectangle2D area, RectangleEdge edge) {
        List<NumberTick> ticks = new ArrayList<>();
        for (String tick : TICKS) {
            double seconds = ChipTimes.parse(tick);
            if (getRange().contains(place(seconds))) {
                ticks.add(new NumberTick(
                        place(seconds), ChipTimes.text(seconds), TextAnchor.TOP_CENTER, TextAnchor.TOP_CENTER, 0));
            }
        }
        return ticks;
    }
}
