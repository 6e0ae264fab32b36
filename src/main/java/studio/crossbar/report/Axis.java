package studio.crossbar.report;

import java.util.ArrayList;
import java.util.List;

/** Round tick values. */
final class Axis {

    private Axis() {}

    /** Multiples of 1, 2 or 5 times a power of ten within {@code low … high}, at most {@code most} (at least 2). */
    static List<Double> ticks(double low, double high, int most) {
        double step = step((high - low) / most);
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** The smallest 1, 2 or 5 times a power of ten that is not below {@code width}. */
    static double step(double width) {
        double power = Math.pow(10, Math.floor(Math.log10(width)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * power >= width * (1 - 1e-9)) {
                return factor * power;
            }
        }
        return 10 * power;
    }
}
