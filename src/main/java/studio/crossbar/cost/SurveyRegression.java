package studio.crossbar.cost;

import java.util.ArrayList;
import java.util.List;

/**
 * Energy and area of a converter by resolution, rate and node, as public converters have them on average: the regression
 * of Accelergy's ADC plug-in over Murmann's survey of 1997 to 2023 (Andrulis et al., CiMLoop, ISPASS 2024). With SNDR in
 * dB and f in Hz
 *
 * <pre>{@code
 * SNDR = 6.0206 bits + 1.761
 * FOM  = min(213.7807 − 2.87190 ln f, 128.3068 + 3.22051 bits)
 * E    = ½ 10^(−(FOM − SNDR)/10) exp(26.04962 + 1.880037 ln nm − 2.829126 ln bits − 1.470202)   pJ
 * A    = exp(1.346192 + 0.993279 ln nm + 0.180715 ln f + 0.299124 ln E)                           µm²
 * }</pre>
 *
 * fitted from 4 bits on.
 */
final class SurveyRegression {

    static final int LEAST_BITS = 4;

    /** Effective bits and conversions a second of the 215 converters of the fit (the plug-in's adc_list.csv). */
    private static final double MOST_BITS = 17.2;

    private static final double LEAST_HERTZ = 1e3;
    private static final double MOST_HERTZ = 90e9;

    private SurveyRegression() {}

    /** A warning that says which of resolution and rate lies outside the fitted data; empty within them. */
    static String outside(int bits, double hertz) {
        List<String> beyond = new ArrayList<>();
        if (bits < LEAST_BITS || bits > MOST_BITS) {
            beyond.add("the resolution lies outside the fitted 4 … 17 bits");
        }
        if (hertz < LEAST_HERTZ || hertz > MOST_HERTZ) {
            beyond.add("the rate lies outside the fitted 1 kS/s … 90 GS/s");
        }
        return beyond.isEmpty() ? "" : ", extrapolated: " + String.join(" and ", beyond);
    }

    /**
     * Energy of a conversion, pJ.
     *
     * @param bits at least 4
     * @param hertz conversions a second of one converter
     * @param node nm
     */
    static double energyPicojoules(int bits, double hertz, double node) {
        double sndr = 6.0206 * bits + 1.761;
        double merit = Math.min(213.7807 - 2.87190 * Math.log(hertz), 128.3068 + 3.22051 * bits);
        return 0.5
                * Math.pow(10, -(merit - sndr) / 10)
                * Math.exp(26.04962 + 1.880037 * Math.log(node) - 2.829126 * Math.log(bits) - 1.470202);
    }

    /** Area, µm²; arguments as for the energy. */
    static double areaSquareMicrometres(int bits, double hertz, double node) {
        return Math.exp(1.346192
                + 0.993279 * Math.log(node)
                + 0.180715 * Math.log(hertz)
                + 0.299124 * Math.log(energyPicojoules(bits, hertz, node)));
    }
}
