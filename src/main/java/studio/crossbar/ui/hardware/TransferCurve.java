package studio.crossbar.ui.hardware;

import java.util.ArrayList;
import java.util.List;
import studio.crossbar.hardware.Hardware;
import studio.crossbar.tensor.Quantizer;

/**
 * What the ADC makes of column sums; both are over its full scale Y.
 *
 * @param signed whether sums have a sign
 * @param bits of the ADC
 * @param lowest sum shown
 * @param highest sum shown
 * @param stairs results of sums without noise
 * @param low results of sums that read noise lowers by its standard deviation; empty without read noise
 * @param high the same where it raises them
 */
record TransferCurve(
        boolean signed,
        int bits,
        double lowest,
        double highest,
        List<Point> stairs,
        List<Point> low,
        List<Point> high) {

    /** A sum and its result. */
    record Point(double sum, double result) {}

    private static final double SHOWN = 1.25;
    private static final int POINTS = 2001;
    /** Of the curves under noise, which are there for their distance. */
    private static final int FEW_POINTS = 501;

    TransferCurve {
        stairs = List.copyOf(stairs);
        low = List.copyOf(low);
        high = List.copyOf(high);
    }

    static TransferCurve of(Hardware hardware) {
        int bits = hardware.converters().adcBits();
        double sigma = hardware.noise().readSigma();
        boolean unsigned = HardwareViewModel.unsignedAdc(hardware);
        double lowest = unsigned ? 1 - SHOWN : -SHOWN;
        return new TransferCurve(
                !unsigned,
                bits,
                lowest,
                SHOWN,
                curve(unsigned, bits, lowest, POINTS, 0),
                sigma > 0 ? curve(unsigned, bits, lowest, FEW_POINTS, -sigma) : List.of(),
                sigma > 0 ? curve(unsigned, bits, lowest, FEW_POINTS, sigma) : List.of());
    }

    private static List<Point> curve(boolean unsigned, int bits, double lowest, int points, double noise) {
        Quantizer quantizer = unsigned ? Quantizer.unsigned(1f, bits) : Quantizer.signed(1f, bits);
        int steps = unsigned ? (1 << bits) - 1 : (1 << (bits - 1)) - 1;
        List<Point> curve = new ArrayList<>(points);
        for (int i = 0; i < points; i++) {
            double sum = lowest + (SHOWN - lowest) * i / (points - 1);
            curve.add(new Point(sum, (double) quantizer.code((float) (sum + noise)) / steps));
        }
        return curve;
    }
}
